/*
 * script_lookalike: a character of another script or block that stands in for the right one, as it looks the same.
 *
 * Text from PDF files has radicals for characters (⽤⼾ for 用户), input methods and typists mix Cyrillic or Greek letters into
 * Latin words, kana and bopomofo into Han words (エ作, ㄧ個), letters into numbers (2O22) and into Han numerals (二O二二; the zero
 * of those is 〇, GB/T 15835 5.1.2). Nobody sees it, but search, sorting and every program do.
 *
 * Passes on purpose: letters as signs (μm, Δt, α粒子), whole words of another script, also stylised ones (KoЯn); radicals where the text
 * speaks of radicals; Japanese; bopomofo that spells; ○ in Traditional text, and as a bullet or placeholder; O型血, H2O, 5l.
 * Misses: words that are all look-alike letters far from Latin words; look-alikes inside one script (己已).
 */
#include "check.h"

enum {
	MESSAGE_CHARACTER,
	MESSAGE_LETTER,
	MESSAGE_HAN,
	MESSAGE_ZERO,
	MESSAGE_DIGIT,
	MESSAGE_VERTICAL,
	MESSAGE_SMALL,
	MESSAGE_SIGN,
};

enum {
	WORD_REACH = 4,       /* a Han word reaches so far from a look-alike in it */
	KANA_REACH = 12,      /* kana so near make the text Japanese */
	TALK_REACH = 40,      /* how near the text says that it is about characters */
	LETTERS_MAXIMUM = 64, /* of a word or number that is read */
	OWN_MINIMUM = 3,      /* letters of another script that make its word */
	NUMERAL_MINIMUM = 3,  /* digits of a Han numeral that is one without a unit */
};

static const float RARE_WORD = 16;

/* Pairs: the look-alike, and the character for which it stands. */
static const char cyrillic_twins[] = "АAВBЕEЅSІIЈJКKМMНHОOРPСCТTХXУYҮYҺHаaеeоoрpсcуyхxіiјjѕsһhкkԁdԛqԝw";
static const char greek_twins[] = "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo";
static const char han_twins[] =
	"ニ二ハ八エ工ロ口カ力ト卜タ夕ヒ匕オ才ヌ又チ千ミ三ー一セ七ㄧ一ㄖ日ㄕ尸ㄏ厂ㄚ丫ㄠ幺ㄡ又ㄌ力ㄅ勺ㄋ乃ㅡ一ㅁ口ﾛ口ｴ工ﾆ二ﾊ八ｶ力ﾄ卜ﾀ夕";
static const char vertical_forms[] =
	"︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰：︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］";
static const char small_forms[] = "﹐，﹑、﹒．﹔；﹕：﹖？﹗！﹙（﹚）﹛｛﹜｝﹝〔﹞〕﹪％";

static const struct {
	uint32_t sign;
	const char *text;
} signs[] = {{0x33A1, "m²"}, {0x33A5, "m³"}, {0x338F, "kg"}, {0x338E, "mg"}, {0x339C, "mm"}, {0x339D, "cm"}, {0x339E, "km"}, {0x3396, "mL"},
	{0x33C4, "cc"}, {0x2116, "No."}};

static uint32_t twin(const char *pairs, uint32_t code_point)
{
	while (*pairs) {
		uint32_t from = character_decode(&pairs), to = character_decode(&pairs);
		if (from == code_point)
			return to;
	}
	return 0;
}

static uint32_t twin_of(const char *pairs, uint32_t latin)
{
	while (*pairs) {
		uint32_t from = character_decode(&pairs), to = character_decode(&pairs);
		if (to == latin)
			return from;
	}
	return 0;
}

/* A finding for a span that should be RIGHT, as many characters; WRONG stands for another one. */
static void add(struct check_context *context, unsigned message, struct span span, uint32_t wrong, const uint32_t *right)
{
	struct finding *finding = report_add(context->report, message, span);
	finding_text(finding, span);
	if (message == MESSAGE_LETTER || message == MESSAGE_HAN || message == MESSAGE_ZERO || message == MESSAGE_DIGIT)
		finding_character(finding, wrong);
	finding_code_point(finding, wrong);
	finding_characters(finding, right, span_length(span));
	finding_fix_characters(finding, FIX_SAFE, span, right, span_length(span));
}

