/*
 * statistics: how often each check found something, in place of the findings: a table for people (gcc), one object (json), an object a line (jsonl).
 */
#include <stdlib.h>

#include "../language_p.h"
#include "../map_p.h"
#include "../version_p.h"
#include "../wrap_p.h"
#include "json_p.h"

struct tally {
	const char *name; /* as diagnostic_name */
	size_t severities[3];
	size_t fixes[2]; /* by enum fix_kind: FIX_SAFE, FIX_UNSAFE */
	struct map paths; /* the files counted, to the same text */
	char *path;       /* the last of them */
};

struct statistics {
	FILE *out;
	struct writer_options options;
	struct arena *arena;
	struct map names; /* to struct tally */
	struct tally **tallies;
	size_t count, capacity;
	struct tally all;
	struct failures failures; /* for json, where they come after the counts */
};

enum { COLUMNS = 3 };

static size_t findings_of(const struct tally *tally)
{
	return tally->severities[SEVERITY_NOTE] + tally->severities[SEVERITY_WARNING] + tally->severities[SEVERITY_ERROR];
}

/* The most frequent first, then by name. */
static int compare(const void *a, const void *b)
{
	const struct tally *left = *(struct tally *const *)a, *right = *(struct tally *const *)b;
	size_t more = findings_of(left), fewer = findings_of(right);
	return more != fewer ? more > fewer ? -1 : 1 : strcmp(left->name, right->name);
}

static void *begin(FILE *out, const struct writer_options *options, struct arena *arena)
{
	struct statistics *statistics = ARENA_NEW(arena, struct statistics);
	*statistics = (struct statistics){.out = out, .options = *options, .arena = arena, .failures = {.arena = arena}};
	return statistics;
}

static struct tally *tally_of(struct statistics *statistics, const char *name)
{
	void **known = map_find(&statistics->names, str_from(name));
	if (known)
		return *known;
	struct tally *tally = ARENA_NEW(statistics->arena, struct tally);
	tally->name = arena_strdup(statistics->arena, name);
	*map_put(&statistics->names, str_from(tally->name), statistics->arena) = tally;
	ARENA_PUSH(statistics->arena, statistics->tallies, statistics->count, statistics->capacity, tally);
	return tally;
}

/* The path of a finding, to be told by its address. The files come in order, but for notes on kanlint-ignore.yaml between them. */
static char *path_of(const struct statistics *statistics, const char *path)
{
	const struct tally *all = &statistics->all;
	if (all->path && strcmp(all->path, path) == 0)
		return all->path;
	void **known = map_find(&all->paths, str_from(path));
	return known ? *known : arena_strdup(statistics->arena, path);
}

static void add(struct tally *tally, const struct diagnostic *diagnostic, char *path, struct arena *arena)
{
	tally->severities[diagnostic->severity]++;
	if (diagnostic->edit_count > 0)
		tally->fixes[diagnostic->fix_kind == FIX_UNSAFE]++;
	if (tally->path != path)
		*map_put(&tally->paths, str_from(path), arena) = path;
	tally->path = path;
}

static void count_finding(void *state, const struct diagnostic *diagnostic, struct arena *scratch)
{
	struct statistics *statistics = state;
	(void)scratch;
	char *path = path_of(statistics, diagnostic->path);
	add(tally_of(statistics, diagnostic_name(diagnostic)), diagnostic, path, statistics->arena);
	add(&statistics->all, diagnostic, path, statistics->arena);
}

static void sort(struct statistics *statistics)
{
	if (statistics->count > 0)
		qsort(statistics->tallies, statistics->count, sizeof *statistics->tallies, compare);
}

static void write_row(const struct statistics *statistics, const unsigned widths[COLUMNS], const struct tally *tally, const char *name)
{
	size_t numbers[COLUMNS] = {findings_of(tally), tally->fixes[0], tally->paths.count};
	for (size_t i = 0; i < COLUMNS; i++)
		fprintf(statistics->out, "%*zu  ", (int)widths[i], numbers[i]);
	write_escaped(statistics->out, str_from(name));
	putc('\n', statistics->out);
}

