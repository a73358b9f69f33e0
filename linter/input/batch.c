/* batch: what stands behind the last newline waits for the next batch; a line that has none for too long is not waited for. */
#include "batch_p.h"

enum {
	BATCH_BYTES = 512 * 1024,
	STEP_BYTES = 64 * 1024,
	REST_BYTES = BATCH_BYTES + STEP_BYTES, /* no batch has more behind its last newline, or it would have been read on */
	GUESS_BYTES = 1024 * 1024,             /* a line of this size that does not begin as an object is none */
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

static void read_step(struct batch_source *source, struct batch *batch, struct arena *arena)
{
	size_t got;
	make_room(batch, STEP_BYTES, arena);
	source->failed = !stream_read(source->stream, batch->bytes + batch->size, STEP_BYTES, &got, &source->error);
	batch->size += got;
	source->read_up = source->failed || got < STEP_BYTES;
}

/* A line that is not kept is read up to its newline, and all of it forgotten. */
static void skip_line(struct batch_source *source, struct batch *batch, struct arena *arena)
{
	while (source->skipping && (batch->size > 0 || !source->read_up)) {
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

/* Keeps what stands behind END for the next batch. */
static void cut(struct batch_source *source, struct batch *batch, size_t end)
{
	if (!source->rest)
		source->rest = arena_alloc_raw(&source->arena, REST_BYTES);
	source->rest_size = batch->size - end;
	if (source->rest_size > REST_BYTES)
		BUG("a batch was read too far");
	memcpy(source->rest, batch->bytes + end, source->rest_size);
	batch->size = end;
}

/* Counts the whole lines of what was read, up to BATCH_LINES. Are they a batch? */
static bool is_full(struct batch *batch, size_t *seen)
{
	while (batch->lines < BATCH_LINES) {
		const char *newline = memchr(batch->bytes + *seen, '\n', batch->size - *seen);
		if (!newline)
			break;
		*seen = batch->whole = (size_t)(newline - batch->bytes) + 1;
		batch->lines++;
	}
	if (batch->lines == BATCH_LINES)
		return true;
	*seen = batch->size;
	return batch->whole > 0 && batch->size >= BATCH_BYTES;
}

static void fill(struct batch_source *source, struct batch *batch, struct arena *arena)
{
	size_t seen = 0, blank = 0;
	while (!is_full(batch, &seen)) {
		source->skipping = is_hopeless(batch, &blank);
		if (source->failed)
			batch->size = batch->whole;
		if (source->skipping || source->read_up)
			return;
		read_step(source, batch, arena);
	}
	cut(source, batch, batch->whole);
}

void batch_fill(struct batch_source *source, struct batch *batch, struct arena *arena)
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
	source->line += (uint32_t)batch->lines;
	source->ended = source->read_up && source->rest_size == 0;
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
