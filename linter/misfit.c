/* misfit: candidates from the words one character away, scored in the text round them. */
#include "misfit.h"

#include "word.h"

enum {
	CONTEXT = 10,   /* characters on either side that say how likely a text is */
	NEAR = 4,       /* and those beside the word */
	LONGEST = 4,    /* of a word that stands one character away */
	WORD_REACH = 8, /* of a word of the dictionary over the character */
	PIECE = 2048,   /* characters that are looked at in one go, */
	MARGIN = 16,    /* and those round them */
	ROUNDS = 3,     /* a slip that is cured shows the one beside it */
};

/* Below this cost of the three characters round a place there is nothing to gain. */
static const float least_surprise = 9, least_gain = 4;

struct piece {
	const struct language_model *model;
	const struct data *data;
	uint32_t *cp; /* with the slips found so far cured */
	uint32_t length;
	uint32_t first, last; /* the places to look at */
	float costs[PIECE + 2 * MARGIN + 1];
	struct misfit found[PIECE + 2 * MARGIN]; /* places count in the piece; a cure of 0: none */
	bool is_done[PIECE + 2 * MARGIN];        /* looked at, and nothing has changed near it; or cured */
};

enum likeness { LIKENESS_NONE, LIKENESS_SOUND, LIKENESS_NEAR_SOUND, LIKENESS_SHAPE, LIKENESS_NEAR_SHAPE };

static enum likeness likeness_of(const struct language_model *model, uint32_t a, uint32_t b)
{
	uint32_t parts;
	enum model_sound sound = language_model_sound(model, a, b);
	if (sound == MODEL_SOUND_SAME)
		return LIKENESS_SOUND;
	uint32_t apart = character_parts_apart(a, b, &parts);
	if (apart <= 1)
		return LIKENESS_SHAPE;
	if (sound == MODEL_SOUND_NEAR)
		return LIKENESS_NEAR_SOUND;
	return apart == 2 && parts >= 4 ? LIKENESS_NEAR_SHAPE : LIKENESS_NONE;
}

/* Forms of one character, characters between which the house chooses in some words, and figures. */
static bool is_choice(uint32_t a, uint32_t b)
{
	static const char32_t *const pairs[] = {U"份分", U"导道", U"著着", U"甚什", U"他它", U"她他", U"她它", U"炮砲", U"型形", U"作做", U"的地", U"的得", U"地得",
		U"帐账", U"订定", U"那哪", U"象像", U"瞩注", U"澹淡", U"勾钩", U"惟唯", U"征症", U"予与", NULL};
	for (size_t i = 0; pairs[i]; i++)
		if (character_is_one_of(a, pairs[i]) && character_is_one_of(b, pairs[i]))
			return true;
	if (character_to_simplified(a) == b || character_to_traditional(a) == b)
		return true;
	return character_numeral(a) >= 0 && character_numeral(b) >= 0;
}

/* The longest word of two characters and more that covers a place; one of an empty span: none. */
static struct word word_over(const struct piece *piece, uint32_t at)
{
	struct word best = {.span = {at, at}};
	struct word words[WORD_REACH];
	for (uint32_t begin = at >= WORD_REACH - 1 ? at - (WORD_REACH - 1) : 0; begin <= at; begin++) {
		uint32_t length = piece->length - begin < WORD_REACH ? piece->length - begin : WORD_REACH;
		uint32_t count = word_prefixes(piece->data, piece->cp + begin, length, words, WORD_REACH);
		for (uint32_t i = 0; i < count; i++) {
			uint32_t size = words[i].span.end;
			if (size < 2 || !words[i].in_hans || begin + size <= at || size <= span_length(best.span))
				continue;
			best = words[i];
			best.span = (struct span){begin, begin + size};
		}
	}
	return best;
}

static struct span around(const struct piece *piece, uint32_t begin, uint32_t end, uint32_t reach)
{
	return (struct span){begin > reach ? begin - reach : 0, end + reach < piece->length ? end + reach : piece->length};
}

static float cost_of(const struct piece *piece, struct span span)
{
	return language_model_cost(piece->model, piece->cp + span.begin, span_length(span));
}

/* What is the same for all cures of a place. */
struct place {
	uint32_t at;
	struct span context;
	float cost;           /* of the context as it stands */
	float character;      /* of the character as a word of its own */
	uint32_t word_length; /* of the word of the dictionary over it; 0: none */
};

/* A cure that is put in, and the word that comes of it. */
struct attempt {
	enum likeness likeness;
	bool is_loose;    /* the rest of the word proves little */
	bool was_word;    /* what stood in the word's place is a word too */
	struct span word; /* of the model, */
	struct word over; /* and the longest one of the dictionary */
	float word_cost;
	float gain; /* of the context */
	float near; /* what the text beside the word costs, a character */
};