static void end_table(void *state, const struct writer_summary *summary)
{
	struct statistics *statistics = state;
	const char *const heads[COLUMNS + 1] = {translate(N_("findings")), translate(N_("fixable")), translate(N_("files")), translate(N_("check"))};
	const char *bold = style_begin(STYLE_BOLD, statistics->options.color), *plain = style_end(statistics->options.color);
	unsigned widths[COLUMNS];
	(void)summary;
	if (statistics->count == 0)
		return;
	fputs(bold, statistics->out);
	for (size_t i = 0; i < COLUMNS; i++) {
		unsigned cells = wrap_cells(str_from(heads[i]), statistics->options.ambiguous_width);
		widths[i] = cells < 8 ? 8 : cells;
		write_spaces(statistics->out, widths[i] - cells);
		fprintf(statistics->out, "%s  ", heads[i]);
	}
	fprintf(statistics->out, "%s%s\n", heads[COLUMNS], plain);
	sort(statistics);
	for (size_t i = 0; i < statistics->count; i++)
		write_row(statistics, widths, statistics->tallies[i], statistics->tallies[i]->name);
	fputs(bold, statistics->out);
	write_row(statistics, widths, &statistics->all, translate(N_("in all")));
	fputs(plain, statistics->out);
}

static void write_tally(FILE *out, const struct tally *tally)
{
	fputs("{\"name\":", out);
	json_write_string(out, str_from(tally->name));
	fprintf(out, ",\"findings\":%zu,\"errors\":%zu,\"warnings\":%zu,\"notes\":%zu,\"files\":%zu,\"safe_fixes\":%zu,\"unsafe_fixes\":%zu}",
		findings_of(tally), tally->severities[SEVERITY_ERROR], tally->severities[SEVERITY_WARNING], tally->severities[SEVERITY_NOTE],
		tally->paths.count, tally->fixes[0], tally->fixes[1]);
}

static void keep_failure(void *state, const char *path, const char *message)
{
	struct statistics *statistics = state;
	failures_add(&statistics->failures, path, message);
}

static void end_json(void *state, const struct writer_summary *summary)
{
	struct statistics *statistics = state;
	FILE *out = statistics->out;
	sort(statistics);
	json_write_head(out);
	fputs("\"statistics\":[", out);
	for (size_t i = 0; i < statistics->count; i++) {
		fputs(i > 0 ? ",\n" : "\n", out);
		write_tally(out, statistics->tallies[i]);
	}
	fputs("],\n", out);
	json_write_failures(out, &statistics->failures);
	json_write_summary(out, summary);
	fputs("}\n", out);
}

static void end_jsonl(void *state, const struct writer_summary *summary)
{
	struct statistics *statistics = state;
	sort(statistics);
	for (size_t i = 0; i < statistics->count; i++) {
		fputs("{\"statistics\":", statistics->out);
		write_tally(statistics->out, statistics->tallies[i]);
		fputs("}\n", statistics->out);
	}
	for (const struct failure *failure = statistics->failures.first; failure; failure = failure->next) {
		fputs("{\"failure\":", statistics->out);
		json_write_failure(statistics->out, failure->path, failure->message);
		fputs("}\n", statistics->out);
	}
	putc('{', statistics->out);
	json_write_summary(statistics->out, summary);
	fputs("}\n", statistics->out);
}

const struct writer statistics_gcc = {.name = "gcc", .begin = begin, .finding = count_finding, .end = end_table};
const struct writer statistics_json = {.name = "json", .begin = begin, .finding = count_finding, .failure = keep_failure, .end = end_json};
const struct writer statistics_jsonl = {.name = "jsonl", .begin = begin, .finding = count_finding, .failure = keep_failure, .end = end_jsonl};
