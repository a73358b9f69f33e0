/*
 * Fuzzes the editor server. The bytes are messages with a newline between them, each of which gets its header, unless it begins with # and is sent as
 * it stands. The data file is named by KANLINT_DATA.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../../linter/data_p.h"
#include "../../linter/lsp/lsp_p.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const char start[] = "{\"id\":0,\"method\":\"initialize\",\"params\":{\"rootUri\":\"file:///kanlint\"}}";
static const char document[] = "{\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"file:///a.md\",\"text\":\"按装…\\r自已😀\"}}}";

static void put(FILE *file, const char *message, size_t size)
{
	fprintf(file, "Content-Length: %zu\r\n\r\n", size);
	fwrite(message, 1, size, file);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static struct arena arena;
	static const struct data *data;
	static FILE *nothing;
	struct error error;
	if (!data) {
		data = data_open(getenv("KANLINT_DATA"), &arena, &error);
		nothing = fopen("/dev/null", "w");
	}
	int in = memfd_create("messages", 0);
	FILE *file = in < 0 ? NULL : fdopen(dup(in), "w");
	if (!file || !nothing || !data)
		BUG("no files to talk by");
	put(file, start, strlen(start));
	put(file, document, strlen(document));
	for (const char *at = (const char *)bytes, *end = at + size; at < end;) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		size_t length = (size_t)((stop ? stop : end) - at);
		if (*at == '#')
			fwrite(at + 1, 1, length - (length > 0), file);
		else
			put(file, at, length);
		at += length + 1;
	}
	fclose(file);
	lseek(in, 0, SEEK_SET);
	struct config_options options = {.no_config = true, .variant = -1, .fail_on = -1, .confidence = -1};
	lsp_serve(in, nothing, &options, data);
	close(in);
	return 0;
}