static bool is_about(const struct article *article, uint32_t at, const char *const *words)
{
	struct span near = {article_back(article, at, TALK_REACH), article_ahead(article, at, TALK_REACH)};
	return article_holds_any(article, near, words);
}

/* ---- Radicals and compatibility ideographs ---- */

/* The character for which one stands, as the article's variant writes it; 0: none. */
static uint32_t unified(const struct article *article, uint32_t at)
{
	uint32_t code_point = article->cls[at] == CLASS_COMPATIBILITY ? character_unified(article->cp[at]) : 0, other = 0;
	if (variant_is_hans(article->variant) && character_class(code_point) == CLASS_HAN_TRADITIONAL)
		other = character_to_simplified(code_point);
	if (variant_is_hant(article->variant) && character_class(code_point) == CLASS_HAN_SIMPLIFIED)
		other = character_to_traditional(code_point);
	return other ? other : code_point <= 0xFFFF ? code_point : 0;
}

static bool is_japanese(const struct article *article, uint32_t at)
{
	struct span near = {article_back(article, at, KANA_REACH), article_ahead(article, at, KANA_REACH)};
	return article_has(article, CLASS_KANA, near);
}

/* ⺮字头, 部首⼈: a radical that is meant. */
static bool is_radical(const struct article *article, struct span run)
{
	static const char *const words[] = {
		"部首", "偏旁", "部件", "字旁", "字头", "字頭", "字底", "康熙", "字根", "意符", "Unicode", "兼容", "相容", NULL};
	uint64_t text = CLASSES_HAN | CLASSES_FIGURE;
	bool is_named = character_is_one_of(article->cp[run.begin - 1], U"首从從旁") || character_is_one_of(article->cp[run.end], U"部旁字头頭底边邊");
	is_named = is_named || (article->cp[run.begin - 1] == 0x3001 && article->cls[run.begin - 2] == CLASS_COMPATIBILITY) || /* ⼤、⼈ */
		   (article->cp[run.end] == 0x3001 && article->cls[run.end + 1] == CLASS_COMPATIBILITY);
	bool is_word = span_length(run) > 1 || (!is_named && (article_is(article, run.begin - 1, text) || article_is(article, run.end, text)));
	return !is_word && is_about(article, run.begin, words);
}

static void check_compatibility(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *positions = &article->index[CLASS_COMPATIBILITY];
	for (uint32_t i = 0; i < positions->count;) {
		uint32_t right[LETTERS_MAXIMUM], count = 0;
		struct span run = {positions->at[i], positions->at[i]};
		for (; i < positions->count && positions->at[i] == run.end && count < LETTERS_MAXIMUM; i++, run.end++) {
			uint32_t one = unified(article, run.end);
			if (!one)
				break;
			right[count++] = one;
		}
		i += count == 0;
		if (count && !is_radical(article, run) && !(article->cp[run.begin] >= 0xF900 && is_japanese(article, run.begin)))
			add(context, MESSAGE_CHARACTER, run, article->cp[run.begin], right);
	}
}

/* ---- Letters in Latin words ---- */

struct letters {
	uint32_t latin, own;      /* how many Latin ones; letters that only the other script has */
	uint32_t cyrillic, greek; /* twins */
	uint32_t digits;
	uint32_t first_latin, first_twin;
};

static bool is_mark(uint32_t code_point)
{
	return (code_point >= 0x300 && code_point <= 0x36F) || (code_point >= 0x2B0 && code_point <= 0x2FF);
}

static const char *script_twins(uint32_t code_point)
{
	return code_point >= 0x400 && code_point < 0x530 ? cyrillic_twins : code_point >= 0x370 && code_point < 0x400 ? greek_twins : "";
}

