/* diagnostic: places in the file, and the words of a message. */
#include "diagnostic_p.h"

#include "language_p.h"

struct str diagnostic_line(struct str source, struct place place)
{
	size_t begin = place.byte - (place.byte_column - 1);
	const char *newline = memchr(source.data + place.byte, '\n', source.size - place.byte);
	size_t end = newline ? (size_t)(newline - source.data) : source.size;
	if (end > begin && source.data[end - 1] == '\r')
		end--;
	return (struct str){source.data + begin, end - begin};
}

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* Identity numbers have 18 digits, or 17 and an X, or (old) 15; mobile numbers 11; bank cards 16 to 19. */
static bool is_personal(size_t digits)
{
	return digits == 11 || (digits >= 15 && digits <= 19);
}

struct str mask_personal_numbers(struct str text, struct arena *arena)
{
	char *masked = NULL;
	for (size_t i = 0; i < text.size;) {
		size_t end = i;
		while (end < text.size && is_digit(text.data[end]))
			end++;
		size_t digits = end - i;
		if (digits == 17 && end < text.size && (text.data[end] == 'X' || text.data[end] == 'x'))
			digits++;
		if (is_personal(digits)) {
			if (!masked)
				masked = (char *)arena_copy(arena, text).data;
			memset(masked + i + 3, '*', end - i - 5);
		}
		i = end > i ? end : i + 1;
	}
	return masked ? (struct str){masked, text.size} : text;
}

struct str text_fill(const char *text, const struct str *arguments, unsigned count, struct arena *arena)
{
	size_t size = strlen(text);
	for (unsigned i = 0; i < count; i++)
		size += arguments[i].size * 4;
	char *out = arena_alloc_raw(arena, size + 1), *end = out;
	while (*text) {
		unsigned index = (unsigned)text[1] - '0';
		if (text[0] == '{' && index < count && text[2] == '}') {
			memcpy(end, arguments[index].data, arguments[index].size);
			end += arguments[index].size;
			text += 3;
		} else {
			*end++ = *text++;
		}
		if ((size_t)(end - out) > size)
			BUG("a message names an argument more than four times");
	}
	*end = 0;
	return (struct str){out, (size_t)(end - out)};
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
