/*
 * fixes: what --fix and --unsafe-fixes make of every file, with all checks on and with the options of its fixture.
 *
 * Proves of each round that only bytes of fixes that were applied change, that these are prose (no markup, code, URL: what is
 * hidden from the checks is the same after, but for an address that was written full-width), that no finding comes that was not there, and of all rounds that one is enough
 * where no fixes collide, and that the last leaves nothing to fix. Plain text is tried as Markdown too, with comments and
 * code put into what would be replaced.
 *
 * usage: fixes DATA FILE...
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../linter/fix_p.h"
#include "harness.h"

enum { ROUNDS = 10, SMALL = 2500 /* bytes of a text that is tried in all ways */ };

static size_t passed, failed;
static bool said; /* one failure of a file is enough */

static void fail(const char *name, enum fix_kind kind, const char *what, struct str detail)
{
	if (!said)
		printf("FAILED fixes: %s, %s: %s: %.*s\n", name, kind == FIX_SAFE ? "--fix" : "--unsafe-fixes", what, (int)detail.size, detail.data);
	said = true;
}

/* For each byte: is it of a character that checks see? An object is none, nor is a break that stands at a byte of markup. */
static bool *find_prose(const struct result *result, struct arena *arena)
{
	struct str text = result->input.text;
	const struct article *article = reader_article(&result->input, arena);
	bool *prose = ARENA_ARRAY(arena, bool, text.size + 1);
	for (uint32_t at = article->begin; at < article->end; at++) {
		size_t begin = article_byte(article, at), end = article_byte_end(article, at + 1);
		if (article->cp[at] == CHARACTER_OBJECT || (article->cp[at] == '\n' && text.data[begin] != '\n'))
			continue;
		if (article->cp[at] == '\n' && begin > 0 && text.data[begin - 1] == '\r')
			begin--;
		for (; begin < end; begin++)
			prose[begin] = true;
	}
	return prose;
}

/* All bytes that PROSE does not hold. */
static struct str hidden_bytes(struct str text, const bool *prose, struct arena *arena)
{
	char *bytes = arena_alloc(arena, text.size + 1);
	size_t size = 0;
	for (size_t i = 0; i < text.size; i++)
		if (!prose[i])
			bytes[size++] = text.data[i];
	return (struct str){bytes, size};
}

/* ｗｗｗ．ｃｎ written as it should be is an address, which is hidden: such an object, made of what was prose, counts as prose still. */
static void show_new_addresses(const struct result *after, bool *prose_after, const bool *prose_before, const size_t *origin, struct arena *arena)
{
	struct str text = after->input.text;
	const struct article *article = reader_article(&after->input, arena);
	for (uint32_t at = article->begin; at < article->end; at++) {
		if (article->cp[at] != CHARACTER_OBJECT)
			continue;
		size_t begin = article_byte(article, at), end = article_byte_end(article, at + 1);
		bool is_new = end > begin && ((end - begin > 4 && !memcmp(text.data + begin, "www.", 4)) || memmem(text.data + begin, end - begin, "://", 3) ||
							 memchr(text.data + begin, '@', end - begin));
		for (size_t i = begin; i < end && is_new; i++)
			is_new = text.data[i] > ' ' && prose_before[origin[i]];
		if (is_new)
			memset(prose_after + begin, true, end - begin);
	}
}

/* Is hidden after what was hidden before, and nothing else? */
static bool hides_the_same(const struct result *before, const struct result *after, const size_t *origin, struct arena *arena)
{
	const bool *prose_before = find_prose(before, arena);
	bool *prose_after = find_prose(after, arena);
	show_new_addresses(after, prose_after, prose_before, origin, arena);
	return str_equal(hidden_bytes(before->input.text, prose_before, arena), hidden_bytes(after->input.text, prose_after, arena));
}

/* The fixes that are applied, told by a way of our own: a byte is taken once, and so is a gap between bytes. */
struct plan {
	const struct diagnostic **chosen;
	size_t count, capacity;
	size_t left; /* they collide with others, or stood for their like, which may speak for themselves now, or restore a text */
};

static bool collides(const struct edit *a, const struct edit *b)
{
	size_t begin = a->region.begin.byte, end = a->region.end.byte, other = b->region.begin.byte, other_end = b->region.end.byte;
	if (begin == end && other == other_end) /* the bytes at both sides belong to an insertion */
		return begin <= other + 1 && other <= begin + 1;
	if (begin == end || other == other_end)
		return begin <= other_end && other <= end;
	return begin < other_end && other < end;
}

/* Text that nobody can read: what its marks are is told anew after each fix in it, and once it is restored it has its own faults. */
static bool is_garbled(const struct diagnostic *diagnostic)
{
	return !strcmp(diagnostic->check->name, "script_mojibake");
}

static bool fits(const struct plan *plan, const struct diagnostic *diagnostic)
{
	for (size_t i = 0; i < plan->count; i++)
		for (uint32_t j = 0; j < plan->chosen[i]->edit_count; j++)
			for (uint32_t k = 0; k < diagnostic->edit_count; k++)
				if (collides(&plan->chosen[i]->edits[j], &diagnostic->edits[k]))
					return false;
	return true;
}