static struct letters count_letters(const struct article *article, struct span word)
{
	struct letters letters = {0};
	for (uint32_t at = word.begin; at < word.end; at++) {
		uint32_t cp = article->cp[at];
		const char *twins = script_twins(cp);
		if (article->cls[at] == CLASS_DIGIT) {
			letters.digits++;
		} else if (article->cls[at] == CLASS_LATIN) {
			if (!is_mark(cp) && letters.latin++ == 0)
				letters.first_latin = cp;
		} else if (twin(twins, cp)) {
			*(twins == cyrillic_twins ? &letters.cyrillic : &letters.greek) += 1;
			letters.first_twin = letters.first_twin ? letters.first_twin : cp;
		} else {
			letters.own++;
		}
	}
	return letters;
}

/* Has the article a letter of Greek or Cyrillic that is no twin? Then words of twins are real words. */
static bool has_own_letters(const struct article *article)
{
	const struct positions *positions = &article->index[CLASS_LETTER];
	for (uint32_t i = 0; i < positions->count; i++) {
		const char *twins = script_twins(article->cp[positions->at[i]]);
		if (*twins && !twin(twins, article->cp[positions->at[i]]))
			return true;
	}
	return false;
}

/* The word with every letter in one script; false if that script lacks one. */
static bool write_in(const struct article *article, struct span word, const char *twins, uint32_t *right)
{
	for (uint32_t at = word.begin; at < word.end; at++) {
		uint32_t cp = article->cp[at], other = cp;
		if (!twins && article->cls[at] == CLASS_LETTER)
			other = twin(script_twins(cp), cp);
		else if (twins && article->cls[at] == CLASS_LATIN && !is_mark(cp))
			other = twin_of(twins, cp);
		if (!other)
			return false;
		right[at - word.begin] = other;
	}
	return true;
}

/* Look-alikes only: a Latin word if another stands beside it (Арр Store), or it is a letter of a common word (А股, 5А级, МР3). */
static bool is_latin_by_place(const struct article *article, struct span word, const struct letters *letters, const uint32_t *right)
{
	static const char *const after[] = {
		"股", "恤", "歌", "光", "超", "线", "線", "射", "座", "级", "級", "盘", "盤", "台", "幅", "轮", "輪", "粉", "咖", "位", NULL};
	static const char *const names[] = {
		"CT", "MP", "PM", "APP", "CEO", "TOP", "PC", "PE", "PK", "OK", "ATM", "COM", "COPY", "TOEIC", "HTC", "ETC"};
	uint32_t length = span_length(word);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strlen(names[i]) == length - letters->digits && right[0] == (unsigned char)names[i][0] &&
			right[1] == (unsigned char)names[i][1] && (length < 3 || letters->digits || right[2] == (unsigned char)names[i][2]))
			return true;
	if (letters->cyrillic + letters->greek == 1)
		return article_starts_any(article, word.end, after) ||
		       (letters->digits && letters->cyrillic && article->cls[word.begin] == CLASS_DIGIT);
	bool joined_left = character_is_one_of(article->cp[word.begin - 1], U" -") && article->cls[word.begin - 2] == CLASS_LATIN;
	bool joined_right = character_is_one_of(article->cp[word.end], U" -") && article->cls[word.end + 1] == CLASS_LATIN;
	return joined_left || joined_right;
}

