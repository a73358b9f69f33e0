/*
 * directive: the comments of a Markdown file that silence checks, <!-- kanlint-disable NAME... -->. A comment is what Markdown
 * takes for one, wherever it stands; one that is shown as code silences nothing.
 */
#include "markdown_p.h"

struct search {
	struct str source;
	struct markdown_copy copy; /* what md4c reads */
	struct arena *arena;
	size_t done;             /* comments before this offset are read */
	struct directive *first, **last;
};

static const struct {
	const char *word;
	enum directive_kind kind;
} words[] = {
	{"kanlint-disable-next-line", DIRECTIVE_DISABLE_NEXT_LINE},
	{"kanlint-disable", DIRECTIVE_DISABLE},
	{"kanlint-enable", DIRECTIVE_ENABLE},
};

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static struct str trim(struct str text)
{
	while (text.size && is_blank(text.data[0])) {
		text.data++;
		text.size--;
	}
	while (text.size && is_blank(text.data[text.size - 1]))
		text.size--;
	return text;
}

/* The comment at BYTE, whose inside is BODY. */
static void read_comment(struct search *search, size_t byte, struct str body)
{
	body = trim(body);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t size = strlen(words[i].word);
		if (body.size < size || memcmp(body.data, words[i].word, size) != 0 || (body.size > size && !is_blank(body.data[size])))
			continue;
		struct directive *directive = ARENA_NEW(search->arena, struct directive);
		*directive = (struct directive){words[i].kind, byte, trim((struct str){body.data + size, body.size - size}), NULL};
		*search->last = directive;
		search->last = &directive->next;
		return;
	}
}

static int text(MD_TEXTTYPE type, const MD_CHAR *data, MD_SIZE size, void *user)
{
	struct search *search = user;
	uintptr_t offset = (uintptr_t)data - (uintptr_t)search->copy.text.data;
	if (type != MD_TEXT_HTML || offset >= search->copy.text.size)
		return 0;
	size_t at = markdown_original(&search->copy, offset), end = markdown_original(&search->copy, offset + size);
	if (at < search->done)
		at = search->done;
	while (at < end) {
		const char *open = memmem(search->source.data + at, end - at, "<!--", 4);
		if (!open)
			break;
		size_t byte = (size_t)(open - search->source.data), inside = byte + 4;
		const char *close = memmem(open + 4, search->source.size - inside, "-->", 3);
		if (!close) { /* nor after any later one */
			search->done = search->source.size;
			break;
		}
		read_comment(search, byte, (struct str){open + 4, (size_t)(close - open) - 4});
		search->done = at = (size_t)(close - search->source.data) + 3;
	}
	return 0;
}

static int ignore_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	(void)type, (void)detail, (void)user;
	return 0;
}

static int ignore_span(MD_SPANTYPE type, void *detail, void *user)
{
	(void)type, (void)detail, (void)user;
	return 0;
}

static const MD_PARSER comment_parser = {
	.flags = MD_FLAG_TABLES,
	.enter_block = ignore_block,
	.leave_block = ignore_block,
	.enter_span = ignore_span,
	.leave_span = ignore_span,
	.text = text,
};

struct directive *markdown_directives(struct str source, struct arena *arena)
{
	struct search search = {.source = source, .arena = arena};
	search.last = &search.first;
	if (source.size == 0 || !memmem(source.data, source.size, "kanlint-", 8))
		return NULL;
	size_t from = markdown_front_matter(source);
	search.copy = markdown_copy(source, from, arena);
	markdown_parse(search.copy.text, from, &comment_parser, &search, arena);
	return search.first;
}
