/* writer: the table of output formats, and what several of them need. */
#include "writer_p.h"

const struct writer *const writers[] = {&writer_gcc, NULL};

const struct writer *writer_find(const char *name)
{
	for (size_t i = 0; writers[i]; i++)
		if (strcmp(writers[i]->name, name) == 0)
			return writers[i];
	return NULL;
}

void write_escaped(FILE *out, struct str text)
{
	for (size_t i = 0; i < text.size; i++) {
		unsigned char byte = (unsigned char)text.data[i];
		if (byte == '\n')
			fputs("\\n", out);
		else if (byte == '\t')
			fputs("\\t", out);
		else if (byte == '\r')
			fputs("\\r", out);
		else if (byte < 0x20 || byte == 0x7F)
			fprintf(out, "\\%03o", byte);
		else
			putc(byte, out);
	}
}
