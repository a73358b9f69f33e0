/* sequence_fault: where a sequence skips, repeats or leaves its order, and whether the text bears that out. */
#include "figure_p.h"
#include "pair.h"
#include "sequence.h"

enum {
	NESTED = 8,       /* sequences of one form inside each other */
	GAP_MOST = 2,     /* numbers missing in one place */
	STEADY = 2,       /* right members before a fault is believed */
	STEADY_LATE = 4,  /* the same where the sequence does not begin with 1 */
	SAME = 4,         /* characters after two marks that make them one heading twice */
	RANKED = 40,      /* characters of a line of a ranking */
	FAULTS = 4,       /* kept of one run */
};

#define NONE UINT32_MAX

/* A run of a sequence that counts on from one number. */
struct run {
	uint32_t start, last, length; /* first and last value, how many */
	const struct sequence_mark *mark;
};

struct judge {
	const struct article *article;
	const struct sequence *sequence;
	void (*found)(void *user, const struct sequence_fault *fault);
	void *user;
	struct run run, outer[NESTED]; /* runs that a 1 interrupted */
	uint32_t nested;
	struct sequence_fault faults[FAULTS];
	uint32_t count, skips;
};

static const struct sequence_mark *after(const struct judge *judge, const struct sequence_mark *mark)
{
	return mark && mark->next != NONE ? &judge->sequence->marks[mark->next] : NULL;
}

static uint32_t value_after(const struct judge *judge, const struct sequence_mark *mark)
{
	const struct sequence_mark *next = after(judge, mark);
	return next ? next->value : 0;
}

static uint32_t paragraph_of(const struct judge *judge, const struct sequence_mark *mark)
{
	return article_paragraph_at(judge->article, mark->span.begin);
}

static bool in_one_sentence(const struct judge *judge, const struct sequence_mark *a, const struct sequence_mark *b)
{
	return article_sentence_at(judge->article, a->span.begin) == article_sentence_at(judge->article, b->span.begin);
}

static bool is_line_begin(const struct article *article, uint32_t at)
{
	uint32_t before = article_skip_back(article, at, article_back(article, at, ARTICLE_GUARD), CLASSES_SPACE);
	return article_is(article, before - 1, CLASS_BIT(CLASS_NEWLINE));
}

/* Is the character at AT the number that is missing, as a mark of another form that the reader may take for it? */
static bool names_due(const struct article *article, uint32_t at, uint32_t due, const struct sequence_mark *mark, uint32_t *end)
{
	int64_t value;
	struct number number = number_at(article, at);
	*end = number.end > at ? number.end : at + 1;
	if (!number.well_formed || !decimal_integer(number.value, &value) || value != (int64_t)due)
		return false;
	uint32_t before = article->cp[at - 1], next = article->cp[number.end];
	bool suffix = next == article->cp[mark->number.end] && (article_is_han(article, number.end) || character_is_one_of(next, U"）)"));
	bool pointed = character_is_one_of(next, U"、．.：:）)是要则則为為") && !article_is_han(article, at - 1);
	return is_line_begin(article, at) || (character_is_one_of(before, U"第其") && !character_is_one_of(next, U"、")) || suffix || pointed ||
	       (character_is_one_of(before, U"（(") && is_line_begin(article, at - 1));
}

/* 其次, 此外: words that may stand for a number; （略）, …… on a line of their own, a picture: something is left out. */
static bool is_left_out(const struct article *article, uint32_t at, bool words)
{
	static const char *const stand_ins[] = {"其次", "再次", "再者", "其二", "其三", "此外", "另外", "还有", "還有", "最后", "最後", "接着", "接著", "然后", "然後", NULL};
	uint8_t class = article->cls[at];
	if (class == CLASS_ELLIPSIS || class == CLASS_OBJECT)
		return is_line_begin(article, at) || character_is_one_of(article->cp[at - 1], U"。；");
	if (article->cp[at] == U'略')
		return character_is_one_of(article->cp[at - 1], U"（(从從〔[");
	return words && article_starts_any(article, at, stand_ins);
}

/* A nested list has its own 三: is there a mark at AT that is no first one of its sequence, or is 1? */
static bool is_of_other_list(const struct judge *judge, const struct sequence_mark **mark, uint32_t at)
{
	const struct sequence_mark *end = judge->sequence->marks + judge->sequence->count;
	while (*mark + 1 < end && (*mark)->number.begin < at)
		(*mark)++;
	return (*mark)->number.begin == at && !(*mark)->first;
}

