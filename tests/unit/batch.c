/* batch: lines of a stream, however they lie in the pieces; what packs them. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "../../linter/input/batch_p.h"

Suite *suite_batch(void);

static struct arena arena;

static void set_up(void)
{
	arena_init(&arena);
}

static void tear_down(void)
{
	arena_release(&arena);
}

/* Lines of many lengths, some longer than a piece; each begins with its number. None is as long as what must begin as an object. */
static struct str make_lines(size_t count)
{
	size_t size = 0, capacity = 64 << 20;
	char *text = arena_alloc_raw(&arena, capacity);
	uint32_t state = 1;
	for (size_t i = 1; i <= count; i++) {
		state = state * 1664525 + 1013904223;
		size_t length = i % 101 == 50 ? 500000 + state % 400000 : state >> 24;
		size += (size_t)snprintf(text + size, capacity - size, "%zu ", i);
		for (size_t j = 0; j < length; j++)
			text[size++] = (char)('a' + (state >> j % 13) % 26);
		text[size++] = i % 7 ? 'x' : '}';
		text[size++] = '\n';
	}
	return (struct str){text, size};
}

static struct str pack_gzip(struct str text)
{
	z_stream gzip = {0};
	size_t capacity = text.size + text.size / 100 + 1000;
	char *out = arena_alloc_raw(&arena, capacity);
	ck_assert_int_eq(deflateInit2(&gzip, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
	gzip.next_in = (Bytef *)text.data;
	gzip.avail_in = (uInt)text.size;
	gzip.next_out = (Bytef *)out;
	gzip.avail_out = (uInt)capacity;
	ck_assert_int_eq(deflate(&gzip, Z_FINISH), Z_STREAM_END);
	struct str packed = {out, gzip.total_out};
	deflateEnd(&gzip);
	return packed;
}

static struct str pack_zstd(struct str text)
{
	size_t capacity = ZSTD_compressBound(text.size);
	char *out = arena_alloc_raw(&arena, capacity);
	size_t size = ZSTD_compress(out, capacity, text.data, text.size, 1);
	ck_assert(!ZSTD_isError(size));
	return (struct str){out, size};
}

static struct stream *open_bytes(struct str bytes, int *file, struct arena *own, struct error *error)
{
	char path[64];
	*file = memfd_create("batch", 0);
	ck_assert_int_eq(write(*file, bytes.data, bytes.size), (ssize_t)bytes.size);
	snprintf(path, sizeof path, "/proc/self/fd/%d", *file);
	return stream_open(path, own, error);
}

/* Each line is there once, in order, with its number and place. */
static void expect_lines(struct str packed, struct str text, size_t count)
{
	struct error error;
	struct batch_source source;
	struct batch_line line;
	struct batch batch;
	int file;
	size_t seen = 0;
	struct stream *stream = open_bytes(packed, &file, &arena, &error);
	ck_assert_ptr_nonnull(stream);
	batch_source_init(&source, stream);
	while (!source.ended) {
		struct arena own;
		arena_init(&own);
		for (batch_fill(&source, &batch, &own); batch_next(&batch, &line); seen++) {
			ck_assert_uint_eq(line.number, seen + 1);
			ck_assert_uint_eq(strtoul(line.text.data, NULL, 10), seen + 1);
			ck_assert(line.byte + line.text.size <= text.size);
			ck_assert(memcmp(line.text.data, text.data + line.byte, line.text.size) == 0);
			ck_assert(line.byte + line.text.size == text.size || text.data[line.byte + line.text.size] == '\n');
		}
		arena_release(&own);
	}
	ck_assert(!source.failed);
	ck_assert_uint_eq(seen, count);
	batch_source_release(&source);
	stream_close(stream);
	close(file);
}

START_TEST(lines_come_whole)
{
	struct str text = make_lines(3000);
	expect_lines(text, text, 3000);
	expect_lines(pack_gzip(text), text, 3000);
	expect_lines(pack_zstd(text), text, 3000);
}
END_TEST

/* Wherever a packed stream is cut, its whole lines come, and then an error. */
START_TEST(what_is_cut_short_fails)
{
	struct str text = make_lines(40), packed[] = {pack_gzip(text), pack_zstd(text)};
	for (size_t size = 1; size < packed[_i].size; size++) {
		struct error error;
		struct batch_source source;
		struct batch batch;
		struct arena own;
		int file;
		arena_init(&own);
		struct stream *stream = open_bytes((struct str){packed[_i].data, size}, &file, &own, &error);
		ck_assert_ptr_nonnull(stream);
		batch_source_init(&source, stream);
		while (!source.ended) {
			batch_fill(&source, &batch, &own);
			ck_assert(size < 8 || batch.size == 0 || batch.bytes[batch.size - 1] == '\n');
		}
		ck_assert_msg(size < 4 || source.failed, "%zu bytes of %zu are taken for the whole", size, packed[_i].size);
		batch_source_release(&source);
		stream_close(stream);
		close(file);
		arena_release(&own);
	}
}
END_TEST

/* The lines of a stream that is TEXT. */
static size_t read_lines(struct str text, struct batch_line *lines, size_t most)
{
	struct error error;
	struct batch_source source;
	struct batch batch;
	int file;
	size_t count = 0;
	struct stream *stream = open_bytes(text, &file, &arena, &error);
	batch_source_init(&source, stream);
	while (!source.ended)
		for (batch_fill(&source, &batch, &arena); count < most && batch_next(&batch, &lines[count]);)
			count++;
	batch_source_release(&source);
	stream_close(stream);
	close(file);
	return count;
}

/* HEAD, many bytes, and a second line. */
static struct str long_line(const char *head, char filling, size_t size)
{
	struct str text = {arena_alloc_raw(&arena, size + 20), strlen(head)};
	memset((char *)text.data, filling, size);
	memcpy((char *)text.data, head, text.size);
	memcpy((char *)text.data + size, "\n{\"text\":2}\n", 12);
	text.size = size + 12;
	return text;
}

/* A long line is cut as soon as it is no object, whatever stands before that. */
START_TEST(a_long_line_may_begin_with_a_mark_and_blanks)
{
	static const struct {
		const char *head;
		size_t mark;
		bool cut;
	} rows[] = {{"{", 0, false}, {"\xEF\xBB\xBF{", 3, false}, {"\xEF\xBB\xBF \t{", 3, false}, {" {", 0, false}, {"\xEF\xBB\xBF[", 3, true}, {"[{", 0, true},
		{" \xEF\xBB\xBF{", 0, true}};
	struct batch_line lines[3];
	size_t size = 3 << 20;
	struct str text = long_line(rows[_i].head, 'a', size);
	ck_assert_uint_eq(read_lines(text, lines, 3), 2);
	ck_assert_uint_eq(lines[0].number, 1);
	ck_assert_uint_eq(lines[0].byte, rows[_i].mark);
	if (rows[_i].cut)
		ck_assert_uint_lt(lines[0].text.size, size / 2);
	else
		ck_assert_uint_eq(lines[0].text.size, size - rows[_i].mark);
	ck_assert_uint_eq(lines[1].number, 2);
	ck_assert_uint_eq(lines[1].byte, size + 1);
}
END_TEST

/* A mark of that kind is one at the beginning of the stream only. */
START_TEST(blank_lines_are_passed_over)
{
	struct batch_line lines[2];
	ck_assert_uint_eq(read_lines(STR("\xEF\xBB\xBF\n \t\r\n\xEF\xBB\xBF\n"), lines, 2), 1);
	ck_assert_uint_eq(lines[0].number, 3);
	struct str text = long_line(" ", ' ', 3 << 20);
	ck_assert_uint_eq(read_lines(text, lines, 2), 1);
	ck_assert_uint_eq(lines[0].number, 2);
}
END_TEST

/* What is kept of a line until its batch is written may be much more than the line. */
START_TEST(short_lines_are_many_batches)
{
	struct error error;
	struct batch_source source;
	struct batch_line line;
	struct batch batch;
	int file;
	size_t count = 100 * BATCH_LINES + 7, seen = 0;
	struct str text = {arena_alloc_raw(&arena, 3 * count), 3 * count - 1};
	for (size_t i = 0; i < count; i++)
		memcpy((char *)text.data + 3 * i, "[]\n", 3);
	struct stream *stream = open_bytes(text, &file, &arena, &error);
	for (batch_source_init(&source, stream); !source.ended;) {
		size_t before = seen;
		for (batch_fill(&source, &batch, &arena); batch_next(&batch, &line); seen++) {
			ck_assert_uint_eq(line.number, seen + 1);
			ck_assert_uint_eq(line.byte, 3 * seen);
			ck_assert_uint_eq(line.text.size, 2);
		}
		ck_assert_uint_le(seen - before, BATCH_LINES);
	}
	ck_assert_uint_eq(seen, count);
	batch_source_release(&source);
	stream_close(stream);
	close(file);
}
END_TEST

Suite *suite_batch(void)
{
	Suite *suite = suite_create("batch");
	TCase *tests = tcase_create("batch");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, lines_come_whole);
	tcase_add_loop_test(tests, what_is_cut_short_fails, 0, 2);
	tcase_add_loop_test(tests, a_long_line_may_begin_with_a_mark_and_blanks, 0, 7);
	tcase_add_test(tests, blank_lines_are_passed_over);
	tcase_add_test(tests, short_lines_are_many_batches);
	suite_add_tcase(suite, tests);
	return suite;
}
