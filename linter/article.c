/*
 * article: decoding, the index by class, and small questions about text.
 *
 * Decoding checks UTF-8 by RFC 3629 (no overlong forms, no surrogates, nothing past U+10FFFF); a broken sequence is
 * one CHARACTER_BAD for its longest valid beginning, as Unicode recommends (3.9, "maximal subparts").
 */
#include "article.h"

#include "article_p.h"
#include "error.h"

struct article_builder {
	struct article *article;
	struct arena *arena;
	uint32_t *cp;
	uint32_t *off;
	uint8_t *cls;
	uint32_t at;                 /* next free position */
	struct article_block *blocks;
	size_t block_count, block_capacity;
	struct article_piece *pieces;
	size_t piece_count, piece_capacity;
};

struct article_builder *article_builder_new(struct arena *arena, const char *path, struct str source)
{
	struct article_builder *builder = ARENA_NEW(arena, struct article_builder);
	/* No reader makes more characters than bytes: a break of a block stands for a byte of markup or a newline. */
	size_t room = source.size + 2 + 2 * ARTICLE_GUARD;
	builder->arena = arena;
	builder->article = ARENA_NEW(arena, struct article);
	builder->article->arena = arena;
	builder->article->path = path;
	builder->article->source = source;
	builder->cp = arena_alloc_raw(arena, room * sizeof *builder->cp);
	builder->off = arena_alloc_raw(arena, room * sizeof *builder->off);
	builder->cls = arena_alloc_raw(arena, room);
	for (uint32_t i = 0; i < ARTICLE_GUARD; i++) {
		builder->cp[i] = '\n';
		builder->off[i] = 0;
		builder->cls[i] = CLASS_NEWLINE;
	}
	builder->at = ARTICLE_GUARD;
	return builder;
}

static void check_room(const struct article_builder *builder)
{
	if (builder->at >= builder->article->source.size + 2 + ARTICLE_GUARD)
		BUG("a reader makes more characters than the source has bytes");
}

static void add_piece(struct article_builder *builder, uint32_t at, size_t bytes)
{
	ARENA_PUSH(builder->arena, builder->pieces, builder->piece_count, builder->piece_capacity,
		(struct article_piece){at, (uint32_t)bytes});
}

void article_builder_character(struct article_builder *builder, uint32_t code_point, size_t begin, size_t end)
{
	check_room(builder);
	builder->cp[builder->at] = code_point;
	builder->off[builder->at] = (uint32_t)begin;
	builder->cls[builder->at] = character_class(code_point);
	if (end - begin != character_bytes(code_point))
		add_piece(builder, builder->at, end - begin);
	builder->at++;
}

/* Length of a broken sequence at AT: its longest beginning that could still become a character, at least one byte. */
static size_t broken_length(const unsigned char *at, const unsigned char *end)
{
	unsigned lead = at[0];
	if (lead < 0xC2 || lead > 0xF4)
		return 1;
	unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
	unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
	size_t wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	size_t length = 1;
	while (length < wanted && at + length < end && at[length] >= low && at[length] <= high) {
		low = 0x80;
		high = 0xBF;
		length++;
	}
	return length;
}

static inline bool is_tail(unsigned byte)
{
	return (byte & 0xC0) == 0x80;
}

