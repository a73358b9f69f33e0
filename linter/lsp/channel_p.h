/* channel: messages of the base protocol, "Content-Length: N", an empty line, N bytes. */
#ifndef KANLINT_LSP_CHANNEL_P_H
#define KANLINT_LSP_CHANNEL_P_H

#include <stdio.h>

#include "../error.h"
#include "../str.h"

struct channel {
	int in;
	FILE *out;
	char *data; /* read and not yet taken */
	size_t size, capacity;
	size_t taken; /* bytes of the message that was returned last */
	bool ended;   /* the client closed its end */
};

enum channel_state {
	CHANNEL_MESSAGE, /* there is one */
	CHANNEL_NOTHING, /* none is there yet */
	CHANNEL_BROKEN,  /* what came is no message, and was skipped */
	CHANNEL_END,
};

void channel_init(struct channel *channel, int in, FILE *out);
void channel_release(struct channel *channel);

/*
 * The next message; BODY holds until the next call. With WAIT it waits for one. After CHANNEL_BROKEN, with a sentence, the
 * reading goes on at the next header that can be found.
 */
enum channel_state channel_read(struct channel *channel, bool wait, struct str *body, struct error *error);

void channel_write(struct channel *channel, struct str body);

#endif
