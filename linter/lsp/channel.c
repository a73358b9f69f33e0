/* channel: one buffer; a message is taken out of it when the next is asked for. */
#include "channel_p.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024, HEADER_MAXIMUM = 8 * 1024 };
#define BODY_MAXIMUM ((size_t)512 << 20)
#define LENGTH "Content-Length:"

void channel_init(struct channel *channel, int in, FILE *out)
{
	*channel = (struct channel){.in = in, .out = out};
}

void channel_release(struct channel *channel)
{
	free(channel->data);
}

static void reserve(struct channel *channel, size_t more)
{
	if (channel->capacity - channel->size >= more)
		return;
	size_t capacity = channel->capacity ? channel->capacity : CHUNK;
	while (capacity - channel->size < more)
		capacity *= 2;
	channel->data = realloc(channel->data, capacity);
	if (!channel->data)
		BUG("no more memory for a message");
	channel->capacity = capacity;
}

/* Reads what is there, or waits for more. False: there is nothing now, or never again. */
static bool fill(struct channel *channel, bool wait)
{
	struct pollfd descriptor = {.fd = channel->in, .events = POLLIN};
	if (channel->ended || poll(&descriptor, 1, wait ? -1 : 0) <= 0)
		return false;
	reserve(channel, CHUNK);
	ssize_t count = read(channel->in, channel->data + channel->size, channel->capacity - channel->size);
	if (count > 0)
		channel->size += (size_t)count;
	channel->ended = count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN);
	return count > 0 || !channel->ended;
}

static void drop(struct channel *channel, size_t size)
{
	channel->size -= size;
	if (size > 0)
		memmove(channel->data, channel->data + size, channel->size);
}

/* Where the header's field begins; NULL if there is none. What stands before it is the rest of a message with a wrong length. */
static const char *find_length(const char *data, size_t size)
{
	for (size_t i = 0; i + strlen(LENGTH) <= size; i++)
		if (strncasecmp(data + i, LENGTH, strlen(LENGTH)) == 0)
			return data + i;
	return NULL;
}

/* Past the empty line that ends a header; NULL while it is not there. */
static const char *find_end(const char *from, const char *end)
{
	for (const char *at = from; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++) {
		if (end - at >= 2 && at[1] == '\n')
			return at + 2;
		if (end - at >= 3 && at[1] == '\r' && at[2] == '\n')
			return at + 3;
	}
	return NULL;
}

static bool read_length(const char *field, size_t *length)
{
	const char *at = field + strlen(LENGTH);
	size_t digits = 0;
	while (*at == ' ')
		at++;
	for (*length = 0; *at >= '0' && *at <= '9'; at++, digits++)
		*length = *length * 10 + (size_t)(*at - '0') > BODY_MAXIMUM ? BODY_MAXIMUM + 1 : *length * 10 + (size_t)(*at - '0');
	return digits > 0 && (*at == '\r' || *at == '\n') && *length <= BODY_MAXIMUM;
}

/* Takes apart what has come. *TAKEN: bytes that it was, with what was skipped. */
static enum channel_state take(struct channel *channel, struct str *body, size_t *taken, struct error *error)
{
	const char *end = channel->data + channel->size, *field = find_length(channel->data, channel->size),
		   *header_end = field ? find_end(field, end) : NULL;
	size_t length;
	if (!header_end) {
		size_t garbage = field ? (size_t)(field - channel->data) : channel->size > strlen(LENGTH) ? channel->size - strlen(LENGTH) : 0;
		if ((field ? channel->size - garbage : channel->size) <= HEADER_MAXIMUM)
			return CHANNEL_NOTHING;
		*taken = field ? garbage + strlen(LENGTH) : garbage;
		error_set(error, "a header of more than %d bytes", HEADER_MAXIMUM);
		return CHANNEL_BROKEN;
	}
	if (!read_length(field, &length)) {
		*taken = (size_t)(header_end - channel->data);
		error_set(error, "a header without a length that can be");
		return CHANNEL_BROKEN;
	}
	if ((size_t)(end - header_end) < length)
		return CHANNEL_NOTHING;
	*body = (struct str){header_end, length};
	*taken = (size_t)(header_end - channel->data) + length;
	return CHANNEL_MESSAGE;
}

enum channel_state channel_read(struct channel *channel, bool wait, struct str *body, struct error *error)
{
	size_t taken = 0;
	drop(channel, channel->taken);
	channel->taken = 0;
	for (;;) {
		enum channel_state state = channel->size ? take(channel, body, &taken, error) : CHANNEL_NOTHING;
		if (state != CHANNEL_NOTHING) {
			channel->taken = taken;
			return state;
		}
		if (!fill(channel, wait) && (channel->ended || !wait))
			return channel->ended ? CHANNEL_END : CHANNEL_NOTHING;
	}
}

void channel_write(struct channel *channel, struct str body)
{
	fprintf(channel->out, "Content-Length: %zu\r\n\r\n", body.size);
	fwrite(body.data, 1, body.size, channel->out);
	fflush(channel->out);
}