static void check_word(struct check_context *context, struct span word, bool has_own)
{
	const struct article *article = context->article;
	struct letters letters = count_letters(article, word);
	uint32_t right[LETTERS_MAXIMUM], twins = letters.cyrillic + letters.greek;
	const char *script = letters.cyrillic >= letters.greek ? cyrillic_twins : greek_twins;
	if (letters.own) {
		/* Москвa: a Latin letter in a word of another script, and not a brand's play with one (KoЯn) */
		for (uint32_t at = word.begin; at < word.end && !twins; at++)
			script = *script_twins(article->cp[at]) ? script_twins(article->cp[at]) : script;
		if (letters.latin && letters.own + twins >= OWN_MINIMUM && letters.own + twins > 2 * letters.latin &&
			!(letters.cyrillic && letters.greek) && write_in(article, word, script, right))
			add(context, MESSAGE_LETTER, word, letters.first_latin, right);
		return;
	}
	if (twins == 0)
		return;
	if (letters.latin && twins > letters.latin && !(letters.cyrillic && letters.greek) && write_in(article, word, script, right))
		add(context, MESSAGE_LETTER, word, letters.first_latin, right);
	else if (write_in(article, word, NULL, right) &&
		 (letters.latin || (!has_own && is_latin_by_place(article, word, &letters, right))))
		add(context, MESSAGE_LETTER, word, letters.first_twin, right);
}

static void check_letters(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *positions = &article->index[CLASS_LETTER];
	bool has_own = has_own_letters(article);
	const uint64_t classes = CLASS_BIT(CLASS_LETTER) | CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_DIGIT);
	for (uint32_t i = 0; i < positions->count;) {
		uint32_t at = positions->at[i];
		struct span word = {article_skip_back(article, at, article_back(article, at, LETTERS_MAXIMUM), classes),
			article_skip(article, at, article_ahead(article, at, LETTERS_MAXIMUM), classes)};
		if (span_length(word) < LETTERS_MAXIMUM)
			check_word(context, word, has_own);
		while (i < positions->count && positions->at[i] < word.end)
			i++;
	}
}

/* ---- Kana, bopomofo and jamo in Han words ---- */

static bool is_foreign(const struct article *article, uint32_t at)
{
	return article_is(article, at, CLASS_BIT(CLASS_KANA) | CLASS_BIT(CLASS_BOPOMOFO) | CLASS_BIT(CLASS_HANGUL));
}

/* Is the character part of what is written in its own script: a word, Japanese, a spelling, talk of a sound? */
static bool is_at_home(const struct article *article, uint32_t at)
{
	enum { SPELLING_REACH = 3 };
	bool is_kana = article->cls[at] == CLASS_KANA;
	uint32_t reach = is_kana ? KANA_REACH : SPELLING_REACH;
	if (character_is_one_of(article->cp[at + 1], is_kana ? U"行段形音格级級变變ˊˇˋ˙" : U"音韵韻声聲符ˊˇˋ˙"))
		return true;
	for (uint32_t i = article_back(article, at, reach); i < article_ahead(article, at, reach + 1); i++) {
		if (i == at || !is_foreign(article, i))
			continue;
		if (!twin(han_twins, article->cp[i]) || is_foreign(article, i + 1) || is_foreign(article, i - 1))
			return true;
	}
	return false;
}

/* The longest word of the variant over AT, the commoner of two, with the twins round it as Han; empty: none. */
static struct span han_word(struct check_context *context, uint32_t at, uint32_t *right)
{
	const struct article *article = context->article;
	struct span text = {at, at + 1}, found = {at, at};
	uint32_t cp[2 * WORD_REACH + 1];
	float cost = RARE_WORD;
	while (at - text.begin < WORD_REACH && (article_is_han(article, text.begin - 1) || is_foreign(article, text.begin - 1)))
		text.begin--;
	while (text.end - at <= WORD_REACH && (article_is_han(article, text.end) || is_foreign(article, text.end)))
		text.end++;
	for (uint32_t i = text.begin; i < text.end; i++)
		cp[i - text.begin] = is_foreign(article, i) ? twin(han_twins, article->cp[i]) : article->cp[i];
	for (uint32_t begin = text.begin; begin <= at; begin++) {
		struct word words[2 * WORD_REACH + 1];
		uint32_t count = word_prefixes(context->data, &cp[begin - text.begin], text.end - begin, words, 2 * WORD_REACH + 1);
		for (uint32_t i = 0; i < count; i++) {
			uint32_t end = begin + words[i].span.end;
			bool is_right = variant_is_hant(article->variant) ? words[i].in_hant : words[i].in_hans;
			bool is_better = end - begin > span_length(found) || (end - begin == span_length(found) && words[i].cost < cost);
			if (is_right && words[i].cost < RARE_WORD && end > at && end - begin > 1 && is_better) {
				found = (struct span){begin, end};
				cost = words[i].cost;
				memcpy(right, &cp[begin - text.begin], span_length(found) * sizeof *right);
			}
		}
	}
	return found;
}

