/*
 * input: the bytes of a file, and the reader for them.
 *
 * A file is read into memory, never mapped: a mapped file that another program cuts short ends this one by a signal, and
 * one that is written to would change under the checks. It costs 0.2 ms a megabyte, a tenth of what decoding does.
 */
#include <errno.h>
#include <fcntl.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "encoding_p.h"
#include "record_read_p.h"
#include "stream_p.h"

enum { CHUNK = 64 * 1024 };

/* Reads to the end of FD; EXPECTED bytes if nobody writes meanwhile. */
static bool read_all(int fd, size_t expected, struct str *bytes, struct arena *arena, struct error *error)
{
	size_t capacity = expected + 1, size = 0;
	char *data = arena_alloc_raw(arena, capacity);
	for (;;) {
		ssize_t count = read(fd, data + size, capacity - size);
		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0)
			return error_set(error, "cannot be read: %s", strerror(errno));
		if (count == 0)
			break;
		size += (size_t)count;
		if (size > ARTICLE_MAXIMUM)
			return error_set(error, "is larger than the %zu MiB that one article may have", ARTICLE_MAXIMUM >> 20);
		if (size == capacity) {
			capacity += capacity > CHUNK ? capacity : CHUNK;
			data = memcpy(arena_alloc_raw(arena, capacity), data, size);
		}
	}
	*bytes = (struct str){data, size};
	return true;
}

/* Is what FD is open on something to read? */
static bool check_kind(int fd, struct stat *status, struct error *error)
{
	if (fstat(fd, status) != 0)
		return error_set(error, "cannot be read: %s", strerror(errno));
	if (S_ISDIR(status->st_mode))
		return error_set(error, "is a folder, not a file");
	if (S_ISCHR(status->st_mode) || S_ISBLK(status->st_mode))
		return error_set(error, "is a device, not a file");
	return true;
}

/* The same for what standard input is: a terminal may be read too. */
static int open_file(const char *path, struct stat *status, struct error *error)
{
	*status = (struct stat){0};
	if (strcmp(path, "-") == 0)
		return STDIN_FILENO;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0 && errno == ENOENT)
		error_set(error, "there is no such file or folder");
	else if (fd < 0)
		error_set(error, "cannot be opened: %s", strerror(errno));
	else if (check_kind(fd, status, error))
		return fd;
	if (fd >= 0)
		close(fd);
	return -1;
}

int input_open(const char *path, struct error *error)
{
	struct stat status;
	return open_file(path, &status, error);
}

bool input_read(struct input *input, const char *path, const char *name, const char *encoding, struct arena *arena, struct error *error)
{
	struct stat status;
	*input = (struct input){.path = name, .is_standard = strcmp(path, "-") == 0};
	int fd = open_file(path, &status, error);
	if (fd < 0)
		return false;
	bool regular = S_ISREG(status.st_mode);
	bool done = regular && (uintmax_t)status.st_size > ARTICLE_MAXIMUM
		? error_set(error, "is larger than the %zu MiB that one article may have", ARTICLE_MAXIMUM >> 20)
		: read_all(fd, regular ? (size_t)status.st_size : CHUNK, &input->bytes, arena, error);
	if (!input->is_standard)
		close(fd);
	return done && encoding_decode(input, encoding, arena, error);
}

bool reader_name_ends(struct str name, const char *ending)
{
	size_t size = strlen(ending);
	return name.size > size && strncasecmp(name.data + name.size - size, ending, size) == 0;
}

static bool is_markdown_name(const char *path)
{
	return reader_name_ends(str_from(path), ".md") || reader_name_ends(str_from(path), ".markdown");
}

static bool is_markdown(const struct input *input)
{
	return input->format == FORMAT_BY_NAME ? is_markdown_name(input->path) : input->format == FORMAT_MARKDOWN;
}

bool reader_is_stream(const char *name)
{
	struct str unpacked = stream_name_unpacked(name);
	return reader_name_ends(unpacked, ".jsonl") || reader_name_ends(unpacked, ".ndjson");
}

bool reader_takes(const char *name)
{
	return reader_name_ends(str_from(name), ".txt") || is_markdown_name(name) || reader_is_stream(name);
}

/* Text from BEGIN to END of an input of plain text: the title, where it is known, and what follows it. */
static void read_part(struct article_builder *builder, const struct input *input, size_t begin, size_t end)
{
	if (begin == 0 && input->title_size > 0) {
		read_prose(builder, input->text, 0, input->title_size);
		article_builder_title(builder);
		begin = input->title_size;
	}
	read_prose(builder, input->text, begin, end);
}

struct article *reader_article(const struct input *input, struct arena *arena)
{
	struct article_builder *builder = article_builder_new(arena, input->path, input->text);
	if (is_markdown(input))
		read_markdown(builder, input->text, arena);
	else
		read_part(builder, input, 0, input->text.size);
	return article_builder_finish(builder, input->variant);
}

/* Where the piece that begins at a byte, or behind the title, ends: behind a blank line near INPUT_PIECE, else behind a line. */
static size_t piece_end(struct str text, size_t begin)
{
	if (text.size - begin <= 2 * INPUT_PIECE)
		return text.size;
	const char *from = text.data + begin + INPUT_PIECE, *blank = memmem(from, INPUT_PIECE / 4, "\n\n", 2);
	const char *newline = blank ? blank + 1 : memchr(from, '\n', text.size - begin - INPUT_PIECE);
	return newline ? (size_t)(newline - text.data) + 1 : text.size;
}

struct article *reader_next(const struct input *input, size_t *at, struct arena *arena)
{
	struct str text = input->text;
	size_t begin = *at, end = text.size;
	if (begin > 0 && begin >= end)
		return NULL;
	if (is_markdown(input) || end <= INPUT_WHOLE) {
		*at = end > 0 ? end : 1;
		return reader_article(input, arena);
	}
	*at = end = piece_end(text, begin > 0 ? begin : input->title_size);
	struct article_builder *builder = article_builder_new_part(arena, input->path, text, end - begin);
	read_part(builder, input, begin, end);
	struct article *article = article_builder_finish(builder, input->variant);
	article->is_continued = begin > 0;
	article->goes_on = end < text.size;
	return article;
}

struct directive *reader_directives(const struct input *input, struct arena *arena)
{
	if (input->record)
		return record_directives(input->record, arena);
	return is_markdown(input) ? markdown_directives(input->text, arena) : NULL;
}