/* 三四十年 for 三四十人: with numerals everything makes a word. */
static bool is_counted(const struct piece *piece, struct span word, uint32_t at)
{
	for (uint32_t i = word.begin; i < word.end; i++)
		if (i != at && character_numeral(piece->cp[i]) < 0)
			return false;
	return true;
}

/* The rest of a word of two: nearly every character makes a word with it, or it has its word on the other side (戴|头盔). */
static bool is_loose_word(const struct piece *piece, const struct attempt *attempt, uint32_t at)
{
	bool first = at == attempt->word.begin;
	uint32_t other = first ? at + 1 : at - 1, begin = first ? other : other - 1;
	struct word word;
	if (span_length(attempt->word) != 2)
		return false;
	if (character_is_one_of(piece->cp[other], U"过了着的得地到上下出是在有一时属于以及来去大小人和与能会不可为中多"))
		return true;
	return (first ? other + 1 < piece->length : other > 0) && word_find(piece->data, piece->cp + begin, 2, &word) && word.in_hans;
}

static float above(float value, float limit)
{
	return value > limit ? value - limit : 0;
}

/* The weights of a logistic regression. */
static float score_of(const struct place *place, const struct attempt *attempt)
{
	static const float by_likeness[] = {
		[LIKENESS_SOUND] = 0, [LIKENESS_NEAR_SOUND] = -0.86F, [LIKENESS_SHAPE] = -0.65F, [LIKENESS_NEAR_SHAPE] = -1.19F};
	float rest = (place->cost - attempt->gain) / (float)span_length(place->context);
	float score = 3.2F + (span_length(attempt->word) == 2 ? 0.35F : 0.231F) * attempt->gain - 0.972F * rest - 0.352F * attempt->near;
	score += by_likeness[attempt->likeness] + 0.04F * place->character - 0.67F * above(place->character, 13);
	score -= 0.09F * attempt->word_cost + 0.48F * above(8, attempt->word_cost);
	score -= place->word_length >= 3 ? 3.76F : place->word_length == 2 ? 1.12F : 0;
	if (attempt->was_word)
		score += attempt->likeness == LIKENESS_SOUND ? 0.8F : -1.74F;
	if (attempt->is_loose)
		score -= 1;
	uint32_t made = span_length(attempt->over.span);
	if (made >= 4 && made > place->word_length)
		score += place->word_length < 2 ? 3.23F : 2;
	else if (made == 3 && place->word_length <= 2)
		score += place->word_length < 2 ? 0.58F : 1.29F;
	return score;
}

/* 志愿者 says more than 志愿; 组织学 is no better than 组织. */
static struct span shown_word(const struct attempt *attempt)
{
	enum { RARER = 3 };
	uint32_t length = span_length(attempt->over.span);
	bool is_whole = length >= 4 || (length == 3 && attempt->over.cost <= attempt->word_cost + RARER);
	return is_whole ? attempt->over.span : attempt->word;
}

/* Names prove nothing: one fits where another stands. */
static bool is_common_word(const struct word *word)
{
	return word->in_hans && word->tag != WORD_PERSON && word->tag != WORD_PLACE && word->tag != WORD_ORGANISATION;
}

/* The text with CURE at a place makes WORD, a word of the model: is that the best cure so far? */
static void try_cure(struct piece *piece, const struct place *place, struct span word, uint32_t cure, struct misfit *best)
{
	uint32_t at = place->at, old = piece->cp[at], length = span_length(word);
	struct attempt attempt = {.likeness = likeness_of(piece->model, old, cure), .word = word};
	struct word known;
	if (attempt.likeness == LIKENESS_NONE || is_choice(old, cure))
		return;
	attempt.was_word = language_model_word(piece->model, piece->cp + word.begin, length) != LANGUAGE_MODEL_UNKNOWN;
	piece->cp[at] = cure;
	attempt.gain = place->cost - cost_of(piece, place->context);
	if (attempt.gain >= least_gain && word_find(piece->data, piece->cp + word.begin, length, &known) && is_common_word(&known)) {
		struct span near = around(piece, word.begin, word.end, NEAR);
		attempt.word_cost = known.cost;
		attempt.near = cost_of(piece, near) / (float)span_length(near);
		attempt.over = word_over(piece, at);
		attempt.is_loose = is_loose_word(piece, &attempt, at);
		float score = score_of(place, &attempt);
		if (score > best->score && !is_counted(piece, word, at) && !is_counted(piece, attempt.over.span, at))
			*best = (struct misfit){at, cure, shown_word(&attempt), score};
	}
	piece->cp[at] = old;
}

