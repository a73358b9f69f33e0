/*
 * figure_bad_code: a labelled number that proves itself wrong: its check digit does not fit, it has a digit too many or too few, the
 * birth date in it does not exist.
 *
 * Resident identity numbers (GB 11643), Taiwan's and Hong Kong's; unified social credit codes (GB 32100); ISBN and ISSN; Taiwan's
 * 統一編號; mobile numbers of the mainland; bank cards (a note of low confidence). A person's number is masked in the message, also
 * where it is too long or too short for the masks of the engine.
 *
 * Passes on purpose: numbers without a label, identity numbers of 15 digits, masked numbers, 123456… and 000000…, landline, 400 and
 * foreign numbers, mobile numbers in Traditional text, 书号 of before ISBN, numbers of 9 digits after ISBN.
 * Misses: two slips that cancel out, labels in the head of a table.
 */
#include "check.h"

enum {
	MESSAGE_PERSON,
	MESSAGE_DIGIT,
	MESSAGE_LENGTH,
	MESSAGE_BOOK_LENGTH,
	MESSAGE_BIRTH,
	MESSAGE_REGION,
	MESSAGE_LETTER,
	MESSAGE_PREFIX,
	MESSAGE_BUSINESS,
	MESSAGE_CARD
};

enum { SHOWN_BEFORE = 3, SHOWN_AFTER = 2 };

/* A finding whose first argument is the number, masked if it is a person's. */
static struct finding *add(struct check_context *context, unsigned message, const struct code *code)
{
	char text[CODE_LONGEST + 1];
	bool person = code->kind == CODE_IDENTITY || code->kind == CODE_MOBILE || code->kind == CODE_CARD;
	for (unsigned i = 0; i <= code->count; i++)
		text[i] = person && i >= SHOWN_BEFORE && i + SHOWN_AFTER < code->count ? '*' : code->characters[i];
	struct finding *finding = report_add(context->report, message, code->span);
	if (person)
		finding_string(finding, text);
	else
		finding_text(finding, code->span);
	return finding;
}

static void add_length(struct check_context *context, const struct code *code, int64_t right)
{
	struct finding *finding = add(context, MESSAGE_LENGTH, code);
	finding_number(finding, code->count);
	finding_number(finding, right);
}

static void add_digit(struct check_context *context, const struct code *code, char right)
{
	if (right == 0 || right == code->characters[code->count - 1])
		return;
	finding_character(add(context, MESSAGE_DIGIT, code), (uint32_t)right);
}

static int number_at(const struct code *code, unsigned at, unsigned count)
{
	int number = 0;
	for (unsigned i = at; i < at + count; i++)
		number = number * 10 + (code->characters[i] - '0');
	return number;
}

/* The first two digits of the six for the place of registration: a province, or abroad for residents from elsewhere. */
static bool is_province(int number)
{
	static const char most[] = {0, 5, 3, 7, 6, 4, 5, 2, 3};
	return (number / 10 < 9 && number % 10 >= 1 && number % 10 <= most[number / 10]) || number == 91;
}

static void check_resident(struct check_context *context, const struct code *code)
{
	int year = number_at(code, 6, 4), month = number_at(code, 10, 2), day = number_at(code, 12, 2);
	if (!is_province(number_at(code, 0, 2))) {
		finding_number(add(context, MESSAGE_REGION, code), number_at(code, 0, 2));
	} else if (year < 1800 || year > 2100 || !calendar_is_day(year, month, day)) {
		add(context, MESSAGE_BIRTH, code);
	} else if (check_digit_identity(code->characters) != code->characters[17]) {
		add(context, MESSAGE_PERSON, code);
	}
}

/* A123456(3): the digit in brackets is not of the span of digits. */
static void check_hong_kong(struct check_context *context, struct code *code)
{
	const struct article *article = context->article;
	uint32_t at = code->span.end;
	if (!character_is_one_of(article->cp[at], U"(（") || !character_is_one_of(article->cp[at + 2], U")）"))
		return;
	char right = check_digit_hong_kong(code->characters);
	uint32_t found = article->cp[at + 1];
	bool fits = found == (uint32_t)right || found - 0xFEE0 == (uint32_t)right || (right == 'A' && found == 'a');
	if (right == 0 || fits || !(character_is_one_of(found, U"Aa") || article_is(article, at + 1, CLASSES_DIGIT)))
		return;
	code->span.end = at + 3;
	add(context, MESSAGE_PERSON, code);
}

static void check_identity(struct check_context *context, struct code *code)
{
	const char *characters = code->characters;
	bool hant = variant_is_hant(context->article->variant), tail = characters[code->count - 1] == 'X';
	if (code->letters > 0 && code_is_digits(code, code->letters)) {
		unsigned digits = code->count - code->letters;
		if (digits == 6)
			check_hong_kong(context, code);
		else if (code->letters == 1 && hant && digits == 9 && character_is_one_of((unsigned char)characters[1], U"1289") &&
			 check_digit_taiwan(characters) != characters[9])
			add(context, MESSAGE_PERSON, code);
		else if (code->letters == 1 && hant && (digits == 8 || digits == 10) && character_is_one_of((unsigned char)characters[1], U"12"))
			add_length(context, code, 10);
		return;
	}
	struct code digits = *code;
	digits.count -= tail;
	if (code->letters > 0 || !code_is_digits(&digits, 0))
		return;
	if (code->count == 18)
		check_resident(context, code);
	else if (code->count >= 16 && code->count <= 20)
		add_length(context, code, 18);
}

