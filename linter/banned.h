/*
 * banned: functions that are not for this program. Included before everything by the Makefile.
 *
 * They write past buffers, keep hidden state, cannot tell an error from a value, or ask the locale about bytes of UTF-8.
 */
#ifndef KANLINT_BANNED_H
#define KANLINT_BANNED_H

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#pragma GCC poison sprintf vsprintf gets strcpy strcat strncpy strncat strtok atoi atol atoll atof asctime ctime gmtime localtime
#undef isalnum
#undef isalpha
#undef iscntrl
#undef isdigit
#undef isgraph
#undef islower
#undef isprint
#undef ispunct
#undef isspace
#undef isupper
#undef isxdigit
#undef tolower
#undef toupper
#pragma GCC poison isalnum isalpha iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit tolower toupper

#endif
