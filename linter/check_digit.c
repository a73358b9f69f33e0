/* check_digit: weighted sums. */
#include "check_digit.h"

#include <string.h>

static bool is_digit(char character)
{
	return character >= '0' && character <= '9';
}

/* The sum of digits times weights; -1 if one is no digit. */
static int weighted(const char *digits, const int *weights, unsigned count)
{
	int sum = 0;
	for (unsigned i = 0; i < count; i++) {
		if (!is_digit(digits[i]))
			return -1;
		sum += (digits[i] - '0') * weights[i];
	}
	return sum;
}

char check_digit_identity(const char *digits)
{
	static const int weights[17] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
	int sum = weighted(digits, weights, 17);
	return sum < 0 ? 0 : "10X98765432"[sum % 11];
}

static const char credit[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

bool check_digit_is_credit(char character)
{
	return character && strchr(credit, character);
}

char check_digit_credit(const char *characters)
{
	int sum = 0, weight = 1; /* the powers of 3 */
	for (unsigned i = 0; i < 17; i++) {
		if (!check_digit_is_credit(characters[i]))
			return 0;
		sum += (int)(strchr(credit, characters[i]) - credit) * weight;
		weight = weight * 3 % 31;
	}
	return credit[(31 - sum % 31) % 31];
}

char check_digit_isbn10(const char *digits)
{
	static const int weights[9] = {10, 9, 8, 7, 6, 5, 4, 3, 2};
	int sum = weighted(digits, weights, 9);
	return sum < 0 ? 0 : "0123456789X"[(11 - sum % 11) % 11];
}

char check_digit_ean13(const char *digits)
{
	static const int weights[12] = {1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3};
	int sum = weighted(digits, weights, 12);
	return sum < 0 ? 0 : "0123456789"[(10 - sum % 10) % 10];
}

char check_digit_issn(const char *digits)
{
	static const int weights[7] = {8, 7, 6, 5, 4, 3, 2};
	int sum = weighted(digits, weights, 7);
	return sum < 0 ? 0 : "0123456789X"[(11 - sum % 11) % 11];
}

char check_digit_taiwan(const char *characters)
{
	/* The numbers of the letters from 10 on, in the order in which the places got them. */
	static const char letters[] = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
	static const int weights[8] = {8, 7, 6, 5, 4, 3, 2, 1};
	const char *place = characters[0] ? strchr(letters, characters[0]) : NULL;
	int sum = weighted(characters + 1, weights, 8);
	if (!place || sum < 0)
		return 0;
	int number = 10 + (int)(place - letters);
	sum += number / 10 + number % 10 * 9;
	return "0123456789"[(10 - sum % 10) % 10];
}

static bool is_capital(char character)
{
	return character >= 'A' && character <= 'Z';
}

char check_digit_hong_kong(const char *characters)
{
	static const int weights[6] = {7, 6, 5, 4, 3, 2};
	if (!is_capital(characters[0]))
		return 0;
	bool two = is_capital(characters[1]);
	/* A letter counts 10 and more; one letter stands behind a space, which counts 36. */
	int sum = two ? (characters[0] - 'A' + 10) * 9 + (characters[1] - 'A' + 10) * 8 : 36 * 9 + (characters[0] - 'A' + 10) * 8;
	int digits = weighted(characters + 1 + two, weights, 6);
	return digits < 0 ? 0 : "0123456789A"[(11 - (sum + digits) % 11) % 11];
}

bool check_digit_is_business(const char *digits)
{
	static const int weights[8] = {1, 2, 1, 2, 1, 2, 4, 1};
	int sum = 0;
	for (unsigned i = 0; i < 8; i++) {
		int product = (digits[i] - '0') * weights[i];
		sum += product / 10 + product % 10;
	}
	/* 7 × 4 = 28 gives 10, of which either digit may be taken. */
	return sum % 5 == 0 || (digits[6] == '7' && (sum + 1) % 5 == 0);
}

bool check_digit_is_card(const char *digits, unsigned count)
{
	int sum = 0;
	for (unsigned i = 0; i < count; i++) {
		int digit = digits[count - 1 - i] - '0';
		digit = i % 2 ? digit * 2 : digit;
		sum += digit > 9 ? digit - 9 : digit;
	}
	return sum % 10 == 0;
}