static void check_han(struct check_context *context, enum character_class class)
{
	const struct article *article = context->article;
	const struct positions *positions = &article->index[class];
	for (uint32_t i = 0; i < positions->count; i++) {
		uint32_t at = positions->at[i], right[2 * WORD_REACH + 1] = {twin(han_twins, article->cp[at])};
		if (!right[0] || (is_foreign(article, at - 1) && article->cp[at - 1] != article->cp[at]) || is_at_home(article, at))
			continue;
		/* 啊ー is a cry drawn out */
		if (character_is_one_of(article->cp[at - 1], U"啊哦喔嗯呀哈哇咦嗨欸喂"))
			continue;
		struct span word = han_word(context, at, right);
		bool is_numeral =
			character_numeral(right[0]) > 0 && (article->cls[at - 1] == CLASS_HAN_NUMERAL || article->cls[at + 1] == CLASS_HAN_NUMERAL ||
								   character_is_one_of(article->cp[at + 1], U"月日年号號时時"));
		if (span_length(word) == 0 && is_numeral)
			word.end++;
		if (span_length(word) == 0)
			continue;
		add(context, MESSAGE_HAN, word, article->cp[at], right);
		while (i + 1 < positions->count && positions->at[i + 1] < word.end)
			i++;
	}
}

/* ---- 〇 in Han numerals ---- */

static bool is_zero_twin(const struct article *article, uint32_t code_point)
{
	/* ○ is normal print in Taiwan */
	if (code_point == 0x25CB || code_point == 0x25EF)
		return variant_is_hans(article->variant);
	return character_is_one_of(code_point, U"Oo0Ｏ０ΟοОо");
}

static bool is_han_digit(uint32_t code_point)
{
	return character_is_one_of(code_point, U"一二三四五六七八九〇");
}

/* Is a numeral with these ends one, or what happens to stand together (周一0时, 十一O型)? */
static bool is_numeral(const struct article *article, struct span span, uint32_t digits)
{
	uint32_t last = article->cp[span.end - 1], next = article->cp[span.end], before = article->cp[span.begin - 1];
	bool has_unit = character_is_one_of(next, U"年后後号號届屆级級") || article_starts(article, span.end, "周岁") ||
			article_starts(article, span.end, "週年");
	if (article->cls[span.end] == CLASS_DIGIT || article->cls[span.begin - 1] == CLASS_DIGIT || article->cls[span.begin - 1] == CLASS_HAN_NUMERAL)
		return false;
	if (!is_han_digit(last) && (article_is(article, span.end, CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_FULL_LATIN)) ||
					   character_is_one_of(next, U"型點点时時:：.．%％")))
		return false;
	if (character_is_one_of(before, U"周週期拜第") && digits < 2 && !has_unit)
		return false;
	return digits >= 2 || has_unit || (digits == 1 && span_length(span) >= NUMERAL_MINIMUM && article->cp[span.end - 1] != '0');
}

static void check_zeros(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *numerals = &article->index[CLASS_HAN_NUMERAL];
	for (uint32_t i = 0; i < numerals->count;) {
		struct span span = {numerals->at[i], numerals->at[i]};
		uint32_t digits = 0, wrong = 0, right[LETTERS_MAXIMUM];
		for (; span_length(span) < LETTERS_MAXIMUM; span.end++) {
			uint32_t cp = article->cp[span.end];
			bool is_twin = article->cls[span.end] != CLASS_HAN_NUMERAL;
			if (is_twin ? span_length(span) == 0 || article_is_han(article, span.end) || !is_zero_twin(article, cp) : !is_han_digit(cp))
				break;
			digits += !is_twin;
			wrong = wrong || !is_twin ? wrong : cp;
			right[span_length(span)] = is_twin ? 0x3007 : cp;
		}
		if (wrong && is_numeral(article, span, digits))
			add(context, MESSAGE_ZERO, span, wrong, right);
		i++;
		while (i < numerals->count && numerals->at[i] < span.end)
			i++;
	}
}

