/* error: sentences for people, and the end of the program for what cannot happen. */
#include "error.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool error_set(struct error *error, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int size = vsnprintf(error->text, sizeof error->text, format, arguments);
	va_end(arguments);
	if (size >= (int)sizeof error->text) { /* cut: not inside a character */
		size_t end = sizeof error->text - 1;
		while (end > 0 && ((unsigned char)error->text[end - 1] & 0xC0) == 0x80)
			end--;
		error->text[end > 0 ? end - 1 : 0] = 0;
	}
	return false;
}

_Noreturn void bug(const char *file, int line, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	fprintf(stderr, "kanlint: BUG at %s:%d: ", file, line);
	vfprintf(stderr, format, arguments);
	fputc('\n', stderr);
	va_end(arguments);
	abort();
}
