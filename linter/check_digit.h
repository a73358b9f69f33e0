/*
 * check_digit: the arithmetic of numbers whose last digit proves the others. Pure functions on ASCII: digits and capital letters,
 * without hyphens and spaces.
 *
 * Each gives the character that must stand at the end, computed from the characters before it; 0 if one of them cannot stand there.
 */
#ifndef KANLINT_CHECK_DIGIT_H
#define KANLINT_CHECK_DIGIT_H

#include <stdbool.h>

/* The resident identity number: 17 digits to the 18th (GB 11643, ISO 7064 MOD 11-2). 0-9 or X. */
char check_digit_identity(const char *digits);

/* The unified social credit code: 17 characters to the 18th (GB 32100, modulo 31; the letters I O S V Z are not used). */
char check_digit_credit(const char *characters);

/* A letter or digit that a unified social credit code may hold. */
bool check_digit_is_credit(char character);

/* ISBN-10: 9 digits to the 10th, 0-9 or X. ISBN-13, and every EAN-13: 12 digits to the 13th (ISO 2108). */
char check_digit_isbn10(const char *digits);
char check_digit_ean13(const char *digits);

/* ISSN: 7 digits to the 8th, 0-9 or X (ISO 3297). */
char check_digit_issn(const char *digits);

/* Taiwan's identity number: a letter and 8 digits to the 10th character. */
char check_digit_taiwan(const char *characters);

/* Hong Kong's identity number: one or two letters and 6 digits to the one in brackets, 0-9 or A. */
char check_digit_hong_kong(const char *characters);

/* Taiwan's business number, all 8 digits: does it fit, by the rule of 2023 (divisible by 5)? */
bool check_digit_is_business(const char *digits);

/* A bank card's number, COUNT digits: does it fit (ISO/IEC 7812, Luhn)? */
bool check_digit_is_card(const char *digits, unsigned count);

#endif
