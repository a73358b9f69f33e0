/*
 * stream: gzip files of several members and Zstandard files of several frames are one stream, as their own programs have it. What
 * ends inside a member or frame, or goes on with something else after one (but for NULs after gzip), is an error: a part of a corpus is never the whole.
 */
#include "stream_p.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include "reader_p.h"

enum {
	PACKED_CHUNK = 256 * 1024,
	MAGIC_MAXIMUM = 6,
	GZIP_WINDOW = 15 + 16, /* the largest window; a gzip head is asked for */
	ZSTD_WINDOW = 27,      /* 128 MiB: what zstd -d takes without being told to take more */
};

enum packing { PACKING_NONE, PACKING_GZIP, PACKING_ZSTD, PACKING_UNKNOWN };

struct stream {
	int fd;
	enum packing packing;
	unsigned char *packed;         /* PACKED_CHUNK bytes, of which [at, end) are not used yet */
	size_t at, end;
	size_t read;                   /* bytes of the file */
	bool at_end;                   /* of the file */
	bool inside;                   /* a member or frame has begun */
	bool padded;                   /* NULs have come behind a gzip member */
	z_stream gzip;
	ZSTD_DStream *zstd;
};

/* What a file may be packed with, by its first bytes. A Zstandard file may begin with a frame to be skipped, whose first byte varies. */
static const struct magic {
	const char *bytes;
	size_t size;
	unsigned char varies;          /* bits of the first byte */
	enum packing packing;
	const char *name, *command;    /* of those that are not read */
} magics[] = {
	{"\x1F\x8B", 2, 0, PACKING_GZIP, NULL, NULL},
	{"\x28\xB5\x2F\xFD", 4, 0, PACKING_ZSTD, NULL, NULL},
	{"\x50\x2A\x4D\x18", 4, 0x0F, PACKING_ZSTD, NULL, NULL},
	{"\xFD" "7zXZ", 5, 0, PACKING_UNKNOWN, "an xz file", "xzcat"},
	{"BZh", 3, 0, PACKING_UNKNOWN, "a bzip2 file", "bzcat"},
	{"\x04\x22\x4D\x18", 4, 0, PACKING_UNKNOWN, "an LZ4 file", "lz4cat"},
	{"PK\x03\x04", 4, 0, PACKING_UNKNOWN, "a zip file", "unzip -p"},
	{"\xFF\xFE", 2, 0, PACKING_UNKNOWN, "in UTF-16", "iconv -f UTF-16 -t UTF-8"},
	{"\xFE\xFF", 2, 0, PACKING_UNKNOWN, "in UTF-16", "iconv -f UTF-16 -t UTF-8"},
};

/* What a name's ending promises. */
static const struct promise {
	const char *ending;
	enum packing packing;
	const char *name;
} promises[] = {{".gz", PACKING_GZIP, "gzip"}, {".zst", PACKING_ZSTD, "Zstandard"}};

static const struct promise *find_promise(struct str name)
{
	for (size_t i = 0; i < sizeof promises / sizeof *promises; i++)
		if (reader_name_ends(name, promises[i].ending))
			return &promises[i];
	return NULL;
}

struct str stream_name_unpacked(const char *name)
{
	const struct promise *promise = find_promise(str_from(name));
	return (struct str){name, strlen(name) - (promise ? strlen(promise->ending) : 0)};
}

/* Reads packed bytes behind those that are left, until there are some or the file ends. */
static bool refill(struct stream *stream, struct error *error)
{
	if (stream->at == stream->end)
		stream->at = stream->end = 0;
	while (!stream->at_end && stream->end < PACKED_CHUNK) {
		ssize_t count = read(stream->fd, stream->packed + stream->end, PACKED_CHUNK - stream->end);
		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0)
			return error_set(error, "cannot be read: %s", strerror(errno));
		stream->at_end = count == 0;
		stream->end += (size_t)count;
		stream->read += (size_t)count;
		if (stream->end - stream->at >= MAGIC_MAXIMUM)
			break;
	}
	return true;
}

static const struct magic *find_magic(const struct stream *stream)
{
	const unsigned char *bytes = stream->packed + stream->at;
	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
		const struct magic *magic = &magics[i];
		if (stream->end - stream->at >= magic->size && ((bytes[0] ^ (unsigned char)magic->bytes[0]) & ~magic->varies & 0xFF) == 0 &&
			memcmp(bytes + 1, magic->bytes + 1, magic->size - 1) == 0)
			return magic;
	}
	return NULL;
}

/* Tells what packs the stream, and whether that is what the name promises. */
static bool tell_packing(struct stream *stream, const char *path, struct error *error)
{
	const struct magic *magic = find_magic(stream);
	stream->packing = magic ? magic->packing : PACKING_NONE;
	if (stream->packing == PACKING_UNKNOWN)
		return error_set(error, "is %s, which is not read here; " TRY_THROUGH("%s"), magic->name, magic->command);
	const struct promise *promise = find_promise(str_from(path));
	if (promise && stream->packing != promise->packing)
		return error_set(error, stream->end ? "is no %s file, as its name says it is" : "is empty, and so no %s file", promise->name);
	return true;
}

static void start_unpacker(struct stream *stream)
{
	if (stream->packing == PACKING_GZIP && inflateInit2(&stream->gzip, GZIP_WINDOW) != Z_OK)
		BUG("zlib cannot start");
	if (stream->packing == PACKING_ZSTD) {
		stream->zstd = ZSTD_createDStream();
		if (!stream->zstd || ZSTD_isError(ZSTD_DCtx_setParameter(stream->zstd, ZSTD_d_windowLogMax, ZSTD_WINDOW)))
			BUG("libzstd cannot start");
	}
}

