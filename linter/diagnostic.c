/* diagnostic: places in the file, and the words of a message. */
#include "diagnostic_p.h"

#include "language_p.h"

const char *diagnostic_name(const struct diagnostic *diagnostic)
{
	return diagnostic->rule ? diagnostic->rule->full_name : diagnostic->check->name;
}

struct str diagnostic_line(struct str source, struct place place)
{
	size_t begin = place.byte - (place.byte_column - 1);
	const char *blanks = " \t\r", *newline = memchr(source.data + place.byte, '\n', source.size - place.byte);
	size_t end = newline ? (size_t)(newline - source.data) : source.size;
	while (end > begin && memchr(blanks, source.data[end - 1], strlen(blanks)))
		end--;
	while (begin < end && memchr(blanks, source.data[begin], strlen(blanks)))
		begin++;
	return (struct str){source.data + begin, end - begin};
}

enum {
	GROUPS_MAXIMUM = 5,
	DIGITS_MAXIMUM = 20,     /* a longer run is no personal number */
	DIGITS_SHOWN_BEFORE = 3,
	DIGITS_SHOWN_AFTER = 2,
	DIGITS_OF_CUT_NUMBER = 7,
	MASK_CONTEXT = 96,       /* bytes; more than the longest number takes */
};

/* Digits in groups: 138 0013 8000. */
static const struct number_shape {
	unsigned char groups[GROUPS_MAXIMUM];
	const char *start;       /* the digits it begins with */
	const char *first;       /* one of these is the first digit; NULL: any */
} number_shapes[] = {
	{{11}, "", NULL}, {{15}, "", NULL}, {{16}, "", NULL}, {{17}, "", NULL}, {{18}, "", NULL}, {{19}, "", NULL},
	{{3, 4, 4}, "1", NULL}, {{3, 8}, "1", NULL}, {{13}, "86", NULL}, {{2, 11}, "86", NULL}, {{2, 3, 4, 4}, "86", NULL},
	{{10}, "09", NULL}, {{4, 6}, "09", NULL}, {{4, 3, 3}, "09", NULL}, {{12}, "886", NULL}, {{3, 9}, "886", NULL}, {{3, 3, 3, 3}, "886", NULL},
	{{6, 8, 4}, "", NULL}, {{6, 8, 3}, "", NULL},
	{{4, 4, 4, 4}, "", "34569"}, {{4, 4, 4, 4, 1}, "", "34569"}, {{4, 4, 4, 4, 2}, "", "34569"}, {{4, 4, 4, 4, 3}, "", "34569"},
};

/* The digits that stand together from a place on, groups parted by one space or hyphen. */
struct number {
	size_t at[DIGITS_MAXIMUM];
	unsigned digits;
	unsigned groups[GROUPS_MAXIMUM];
	size_t ends[GROUPS_MAXIMUM];
	unsigned group_count;
};

/* Bytes of the digit at a place, 0-9 or ０-９; 0: none. */
static size_t digit_bytes(struct str text, size_t at)
{
	if (at < text.size && text.data[at] >= '0' && text.data[at] <= '9')
		return 1;
	return text.size - at >= 3 && memcmp(text.data + at, "\xEF\xBC", 2) == 0 && (unsigned char)text.data[at + 2] >= 0x90 &&
			(unsigned char)text.data[at + 2] <= 0x99
		? 3
		: 0;
}

static char digit_value(struct str text, size_t at)
{
	return text.data[at] >= '0' && text.data[at] <= '9' ? text.data[at] : (char)('0' + ((unsigned char)text.data[at + 2] - 0x90));
}

static size_t read_group(struct number *number, struct str text, size_t at)
{
	unsigned size = 0;
	size_t bytes;
	for (; (bytes = digit_bytes(text, at)) > 0; at += bytes, size++)
		if (number->digits < DIGITS_MAXIMUM)
			number->at[number->digits++] = at;
	number->groups[number->group_count] = size;
	number->ends[number->group_count++] = at;
	return at;
}

static void read_number(struct number *number, struct str text, size_t at)
{
	number->digits = number->group_count = 0;
	at = read_group(number, text, at);
	while (number->group_count < GROUPS_MAXIMUM && at + 1 < text.size && (text.data[at] == ' ' || text.data[at] == '-') &&
		digit_bytes(text, at + 1))
		at = read_group(number, text, at + 1);
}

/* How many digits of the number a shape takes; 0 if it does not fit. */
static unsigned shape_fits(const struct number_shape *shape, const struct number *number, struct str text)
{
	unsigned digits = 0;
	for (unsigned i = 0; i < GROUPS_MAXIMUM && shape->groups[i]; i++) {
		if (i >= number->group_count || number->groups[i] != shape->groups[i])
			return 0;
		digits += shape->groups[i];
	}
	for (unsigned i = 0; shape->start[i]; i++)
		if (digit_value(text, number->at[i]) != shape->start[i])
			return 0;
	return !shape->first || strchr(shape->first, digit_value(text, number->at[0])) ? digits : 0;
}

