/* writer: the table of output formats, and what several of them need. */
#include "writer_p.h"

const struct writer *const writers[] = {
	&writer_gcc, &writer_json, &writer_jsonl, &writer_sarif, &writer_github, &writer_gitlab, &writer_checkstyle, &writer_rdjsonl, &writer_junit, NULL};

const struct writer *writer_find(const char *name)
{
	for (size_t i = 0; writers[i]; i++)
		if (strcmp(writers[i]->name, name) == 0)
			return writers[i];
	return NULL;
}

bool is_terminal_control(uint32_t code_point)
{
	return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) || (code_point >= 0x200E && code_point <= 0x200F) ||
		(code_point >= 0x2028 && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
}

static void write_control(FILE *out, uint32_t code_point)
{
	switch (code_point) {
	case '\n': fputs("\\n", out); break;
	case '\t': fputs("\\t", out); break;
	case '\r': fputs("\\r", out); break;
	default: fprintf(out, code_point < 0x80 ? "\\%03o" : "\\u%04X", (unsigned)code_point);
	}
}

/* RFC 3986, and the slashes between segments. */
static bool is_unreserved(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || (byte && strchr("-._~/", byte));
}

void write_uri_path(FILE *out, const char *path)
{
	for (; *path; path++)
		if (is_unreserved(*path))
			putc(*path, out);
		else
			fprintf(out, "%%%02X", (unsigned char)*path);
}

void write_escaped(FILE *out, struct str text)
{
	size_t written = 0;
	for (size_t i = 0; i < text.size;) {
		uint32_t cp;
		size_t bytes = character_read(text.data + i, text.size - i, &cp);
		if (is_terminal_control(cp)) {
			fwrite(text.data + written, 1, i - written, out);
			write_control(out, cp);
			written = i + bytes;
		}
		i += bytes;
	}
	fwrite(text.data + written, 1, text.size - written, out);
}

static void write_json_character(FILE *out, uint32_t code_point)
{
	switch (code_point) {
	case '"': fputs("\\\"", out); break;
	case '\\': fputs("\\\\", out); break;
	case '\n': fputs("\\n", out); break;
	case '\r': fputs("\\r", out); break;
	case '\t': fputs("\\t", out); break;
	case CHARACTER_BAD: fputs("\xEF\xBF\xBD", out); break;
	default: fprintf(out, "\\u%04x", (unsigned)code_point);
	}
}

void json_write_string(FILE *out, struct str text)
{
	size_t written = 0;
	putc('"', out);
	for (size_t i = 0; i < text.size;) {
		uint32_t cp;
		size_t bytes = character_read(text.data + i, text.size - i, &cp);
		if (cp < 0x20 || cp == 0x7F || cp == '"' || cp == '\\' || cp == CHARACTER_BAD) {
			fwrite(text.data + written, 1, i - written, out);
			write_json_character(out, cp);
			written = i + bytes;
		}
		i += bytes;
	}
	fwrite(text.data + written, 1, text.size - written, out);
	putc('"', out);
}