/* Decodes one character; 0 bytes if the sequence is broken. */
static inline size_t decode(const unsigned char *at, const unsigned char *end, uint32_t *code_point)
{
	size_t left = (size_t)(end - at);
	unsigned lead = at[0];
	if (lead >= 0xE0 && lead < 0xF0 && left >= 3 && is_tail(at[1]) && is_tail(at[2])) {
		uint32_t cp = (lead & 0xFu) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
		*code_point = cp;
		return cp >= 0x800 && (cp < 0xD800 || cp > 0xDFFF) ? 3 : 0;
	}
	if (lead < 0x80) {
		*code_point = lead;
		return 1;
	}
	if (lead >= 0xC2 && lead < 0xE0 && left >= 2 && is_tail(at[1])) {
		*code_point = (lead & 0x1Fu) << 6 | (at[1] & 0x3Fu);
		return 2;
	}
	if (lead >= 0xF0 && lead < 0xF5 && left >= 4 && is_tail(at[1]) && is_tail(at[2]) && is_tail(at[3])) {
		uint32_t cp = (lead & 0x7u) << 18 | (at[1] & 0x3Fu) << 12 | (at[2] & 0x3Fu) << 6 | (at[3] & 0x3Fu);
		*code_point = cp;
		return cp >= 0x10000 && cp <= 0x10FFFF ? 4 : 0;
	}
	return 0;
}

void article_builder_text(struct article_builder *builder, size_t begin, size_t end)
{
	const unsigned char *base = (const unsigned char *)builder->article->source.data;
	const unsigned char *at = base + begin, *stop = base + end;
	uint32_t *cp = builder->cp, *off = builder->off;
	uint8_t *cls = builder->cls;
	uint32_t n = builder->at;
	if (n - ARTICLE_GUARD + (end - begin) > builder->article->source.size + 2)
		BUG("a reader makes more characters than the source has bytes");
	while (at < stop) {
		uint32_t value = 0;
		size_t length = decode(at, stop, &value);
		if (length == 0) {
			length = broken_length(at, stop);
			value = CHARACTER_BAD;
			add_piece(builder, n, length);
		} else if (value == '\r' && at + 1 < stop && at[1] == '\n') {
			at++;
			continue;
		}
		cp[n] = value;
		off[n] = (uint32_t)(at - base);
		cls[n] = character_class_valid(value);
		n++;
		at += length;
	}
	builder->at = n;
}

void article_builder_block(struct article_builder *builder, enum role role, uint32_t level, size_t at)
{
	if (builder->at > ARTICLE_GUARD && builder->cls[builder->at - 1] != CLASS_NEWLINE)
		article_builder_character(builder, '\n', at, at + 1);
	ARENA_PUSH(builder->arena, builder->blocks, builder->block_count, builder->block_capacity,
		(struct article_block){builder->at, role, level});
}

/* CLASS_HAN and CLASS_LATIN are most of the text: who wants them reads cls[]. */
static bool is_listed(unsigned character_class)
{
	return character_class != CLASS_HAN && character_class != CLASS_LATIN;
}

static void build_index(struct article *article)
{
	const uint8_t *cls = article->cls;
	uint32_t *next[CLASS_COUNT];
	uint32_t counts[2][256] = {{0}}; /* two, so that a run of one class does not wait for itself */
	uint32_t i = article->begin;
	for (; i + 1 < article->end; i += 2) {
		counts[0][cls[i]]++;
		counts[1][cls[i + 1]]++;
	}
	if (i < article->end)
		counts[0][cls[i]]++;
	for (unsigned c = 0; c < CLASS_COUNT; c++) {
		article->class_count[c] = counts[0][c] + counts[1][c];
		next[c] = NULL;
		if (is_listed(c)) {
			next[c] = arena_alloc_raw(article->arena, sizeof(uint32_t) * ((size_t)article->class_count[c] + 1));
			article->index[c] = (struct positions){next[c], article->class_count[c]};
		}
	}
	for (i = article->begin; i < article->end; i++)
		if (is_listed(cls[i]))
			*next[cls[i]]++ = i;
}

/* The article's own characters decide; a slip or a quotation does not turn it, and a true mixture is called so. */
static enum variant tell_variant(const struct article *article)
{
	uint64_t hans = article->class_count[CLASS_HAN_SIMPLIFIED], hant = article->class_count[CLASS_HAN_TRADITIONAL];
	uint64_t less = hans < hant ? hans : hant, more = hans < hant ? hant : hans;
	if (less == more)
		return less >= 10 ? VARIANT_MIXED : VARIANT_NONE;
	if (less >= 10 && less * 5 >= more * 2)
		return VARIANT_MIXED;
	return hans > hant ? VARIANT_HANS : VARIANT_HANT;
}