static struct plan make_plan(const struct result *result, enum fix_kind kind, struct arena *arena)
{
	struct plan plan = {0};
	for (size_t i = 0; i < result->count; i++) {
		const struct diagnostic *diagnostic = &result->diagnostics[i];
		if (!diagnostic->edit_count || diagnostic->fix_kind > kind)
			continue;
		bool fit = fits(&plan, diagnostic);
		plan.left += !fit || diagnostic->edit_count > 1 || is_garbled(diagnostic);
		if (fit)
			ARENA_PUSH(arena, plan.chosen, plan.count, plan.capacity, diagnostic);
	}
	return plan;
}

/* What the edit of a plan that comes first at or after a byte does; NULL: there is none. */
static const struct edit *next_edit(const struct plan *plan, size_t from, const struct edit *after)
{
	const struct edit *next = NULL;
	for (size_t i = 0; i < plan->count; i++)
		for (uint32_t j = 0; j < plan->chosen[i]->edit_count; j++) {
			const struct edit *edit = &plan->chosen[i]->edits[j];
			if (edit->region.begin.byte >= from && edit != after && (!next || edit->region.begin.byte < next->region.begin.byte))
				next = edit;
		}
	return next;
}

/* Copies what no edit holds and checks that it stands in the new text; says where in the old text each new byte comes from. */
static bool check_bytes(const struct plan *plan, struct str before, struct str after, size_t *origin)
{
	size_t at = 0, out = 0;
	const struct edit *edit = NULL;
	do {
		edit = next_edit(plan, at, edit);
		size_t stop = edit ? edit->region.begin.byte : before.size;
		if (after.size - out < stop - at || memcmp(before.data + at, after.data + out, stop - at) != 0)
			return false;
		while (at < stop)
			origin[out++] = at++;
		if (!edit)
			break;
		size_t size = edit->replacement.size;
		if (after.size - out < size || memcmp(edit->replacement.data, after.data + out, size) != 0)
			return false;
		while (size--)
			origin[out++] = at;
		at = edit->region.end.byte;
	} while (true);
	origin[out] = at;
	return out == after.size;
}

/* The first of a plan that takes bytes which are no prose. */
static const struct diagnostic *find_intruder(const struct plan *plan, const struct result *result, struct arena *arena)
{
	const bool *prose = find_prose(result, arena);
	for (size_t i = 0; i < plan->count; i++)
		for (uint32_t j = 0; j < plan->chosen[i]->edit_count; j++)
			for (size_t at = plan->chosen[i]->edits[j].region.begin.byte; at < plan->chosen[i]->edits[j].region.end.byte; at++)
				if (!prose[at])
					return plan->chosen[i];
	return NULL;
}

/* A finding that is new: none of its kind was there, where its text stood or was made from. */
static const struct diagnostic *find_new(const struct result *before, const struct result *after, const size_t *origin)
{
	for (size_t i = 0; i < after->count; i++) {
		const struct diagnostic *found = &after->diagnostics[i];
		size_t begin = origin[found->region.begin.byte], end = origin[found->region.end.byte];
		bool known = false;
		for (size_t j = 0; j < before->count && !known; j++) {
			const struct diagnostic *old = &before->diagnostics[j];
			bool one_for_all = old->edit_count > 1; /* it stood for its like */
			bool is_here = old->region.begin.byte <= end && begin <= old->region.end.byte;
			known = (is_here && is_garbled(old)) || (old->check == found->check && (one_for_all || (is_here && old->message == found->message)));
		}
		if (!known)
			return found;
	}
	return NULL;
}

static struct str shown(const struct diagnostic *diagnostic, struct arena *arena)
{
	struct str line = diagnostic_line(diagnostic->source, diagnostic->region.begin), message = diagnostic_message(diagnostic, arena);
	return arena_format(arena, "%s:%u: %.*s\n    %.*s", diagnostic->check->name, (unsigned)diagnostic->region.begin.line, (int)message.size,
		message.data, (int)line.size, line.data);
}

/* One round. False: there was nothing to fix, or what follows means nothing. */
static bool try_round(
	const struct result *result, struct result *next, enum fix_kind kind, bool natural, int round, size_t *left, struct arena *arena)
{
	const char *name = result->input.path;
	struct plan plan = make_plan(result, kind, arena);
	size_t applied = 0;
	struct str text = fix_apply(result->input.text, result->diagnostics, result->count, kind, &applied, arena);
	if (applied != plan.count)
		fail(name, kind, "other fixes are applied than fit", text);
	if (plan.count == 0)
		return false;
	if (natural && round > 0 && *left == 0)
		fail(name, kind, "one round was not enough", shown(plan.chosen[0], arena));
	*left = plan.left;
	size_t *origin = ARENA_ARRAY(arena, size_t, text.size + 1);
	if (!check_bytes(&plan, result->input.text, text, origin)) {
		fail(name, kind, "bytes outside the fixes change", text);
		return false;
	}
	harness_result(next, result->policy, name, text);
	const struct diagnostic *found = find_new(result, next, origin), *intruder = find_intruder(&plan, result, arena);
	if (intruder)
		fail(name, kind, "what is no prose would change", shown(intruder, arena));
	if (!hides_the_same(result, next, origin, arena))
		fail(name, kind, "the prose is another part of the text after", text);
	if (found && natural)
		fail(name, kind, "a new finding", shown(found, arena));
	return true;
}