/* ---- Letters in numbers ---- */

static uint32_t digit_twin(uint32_t code_point)
{
	return character_is_one_of(code_point, U"OoОоΟο") ? '0' : character_is_one_of(code_point, U"lIІ") ? '1' : 0;
}

/* What is counted, so that a number stands before it; 5l升 is none. */
static bool is_counted(const struct article *article, uint32_t at)
{
	return character_is_one_of(
		article->cp[at], U"年月日号號时時分秒元万萬亿億千百多余餘个個人名位岁歲米公%％℃度届屆次倍项項条條种種吨噸斤家件只隻");
}

static void check_number(struct check_context *context, struct span span)
{
	const struct article *article = context->article;
	uint32_t right[LETTERS_MAXIMUM], wrong = 0, digits = 0, length = span_length(span);
	uint32_t before = article->cp[span.begin - 1];
	for (uint32_t at = span.begin; at < span.end; at++) {
		bool is_digit = article->cls[at] == CLASS_DIGIT;
		uint32_t cp = article->cp[at], other = is_digit ? 0 : digit_twin(cp);
		if (!is_digit && !other)
			return;
		right[at - span.begin] = other ? other : cp;
		digits += !other;
		wrong = wrong || !other ? wrong : cp;
	}
	if (!wrong || digits == 0)
		return;
	/* 1O:30, 1O.5 */
	bool goes_on = character_is_one_of(article->cp[span.end], U":：.") && article->cls[span.end + 1] == CLASS_DIGIT &&
		article->cls[span.begin] == CLASS_DIGIT && digit_twin(article->cp[span.end - 1]) == '0';
	bool counted = goes_on || is_counted(article, span.end), last_is_digit = article->cls[span.end - 1] == CLASS_DIGIT;
	bool inside = last_is_digit && article->cls[span.begin] == CLASS_DIGIT;
	bool is_chinese =
		article_is(article, span.begin - 1, CLASSES_HAN | CLASSES_WIDE_STOP | CLASS_BIT(CLASS_NEWLINE)) || article_is_han(article, span.end);
	/* 5l是: a litre; O8, l3: names of a type, a line */
	if (!is_chinese || character_is_one_of(before, U"-_/#@.·") || character_is_one_of(article->cp[span.end], U"-_/#@·型"))
		return;
	if (counted ? length > 1 && !(character_is_one_of(article->cp[span.begin], U"OoОоΟο") &&
					    !character_is_one_of(article->cp[span.end], U"年月日多万元%％"))
		    : inside && length >= 4)
		add(context, MESSAGE_DIGIT, span, wrong, right);
}

static void check_digits(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *positions = &article->index[CLASS_DIGIT];
	const uint64_t letters = CLASS_BIT(CLASS_LATIN) | CLASS_BIT(CLASS_LETTER);
	for (uint32_t i = 0; i < positions->count;) {
		uint32_t at = positions->at[i], end = article_skip(article, at, article->end, letters | CLASS_BIT(CLASS_DIGIT));
		struct span span = {article_skip_back(article, at, article_back(article, at, LETTERS_MAXIMUM), letters), end};
		if (span_length(span) < LETTERS_MAXIMUM)
			check_number(context, span);
		i++;
		while (i < positions->count && positions->at[i] < end)
			i++;
	}
}

/* ---- Forms of marks and signs ---- */