/* Where in the file the unpacker stands. */
static size_t packed_offset(const struct stream *stream)
{
	return stream->read - (stream->end - stream->at);
}

/* Tapes and disks fill the last block of a file with NULs: gzip passes them over. Is nothing else there? */
static bool skip_padding(struct stream *stream)
{
	for (; stream->at < stream->end && stream->packed[stream->at] == 0; stream->at++)
		stream->padded = true;
	return stream->at == stream->end;
}

static bool unpack_gzip(struct stream *stream, char *bytes, size_t size, size_t *got, struct error *error)
{
	z_stream *gzip = &stream->gzip;
	if (!stream->inside && skip_padding(stream))
		return true;
	if (!stream->inside && (stream->padded || stream->packed[stream->at] != 0x1F || (stream->end - stream->at > 1 && stream->packed[stream->at + 1] != 0x8B)))
		return error_set(error, "has something else than gzip data after byte offset %zu of the packed file", packed_offset(stream));
	stream->inside = true;
	gzip->next_in = stream->packed + stream->at;
	gzip->avail_in = (uInt)(stream->end - stream->at);
	gzip->next_out = (Bytef *)bytes;
	gzip->avail_out = size < UINT32_MAX ? (uInt)size : UINT32_MAX;
	size_t room = gzip->avail_out;
	int answer = inflate(gzip, Z_NO_FLUSH);
	stream->at = stream->end - gzip->avail_in;
	*got = room - gzip->avail_out;
	if (answer == Z_MEM_ERROR)
		BUG("zlib has no memory");
	if (answer != Z_OK && answer != Z_STREAM_END && answer != Z_BUF_ERROR)
		return error_set(error, "is broken: its gzip data cannot be unpacked near byte offset %zu of the packed file (%s)", packed_offset(stream),
			gzip->msg ? gzip->msg : "no reason given");
	if (answer == Z_STREAM_END) {
		stream->inside = false;
		inflateReset(gzip);
	}
	return true;
}

static bool unpack_zstd(struct stream *stream, char *bytes, size_t size, size_t *got, struct error *error)
{
	ZSTD_inBuffer in = {stream->packed, stream->end, stream->at};
	ZSTD_outBuffer out = {bytes, size, 0};
	size_t answer = ZSTD_decompressStream(stream->zstd, &out, &in);
	stream->at = in.pos;
	*got = out.pos;
	if (ZSTD_isError(answer)) {
		ZSTD_ErrorCode code = ZSTD_getErrorCode(answer);
		if (code == ZSTD_error_frameParameter_windowTooLarge)
			return error_set(error, "takes more than %d MiB of memory to unpack; " TRY_THROUGH("zstd -dc --long=31"), 1 << (ZSTD_WINDOW - 20));
		if (code == ZSTD_error_prefix_unknown && !stream->inside)
			return error_set(error, "has something else than Zstandard data after byte offset %zu of the packed file", packed_offset(stream));
		return error_set(error, "is broken: its Zstandard data cannot be unpacked near byte offset %zu of the packed file (%s)",
			packed_offset(stream), ZSTD_getErrorName(answer));
	}
	stream->inside = answer != 0;
	return true;
}

static bool unpack(struct stream *stream, char *bytes, size_t size, size_t *got, struct error *error)
{
	if (stream->packing == PACKING_GZIP)
		return unpack_gzip(stream, bytes, size, got, error);
	if (stream->packing == PACKING_ZSTD)
		return unpack_zstd(stream, bytes, size, got, error);
	size_t left = stream->end - stream->at;
	*got = left < size ? left : size;
	memcpy(bytes, stream->packed + stream->at, *got);
	stream->at += *got;
	return true;
}

/* Unpacks some bytes. *GOT 0: there are no more. */
static bool read_some(struct stream *stream, char *bytes, size_t size, size_t *got, struct error *error)
{
	for (*got = 0; *got == 0;) {
		if (stream->at == stream->end && !stream->at_end && !refill(stream, error))
			return false;
		/* What was read already may give more than there was room for. */
		if (stream->at == stream->end && !stream->inside)
			return true;
		size_t before = stream->at;
		if (!unpack(stream, bytes, size, got, error))
			return false;
		if (*got == 0 && stream->at == before && stream->inside && stream->at_end)
			return error_set(error, "is cut short: its %s data ends inside a %s", stream->packing == PACKING_GZIP ? "gzip" : "Zstandard",
				stream->packing == PACKING_GZIP ? "member" : "frame");
	}
	return true;
}

struct stream *stream_open(const char *path, struct arena *arena, struct error *error)
{
	struct stream *stream = ARENA_NEW(arena, struct stream);
	stream->fd = input_open(path, error);
	if (stream->fd < 0)
		return NULL;
	stream->packed = arena_alloc_raw(arena, PACKED_CHUNK);
	if (!refill(stream, error) || !tell_packing(stream, path, error)) {
		stream_close(stream);
		return NULL;
	}
	start_unpacker(stream);
	return stream;
}

bool stream_read(struct stream *stream, char *bytes, size_t size, size_t *got, struct error *error)
{
	*got = 0;
	while (*got < size) {
		size_t some;
		bool done = read_some(stream, bytes + *got, size - *got, &some, error);
		*got += some;
		if (!done)
			return false;
		if (some == 0)
			break;
	}
	return true;
}

bool stream_is_packed(const struct stream *stream)
{
	return stream->packing != PACKING_NONE;
}

void stream_close(struct stream *stream)
{
	if (!stream)
		return;
	if (stream->fd != STDIN_FILENO && stream->fd >= 0)
		close(stream->fd);
	if (stream->packing == PACKING_GZIP)
		inflateEnd(&stream->gzip);
	ZSTD_freeDStream(stream->zstd);
}
