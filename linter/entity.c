/*
 * entity: numbers, and the names that writers do use (HTML has 2,231; who needs the others for prose?).
 */
#include "entity_p.h"

#include "character.h"

struct name {
	const char *name;
	uint32_t code_point;
};

static const struct name names[] = {
	{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}, {"ensp", 0x2002}, {"emsp", 0x2003},
	{"thinsp", 0x2009}, {"zwnj", 0x200C}, {"zwj", 0x200D}, {"lrm", 0x200E}, {"rlm", 0x200F}, {"shy", 0xAD}, {"hellip", 0x2026},
	{"mdash", 0x2014}, {"ndash", 0x2013}, {"horbar", 0x2015}, {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D},
	{"sbquo", 0x201A}, {"bdquo", 0x201E}, {"laquo", 0xAB}, {"raquo", 0xBB}, {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"middot", 0xB7},
	{"bull", 0x2022}, {"copy", 0xA9}, {"reg", 0xAE}, {"trade", 0x2122}, {"sect", 0xA7}, {"para", 0xB6}, {"deg", 0xB0}, {"plusmn", 0xB1},
	{"times", 0xD7}, {"divide", 0xF7}, {"minus", 0x2212}, {"ne", 0x2260}, {"le", 0x2264}, {"ge", 0x2265}, {"asymp", 0x2248},
	{"infin", 0x221E}, {"micro", 0xB5}, {"permil", 0x2030}, {"prime", 0x2032}, {"Prime", 0x2033}, {"frac12", 0xBD}, {"frac14", 0xBC},
	{"frac34", 0xBE}, {"sup1", 0xB9}, {"sup2", 0xB2}, {"sup3", 0xB3}, {"euro", 0x20AC}, {"pound", 0xA3}, {"yen", 0xA5}, {"cent", 0xA2},
	{"larr", 0x2190}, {"uarr", 0x2191}, {"rarr", 0x2192}, {"darr", 0x2193}, {"harr", 0x2194}, {"rArr", 0x21D2}, {"hArr", 0x21D4},
	{"ast", '*'}, {"num", '#'}, {"lowbar", '_'}, {"grave", '`'}, {"vert", '|'}, {"verbar", '|'}, {"lpar", '('}, {"rpar", ')'},
	{"lsqb", '['}, {"rsqb", ']'}, {"lbrace", '{'}, {"rbrace", '}'}, {"bsol", '\\'}, {"sol", '/'}, {"colon", ':'}, {"semi", ';'},
	{"comma", ','}, {"period", '.'}, {"excl", '!'}, {"quest", '?'}, {"percnt", '%'}, {"dollar", '$'}, {"commat", '@'}, {"plus", '+'},
	{"equals", '='}, {"Tab", '\t'}, {"alpha", 0x3B1}, {"beta", 0x3B2}, {"gamma", 0x3B3}, {"delta", 0x3B4}, {"Delta", 0x394},
	{"lambda", 0x3BB}, {"mu", 0x3BC}, {"pi", 0x3C0}, {"sigma", 0x3C3}, {"Sigma", 0x3A3}, {"omega", 0x3C9}, {"Omega", 0x3A9},
};

static int digit_value(char digit)
{
	if (digit >= '0' && digit <= '9')
		return digit - '0';
	digit = (char)(digit | 0x20);
	return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : 99;
}

static uint32_t decode_number(struct str digits)
{
	uint32_t base = 10, value = 0;
	if (digits.size && (digits.data[0] | 0x20) == 'x') {
		base = 16;
		digits.data++;
		digits.size--;
	}
	for (size_t i = 0; i < digits.size; i++) {
		uint32_t digit = (uint32_t)digit_value(digits.data[i]);
		if (digit >= base || value > 0x10FFFF)
			return CHARACTER_BAD;
		value = value * base + digit;
	}
	return value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF) ? CHARACTER_BAD : value;
}

uint32_t entity_decode(struct str entity)
{
	if (entity.size < 3 || entity.data[0] != '&' || entity.data[entity.size - 1] != ';')
		return 0;
	struct str body = {entity.data + 1, entity.size - 2};
	if (body.data[0] == '#')
		return decode_number((struct str){body.data + 1, body.size - 1});
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_equal(body, str_from(names[i].name)))
			return names[i].code_point;
	return 0;
}
