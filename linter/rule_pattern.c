/*
 * rule_pattern: patterns by PCRE2, on the article's code points as they are. A pattern sees one paragraph at a time, or a piece of a long
 * one, so that none costs more than the square of a piece; its steps, its depth and its memory are limited, and one that passes a limit
 * is stopped in that article and named.
 */
#define PCRE2_CODE_UNIT_WIDTH 32
#include <pcre2.h>

#include "rule_set_p.h"
#include "yaml_walk_p.h"

enum {
	PATTERN_LONGEST = 2000,     /* code points */
	CODE_MEMORY = 256 << 10,    /* bytes for one pattern as compiled, */
	CODE_MEMORY_ALL = 32 << 20, /* and for all of a configuration */
	NESTING = 50,
	PIECE = 1000, /* characters that a pattern sees at a time, and at least this many less */
	PIECE_LEAST = 500,
	FEW_STEPS = 5000,    /* for each place where a match may begin; */
	MANY_STEPS = 500000, /* where these do not do, more, */
	PATIENCE = 8,        /* but not more often in one article */
	DEPTH = 5000,
	HEAP = 4096, /* KiB, where there is no compiler for patterns on this machine */
	STACK_LEAST = 32 << 10,
	STACK_MOST = 1 << 20,
	GROUPS = 100,
};

/* A part of a replacement: a text, or what a group holds. */
struct part {
	struct points text;
	int group; /* -1: the text */
};

struct rule_pattern {
	pcre2_code *code;
	const struct part *parts;
	size_t part_count;
};

/* Memory that PCRE2 gets from an arena, up to a limit. */
struct store {
	struct arena *arena;
	size_t used, limit;
};

static void *take(size_t size, void *data)
{
	struct store *store = data;
	if (size > store->limit - store->used)
		return NULL;
	store->used += size;
	return arena_alloc_raw(store->arena, size);
}

static void give_back(void *memory, void *data)
{
	(void)memory, (void)data;
}

/* ------------------------------------------------------------------------------------------------ replacements */

struct replacing {
	const struct rule *rule;
	const pcre2_code *code;
	struct points text;
	uint32_t at;
	struct part *parts;
	size_t count, capacity;
	struct arena *arena;
	struct error *error;
};

static bool fail_with(const struct replacing *replacing, const char *sentence)
{
	return node_error(replacing->error, replacing->rule->path, texts_node(&replacing->rule->with, 0), "%s", sentence);
}

static bool is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

/* What stands behind $: a digit, or {1}, {name}. */
static bool read_group(struct replacing *replacing, int *group)
{
	const struct points text = replacing->text;
	uint32_t begin = replacing->at, end = begin, groups = 0;
	if (begin < text.length && text.cp[begin] == '{') {
		for (begin++, end = begin; end < text.length && text.cp[end] != '}';)
			end++;
		if (end == text.length)
			return fail_with(replacing, "“${” without “}”");
		replacing->at = end + 1;
	} else {
		end += begin < text.length && is_digit(text.cp[begin]);
		replacing->at = end;
	}
	uint32_t name[64] = {0};
	if (end == begin || end - begin >= sizeof name / sizeof *name)
		return fail_with(replacing, "“$” must stand before a number or {name}; write $$ for the sign itself");
	memcpy(name, text.cp + begin, (end - begin) * sizeof *name);
	*group = 0;
	bool number = true;
	for (uint32_t i = begin; i < end && number; i++) {
		number = is_digit(text.cp[i]) && *group < 10 * GROUPS;
		*group = number ? *group * 10 + (int)(text.cp[i] - '0') : 0;
	}
	if (!number)
		*group = pcre2_substring_number_from_name(replacing->code, name);
	pcre2_pattern_info(replacing->code, PCRE2_INFO_CAPTURECOUNT, &groups);
	return (*group >= 0 && (uint32_t)*group <= groups) || fail_with(replacing, "“$” names a group that the pattern does not have");
}

