/* rule_run: one pass of the automaton over an article. What is wrong by itself is reported at once, the rest by rule_whole.c. */
#include "rule_set_p.h"

enum { ENDS = 32 }; /* texts that begin at one place */

struct pass {
	struct rule_run *run;
	const struct rule_set *set;
	uint8_t *seen;         /* of the rules of the kind require: bit 0 what is required, bit 1 when */
	struct rule_uses uses; /* of consistent and limit */
	uint32_t reported;     /* up to here: what stands inside a finding is not reported */
};

/* The cure with / between several. */
static void add_rights(struct finding *finding, struct points_list rights, struct arena *scratch)
{
	uint32_t total = 0, length = 0;
	for (uint32_t i = 0; i < rights.count; i++)
		total += rights.items[i].length + 1;
	uint32_t *cp = ARENA_ARRAY(scratch, uint32_t, total + 1);
	for (uint32_t i = 0; i < rights.count; i++) {
		if (i > 0)
			cp[length++] = '/';
		memcpy(cp + length, rights.items[i].cp, rights.items[i].length * sizeof *cp);
		length += rights.items[i].length;
	}
	finding_characters(finding, cp, length);
}

/* Puts each piece of a cure with gaps into the place of its own. No fix where it has more or fewer of them. */
static void fix(struct finding *finding, const struct rule_match *match)
{
	const struct points right = match->text->rights.items[0];
	uint32_t gaps = 0, at = 0;
	for (uint32_t i = 0; i < right.length; i++)
		gaps += right.cp[i] == 0x2026;
	if (match->piece_count == 1) {
		finding_fix_characters(finding, FIX_SAFE, match->span, right.cp, right.length);
		return;
	}
	for (uint32_t i = 0; i < match->piece_count && gaps + 1 == match->piece_count; i++) {
		uint32_t end = at;
		while (end < right.length && right.cp[end] != 0x2026)
			end++;
		finding_fix_characters(finding, FIX_SAFE, match->pieces[i], right.cp + at, end - at);
		at = end + 1;
	}
}

static void report(struct rule_run *run, const struct rule_match *match)
{
	struct finding *finding = report_add_rule(run->report, match->text->rule->label, match->span);
	finding_text(finding, match->span);
	if (match->text->rights.count > 0)
		add_rights(finding, match->text->rights, run->scratch);
	if (match->text->rights.count == 1)
		fix(finding, match);
}

/* One text where it stands, of the kinds that look at the whole article. */
static void note_use(struct pass *pass, const struct rule_text *text, const struct rule_match *match)
{
	const struct ready_rule *rule = text->rule;
	if (rule->kind == RULE_REQUIRE)
		pass->seen[rule->index] |= (uint8_t)(1 << text->use);
	else
		ARENA_PUSH(pass->run->scratch, pass->uses.items, pass->uses.count, pass->uses.capacity, (struct rule_use){text, match->span});
}

/* All rules that have one text. Returns the first that is wrong by itself, NULL if there is none. */
static const struct rule_text *look_at(struct pass *pass, uint32_t first, uint32_t at, uint32_t length, struct rule_match *wrong)
{
	const struct rule_set *set = pass->set;
	const struct rule_text *text, *found = NULL;
	struct rule_match match;
	do {
		text = &set->texts[set->found[first++].value];
		bool whole = text->rule->kind == RULE_CONSISTENT || text->rule->kind == RULE_REQUIRE || text->rule->kind == RULE_LIMIT;
		if ((found && !whole) || !rule_holds(pass->run, text->rule) || !rule_match_at(pass->run, text, at, length, &match))
			continue;
		if (whole) {
			note_use(pass, text, &match);
		} else {
			found = text;
			*wrong = match;
		}
	} while (text->again);
	return found;
}

/* Of the texts that begin at one place the longest is reported. */
static void look(struct pass *pass, uint32_t at)
{
	const struct article *article = pass->run->article;
	struct automaton_end ends[ENDS];
	struct rule_match match, longest = {0};
	uint32_t count = automaton_find(&pass->set->automaton, article->cp + at, article->end - at, ends, ENDS);
	for (uint32_t i = 0; i < count; i++)
		if (look_at(pass, ends[i].first, at, ends[i].length, &match) && match.span.end > longest.span.end)
			longest = match;
	if (longest.span.end > pass->reported) {
		report(pass->run, &longest);
		pass->reported = longest.pieces[0].end;
	}
}

void rules_run(struct rule_run *run)
{
	const struct article *article = run->article;
	const struct rule_set *set = run->policy->rules;
	struct pass pass = {.run = run, .set = set};
	pass.seen = ARENA_ARRAY(run->scratch, uint8_t, set->rule_counts[RULE_REQUIRE] + 1);
	for (uint32_t block = article->begin; set->text_count && block < article->end; block += AUTOMATON_BLOCK) {
		uint32_t length = article->end - block < AUTOMATON_BLOCK ? article->end - block : AUTOMATON_BLOCK;
		for (uint64_t at = automaton_candidates(&set->automaton, article->cp + block, length); at; at &= at - 1)
			look(&pass, block + (uint32_t)__builtin_ctzll(at));
	}
	rules_run_whole(run, &pass.uses, pass.seen);
	rules_run_patterns(run);
}
