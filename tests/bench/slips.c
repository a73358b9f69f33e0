/* slips: a mark doubled, left out or in another width, a word doubled, a wrong word, a character of the other variant. */
#include "slips.h"

#include <string.h>

#include "../../linter/utf8.h"
#include "../harness.h"

/* The wrong words, Simplified and Traditional. */
static const char *const wrong[][2] = {{"再接再励", "再接再勵"}, {"迫不急待", "迫不急待"}, {"一愁莫展", "一愁莫展"}, {"走头无路", "走頭無路"},
	{"谈笑风声", "談笑風聲"}, {"黄梁美梦", "黃梁美夢"}, {"明查暗访", "明查暗訪"}, {"甘败下风", "甘敗下風"}};

/* Frequent characters that differ by variant. */
static const char pairs[] = "这這国國会會个個来來时時们們为為说說发發对對";

enum slip {
	SLIP_HALFWIDTH,
	SLIP_DOUBLED_MARK,
	SLIP_LEFT_OPEN,
	SLIP_DOUBLED_WORD,
	SLIP_WRONG_WORD,
	SLIP_OTHER_VARIANT,
	SLIP_COUNT,
};

static void replace(struct draft *draft, size_t at, size_t old, const uint32_t *text, size_t size)
{
	for (size_t i = old; i < size; i++)
		draft_add(draft, 0);
	memmove(draft->characters + at + size, draft->characters + at + old, (draft->count - at - (size > old ? size : old)) * sizeof *text);
	memcpy(draft->characters + at, text, size * sizeof *text);
	draft->count -= old > size ? old - size : 0;
}

static uint32_t other_variant(const struct draft *draft, uint32_t character)
{
	for (const char *at = pairs; *at;) {
		uint32_t hans = character_decode(&at), hant = character_decode(&at);
		if (character == (draft->traditional ? hant : hans))
			return draft->traditional ? hans : hant;
	}
	return 0;
}

static int is_han(uint32_t character)
{
	return character >= 0x4E00 && character <= 0x9FFF;
}

static int try_wrong_word(struct draft *draft, size_t at, uint64_t *random)
{
	const char *text = wrong[harness_random(random) % (sizeof wrong / sizeof *wrong)][draft->traditional];
	uint32_t word[4];
	for (size_t i = 0; i < 4; i++) {
		word[i] = character_decode(&text);
		if (at + i >= draft->count || !is_han(draft->characters[at + i]))
			return 0;
	}
	replace(draft, at, 4, word, 4);
	return 1;
}

/* Makes a slip of this kind at AT, where that can be. */
static int try_slip(struct draft *draft, size_t at, enum slip slip, uint64_t *random)
{
	uint32_t here = draft->characters[at], twice[] = {here, here}, other;
	switch (slip) {
	case SLIP_HALFWIDTH:
		if (here != 0xFF0C && here != 0xFF1B) /* ，； */
			return 0;
		draft->characters[at] = here - 0xFEE0;
		return 1;
	case SLIP_DOUBLED_MARK:
		if (here != 0xFF0C && here != 0x3002) /* ，。 */
			return 0;
		replace(draft, at, 1, twice, 2);
		return 1;
	case SLIP_LEFT_OPEN:
		if (here != 0xFF09 && here != 0x201D && here != 0x300D && here != 0x300B) /* ）”」》 */
			return 0;
		replace(draft, at, 1, NULL, 0);
		return 1;
	case SLIP_DOUBLED_WORD:
		if (here != 0x7684 && here != 0x5728 && here != 0x662F) /* 的在是 */
			return 0;
		replace(draft, at, 1, twice, 2);
		return 1;
	case SLIP_WRONG_WORD: return try_wrong_word(draft, at, random);
	case SLIP_OTHER_VARIANT:
		other = other_variant(draft, here);
		draft->characters[at] = other ? other : here;
		return other != 0;
	case SLIP_COUNT: break;
	}
	return 0;
}

void draft_slip(struct draft *draft, size_t begin, unsigned every, uint64_t *random)
{
	for (size_t at = begin + harness_random(random) % (2 * every); at < draft->count; at += harness_random(random) % (2 * every)) {
		enum slip slip = (enum slip)(harness_random(random) % SLIP_COUNT);
		while (at < draft->count && !try_slip(draft, at, slip, random))
			at++;
		draft->slips += at < draft->count;
	}
}