static void add_text(struct replacing *replacing, uint32_t begin, uint32_t end)
{
	if (end > begin)
		ARENA_PUSH(replacing->arena, replacing->parts, replacing->count, replacing->capacity,
			(struct part){{replacing->text.cp + begin, end - begin}, -1});
}

/* Cuts a replacement into texts and groups. */
static bool read_parts(struct replacing *replacing)
{
	const struct points text = replacing->text;
	uint32_t begin = 0;
	while (replacing->at < text.length) {
		uint32_t dollar = replacing->at++;
		int group = 0;
		if (text.cp[dollar] != '$')
			continue;
		if (replacing->at < text.length && text.cp[replacing->at] == '$') {
			add_text(replacing, begin, dollar + 1);
			begin = ++replacing->at;
			continue;
		}
		add_text(replacing, begin, dollar);
		if (!read_group(replacing, &group))
			return false;
		ARENA_PUSH(replacing->arena, replacing->parts, replacing->count, replacing->capacity, (struct part){.group = group});
		begin = replacing->at;
	}
	add_text(replacing, begin, text.length);
	return true;
}

/* ------------------------------------------------------------------------------------------------ compiling */

static bool refuse(const struct rule *rule, int number, size_t offset, struct arena *arena, struct error *error)
{
	uint32_t message[256];
	char text[sizeof message], *end = text;
	const char *reason = text;
	if (pcre2_get_error_message(number, message, sizeof message / sizeof *message) < 0)
		message[0] = 0;
	for (const uint32_t *at = message; *at; at++)
		end += character_encode(*at, end);
	*end = 0;
	if (number == PCRE2_ERROR_HEAP_FAILED || number == PCRE2_ERROR_PATTERN_TOO_LARGE)
		reason = "it is too large";
	struct points points = points_from(str_from(rule->replace.items[0]), arena);
	size_t from = offset < points.length ? offset : points.length, count = points.length - from < 10 ? points.length - from : 10;
	char rest[64] = {0}, *last = rest;
	for (size_t i = 0; i < count; i++)
		last += character_encode(points.cp[from + i], last);
	return node_error(error, rule->path, texts_node(&rule->replace, 0), "the pattern is wrong at its character %zu, before “%s”: %s", offset + 1,
		rest, reason);
}

static pcre2_code *compile(struct rule_set *set, const struct rule *rule, struct error *error)
{
	struct store *store = ARENA_NEW(set->arena, struct store); /* lives as long as the code, which keeps it */
	struct points text = points_from(str_from(rule->replace.items[0]), set->arena);
	size_t offset;
	int number;
	*store = (struct store){set->arena, 0, CODE_MEMORY};
	pcre2_general_context *general = pcre2_general_context_create(take, give_back, store);
	pcre2_compile_context *context = pcre2_compile_context_create(general);
	if (text.length > PATTERN_LONGEST) {
		node_error(error, rule->path, texts_node(&rule->replace, 0), "a pattern of more than %d characters", PATTERN_LONGEST);
		return NULL;
	}
	pcre2_set_parens_nest_limit(context, NESTING);
	pcre2_code *code = pcre2_compile(text.cp, text.length, PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &number, &offset, context);
	if (!code)
		refuse(rule, number, offset, set->arena, error);
	set->code_memory += store->used;
	return code;
}