struct article *article_builder_finish(struct article_builder *builder)
{
	struct article *article = builder->article;
	for (uint32_t i = 0; i < ARTICLE_GUARD; i++) {
		builder->cp[builder->at + i] = '\n';
		builder->off[builder->at + i] = (uint32_t)article->source.size;
		builder->cls[builder->at + i] = CLASS_NEWLINE;
	}
	article->begin = ARTICLE_GUARD;
	article->end = builder->at;
	article->cp = builder->cp;
	article->off = builder->off;
	article->cls = builder->cls;
	article->blocks = builder->blocks;
	article->block_count = (uint32_t)builder->block_count;
	article->pieces = builder->pieces;
	article->piece_count = (uint32_t)builder->piece_count;
	build_index(article);
	article->variant = tell_variant(article);
	return article;
}

bool article_starts(const struct article *article, uint32_t at, const char *text)
{
	while (*text) {
		if (at >= article->end || article->cp[at] != character_decode(&text))
			return false;
		at++;
	}
	return true;
}

bool article_ends(const struct article *article, uint32_t at, const char *text)
{
	uint32_t length = 0;
	for (const char *rest = text; *rest; length++)
		character_decode(&rest);
	return at >= article->begin + length && article_starts(article, at - length, text);
}

bool article_same(const struct article *article, struct span a, struct span b)
{
	uint32_t length = a.end - a.begin;
	return length == b.end - b.begin && memcmp(article->cp + a.begin, article->cp + b.begin, length * sizeof *article->cp) == 0;
}

struct str article_text(const struct article *article, struct span span, struct arena *arena)
{
	char *text = arena_alloc_raw(arena, 4 * (size_t)(span.end - span.begin) + 1);
	size_t size = 0;
	for (uint32_t i = span.begin; i < span.end; i++)
		size += character_encode(article->cp[i], text + size);
	text[size] = 0;
	return (struct str){text, size};
}

uint32_t article_count(const struct article *article, struct span span, uint64_t classes)
{
	uint32_t count = 0;
	for (uint32_t i = span.begin; i < span.end; i++)
		count += class_in(article->cls[i], classes);
	return count;
}

uint32_t article_find(const struct article *article, uint32_t from, uint32_t end, uint64_t classes)
{
	while (from < end && !class_in(article->cls[from], classes))
		from++;
	return from;
}

uint32_t article_skip(const struct article *article, uint32_t from, uint32_t end, uint64_t classes)
{
	return article_find(article, from, end, ~classes);
}

uint32_t article_skip_back(const struct article *article, uint32_t from, uint32_t begin, uint64_t classes)
{
	while (from > begin && class_in(article->cls[from - 1], classes))
		from--;
	return from;
}

uint32_t article_paragraph_at(const struct article *article, uint32_t at)
{
	uint32_t low = 0, high = article->paragraph_count;
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		if (article->paragraphs[middle].span.begin <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

uint32_t article_sentence_at(const struct article *article, uint32_t at)
{
	uint32_t low = 0, high = article->sentence_count;
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		if (article->sentences[middle].span.begin <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

uint32_t positions_from(const struct positions *positions, uint32_t at)
{
	uint32_t low = 0, high = positions->count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (positions->at[middle] < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t article_byte_end(const struct article *article, uint32_t end)
{
	if (end <= article->begin)
		return article->off[article->begin];
	uint32_t last = end - 1, low = 0, high = article->piece_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (article->pieces[middle].at < last)
			low = middle + 1;
		else
			high = middle;
	}
	bool is_piece = low < article->piece_count && article->pieces[low].at == last;
	return article->off[last] + (is_piece ? article->pieces[low].bytes : character_bytes(article->cp[last]));
}
