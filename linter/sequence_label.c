/* sequence_label: a mark with another number. */
#include <uchar.h>

#include "figure.h"
#include "sequence.h"

struct writer {
	uint32_t *out, length;
};

static void put(struct writer *writer, uint32_t cp)
{
	if (writer->length < SEQUENCE_LABEL)
		writer->out[writer->length++] = cp;
}

/* 肆 */
static bool is_formal(uint32_t cp)
{
	return character_is_one_of(cp, U"壹贰貳叁參肆伍陆陸柒捌玖拾");
}

/* 十二, 一百零五; up to 999. */
static void put_han(struct writer *writer, uint32_t number, const char32_t *digits)
{
	uint32_t hundreds = number / 100 % 10, tens = number / 10 % 10, ones = number % 10;
	if (hundreds) {
		put(writer, digits[hundreds]);
		put(writer, digits[11]);
	}
	if (tens > 1 || (tens == 1 && hundreds) || (hundreds && !tens && ones))
		put(writer, digits[tens]);
	if (tens)
		put(writer, digits[10]);
	if (ones)
		put(writer, digits[ones]);
}

static void put_digits(struct writer *writer, uint32_t number)
{
	if (number >= 10)
		put_digits(writer, number / 10);
	put(writer, '0' + number % 10);
}

uint32_t sequence_label(const struct article *article, const struct sequence_mark *mark, uint32_t number, uint32_t *out)
{
	static const char32_t plain[] = U"零一二三四五六七八九十百", formal[] = U"零壹贰叁肆伍陆柒捌玖拾佰", formal_hant[] = U"零壹貳參肆伍陸柒捌玖拾佰";
	struct writer writer = {out, 0};
	uint32_t first = article->cp[mark->number.begin];
	for (uint32_t at = mark->span.begin; at < mark->number.begin; at++)
		put(&writer, article->cp[at]);
	if (article->cls[mark->number.begin] == CLASS_SYMBOL && number <= 10 && mark->value <= 10)
		put(&writer, first + number - mark->value);
	else if (article->cls[mark->number.begin] == CLASS_HAN_NUMERAL)
		put_han(&writer, number, !is_formal(first) ? plain : variant_is_hant(article->variant) ? formal_hant : formal);
	else
		put_digits(&writer, number);
	for (uint32_t at = mark->number.end; at < mark->span.end; at++)
		put(&writer, article->cp[at]);
	return writer.length;
}
