/* batch: what stands behind the last newline waits for the next batch; a line that has none for too long is not waited for. */
#include "batch_p.h"

enum {
	BATCH_BYTES = 512 * 1024,
	STEP_BYTES = 64 * 1024,
	GUESS_BYTES = 1024 * 1024, /* a line of this size that does not begin as an object is none */
};

void batch_source_init(struct batch_source *source, struct stream *stream)
{
	*source = (struct batch_source){.stream = stream, .line = 1};
	arena_init(&source->arena);
}

void batch_source_release(struct batch_source *source)
{
	arena_release(&source->arena);
}

static void make_room(struct batch *batch, size_t size, struct arena *arena)
{
	if (!batch->bytes)
		batch->bytes = arena_alloc_raw(arena, batch->capacity = size);
	while (batch->capacity - batch->size < size)
		batch->bytes = arena_grow(arena, batch->bytes, 1, batch->capacity, &batch->capacity);
}

/* Reads a step; false at the end of the stream. */
static bool read_step(struct batch_source *source, struct batch *batch, struct arena *arena)
{
	size_t got;
	make_room(batch, STEP_BYTES, arena);
	source->failed = !stream_read(source->stream, batch->bytes + batch->size, STEP_BYTES, &got, &source->error);
	batch->size += got;
	source->ended = source->failed || got < STEP_BYTES;
	return !source->ended;
}

/* A line that is not kept is read up to its newline, and all of it forgotten. */
static void skip_line(struct batch_source *source, struct batch *batch, struct arena *arena)
{
	while (source->skipping && (batch->size > 0 || !source->ended)) {
		if (batch->size == 0)
			read_step(source, batch, arena);
		const char *newline = memchr(batch->bytes, '\n', batch->size);
		size_t dropped = newline ? (size_t)(newline - batch->bytes) + 1 : batch->size;
		memmove(batch->bytes, batch->bytes + dropped, batch->size - dropped);
		batch->size -= dropped;
		source->byte += dropped;
		source->skipping = !newline;
		source->line += newline != NULL;
	}
	source->skipping = false;
}

/* Where the text of a line begins, of the stream's first line behind a byte order mark. */
static size_t text_begin(const char *line, size_t size, size_t byte)
{
	return byte == 0 && size >= 3 && memcmp(line, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

/* *BLANK bytes at the beginning are known to be blank: none is looked at again with each step. */
static bool begins_object(const struct batch *batch, size_t *blank)
{
	if (*blank == 0)
		*blank = text_begin(batch->bytes, batch->size, batch->byte);
	while (*blank < batch->size && (unsigned char)batch->bytes[*blank] <= 0x20)
		++*blank;
	return *blank == batch->size || batch->bytes[*blank] == '{';
}

/* A single line without an end that is no record, whatever may follow. */
static bool is_hopeless(struct batch *batch, size_t *blank)
{
	batch->too_long = batch->size > RECORD_MAXIMUM;
	return batch->too_long || (batch->size > GUESS_BYTES && !begins_object(batch, blank));
}

/* Keeps what stands behind the last newline for the next batch. */
static void cut(struct batch_source *source, struct batch *batch, size_t end)
{
	source->rest_size = batch->size - end;
	if (source->rest_size > source->rest_capacity) {
		source->rest_capacity = source->rest_size;
		source->rest = arena_alloc_raw(&source->arena, source->rest_capacity);
	}
	memcpy(source->rest, batch->bytes + end, source->rest_size);
	batch->size = end;
}

static size_t count_lines(const struct batch *batch)
{
	size_t count = 0;
	const char *at = batch->bytes, *end = batch->bytes + batch->size;
	while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
		count++;
		at++;
	}
	return count;
}

/* Where the last whole line ends, if it ends behind a byte; 0: nowhere. */
static size_t last_line_end(const struct batch *batch, size_t from)
{
	const char *newline = memrchr(batch->bytes + from, '\n', batch->size - from);
	return newline ? (size_t)(newline - batch->bytes) + 1 : 0;
}

static void fill(struct batch_source *source, struct batch *batch, struct arena *arena)
{
	size_t seen = 0, end = 0, blank = 0;
	while (end == 0 && !source->ended) {
		read_step(source, batch, arena);
		if (batch->size < BATCH_BYTES)
			continue;
		end = last_line_end(batch, seen);
		seen = batch->size;
		if (end == 0 && is_hopeless(batch, &blank)) {
			source->skipping = true;
			return;
		}
	}
	if (!source->ended)
		cut(source, batch, end);
	else if (source->failed)
		batch->size = last_line_end(batch, 0);
}

bool batch_fill(struct batch_source *source, struct batch *batch, struct arena *arena)
{
	*batch = (struct batch){0};
	make_room(batch, BATCH_BYTES + STEP_BYTES + source->rest_size, arena);
	if (source->rest_size)
		memcpy(batch->bytes, source->rest, source->rest_size);
	batch->size = source->rest_size;
	source->rest_size = 0;
	skip_line(source, batch, arena);
	batch->line = source->line;
	batch->byte = source->byte;
	fill(source, batch, arena);
	source->byte += batch->size;
	source->line += (uint32_t)count_lines(batch);
	return batch->size > 0;
}

bool batch_next(struct batch *batch, struct batch_line *line)
{
	while (batch->begin < batch->size) {
		const char *begin = batch->bytes + batch->begin, *newline = memchr(begin, '\n', batch->size - batch->begin);
		size_t size = newline ? (size_t)(newline - begin) : batch->size - batch->begin;
		size_t mark = text_begin(begin, size, batch->byte + batch->begin);
		*line = (struct batch_line){{begin + mark, size - mark}, batch->line, batch->byte + batch->begin + mark};
		batch->begin += size + 1;
		batch->line++;
		while (line->text.size && memchr(" \t\r", line->text.data[line->text.size - 1], 3))
			line->text.size--;
		if (line->text.size || batch->too_long)
			return true;
	}
	return false;
}