static bool is_capital(struct str text, size_t at)
{
	return at < text.size && text.data[at] >= 'A' && text.data[at] <= 'Z';
}

/* Taiwan's identity number (A123456789) and Hong Kong's (A123456(7)), from their digits on. */
static bool follows_letter(const struct number *number, struct str text)
{
	size_t begin = number->at[0], end = number->ends[0];
	if (!is_capital(text, begin - 1))
		return false;
	if (number->groups[0] == 9)
		return strchr("1289", digit_value(text, begin)) != NULL;
	return number->groups[0] == 6 && ((end < text.size && text.data[end] == '(') || (text.size - end >= 3 && !memcmp(text.data + end, "（", 3)));
}

/* A number that a message shows half of, beside the … of the cut. */
static bool is_cut(const struct number *number, struct str text)
{
	size_t begin = number->at[0], end = number->ends[0];
	bool before = begin >= 3 && memcmp(text.data + begin - 3, "…", 3) == 0;
	bool after = text.size - end >= 3 && memcmp(text.data + end, "…", 3) == 0;
	return number->groups[0] >= DIGITS_OF_CUT_NUMBER && (before || after);
}

/* How many digits of the number are personal; *END is where they end. */
static unsigned personal_digits(const struct number *number, struct str text, size_t *end)
{
	unsigned best = 0;
	for (size_t i = 0; i < sizeof number_shapes / sizeof *number_shapes; i++) {
		unsigned digits = shape_fits(&number_shapes[i], number, text);
		best = digits > best ? digits : best;
	}
	if (best == 0 && (follows_letter(number, text) || is_cut(number, text)))
		best = number->groups[0] < DIGITS_MAXIMUM ? number->groups[0] : DIGITS_MAXIMUM;
	unsigned groups = 0;
	for (unsigned digits = 0; digits < best && groups < number->group_count; groups++)
		digits += number->groups[groups];
	*end = number->ends[groups > 0 ? groups - 1 : 0];
	return best;
}

static void mask_digits(char *text, const struct number *number, unsigned digits)
{
	for (unsigned i = DIGITS_SHOWN_BEFORE; i + DIGITS_SHOWN_AFTER < digits; i++) {
		char *digit = text + number->at[i];
		if (*digit >= '0' && *digit <= '9')
			*digit = '*';
		else
			memcpy(digit, "＊", 3);
	}
}

struct str mask_personal_numbers(struct str text, struct arena *arena)
{
	char *masked = NULL;
	struct number number;
	for (size_t i = 0; i < text.size;) {
		if (!digit_bytes(text, i)) {
			i++;
			continue;
		}
		read_number(&number, text, i);
		unsigned digits = personal_digits(&number, text, &i);
		if (digits > 0 && !masked)
			masked = (char *)arena_copy(arena, text).data;
		if (digits > 0)
			mask_digits(masked, &number, digits);
	}
	return masked ? (struct str){masked, text.size} : text;
}

struct str source_masked(struct str source, size_t begin, size_t end, struct arena *arena)
{
	size_t from = begin > MASK_CONTEXT ? begin - MASK_CONTEXT : 0;
	size_t to = source.size - end > MASK_CONTEXT ? end + MASK_CONTEXT : source.size;
	struct str masked = mask_personal_numbers((struct str){source.data + from, to - from}, arena);
	return (struct str){masked.data + (begin - from), end - begin};
}

/* Writes the filled text to OUT, or only counts its bytes if that is NULL. */
static size_t fill(char *out, const char *text, const struct str *arguments, unsigned count)
{
	size_t size = 0;
	while (*text) {
		unsigned index = text[0] == '{' ? (unsigned)text[1] - '0' : count;
		bool is_place = index < count && text[2] == '}';
		struct str piece = is_place ? arguments[index] : (struct str){text, 1};
		if (out && piece.size > 0)
			memcpy(out + size, piece.data, piece.size);
		size += piece.size;
		text += is_place ? 3 : 1;
	}
	return size;
}

struct str text_fill(const char *text, const struct str *arguments, unsigned count, struct arena *arena)
{
	size_t size = fill(NULL, text, arguments, count);
	char *out = arena_alloc_raw(arena, size + 1);
	fill(out, text, arguments, count);
	out[size] = 0;
	return (struct str){out, size};
}

struct str diagnostic_message(const struct diagnostic *diagnostic, struct arena *arena)
{
	const char *text = translate(diagnostic->message->text);
	return mask_personal_numbers(text_fill(text, diagnostic->arguments, diagnostic->argument_count, arena), arena);
}

struct str related_message(const struct related *related, struct arena *arena)
{
	return mask_personal_numbers(text_fill(translate(related->text), &related->argument, 1, arena), arena);
}

const char *severity_name(enum severity severity)
{
	static const char *const names[] = {"note", "warning", "error"};
	return names[severity];
}

const char *confidence_name(enum confidence confidence)
{
	static const char *const names[] = {"low", "medium", "high"};
	return names[confidence];
}