static void try_text(const char *name, const struct policy *policy, struct str source, enum fix_kind kind, bool natural)
{
	struct arena arena;
	struct result result, next;
	size_t left = 0;
	int round = 0;
	said = false;
	arena_init(&arena);
	harness_result(&result, policy, name, source);
	while (round < ROUNDS && try_round(&result, &next, kind, natural, round, &left, &arena)) {
		arena_release(&result.arena);
		result = next;
		round++;
	}
	if (round == ROUNDS)
		fail(name, kind, "the last round left something to fix", STR(""));
	arena_release(&result.arena);
	arena_release(&arena);
	said ? failed++ : passed++;
}

/* The text as Markdown with something put in at two places (or one: an empty string). New findings are no fault of a text like that. */
static void try_inserted(
	const char *name, const struct policy *policy, struct str source, size_t first, const char *one, size_t second, const char *other)
{
	struct arena arena;
	arena_init(&arena);
	struct str text = arena_format(&arena, "%.*s%s%.*s%s%.*s", (int)first, source.data, one, (int)(second - first), source.data + first, other,
		(int)(source.size - second), source.data + second);
	try_text(name, policy, text, FIX_UNSAFE, false);
	arena_release(&arena);
}

static size_t next_character(struct str source, size_t at)
{
	do
		at++;
	while (at < source.size && (source.data[at] & 0xC0) == 0x80);
	return at;
}

static void try_edit(const char *name, const struct policy *policy, struct str source, const struct edit *edit)
{
	static const char *const inserts[] = {"<!-- x -->", "`...`", "<b>", "\n> "};
	size_t begin = edit->region.begin.byte, end = edit->region.end.byte, before = begin;
	for (size_t at = begin; end - begin > 1 && (at = next_character(source, at)) < end;)
		for (size_t i = 0; i < sizeof inserts / sizeof *inserts; i++)
			try_inserted(name, policy, source, at, inserts[i], at, "");
	if (begin > 0) {
		while (--before > 0 && (source.data[before] & 0xC0) == 0x80)
			;
		try_inserted(name, policy, source, before, "**", begin, "**");
	}
	try_inserted(name, policy, source, begin, "**", end, "**");
	if (end < source.size)
		try_inserted(name, policy, source, end, "**", next_character(source, end), "**");
}

static void try_as_markdown(const char *name, const struct policy *policy, struct str source)
{
	struct result result;
	try_text(name, policy, source, FIX_UNSAFE, true);
	harness_result(&result, policy, name, source);
	for (size_t i = 0; i < result.count && source.size <= SMALL; i++)
		for (uint32_t j = 0; j < result.diagnostics[i].edit_count; j++)
			try_edit(name, policy, source, &result.diagnostics[i].edits[j]);
	arena_release(&result.arena);
}

/* The configuration of a fixture: that of its case, or else of its folder; NULL: none. */
static const char *config_of(const char *path, struct arena *arena)
{
	const char *base = strrchr(path, '/') ? strrchr(path, '/') + 1 : path, *dot = strchr(base, '.');
	const char *own = arena_format(arena, "%.*s.config.yaml", dot ? (int)(dot - path) : (int)strlen(path), path).data;
	const char *common = arena_format(arena, "%.*sconfig.yaml", (int)(base - path), path).data;
	return access(own, R_OK) == 0 ? own : access(common, R_OK) == 0 ? common : NULL;
}

int main(int argc, char **argv)
{
	if (argc < 3) {
		fprintf(stderr, "usage: fixes DATA FILE...\n");
		return 2;
	}
	harness_init(argv[1]);
	const struct policy *common = harness_policy(NULL);
	for (int i = 2; i < argc; i++) {
		struct arena arena;
		arena_init(&arena);
		struct str source = harness_file(argv[i]);
		const char *config = config_of(argv[i], &arena), *ending = strrchr(argv[i], '.');
		const struct policy *policy = config ? harness_policy(config) : common;
		try_text(argv[i], policy, source, FIX_SAFE, true);
		try_text(argv[i], policy, source, FIX_UNSAFE, true);
		if (ending && !strcmp(ending, ".txt"))
			try_as_markdown(arena_format(&arena, "%s, as .md", argv[i]).data, policy, source);
		free((char *)source.data);
		arena_release(&arena);
	}
	printf("fixes: %zu passed, %zu failed\n", passed, failed);
	return failed > 0;
}