static void check_credit(struct check_context *context, const struct code *code)
{
	if (code->count < 16 || code->count > 20)
		return;
	for (unsigned i = 0; i < code->count; i++)
		if (!check_digit_is_credit(code->characters[i])) {
			finding_character(add(context, MESSAGE_LETTER, code), (uint32_t)code->characters[i]);
			return;
		}
	if (code->count == 18)
		add_digit(context, code, check_digit_credit(code->characters));
	else
		add_length(context, code, 18);
}

static void check_book(struct check_context *context, const struct code *code)
{
	const char *characters = code->characters;
	bool ean = strncmp(characters, "978", 3) == 0 || strncmp(characters, "979", 3) == 0;
	struct code digits = *code;
	digits.count -= characters[code->count - 1] == 'X';
	if (!code_is_digits(&digits, 0))
		return;
	if (code->count == 10) {
		add_digit(context, code, check_digit_isbn10(characters));
	} else if (code->count == 13 && !ean && code->kind == CODE_ISBN) {
		add(context, MESSAGE_PREFIX, code);
	} else if (code->count == 13 && ean) {
		add_digit(context, code, check_digit_ean13(characters));
	} else if (code->count >= 11 && code->count <= 15 && (ean || code->kind == CODE_ISBN)) {
		finding_number(add(context, MESSAGE_BOOK_LENGTH, code), code->count);
	}
}

static void check_journal(struct check_context *context, const struct code *code)
{
	if (code->count == 8)
		add_digit(context, code, check_digit_issn(code->characters));
	else if (code->count <= 9 && code_is_digits(code, 0))
		add_length(context, code, 8);
}

static void check_business(struct check_context *context, const struct code *code)
{
	if (!variant_is_hant(context->article->variant) || !code_is_digits(code, 0))
		return;
	if (code->count == 8 && !check_digit_is_business(code->characters))
		add(context, MESSAGE_BUSINESS, code);
	else if (code->count == 7 || code->count == 9)
		add_length(context, code, 8);
}

static void check_mobile(struct check_context *context, struct code *code)
{
	if (variant_is_hant(context->article->variant) || !code_is_digits(code, 0) || (code->first_group < code->count && code->first_group != 3))
		return;
	bool mobile = code->characters[0] == '1' && code->characters[1] >= '3';
	if (mobile && (code->count == 10 || code->count == 12))
		add_length(context, code, 11);
}

static void run(struct check_context *context)
{
	struct code code = {.kind = CODE_NONE};
	while (code_next(context->article, &code)) {
		struct code copy = code;
		switch (code.kind) {
		case CODE_IDENTITY: check_identity(context, &copy); break;
		case CODE_CREDIT: check_credit(context, &code); break;
		case CODE_ISBN:
		case CODE_BOOK: check_book(context, &code); break;
		case CODE_ISSN: check_journal(context, &code); break;
		case CODE_BUSINESS: check_business(context, &code); break;
		case CODE_MOBILE: check_mobile(context, &copy); break;
		case CODE_CARD:
			if ((code.count == 16 || code.count == 19) && code_is_digits(&code, 0) && !check_digit_is_card(code.characters, code.count))
				add(context, MESSAGE_CARD, &code);
			break;
		case CODE_NONE: break;
		}
	}
}

static const struct check_message messages[] = {
	[MESSAGE_PERSON] = {"person", N_("the check digit of the identity number {0} does not fit, a digit is wrong or two are exchanged"),
		SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_DIGIT] = {"digit", N_("the check digit of {0} should be {1}, or another digit is wrong"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_LENGTH] = {"length", N_("{0} has {1} digits, it should have {2}"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_BOOK_LENGTH] = {"isbn_length", N_("{0} has {1} digits, an ISBN has 10 or 13"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_BIRTH] = {"birth", N_("the birth date in the identity number {0} does not exist"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_REGION] = {"region", N_("the identity number {0} begins with {1}, which is no province"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_LETTER] = {"letter", N_("the unified social credit code {0} cannot hold “{1}”"), SEVERITY_WARNING, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_PREFIX] = {"prefix", N_("{0} is no ISBN, those of 13 digits begin with 978 or 979"), SEVERITY_WARNING, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[MESSAGE_BUSINESS] = {"business", N_("the check digit of the business number {0} does not fit, a digit is wrong"), SEVERITY_WARNING,
		PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_CARD] = {"card", N_("the check digit of the card number {0} does not fit"), SEVERITY_NOTE, PROFILES_ALL, CONFIDENCE_LOW},
	{0},
};

const struct check check_figure_bad_code = {
	.struct_size = sizeof(struct check),
	.name = "figure_bad_code",
	.summary = N_("an identity number, ISBN or other labelled number that proves itself wrong"),
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.run = run,
};