const struct rule_pattern *rule_pattern_new(struct rule_set *set, const struct rule *rule, struct error *error)
{
	struct rule_pattern *pattern = ARENA_NEW(set->arena, struct rule_pattern);
	uint32_t groups = 0;
	if (set->code_memory > CODE_MEMORY_ALL) {
		node_error(error, rule->path, texts_node(&rule->replace, 0), "too many patterns");
		return NULL;
	}
	pattern->code = compile(set, rule, error);
	if (!pattern->code)
		return NULL;
	struct replacing replacing = {.rule = rule, .code = pattern->code, .arena = set->arena, .error = error};
	if (rule->with.count > 0)
		replacing.text = points_from(str_from(rule->with.items[0]), set->arena);
	pcre2_pattern_info(pattern->code, PCRE2_INFO_CAPTURECOUNT, &groups);
	bool good = groups < GROUPS || node_error(error, rule->path, texts_node(&rule->replace, 0), "a pattern of %d groups or more", GROUPS);
	if (!good || !read_parts(&replacing)) {
		rule_pattern_release(pattern);
		return NULL;
	}
	pattern->parts = replacing.parts;
	pattern->part_count = replacing.count;
	pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE); /* where that cannot be done it is interpreted */
	return pattern;
}

/* Its memory is the arena's, but what was compiled for the machine is not. */
void rule_pattern_release(const struct rule_pattern *pattern)
{
	pcre2_code_free(pattern->code);
}

/* ------------------------------------------------------------------------------------------------ matching */

struct matching {
	struct rule_run *run;
	const struct ready_rule *rule;
	struct arena *arena;
	pcre2_match_context *few, *many;
	pcre2_match_data *data;
	int patience;
	struct store store;
};

/* A piece of a paragraph of at most PIECE characters, cut behind a sentence or a line where it can be. */
static uint32_t piece_end(const struct article *article, uint32_t begin, uint32_t end)
{
	if (end - begin <= PIECE)
		return end;
	for (uint32_t at = begin + PIECE; at > begin + PIECE_LEAST; at--)
		if (article_is(article, at - 1, CLASS_BIT(CLASS_END_STOP) | CLASS_BIT(CLASS_NEWLINE)) && !article_is(article, at, CLASSES_CLOSING))
			return at;
	return begin + PIECE;
}

/* The next match in a piece from an offset on; its groups are in matching->data. 0: none, -1: the pattern is to be stopped. */
static int next_match(struct matching *matching, const uint32_t *subject, size_t length, size_t from, uint32_t options)
{
	const pcre2_code *code = matching->rule->pattern->code;
	options |= PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
	int count = pcre2_match(code, subject, length, from, options, matching->data, matching->few);
	if (count == PCRE2_ERROR_MATCHLIMIT && matching->patience-- > 0)
		count = pcre2_match(code, subject, length, from, options, matching->data, matching->many);
	return count > 0 ? count : count == PCRE2_ERROR_NOMATCH ? 0 : -1;
}

/* The replacement of the last match. */
static struct points replacement(const struct matching *matching, const uint32_t *subject, int groups)
{
	const struct rule_pattern *pattern = matching->rule->pattern;
	const size_t *at = pcre2_get_ovector_pointer(matching->data);
	size_t length = 0;
	for (int fill = 0;; fill++) {
		uint32_t *cp = fill ? ARENA_ARRAY(matching->arena, uint32_t, length + 1) : NULL;
		length = 0;
		for (size_t i = 0; i < pattern->part_count; i++) {
			int group = pattern->parts[i].group;
			struct points text = pattern->parts[i].text;
			if (group >= 0) /* a group that took no part is empty */
				text = group < groups && at[2 * group] != PCRE2_UNSET
					       ? (struct points){subject + at[2 * group], (uint32_t)(at[2 * group + 1] - at[2 * group])}
					       : (struct points){subject, 0};
			if (fill)
				memcpy(cp + length, text.cp, text.length * sizeof *cp);
			length += text.length;
		}
		if (fill)
			return (struct points){cp, (uint32_t)length};
	}
}

/* Is a replacement found by its own pattern? Then a fix would find no end. */
static bool is_found_again(struct matching *matching, struct points right)
{
	return right.length > 0 && next_match(matching, right.cp, right.length, 0, 0) != 0;
}