/* Between the last right mark and the faulty one: does the text say where the missing number is? */
static bool is_accounted_for(const struct judge *judge, const struct sequence_mark *right, const struct sequence_mark *mark, uint32_t due)
{
	const struct article *article = judge->article;
	const struct sequence_mark *other = right + 1;
	bool words = sequence_is_word(mark);
	uint32_t end;
	for (uint32_t at = right->span.end; at < mark->span.begin; at++) {
		uint8_t class = article->cls[at];
		if (class_in(class, CLASSES_FIGURE | CLASS_BIT(CLASS_SYMBOL))) {
			if (names_due(article, at, due, mark, &end) && !is_of_other_list(judge, &other, at))
				return true;
			at = end - 1;
		} else if ((words || !class_in(class, CLASSES_STOP)) && is_left_out(article, at, words)) {
			return true;
		}
	}
	return false;
}

/* A heading without a number between two marks: the list may have ended. */
static bool is_divided(const struct judge *judge, const struct sequence_mark *right, const struct sequence_mark *mark)
{
	const struct paragraph *paragraphs = judge->article->paragraphs;
	uint32_t first = paragraph_of(judge, right), last = paragraph_of(judge, mark);
	bool heading = paragraphs[first].role == ROLE_HEADING;
	for (uint32_t p = first + 1; p < last; p++) {
		if (paragraphs[p].role != ROLE_HEADING || (heading && paragraphs[p].level > paragraphs[first].level))
			continue;
		uint32_t at = article_trim(judge->article, paragraphs[p].span).begin;
		if (!article_is(judge->article, at, CLASSES_FIGURE | CLASSES_OPENING | CLASS_BIT(CLASS_SYMBOL)) && judge->article->cp[at] != U'第')
			return true;
	}
	return false;
}

/* 2. 张三 98分, 2. 李四 98分: two that share a place. */
static bool is_ranking(const struct judge *judge, const struct sequence_mark *a, const struct sequence_mark *b)
{
	const struct article *article = judge->article;
	const struct sequence_mark *both[] = {a, b};
	for (unsigned i = 0; i < 2; i++) {
		struct span text = article->paragraphs[paragraph_of(judge, both[i])].span;
		text.begin = both[i]->span.end;
		if (text.end < text.begin || span_length(text) > RANKED || article_count(article, text, CLASSES_DIGIT) == 0)
			return false;
	}
	return true;
}

/* 三、实施步骤 and again 三、实施步骤（续） */
static bool is_same_text(const struct judge *judge, const struct sequence_mark *a, const struct sequence_mark *b)
{
	return article_same(judge->article, (struct span){a->span.end, a->span.end + SAME}, (struct span){b->span.end, b->span.end + SAME});
}

/* Marks in text that only words or stops set apart: are both in the same quotation, and said alike? */
static bool is_one_list(const struct judge *judge, const struct sequence_mark *right, const struct sequence_mark *mark)
{
	const struct article *article = judge->article;
	if (pair_around(article, right->number.begin - 1, PAIRS_QUOTE) != pair_around(article, mark->number.begin - 1, PAIRS_QUOTE))
		return false;
	bool verb = mark->way != FORM_IS || article->cp[right->number.end] == article->cp[mark->number.end];
	/* 。① may be a note on the sentence before. */
	bool note = !mark->begins && article->cls[mark->span.begin] == CLASS_SYMBOL &&
		    (!character_is_one_of(article->cp[mark->span.begin - 1], U"；;，：") || article->cp[right->span.begin - 1] == U'。');
	return verb && !note;
}

/* How many members after MARK count on from VALUE, two at most. */
static uint32_t goes_on(const struct judge *judge, const struct sequence_mark *mark, uint32_t value)
{
	const struct sequence_mark *next = after(judge, mark);
	uint32_t count = 0;
	for (; next && count < 2 && next->value == value + 1 + count; next = after(judge, next))
		count++;
	return count;
}

static bool is_steady(const struct judge *judge, enum sequence_fault_kind kind, const struct sequence_mark *mark, uint32_t last)
{
	const struct run *run = &judge->run;
	if (run->start != 1)
		return run->length >= STEADY_LATE;
	if (run->length >= STEADY)
		return true;
	if (mark->begins && run->mark->begins && !sequence_is_word(mark))
		return goes_on(judge, mark, last) >= 2;
	return kind != SEQUENCE_REPEATED && sequence_is_word(mark) &&
	       (in_one_sentence(judge, run->mark, mark) || paragraph_of(judge, mark) == paragraph_of(judge, run->mark) + 1);
}

/* Both with their paragraphs, or both in one. */
static bool is_one_place(const struct judge *judge, const struct sequence_mark *right, const struct sequence_mark *mark)
{
	return mark->begins == right->begins || (!mark->begins && paragraph_of(judge, right) == paragraph_of(judge, mark)) ||
	       (sequence_is_word(mark) && judge->run.length >= STEADY);
}

