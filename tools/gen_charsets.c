/*
 * gen_charsets: the tables of linter/static/charset.h, from what this machine's iconv says of every sequence of bytes. The statically
 * linked program cannot load the modules with which iconv does it.
 */
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../linter/static/charset.h"

static const char *const names[] = {"GB18030", "GBK", "EUC-CN", "BIG5", "BIG5-HKSCS", "CP950"};
enum { CHARSETS = sizeof names / sizeof *names };

/* What a whole sequence stands for, as an element of a table; 0: nothing. */
static uint32_t element_of(iconv_t converter, const unsigned char *bytes, size_t size)
{
	char in_bytes[4], *in = in_bytes;
	uint32_t points[4];
	char *out = (char *)points;
	size_t in_left = size, out_left = sizeof points;
	memcpy(in_bytes, bytes, size);
	iconv(converter, NULL, NULL, NULL, NULL);
	if (iconv(converter, &in, &in_left, &out, &out_left) == (size_t)-1 || iconv(converter, NULL, NULL, &out, &out_left) == (size_t)-1)
		return 0;
	size_t count = (size_t)(out - (char *)points) / sizeof *points;
	if (count == 1)
		return points[0];
	if (count == 2 && points[1] < 1u << (32 - CHARSET_SECOND_SHIFT))
		return points[0] | points[1] << CHARSET_SECOND_SHIFT;
	/* two bytes that are a character each are none of this table */
	return 0;
}

static void write_element(uint32_t element, size_t *count)
{
	printf("%s0x%X,", (*count)++ % 16 == 0 ? "\n\t" : " ", element);
}

static void write_singles(size_t index, iconv_t converter)
{
	size_t count = 0;
	printf("static const uint32_t singles_%zu[] = {", index);
	for (unsigned byte = CHARSET_FIRST_LEAD; byte <= 0xFF; byte++)
		write_element(element_of(converter, &(unsigned char){(unsigned char)byte}, 1), &count);
	puts("\n};\n");
}

static void write_doubles(size_t index, iconv_t converter)
{
	size_t count = 0;
	printf("static const uint32_t doubles_%zu[] = {", index);
	for (unsigned lead = CHARSET_FIRST_LEAD; lead <= 0xFF; lead++) {
		bool is_single = element_of(converter, &(unsigned char){(unsigned char)lead}, 1) != 0;
		for (unsigned trail = CHARSET_FIRST_TRAIL; trail <= 0xFF; trail++) {
			const unsigned char bytes[] = {(unsigned char)lead, (unsigned char)trail};
			write_element(is_single ? 0 : element_of(converter, bytes, 2), &count);
		}
	}
	puts("\n};\n");
}

static void write_quads(iconv_t converter)
{
	size_t count = 0;
	printf("static const uint32_t quads[] = {");
	for (unsigned index = 0; index < CHARSET_QUADS; index++) {
		const unsigned char bytes[] = {(unsigned char)(0x81 + index / 12600), (unsigned char)(0x30 + index / 1260 % 10),
			(unsigned char)(0x81 + index / 10 % 126), (unsigned char)(0x30 + index % 10)};
		write_element(element_of(converter, bytes, 4), &count);
	}
	puts("\n};\n");
}

int main(void)
{
	puts("/* Made by tools/gen_charsets.c: do not edit. */\n#include \"linter/static/charset.h\"\n");
	for (size_t i = 0; i < CHARSETS; i++) {
		iconv_t converter = iconv_open("UTF-32LE", names[i]);
		if (converter == (iconv_t)-1) {
			fprintf(stderr, "gen_charsets: iconv knows no %s\n", names[i]);
			return 1;
		}
		write_singles(i, converter);
		write_doubles(i, converter);
		if (i == 0)
			write_quads(converter);
		iconv_close(converter);
	}
	puts("const struct charset charsets[] = {");
	for (size_t i = 0; i < CHARSETS; i++)
		printf("\t{\"%s\", singles_%zu, doubles_%zu, %s},\n", names[i], i, i, i == 0 ? "quads" : "0");
	puts("\t{0},\n};");
	return 0;
}
