/* draft: the text that grows, its output and its counts. */
#include "draft.h"

#include <stdlib.h>

#include "../../linter/utf8.h"

void draft_add(struct draft *draft, uint32_t character)
{
	if (draft->count == draft->capacity) {
		draft->capacity = draft->capacity ? draft->capacity * 2 : 4096;
		draft->characters = realloc(draft->characters, draft->capacity * sizeof *draft->characters);
		if (!draft->characters)
			exit(1);
	}
	draft->characters[draft->count++] = character;
}

size_t draft_write(const struct draft *draft, FILE *file)
{
	size_t written = 0;
	for (size_t i = 0; i < draft->count; i++) {
		char out[4];
		uint32_t size = character_encode(draft->characters[i], out);
		written += fwrite(out, 1, size, file);
	}
	return written;
}

void draft_count(const struct draft *draft, struct rates *rates)
{
	int in_number = 0;
	for (size_t i = 0; i < draft->count; i++) {
		uint32_t character = draft->characters[i];
		int is_digit = character >= '0' && character <= '9', is_latin = (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
		int is_han = character >= 0x4E00 && character <= 0x9FFF;
		rates->numbers += (size_t)(is_digit && !in_number);
		in_number = is_digit || (in_number && character == '.');
		rates->digits += (size_t)is_digit;
		rates->latin += (size_t)is_latin;
		rates->han += (size_t)is_han;
		rates->marks += (size_t)(!is_digit && !is_latin && !is_han && character > ' ');
	}
	rates->all += draft->count;
	rates->slips += draft->slips;
}

void rates_print(const struct rates *rates, const char *variant, FILE *file)
{
	double all = (double)rates->all / 100;
	fprintf(file,
		"%s: %.1f million characters, Han %.1f%%, marks %.1f%%, digits %.1f%%, Latin %.1f%%; in 10,000 characters %.0f numbers, %.2f slips\n",
		variant, all / 1e4, (double)rates->han / all, (double)rates->marks / all, (double)rates->digits / all, (double)rates->latin / all,
		(double)rates->numbers / all * 100, (double)rates->slips / all * 100);
}