/* LAST: what the sequence has reached with this mark. False if the text does not bear the fault out. */
static bool add_fault(struct judge *judge, enum sequence_fault_kind kind, const struct sequence_mark *mark, uint32_t last)
{
	const struct sequence_mark *right = judge->run.mark;
	uint32_t due = judge->run.last + 1;
	if (judge->count == FAULTS || !is_one_place(judge, right, mark) || !is_steady(judge, kind, mark, last) || !is_one_list(judge, right, mark))
		return false;
	if (kind == SEQUENCE_REPEATED && (is_same_text(judge, right, mark) || (mark->begins && is_ranking(judge, right, mark))))
		return false;
	if (is_accounted_for(judge, right, mark, due))
		return false;
	bool sure = !(mark->begins && is_divided(judge, right, mark));
	judge->faults[judge->count++] = (struct sequence_fault){kind, mark, right, due, sequence_is_caption(mark), sure};
	judge->skips += kind == SEQUENCE_SKIPPED;
	return true;
}

/* The end of a run. Somebody who leaves out several numbers gives a selection. */
static void finish(struct judge *judge)
{
	for (uint32_t i = 0; i < judge->count; i++) {
		judge->faults[i].sure = judge->faults[i].sure && (judge->skips < 2 || judge->run.length >= STEADY_LATE * judge->skips);
		judge->found(judge->user, &judge->faults[i]);
	}
	judge->count = judge->skips = 0;
}

static void begin_run(struct judge *judge, const struct sequence_mark *mark)
{
	finish(judge);
	judge->run = (struct run){mark->value, mark->value, 1, mark};
}

static void go_on(struct judge *judge, const struct sequence_mark *mark, uint32_t value)
{
	judge->run.last = value;
	judge->run.length++;
	judge->run.mark = mark;
}

/* A 1 that begins anew, or a number with which an outer list goes on. */
static bool is_other_run(struct judge *judge, const struct sequence_mark *mark)
{
	if (mark->value == 1) {
		if (judge->nested == NESTED)
			memmove(judge->outer, judge->outer + 1, --judge->nested * sizeof *judge->outer);
		judge->outer[judge->nested++] = judge->run;
		begin_run(judge, mark);
		return true;
	}
	for (uint32_t i = judge->nested; i-- > 0;) {
		if (judge->outer[i].last + 1 != mark->value)
			continue;
		finish(judge);
		judge->run = judge->outer[i];
		judge->nested = i;
		go_on(judge, mark, mark->value);
		return true;
	}
	return false;
}

/* Takes a mark that is not the next one; returns the last mark that was read with it. */
static const struct sequence_mark *judge_break(struct judge *judge, const struct sequence_mark *mark)
{
	uint32_t due = judge->run.last + 1, value = mark->value, next = value_after(judge, mark);
	bool ends = next == 0 || next == 1 || next == value + 1;
	if (next == due + 1 && due > 1 && next != 2) { /* only this one is wrong */
		add_fault(judge, value == judge->run.last ? SEQUENCE_REPEATED : SEQUENCE_MISPLACED, mark, due);
		go_on(judge, mark, due);
	} else if (is_other_run(judge, mark)) {
		return mark;
	} else if (value == due + 1 && next == due) {
		add_fault(judge, SEQUENCE_MISPLACED, mark, value);
		mark = after(judge, mark);
		go_on(judge, mark, value);
	} else if (value > due && value - due <= GAP_MOST && ends) {
		if (!add_fault(judge, SEQUENCE_SKIPPED, mark, value))
			begin_run(judge, mark);
		else
			go_on(judge, mark, value);
	} else if (value == judge->run.last && ends) {
		if (!add_fault(judge, SEQUENCE_REPEATED, mark, value))
			begin_run(judge, mark);
		else
			go_on(judge, mark, value);
	} else {
		/* 一是…；二是…；三是…；二是… */
		if (value < judge->run.last && next == 0 && judge->run.length > STEADY && !mark->begins && in_one_sentence(judge, judge->run.mark, mark))
			add_fault(judge, SEQUENCE_MISPLACED, mark, due);
		begin_run(judge, mark);
	}
	return mark;
}

void sequence_each_fault(const struct article *article, const struct sequence *sequence,
	void (*found)(void *user, const struct sequence_fault *fault), void *user)
{
	for (uint32_t i = 0; i < sequence->count; i++) {
		const struct sequence_mark *mark = &sequence->marks[i];
		struct judge judge = {.article = article, .sequence = sequence, .found = found, .user = user};
		if (!mark->first || mark->next == NONE)
			continue;
		begin_run(&judge, mark);
		while ((mark = after(&judge, mark)) != NULL) {
			if (mark->value == judge.run.last + 1)
				go_on(&judge, mark, mark->value);
			else
				mark = judge_break(&judge, mark);
		}
		finish(&judge);
	}
}