/* A vertical bracket round text: in an emoticon others stand beside it (︶︿︶). */
static bool is_mark_of_text(const struct article *article, uint32_t at)
{
	uint64_t text = CLASSES_HAN | CLASSES_FIGURE | CLASS_BIT(CLASS_LATIN);
	uint32_t before = article->cp[at - 1], after = article->cp[at + 1];
	bool is_face = (before >= 0xFE30 && before <= 0xFE4F) || (after >= 0xFE30 && after <= 0xFE4F);
	if (character_is_one_of(article->cp[at], U"︿﹀") || (is_face && character_is_one_of(article->cp[at], U"︵︶")))
		return false;
	if (article->cls[at] == CLASS_OPEN)
		return article_is(article, at + 1, text);
	return article_is(article, at - 1, text | CLASSES_WIDE_STOP | CLASSES_CLOSING);
}

static void check_sign(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	struct span span = {at, at + 1};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		if (signs[i].sign != article->cp[at])
			continue;
		struct finding *finding = report_add(context->report, MESSAGE_SIGN, span);
		finding_text(finding, span);
		finding_code_point(finding, article->cp[at]);
		finding_string(finding, signs[i].text);
		finding_fix(finding, FIX_UNSAFE, span, signs[i].text);
	}
}

static void check_marks(struct check_context *context, enum character_class class)
{
	const struct article *article = context->article;
	const struct positions *positions = &article->index[class];
	for (uint32_t i = 0; i < positions->count; i++) {
		uint32_t at = positions->at[i], cp = article->cp[at];
		if (cp >= 0xFE10 && cp <= 0xFE6F) {
			uint32_t vertical = twin(vertical_forms, cp), small = twin(small_forms, cp);
			if (vertical && is_mark_of_text(article, at))
				add(context, MESSAGE_VERTICAL, (struct span){at, at + 1}, cp, &vertical);
			else if (small)
				add(context, MESSAGE_SMALL, (struct span){at, at + 1}, cp, &small);
		} else if (cp == 0x2116 || (cp >= 0x3380 && cp <= 0x33DF)) {
			check_sign(context, at);
		}
	}
}

static void run(struct check_context *context)
{
	static const enum character_class marks[] = {CLASS_OPEN, CLASS_CLOSE, CLASS_INNER_STOP, CLASS_END_STOP, CLASS_SYMBOL};
	check_compatibility(context);
	check_letters(context);
	check_han(context, CLASS_KANA);
	check_han(context, CLASS_BOPOMOFO);
	check_han(context, CLASS_HANGUL);
	check_zeros(context);
	check_digits(context);
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		check_marks(context, marks[i]);
}

static const struct check_message messages[] = {
	[MESSAGE_CHARACTER] = {"character", N_("“{0}” ({1}) is a radical or compatibility form, write “{2}”"), SEVERITY_ERROR, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_LETTER] = {"letter", N_("“{0}” holds “{1}” ({2}), a letter of another script, write “{3}”"), SEVERITY_ERROR, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_HAN] = {"han", N_("“{0}” holds “{1}” ({2}), which only looks like a Han character, write “{3}”"), SEVERITY_ERROR, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_ZERO] = {"zero", N_("“{0}” holds “{1}” ({2}) in place of “〇”, write “{3}”"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_DIGIT] = {"digit", N_("“{0}” holds the letter “{1}” ({2}) in place of a digit, write “{3}”"), SEVERITY_ERROR, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_VERTICAL] = {"vertical", N_("“{0}” ({1}) is a form for vertical text, write “{2}”"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_SMALL] = {"small", N_("“{0}” ({1}) is a small form of a mark, write “{2}”"), SEVERITY_NOTE, PROFILE_NEWSROOM | PROFILE_STRICT,
		CONFIDENCE_HIGH},
	[MESSAGE_SIGN] = {"sign", N_("“{0}” ({1}) is a sign kept for old character sets, write “{2}”"), SEVERITY_NOTE, PROFILE_STRICT,
		CONFIDENCE_HIGH},
	{0},
};

const struct check check_script_lookalike = {
	.struct_size = sizeof(struct check),
	.name = "script_lookalike",
	.summary = N_("characters of another script or block that only look like the right ones"),
	.needs = NEED_WORDS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.run = run,
};
