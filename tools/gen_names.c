/*
 * gen_names: writes the words beside names, and what each character may be in a name, as C to standard output.
 *
 * usage: gen_names FOLDER; the folder (config/names) holds lists of words with blanks between, in both forms. A line that begins with # is a
 * comment.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../linter/name_p.h"

enum { WORDS = 2048, WORD_BYTES = 40 };

struct entry {
	char text[WORD_BYTES];
	const char *kind;
	unsigned length;
	uint32_t pair[2], third;
};

static struct entry words[WORDS];
static unsigned count, heads[NAME_CHAINS], nexts[WORDS];
static uint8_t roles[0x10000];

/* Calls with each word of a list. */
static void each_word(const char *folder, const char *name, void (*each)(const char *word, const char *kind), const char *kind)
{
	char path[4096], line[8192];
	snprintf(path, sizeof path, "%s/%s.txt", folder, name);
	FILE *file = fopen(path, "r");
	if (!file) {
		fprintf(stderr, "gen_names: cannot open %s\n", path);
		exit(1);
	}
	while (fgets(line, sizeof line, file)) {
		char *rest = line, *word;
		while (line[0] != '#' && (word = strsep(&rest, " \n")))
			if (*word)
				each(word, kind);
	}
	fclose(file);
}

static unsigned decode(const char *word, uint32_t *characters)
{
	unsigned length = 0;
	while (*word)
		characters[length++] = character_decode(&word);
	return length;
}

static bool is_before(const char *kind)
{
	return strcmp(kind, "SAYING") && strcmp(kind, "SURNAME");
}

static void add_word(const char *word, const char *kind)
{
	uint32_t characters[WORD_BYTES];
	for (unsigned i = 0; i < count; i++)
		if (!strcmp(words[i].text, word) && !strcmp(words[i].kind, kind))
			return;
	if (count == WORDS || strlen(word) >= WORD_BYTES)
		exit(1);
	unsigned length = decode(word, characters);
	uint32_t key = is_before(kind) ? characters[length - 1] : characters[0];
	if (key >= 0x10000)
		exit(1);
	roles[key] |= is_before(kind) ? NAME_ROLE_END : !strcmp(kind, "SAYING") ? NAME_ROLE_SAYING : NAME_ROLE_DOUBLE;
	if (length == 1)
		roles[key] |= NAME_ROLE_ALONE;
	memcpy(words[count].text, word, strlen(word) + 1);
	words[count].length = length;
	words[count++].kind = kind;
}

static int compare(const void *a, const void *b)
{
	const struct entry *left = a, *right = b;
	return left->length != right->length ? (left->length < right->length ? -1 : 1) : strcmp(left->text, right->text);
}

/* The shortest first: the longest comes to the head of its chain. */
static void make_chains(void)
{
	qsort(words, count, sizeof *words, compare);
	for (unsigned i = 0; i < count; i++) {
		uint32_t characters[WORD_BYTES];
		unsigned length = decode(words[i].text, characters);
		uint32_t *pair = is_before(words[i].kind) && length > 1 ? characters + length - 2 : characters;
		words[i].pair[0] = length > 1 ? pair[0] : 0;
		words[i].pair[1] = length > 1 ? pair[1] : pair[0];
		words[i].third = length < 3 ? 0 : is_before(words[i].kind) ? characters[length - 3] : characters[2];
		if (words[i].pair[0] >= 0x10000 || words[i].pair[1] >= 0x10000 || words[i].third >= 0x10000)
			exit(1);
		uint32_t chain = name_chain_of(words[i].pair[0], words[i].pair[1]);
		nexts[i] = heads[chain];
		heads[chain] = i + 1;
	}
}

/* KIND: the roles of single characters; a word of two is a surname. */
static void add_characters(const char *word, const char *kind)
{
	uint8_t role = !strcmp(kind, "SURNAME") ? NAME_ROLE_SURNAME : !strcmp(kind, "NEVER") ? NAME_ROLE_NEVER : NAME_ROLE_SOUND;
	if (!strcmp(kind, "FOREIGN"))
		role = NAME_ROLE_FOREIGN;
	if (role == NAME_ROLE_SURNAME && strlen(word) == 6) {
		add_word(word, "SURNAME");
		return;
	}
	while (*word) {
		uint32_t cp = character_decode(&word);
		if (cp < 0x10000)
			roles[cp] |= role;
	}
}

static void print_numbers(const char *declaration, const unsigned *numbers, unsigned length)
{
	printf("const %s = {", declaration);
	for (unsigned i = 0; i < length; i++)
		printf("%s%u,", i % 32 ? "" : "\n", numbers[i]);
	printf("\n};\n\n");
}

int main(int argc, char **argv)
{
	if (argc != 2) {
		fprintf(stderr, "usage: gen_names FOLDER\n");
		return 1;
	}
	each_word(argv[1], "titles", add_word, "TITLE");
	each_word(argv[1], "places", add_word, "PLACE");
	each_word(argv[1], "organisations", add_word, "ORGANISATION");
	each_word(argv[1], "sayings", add_word, "SAYING");
	each_word(argv[1], "surnames", add_characters, "SURNAME");
	each_word(argv[1], "never", add_characters, "NEVER");
	each_word(argv[1], "sounds", add_characters, "SOUND");
	each_word(argv[1], "foreign", add_characters, "FOREIGN");
	make_chains();
	printf("/* Made by tools/gen_names.c from config/names/: do not edit. */\n#include \"name_p.h\"\n\nconst struct name_word name_words[] = "
	       "{\n");
	for (unsigned i = 0; i < count; i++)
		printf("\t{\"%s\", {0x%X, 0x%X}, 0x%X, %u, NAME_WORD_%s},\n", words[i].text, (unsigned)words[i].pair[0], (unsigned)words[i].pair[1],
			(unsigned)words[i].third, words[i].length, words[i].kind);
	printf("};\n\n");
	print_numbers("uint16_t name_chain[NAME_CHAINS]", heads, NAME_CHAINS);
	print_numbers("uint16_t name_next[]", nexts, count);
	printf("const uint8_t name_roles[0x10000] = {");
	for (unsigned i = 0; i < 0x10000; i++)
		printf("%s%u,", i % 64 ? "" : "\n", roles[i]);
	printf("\n};\n");
	return fflush(stdout) != 0;
}
