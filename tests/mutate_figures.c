/*
 * mutate_figures: one number, item, date or marker of a clean article is changed so that it contradicts another place of it; a finding
 * of a figure_ check must stand within two lines of the change or of that place. Counts by kind of edit and by check.
 *
 * The articles themselves must be silent.
 *
 * usage: mutate_figures DATA COUNT SEED BAR [-v] FILE...   fails if less than BAR percent are found; -v prints what is not
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"
#include "relations.h"

enum { NEAR = 2, CHECKS = 32, ARTICLES = 1000 };

struct source {
	const char *path;
	struct str text;
	size_t first, count; /* its slips */
};

struct tally {
	unsigned edits, found;
};

struct score {
	struct tally relations[RELATION_KINDS];
	struct {
		const char *name;
		unsigned found;
	} checks[CHECKS];
};

static struct arena arena;
static const struct policy *policy;

static bool is_figure_check(const struct diagnostic *diagnostic)
{
	return strncmp(diagnostic->check->name, "figure_", 7) == 0;
}

static uint32_t line_of(struct str text, size_t byte)
{
	uint32_t line = 1;
	for (size_t i = 0; i < byte && i < text.size; i++)
		line += text.data[i] == '\n';
	return line;
}

static bool is_near(const struct region *region, uint32_t line)
{
	return region->begin.line <= line + NEAR && region->end.line + NEAR >= line;
}

static bool answers(const struct diagnostic *diagnostic, uint32_t line, uint32_t other)
{
	if (is_near(&diagnostic->region, line) || is_near(&diagnostic->region, other))
		return true;
	for (uint32_t i = 0; i < diagnostic->related_count; i++)
		if (is_near(&diagnostic->related[i].region, line))
			return true;
	return false;
}

static struct str edited(const struct source *source, const struct slip *slip)
{
	size_t length = strlen(slip->text), size = source->text.size - (slip->end - slip->begin) + length;
	char *text = arena_alloc(&arena, size + 1);
	memcpy(text, source->text.data, slip->begin);
	memcpy(text + slip->begin, slip->text, length);
	memcpy(text + slip->begin + length, source->text.data + slip->end, source->text.size - slip->end);
	return (struct str){text, size};
}

static void count_check(struct score *score, const char *name)
{
	size_t i = 0;
	while (i + 1 < CHECKS && score->checks[i].name && strcmp(score->checks[i].name, name) != 0)
		i++;
	score->checks[i].name = name;
	score->checks[i].found++;
}

static size_t whole_character(struct str text, size_t byte)
{
	while (byte > 0 && byte < text.size && ((unsigned char)text.data[byte] & 0xC0) == 0x80)
		byte--;
	return byte < text.size ? byte : text.size;
}

/* Some characters on each side of the edit, without the ends of lines. */
static void print_miss(const struct source *source, struct str text, const struct slip *slip)
{
	size_t begin = whole_character(text, slip->begin > 60 ? slip->begin - 60 : 0), end = whole_character(text, slip->begin + 90);
	printf("not found: %s: %s:%u: ", relation_names[slip->relation], source->path, line_of(text, slip->begin));
	for (size_t i = begin; i < end; i++)
		putchar(text.data[i] == '\n' ? ' ' : text.data[i]);
	printf(" (was %.*s)\n", (int)(slip->end - slip->begin), source->text.data + slip->begin);
}

static void try_slip(const struct source *source, const struct slip *slip, struct score *score, bool verbose)
{
	struct str text = edited(source, slip);
	struct result result;
	harness_result(&result, policy, "mutate.txt", text);
	uint32_t line = line_of(text, slip->begin), other = line_of(source->text, slip->other);
	const char *name = NULL;
	for (size_t i = 0; i < result.count && !name; i++)
		if (is_figure_check(&result.diagnostics[i]) && answers(&result.diagnostics[i], line, other))
			name = result.diagnostics[i].check->name;
	struct tally *tally = &score->relations[slip->relation];
	tally->edits++;
	if (name) {
		tally->found++;
		count_check(score, name);
	} else if (verbose) {
		print_miss(source, text, slip);
	}
	arena_release(&result.arena);
}

