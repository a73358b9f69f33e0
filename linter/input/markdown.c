/*
 * markdown: prose of a CommonMark file with GitHub's tables and task lists, by md4c.
 *
 * The texts that md4c gives back are pieces of the source, so their addresses are offsets. What stands between them is
 * markup and is passed over; code, images, autolinks, raw tags and formulas become one CHARACTER_OBJECT each. Left out
 * whole: front matter, code blocks, HTML blocks, comments, link definitions, and what other tools read out of a text
 * ([^1], [!NOTE], ::: boxes).
 *
 * A deleted text (~~so~~) is still read. A single ~ stays, 5~10 is a range.
 */
#include "../entity_p.h"
#include "markdown_p.h"

struct markdown {
	struct article_builder *builder;
	struct str source;
	struct markdown_copy copy; /* what md4c reads */
	size_t cursor;           /* the source up to here is in the article */
	size_t seen;             /* md4c has given texts up to here */
	bool begun;              /* something is in the article */
	bool wants_block;        /* the next text begins a block: */
	enum role role;
	uint32_t level;
	bool wants_break;        /* the next text begins a line */
	bool line_start;         /* nothing of the line was read yet */
	uint32_t depth;          /* of lists */
	bool fresh_item;         /* nothing of the list item was read yet */
	uint32_t row, column;    /* of a table, from 1 */
	bool hidden;             /* in a block that is no prose */
	uint32_t opaque;         /* spans open that become one object */
	size_t opaque_begin;
	uint32_t links;
	size_t tag_end;          /* the raw tag that was read last ends here */
};

static void want_block(struct markdown *markdown, enum role role, uint32_t level)
{
	markdown->wants_block = true;
	markdown->wants_break = false;
	markdown->line_start = true;
	markdown->role = role;
	markdown->level = level;
}

/* A paragraph: the first one of a list item stands for the item. */
static void want_paragraph(struct markdown *markdown)
{
	if (markdown->fresh_item)
		want_block(markdown, ROLE_LIST_ITEM, markdown->depth);
	else
		want_block(markdown, ROLE_BODY, 0);
}

/* Puts the break that is due before what begins at AT. */
static void flush(struct markdown *markdown, size_t at)
{
	bool room = at > markdown->cursor; /* none behind a formula that goes over the end of its block */
	if (markdown->wants_block && (room || !markdown->begun)) {
		article_builder_block(markdown->builder, markdown->role, markdown->level, markdown->cursor);
	} else if (markdown->wants_break && room) {
		const char *from = markdown->source.data + markdown->cursor;
		const char *newline = memrchr(from, '\n', at - markdown->cursor);
		size_t place = newline ? (size_t)(newline - markdown->source.data) : markdown->cursor;
		article_builder_character(markdown->builder, '\n', place, place + 1);
	}
	markdown->begun = true;
	markdown->wants_block = markdown->wants_break = markdown->line_start = markdown->fresh_item = false;
}

static void put_character(struct markdown *markdown, uint32_t code_point, size_t begin, size_t end)
{
	if (begin < markdown->cursor || end <= begin || end > markdown->source.size)
		return;
	flush(markdown, begin);
	article_builder_character(markdown->builder, code_point, begin, end);
	markdown->cursor = end;
}

static void put_prose(struct markdown *markdown, size_t begin, size_t end)
{
	if (begin < markdown->cursor)
		begin = markdown->cursor;
	if (begin >= end)
		return;
	flush(markdown, begin);
	read_prose(markdown->builder, markdown->source, begin, end);
	markdown->cursor = end;
}

static void put_text(struct markdown *markdown, size_t begin, size_t end)
{
	struct str source = markdown->source;
	if (begin < markdown->cursor) { /* a formula goes on */
		markdown->line_start = false;
		begin = markdown->cursor < end ? markdown->cursor : end;
	}
	if (markdown->line_start && str_starts(source, begin, end, ":::")) { /* a box's fence, not a line of the paragraph */
		want_paragraph(markdown);
		return;
	}
	size_t label = markdown->line_start ? markdown_footnote_label(source, begin, end) : 0;
	if (label) {
		want_paragraph(markdown);
		begin = label;
	}
	for (size_t at = begin; (at = markdown_next_foreign(source, at, end)) < end;) {
		bool object;
		size_t after = markdown_foreign_mark(source, at, end, &object);
		if (!after) {
			at++;
			continue;
		}
		put_prose(markdown, begin, at);
		if (object)
			put_character(markdown, CHARACTER_OBJECT, at, after);
		begin = at = after;
	}
	put_prose(markdown, begin, end);
}

/* What was spelled out as a space or as something invisible is there on purpose: an object, not a fault. */
static void put_entity(struct markdown *markdown, size_t begin, size_t end)
{
	uint32_t code_point = entity_decode((struct str){markdown->source.data + begin, end - begin});
	uint64_t blank = CLASS_BIT(CLASS_SPACE) | CLASS_BIT(CLASS_ODD_SPACE) | CLASS_BIT(CLASS_INVISIBLE) | CLASS_BIT(CLASS_NEWLINE);
	if (code_point == 0 || class_in(character_class(code_point), blank))
		code_point = CHARACTER_OBJECT;
	put_character(markdown, code_point, begin, end);
}

