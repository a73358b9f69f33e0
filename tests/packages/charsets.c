/*
 * charsets: the decoder of the statically linked program against this machine's iconv: every sequence of two bytes, every one of four
 * that GB18030 may have, and random texts that are cut and broken. linter/static/iconv.c is compiled with other names for it.
 */
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

iconv_t static_iconv_open(const char *to, const char *from);
int static_iconv_close(iconv_t converter);
size_t static_iconv(iconv_t converter, char **in, size_t *in_left, char **out, size_t *out_left);

static const char *const names[] = {"gb18030", "GBK", "CP936", "gb2312", "euc-cn", "big5", "Big5-HKSCS", "cp950", "UTF-16LE", "utf-16be", "UTF-32LE",
	"UTF-32BE", NULL};

/* Of these the library keeps the order of bytes that a mark said, so that each text needs a new start. */
static const char *const marked[] = {"UTF-16", "utf-32", NULL};

static size_t compared, failed;

struct answer {
	size_t taken, size;
	char bytes[1024];
};

static struct answer convert(
	size_t (*function)(iconv_t, char **, size_t *, char **, size_t *), iconv_t converter, const unsigned char *bytes, size_t size)
{
	struct answer answer = {0};
	char copy[256], *in = copy, *out = answer.bytes;
	size_t left = size, room = sizeof answer.bytes;
	memcpy(copy, bytes, size);
	function(converter, NULL, NULL, NULL, NULL);
	if (function(converter, &in, &left, &out, &room) != (size_t)-1)
		function(converter, NULL, NULL, &out, &room);
	answer.taken = size - left;
	answer.size = sizeof answer.bytes - room;
	return answer;
}

/* After a fault the library may hold back the character before it: only where the fault is counts there. */
static void compare(const char *name, iconv_t theirs, iconv_t ours, const unsigned char *bytes, size_t size)
{
	struct answer right = convert(iconv, theirs, bytes, size), answer = convert(static_iconv, ours, bytes, size);
	compared++;
	if (right.taken == answer.taken && (right.taken < size || (right.size == answer.size && !memcmp(right.bytes, answer.bytes, right.size))))
		return;
	if (failed++ > 20)
		return;
	printf("FAILED charsets: %s:", name);
	for (size_t i = 0; i < size; i++)
		printf(" %02X", bytes[i]);
	printf(": iconv takes %zu bytes and gives %zu, the static decoder %zu and %zu\n", right.taken, right.size, answer.taken, answer.size);
}

static void compare_all(const char *name, iconv_t theirs, iconv_t ours)
{
	for (unsigned i = 0; i < 0x10000; i++) {
		const unsigned char bytes[] = {(unsigned char)(i >> 8), (unsigned char)i, 'a', 0};
		compare(name, theirs, ours, bytes, 1);
		compare(name, theirs, ours, bytes, 2);
		compare(name, theirs, ours, bytes, 4);
	}
	for (unsigned i = 0; i < 126 * 10 * 126 * 10; i++) {
		const unsigned char bytes[] = {(unsigned char)(0x81 + i / 12600), (unsigned char)(0x30 + i / 1260 % 10),
			(unsigned char)(0x81 + i / 10 % 126), (unsigned char)(0x30 + i % 10)};
		compare(name, theirs, ours, bytes, 4);
	}
}

static void compare_random(const char *name, iconv_t theirs, iconv_t ours)
{
	static const unsigned char likely[] = {0x30, 0x39, 0x40, 0x7E, 0x7F, 0x80, 0x81, 0x88, 0xA1, 0xA4, 0xB0, 0xC8, 0xD8, 0xDC, 0xFE, 0xFF, 0, 0};
	unsigned char bytes[64];
	srandom(20240601);
	for (int round = 0; round < 200000; round++) {
		size_t size = (size_t)random() % sizeof bytes;
		for (size_t i = 0; i < size; i++)
			bytes[i] = round % 2      ? likely[(size_t)random() % sizeof likely]
				   : random() % 4 ? (unsigned char)(0xA1 + random() % 0x5D)
						  : likely[(size_t)random() % sizeof likely];
		compare(name, theirs, ours, bytes, size);
	}
}

static void compare_marked(const char *name)
{
	static const unsigned char parts[] = {0xFE, 0xFF, 0, 0x4E, 0x2D, 0xD8, 0xDC, 0xFF, 0xFE, 0};
	unsigned char bytes[16];
	srandom(20240602);
	for (int round = 0; round < 50000; round++) {
		iconv_t theirs = iconv_open("UTF-8", name), ours = static_iconv_open("UTF-8", name);
		size_t size = (size_t)random() % sizeof bytes;
		for (size_t i = 0; i < size; i++)
			bytes[i] = parts[(size_t)random() % sizeof parts];
		if (round % 2)
			memcpy(bytes, round % 4 == 1 ? "\xFF\xFE\0\0\x2D\x4E\0\0" : "\0\0\xFE\xFF\0\0\x4E\x2D", 8);
		compare(name, theirs, ours, bytes, size);
		iconv_close(theirs);
		static_iconv_close(ours);
	}
}

int main(void)
{
	for (size_t i = 0; marked[i]; i++)
		compare_marked(marked[i]);
	for (size_t i = 0; names[i]; i++) {
		iconv_t theirs = iconv_open("UTF-8", names[i]), ours = static_iconv_open("UTF-8", names[i]);
		if (theirs == (iconv_t)-1 || ours == (iconv_t)-1) {
			printf("FAILED charsets: no %s\n", names[i]);
			return 1;
		}
		compare_all(names[i], theirs, ours);
		compare_random(names[i], theirs, ours);
		iconv_close(theirs);
		static_iconv_close(ours);
	}
	if (static_iconv_open("UTF-8", "koi8-r") != (iconv_t)-1 || static_iconv_open("UTF-16", "big5") != (iconv_t)-1) {
		puts("FAILED charsets: an encoding that is not there is opened");
		failed++;
	}
	printf("charsets: %zu compared, %zu failed\n", compared, failed);
	return failed > 0;
}