static void report(struct matching *matching, struct span span, const uint32_t *subject, int groups)
{
	const struct article *article = matching->run->article;
	struct finding *finding = report_add_rule(matching->run->report, matching->rule->label, span);
	finding_text(finding, span);
	if (!matching->rule->rule->with.count)
		return;
	struct points right = replacement(matching, subject, groups);
	finding_characters(finding, right.cp, right.length);
	bool same = right.length == span_length(span) && !memcmp(right.cp, article->cp + span.begin, right.length * sizeof *right.cp);
	if (!same && !is_found_again(matching, right))
		finding_fix_characters(finding, FIX_SAFE, span, right.cp, right.length);
}

/* False: the pattern is to be stopped. */
static bool match_piece(struct matching *matching, struct span piece, bool is_first)
{
	const struct article *article = matching->run->article;
	const uint32_t *subject = article->cp + piece.begin;
	const size_t *at = pcre2_get_ovector_pointer(matching->data);
	size_t from = 0, length = span_length(piece);
	int groups;
	while (from < length && (groups = next_match(matching, subject, length, from, is_first ? 0 : PCRE2_NOTBOL)) != 0) {
		if (groups < 0)
			return false;
		struct span span = {piece.begin + (uint32_t)at[0], piece.begin + (uint32_t)at[1]};
		from = at[1] > from ? at[1] : from + 1; /* \K may set the beginning behind the end */
		if (span.begin < span.end && rule_is_wrong_here(article, span, matching->rule))
			report(matching, span, subject, groups);
	}
	return true;
}

static bool match_article(struct matching *matching)
{
	const struct article *article = matching->run->article;
	for (uint32_t i = 0; i < article->paragraph_count; i++) {
		struct span span = article->paragraphs[i].span;
		for (uint32_t begin = span.begin, end; begin < span.end; begin = end) {
			end = piece_end(article, begin, span.end);
			if (!match_piece(matching, (struct span){begin, end}, begin == span.begin))
				return false;
		}
	}
	return true;
}

static pcre2_match_context *new_limits(pcre2_general_context *general, uint32_t steps, pcre2_jit_stack *stack)
{
	pcre2_match_context *context = pcre2_match_context_create(general);
	pcre2_set_match_limit(context, steps);
	pcre2_set_depth_limit(context, DEPTH);
	pcre2_set_heap_limit(context, HEAP);
	pcre2_jit_stack_assign(context, NULL, stack);
	return context;
}

static void stop(struct rule_run *run, const struct rule *rule)
{
	struct rule_stops *stops = run->stops;
	const char *place = arena_format(stops->arena, "%s:%u:%u", rule->path, rule->line, rule->column).data;
	ARENA_PUSH(stops->arena, stops->items, stops->count, stops->capacity, (struct rule_stop){rule, place});
}

const char *rule_stop_sentence(const struct rule_stop *stop, const char *path, struct arena *arena)
{
	return arena_format(arena, "%s: this pattern was stopped in %s: it takes too many steps; the others went on", stop->place, path).data;
}

void rules_run_patterns(struct rule_run *run)
{
	const struct rule_set *set = run->policy->rules;
	if (set->rule_counts[RULE_PATTERN] == 0)
		return;
	struct matching matching = {.run = run, .arena = run->scratch, .store = {run->scratch, 0, SIZE_MAX}};
	pcre2_general_context *general = pcre2_general_context_create(take, give_back, &matching.store);
	pcre2_jit_stack *stack = pcre2_jit_stack_create(STACK_LEAST, STACK_MOST, general);
	matching.few = new_limits(general, FEW_STEPS, stack);
	matching.many = new_limits(general, MANY_STEPS, stack);
	matching.data = pcre2_match_data_create(GROUPS, general);
	for (size_t i = 0; i < set->rule_counts[RULE_PATTERN]; i++) {
		matching.rule = set->rules[RULE_PATTERN][i];
		matching.patience = PATIENCE;
		if (rule_holds(run, matching.rule) && !match_article(&matching))
			stop(run, matching.rule->rule);
	}
	pcre2_jit_stack_free(stack);
}
