/*
 * list_rules: the rules of config/lexicon as lines, for the build.
 *
 * usage: list_rules FILE...
 *
 * Each text that a rule replaces is a line of fields between tabs: variant (hans, hant or both), list (the folder of the file),
 * FILE:LINE, replace, with, unless, near, unless_near, wrong, right; texts of one field stand between bars.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../linter/file_p.h"
#include "../linter/rule_p.h"

static _Noreturn void fail(const char *sentence)
{
	fprintf(stderr, "list_rules: %s\n", sentence);
	exit(1);
}

static void print_text(const struct rule *rule, const char *text)
{
	if (strpbrk(text, "\t\n|")) {
		fprintf(stderr, "list_rules: %s:%u: a text holds a tab, a bar or a new line\n", rule->path, (unsigned)rule->line);
		exit(1);
	}
	fputs(text, stdout);
}

static void print_texts(const struct rule *rule, const struct texts *texts)
{
	putchar('\t');
	for (size_t i = 0; i < texts->count; i++) {
		if (i > 0)
			putchar('|');
		print_text(rule, texts->items[i]);
	}
}

/* The folder that a file stands in, without those above. */
static int print_folder(const char *path)
{
	const char *end = strrchr(path, '/'), *begin = end;
	while (begin && begin > path && begin[-1] != '/')
		begin--;
	return begin ? printf("%.*s", (int)(end - begin), begin) : 0;
}

static void print_rule(const struct rule *rule)
{
	if (rule->kind != RULE_REPLACE || rule->variant > VARIANT_HANT) {
		fprintf(stderr, "list_rules: %s:%u: a list of the lexicon holds rules of the kind replace only, for hans, hant or both\n", rule->path,
			(unsigned)rule->line);
		exit(1);
	}
	if (rule->wrong.count == 0 || rule->right.count == 0) {
		fprintf(stderr, "list_rules: %s:%u: an entry needs an example “wrong” and one “right”\n", rule->path, (unsigned)rule->line);
		exit(1);
	}
	for (size_t i = 0; i < rule->replace.count; i++) {
		printf("%s\t", rule->variant == VARIANT_HANS ? "hans" : rule->variant == VARIANT_HANT ? "hant" : "both");
		print_folder(rule->path);
		printf("\t%s:%u\t", rule->path, (unsigned)rule->line);
		print_text(rule, rule->replace.items[i]);
		const struct texts *fields[] = {&rule->with, &rule->unless, &rule->near, &rule->unless_near, &rule->wrong, &rule->right};
		for (size_t j = 0; j < sizeof fields / sizeof *fields; j++)
			print_texts(rule, fields[j]);
		putchar('\n');
	}
}

int main(int argc, char **argv)
{
	struct arena arena;
	arena_init(&arena);
	for (int i = 1; i < argc; i++) {
		struct rules rules = {0};
		struct str bytes;
		struct error error;
		if (!file_read(argv[i], FILE_NO_LIMIT, &bytes, &arena, &error) || !rules_read(&rules, argv[i], bytes, &arena, &error))
			fail(error.text);
		for (size_t j = 0; j < rules.count; j++)
			print_rule(&rules.items[j]);
	}
	arena_release(&arena);
	return fflush(stdout) == 0 ? 0 : 1;
}