/* Words with one character open, at each place of it. */
static void try_place(struct piece *piece, const struct place *place, struct misfit *best)
{
	const uint32_t *words;
	for (uint32_t length = 2; length <= LONGEST; length++)
		for (uint32_t hole = 0; hole < length && hole <= place->at; hole++) {
			uint32_t begin = place->at - hole, text_length;
			if (begin + length > piece->length)
				continue;
			uint32_t count = language_model_fillings(piece->model, piece->cp + begin, length, hole, &words);
			for (uint32_t i = 0; i < count; i++) {
				const uint32_t *text = language_model_text(piece->model, words[i], &text_length);
				if (text_length == length && text[hole] != piece->cp[place->at] &&
					!memcmp(text, piece->cp + begin, hole * sizeof *text) &&
					!memcmp(text + hole + 1, piece->cp + place->at + 1, (length - hole - 1) * sizeof *text))
					try_cure(piece, place, (struct span){begin, begin + length}, text[hole], best);
			}
		}
}

/* What the three characters round a place cost on the best way through the piece. */
static float surprise(const struct piece *piece, uint32_t at)
{
	float before = piece->costs[at], after = piece->costs[at + 1];
	for (uint32_t i = at >= 2 ? at - 2 : 0; i < at; i++)
		if (piece->costs[i] < before)
			before = piece->costs[i];
	for (uint32_t i = at + 2; i <= at + 3 && i <= piece->length; i++)
		if (piece->costs[i] < after)
			after = piece->costs[i];
	return after - before;
}

static void look_at(struct piece *piece, uint32_t at)
{
	struct misfit *best = &piece->found[at];
	struct word alone;
	*best = (struct misfit){.at = at};
	piece->is_done[at] = true;
	if (!class_is_han(character_class(piece->cp[at])) || !character_is_listed(piece->cp[at]) || surprise(piece, at) < least_surprise)
		return;
	struct place place = {.at = at, .context = around(piece, at, at + 1, CONTEXT)};
	place.cost = cost_of(piece, place.context);
	place.character = word_find(piece->data, piece->cp + at, 1, &alone) ? alone.cost : 25;
	place.word_length = span_length(word_over(piece, at).span);
	try_place(piece, &place, best);
}

/* Cures the slips that are better than those near them. False: there is none. */
static bool cure(struct piece *piece)
{
	bool any = false;
	for (uint32_t at = piece->first; at < piece->last; at++) {
		struct misfit *misfit = &piece->found[at];
		bool is_best = misfit->cure && piece->cp[at] != misfit->cure;
		struct span near = around(piece, at, at + 1, NEAR);
		for (uint32_t i = near.begin; i < near.end && is_best; i++)
			is_best = i == at || !piece->found[i].cure || piece->cp[i] == piece->found[i].cure || piece->found[i].score <= misfit->score;
		if (!is_best)
			continue;
		any = true;
		piece->cp[at] = misfit->cure;
		struct span changed = around(piece, at, at + 1, CONTEXT);
		for (uint32_t i = changed.begin; i < changed.end; i++)
			if (!piece->found[i].cure || piece->cp[i] != piece->found[i].cure) {
				piece->is_done[i] = false;
				piece->found[i].cure = 0;
			}
	}
	return any;
}

static void search(struct piece *piece)
{
	for (unsigned round = 0; round < ROUNDS; round++) {
		language_model_costs(piece->model, piece->cp, piece->length, piece->costs);
		for (uint32_t at = piece->first; at < piece->last; at++)
			if (!piece->is_done[at])
				look_at(piece, at);
		if (!cure(piece))
			break;
	}
}

void misfit_each(const struct article *article, const struct data *data, const struct language_model *model, struct span span,
	void (*found)(void *user, const struct misfit *misfit), void *user)
{
	uint32_t cp[PIECE + 2 * MARGIN];
	for (uint32_t from = span.begin; from < span.end; from += PIECE) {
		struct piece piece = {.model = model, .data = data, .cp = cp};
		uint32_t begin = from > span.begin + MARGIN ? from - MARGIN : span.begin;
		uint32_t end = span.end - from > PIECE ? from + PIECE : span.end;
		piece.first = from - begin;
		piece.last = end - begin;
		piece.length = (span.end - end > MARGIN ? end + MARGIN : span.end) - begin;
		memcpy(cp, article->cp + begin, piece.length * sizeof *cp);
		search(&piece);
		for (uint32_t at = piece.first; at < piece.last; at++) {
			struct misfit misfit = piece.found[at];
			if (!misfit.cure || cp[at] != misfit.cure)
				continue;
			misfit.at += begin;
			misfit.word = (struct span){misfit.word.begin + begin, misfit.word.end + begin};
			found(user, &misfit);
		}
	}
}