/* Tags come in pieces, one a line: the first piece stands for all. */
static void put_tag(struct markdown *markdown, size_t begin)
{
	struct str source = markdown->source;
	if (begin < markdown->tag_end)
		return;
	size_t end = markdown->tag_end = markdown_tag_end(source, begin);
	if (str_starts(source, begin, end, "<!--"))
		return;
	bool is_break = end - begin >= 4 && (source.data[begin + 1] | 0x20) == 'b' && (source.data[begin + 2] | 0x20) == 'r' &&
			strchr(" />\t\r\n", source.data[begin + 3]);
	put_character(markdown, is_break ? '\n' : CHARACTER_OBJECT, begin, end);
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct markdown *markdown = user;
	switch (type) {
	case MD_BLOCK_UL:
	case MD_BLOCK_OL: markdown->depth++; break;
	case MD_BLOCK_LI:
		markdown->fresh_item = true;
		want_paragraph(markdown);
		break;
	case MD_BLOCK_H: want_block(markdown, ROLE_HEADING, ((MD_BLOCK_H_DETAIL *)detail)->level); break;
	case MD_BLOCK_TABLE: markdown->row = 0; break;
	case MD_BLOCK_TR:
		markdown->row++;
		markdown->column = 0;
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		markdown->column++;
		want_block(markdown, ROLE_TABLE, markdown->column < TABLE_ROW && markdown->row < UINT32_MAX / TABLE_ROW ? markdown->row * TABLE_ROW + markdown->column : 0);
		break;
	case MD_BLOCK_CODE:
	case MD_BLOCK_HTML: markdown->hidden = true; break;
	default: want_paragraph(markdown); break;
	}
	return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct markdown *markdown = user;
	(void)detail;
	if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
		markdown->depth--;
	if (type == MD_BLOCK_LI)
		markdown->fresh_item = false;
	markdown->hidden = false;
	want_paragraph(markdown);
	return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct markdown *markdown = user;
	(void)detail;
	markdown->links += type == MD_SPAN_A;
	if ((type != MD_SPAN_CODE && type != MD_SPAN_IMG) || markdown->opaque++)
		return 0;
	const char *mark = type == MD_SPAN_CODE ? "`" : "![";
	size_t after = str_closed_by(markdown->source, markdown->seen, markdown->source.size, mark);
	markdown->opaque_begin = after ? after - strlen(mark) : markdown->seen;
	return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct markdown *markdown = user;
	(void)detail;
	markdown->links -= type == MD_SPAN_A;
	if ((type != MD_SPAN_CODE && type != MD_SPAN_IMG) || --markdown->opaque)
		return 0;
	size_t begin = markdown->opaque_begin, inside = markdown->seen > begin ? markdown->seen : begin + 1;
	size_t end = type == MD_SPAN_CODE ? markdown_code_end(markdown->source, begin) : markdown_image_end(markdown->source, inside);
	if (markdown->seen < end)
		markdown->seen = end;
	put_character(markdown, CHARACTER_OBJECT, begin, end);
	return 0;
}

static int text(MD_TEXTTYPE type, const MD_CHAR *data, MD_SIZE size, void *user)
{
	struct markdown *markdown = user;
	if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
		markdown->wants_break = markdown->line_start = true;
		return 0;
	}
	uintptr_t offset = (uintptr_t)data - (uintptr_t)markdown->copy.text.data;
	if (markdown->hidden || offset >= markdown->copy.text.size || size == 0) /* md4c's own blanks are not in the text */
		return 0;
	size_t begin = markdown_original(&markdown->copy, offset), end = markdown_original(&markdown->copy, offset + size);
	const char *source = markdown->source.data;
	if (markdown->seen < end)
		markdown->seen = end;
	if (markdown->opaque)
		return 0;
	if (type == MD_TEXT_ENTITY)
		put_entity(markdown, begin, end);
	else if (type == MD_TEXT_HTML)
		put_tag(markdown, begin);
	else if (markdown->links && begin > 0 && end < markdown->source.size && source[begin - 1] == '<' && source[end] == '>')
		put_character(markdown, CHARACTER_OBJECT, begin - 1, end + 1);
	else
		put_text(markdown, begin, end);
	return 0;
}

static const MD_PARSER prose_parser = {
	.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS,
	.enter_block = enter_block,
	.leave_block = leave_block,
	.enter_span = enter_span,
	.leave_span = leave_span,
	.text = text,
};

void markdown_parse(struct str text, size_t from, const MD_PARSER *parser, void *user, struct arena *arena)
{
	if (md_parse(text.data + from, (MD_SIZE)(text.size - from), parser, user) != 0)
		arena_alloc_raw(arena, SIZE_MAX); /* md4c fails only for want of memory: so does the arena, which says so */
}

void read_markdown(struct article_builder *builder, struct str source, struct arena *arena)
{
	size_t from = markdown_front_matter(source);
	struct markdown markdown = {.builder = builder, .source = source, .copy = markdown_copy(source, from, arena), .cursor = from, .seen = from};
	want_block(&markdown, ROLE_BODY, 0);
	if (source.size)
		markdown_parse(markdown.copy.text, from, &prose_parser, &markdown, arena);
}