/* A clean article says nothing wrong; where a check thinks so, nobody could tell what it finds. */
static bool is_silent(const struct source *source)
{
	struct result result;
	bool silent = true;
	harness_result(&result, policy, "mutate.txt", source->text);
	for (size_t i = 0; i < result.count; i++)
		if (is_figure_check(&result.diagnostics[i])) {
			fprintf(stderr, "%s:%u: %s before any edit\n", source->path, result.diagnostics[i].region.begin.line,
				result.diagnostics[i].check->name);
			silent = false;
		}
	arena_release(&result.arena);
	return silent;
}

static int print(const struct score *score, unsigned bar)
{
	struct tally all = {0};
	puts("| edit | edits | found | |\n| --- | ---: | ---: | ---: |");
	for (int i = 0; i < RELATION_KINDS; i++) {
		const struct tally *own = &score->relations[i];
		if (own->edits)
			printf("| %s | %u | %u | %.0f%% |\n", relation_names[i], own->edits, own->found, 100.0 * own->found / own->edits);
		all.edits += own->edits;
		all.found += own->found;
	}
	puts("\n| found by | |\n| --- | ---: |");
	for (size_t i = 0; i < CHECKS && score->checks[i].name; i++)
		printf("| %s | %u |\n", score->checks[i].name, score->checks[i].found);
	double percent = all.edits ? 100.0 * all.found / all.edits : 0;
	printf("\nmutate-figures: %u of %u found, %.1f%%\n", all.found, all.edits, percent);
	return percent < bar;
}

/* The slips of all articles, article by article. False if an article is not silent. */
static bool read_articles(char **paths, size_t count, struct source *sources, struct slips *slips, uint64_t *state)
{
	bool silent = true;
	for (size_t i = 0; i < count; i++) {
		struct source *source = &sources[i];
		*source = (struct source){.path = paths[i], .text = harness_file(paths[i]), .first = slips->count};
		silent = is_silent(source) && silent;
		relations_find(source->text, slips, &arena, state);
		source->count = slips->count - source->first;
	}
	return silent;
}

/* A random slip of a random relation that has any: dates would else be most of them. */
static const struct slip *choose(const struct slips *slips, uint64_t *state)
{
	for (;;) {
		enum relation relation = (enum relation)(harness_random(state) % RELATION_KINDS);
		for (int tries = 0; tries < 100; tries++) {
			const struct slip *slip = &slips->at[harness_random(state) % slips->count];
			if (slip->relation == relation)
				return slip;
		}
	}
}

int main(int argc, char **argv)
{
	static struct source sources[ARTICLES];
	static struct score score;
	struct slips slips = {0};
	bool verbose = argc > 5 && strcmp(argv[5], "-v") == 0;
	size_t first = 5 + verbose, count = argc > 5 ? (size_t)argc - first : 0, owner = 0;
	if (count == 0 || count > ARTICLES) {
		fprintf(stderr, "usage: mutate_figures DATA COUNT SEED BAR [-v] FILE...\n");
		return 2;
	}
	arena_init(&arena);
	harness_init(argv[1]);
	policy = harness_profile("default");
	uint64_t state = strtoull(argv[3], NULL, 10) * 2654435761u + 88172645463325252u;
	if (!read_articles(argv + first, count, sources, &slips, &state))
		return 2;
	for (unsigned long left = slips.count ? strtoul(argv[2], NULL, 10) : 0; left > 0; left--) {
		const struct slip *slip = choose(&slips, &state);
		size_t index = (size_t)(slip - slips.at);
		for (owner = 0; index >= sources[owner].first + sources[owner].count;)
			owner++;
		try_slip(&sources[owner], slip, &score, verbose);
	}
	return print(&score, (unsigned)strtoul(argv[4], NULL, 10));
}
