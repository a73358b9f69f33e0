/*
 * article: decoding, the index by class, and small questions about text.
 *
 * Decoding checks UTF-8 by RFC 3629 (no overlong forms, no surrogates, nothing past U+10FFFF); a broken sequence is
 * one CHARACTER_BAD for its longest valid beginning, as Unicode recommends (3.9, "maximal subparts").
 */
#include "article.h"

#include "article_p.h"
#include "error.h"
#include "utf8_p.h"
#include "vector_p.h"

enum { THREES = 8 }; /* characters of three bytes are decoded so many at a time */

struct article_builder {
	struct article *article;
	struct arena *arena;
	uint32_t *cp;
	uint8_t *cls;
	uint32_t at;                 /* next free position */
	size_t most;                 /* characters */
	size_t expected;             /* byte offset that the next character has if it follows the last one */
	struct article_block *blocks;
	size_t block_count, block_capacity;
	struct article_piece *pieces;
	size_t piece_count, piece_capacity;
	struct article_place *places;
	size_t place_count, place_capacity;
};

struct article_builder *article_builder_new_part(struct arena *arena, const char *path, struct str source, size_t bytes)
{
	struct article_builder *builder = ARENA_NEW(arena, struct article_builder);
	/* No reader makes more characters than bytes: a break of a block stands for a byte of markup or a newline. */
	builder->most = bytes + 2;
	size_t room = builder->most + 2 * ARTICLE_GUARD;
	builder->arena = arena;
	builder->article = ARENA_NEW(arena, struct article);
	builder->article->arena = arena;
	builder->article->path = path;
	builder->article->source = source;
	builder->cp = arena_alloc_raw(arena, room * sizeof *builder->cp);
	builder->cls = arena_alloc_raw(arena, room + 64); /* 64 bytes are read at a time */
	for (uint32_t i = 0; i < ARTICLE_GUARD; i++) {
		builder->cp[i] = '\n';
		builder->cls[i] = CLASS_NEWLINE;
	}
	builder->at = ARTICLE_GUARD;
	builder->expected = SIZE_MAX;
	return builder;
}

struct article_builder *article_builder_new(struct arena *arena, const char *path, struct str source)
{
	return article_builder_new_part(arena, path, source, source.size);
}

static void check_room(const struct article_builder *builder)
{
	if (builder->at >= builder->most + ARTICLE_GUARD)
		BUG("a reader makes more characters than the source has bytes");
}

static void add_piece(struct article_builder *builder, uint32_t at, size_t bytes)
{
	ARENA_PUSH(builder->arena, builder->pieces, builder->piece_count, builder->piece_capacity,
		(struct article_piece){at, (uint32_t)bytes});
}

/* Keeps the byte offset of the next character, if it does not follow from those before. */
static void keep_place(struct article_builder *builder, size_t byte)
{
	const struct article_place *last = builder->place_count ? &builder->places[builder->place_count - 1] : NULL;
	if (byte != builder->expected || builder->at - last->at >= ARTICLE_STRIDE)
		ARENA_PUSH(builder->arena, builder->places, builder->place_count, builder->place_capacity,
			(struct article_place){builder->at, (uint32_t)byte});
}

void article_builder_character(struct article_builder *builder, uint32_t code_point, size_t begin, size_t end)
{
	check_room(builder);
	keep_place(builder, begin);
	builder->cp[builder->at] = code_point < 0x110000 ? code_point : CHARACTER_BAD;
	builder->expected = end;
	if (end - begin != character_bytes(code_point)) {
		add_piece(builder, builder->at, end - begin);
		builder->expected = SIZE_MAX;
	}
	builder->at++;
}

/*
 * Decodes from AT on up to a position that needs a place of its own: the stride is full, or bytes are left out or broken.
 * Returns where it stopped.
 */
static const unsigned char *decode_stride(struct article_builder *builder, const unsigned char *at, const unsigned char *stop)
{
	uint32_t *cp = builder->cp, n = builder->at, end = n + ARTICLE_STRIDE;
	while (at < stop && n < end) {
		size_t threes = 0, length;
		if (*at >= 0xE0 && end - n >= THREES)
			threes = utf8_decode_threes(at, stop, cp + n, (end - n) / THREES * THREES);
		n += (uint32_t)threes;
		at += 3 * threes;
		if (threes > 0)
			continue;
		if ((*at == '\r' && at + 1 < stop && at[1] == '\n') || (length = utf8_decode(at, stop, cp + n)) == 0)
			break;
		n++;
		at += length;
	}
	builder->at = n;
	return at;
}

void article_builder_text(struct article_builder *builder, size_t begin, size_t end)
{
	const unsigned char *base = (const unsigned char *)builder->article->source.data;
	const unsigned char *at = base + begin, *stop = base + end;
	if (builder->at - ARTICLE_GUARD + (end - begin) > builder->most)
		BUG("a reader makes more characters than the source has bytes");
	while (at < stop) {
		keep_place(builder, (size_t)(at - base));
		at = decode_stride(builder, at, stop);
		builder->expected = (size_t)(at - base);
		uint32_t value;
		if (at == stop)
			break;
		if (*at == '\r' && at + 1 < stop && at[1] == '\n') {
			at++;
		} else if (utf8_decode(at, stop, &value) == 0) {
			size_t length = utf8_broken(at, stop);
			article_builder_character(builder, CHARACTER_BAD, (size_t)(at - base), (size_t)(at - base) + length);
			at += length;
		}
	}
}

void article_builder_block(struct article_builder *builder, enum role role, uint32_t level, size_t at)
{
	if (builder->at > ARTICLE_GUARD && builder->cp[builder->at - 1] != '\n')
		article_builder_character(builder, '\n', at, at + 1);
	ARENA_PUSH(builder->arena, builder->blocks, builder->block_count, builder->block_capacity,
		(struct article_block){builder->at, role, level});
}

void article_builder_title(struct article_builder *builder)
{
	builder->article->title_end = builder->at;
}

/* Nearly all characters are of these classes: they are counted by vectors. */
static const uint8_t counted_together[BYTES_COUNTED] = {CLASS_HAN, CLASS_LATIN, CLASS_HAN_SIMPLIFIED, CLASS_HAN_TRADITIONAL};

enum { TOGETHER = 8 };

static void classify(struct article *article, uint8_t *restrict cls)
{
	const uint32_t *cp = article->cp;
	for (uint32_t i = article->begin, end = article->end; i < end; i += TOGETHER) {
		uint32_t all = 0;
#pragma GCC unroll 8
		for (uint32_t k = i; k < i + TOGETHER; k++) {
			all |= cp[k];
			cls[k] = character_class_bmp[(uint16_t)cp[k]];
		}
		if (__builtin_expect(all > UINT16_MAX, 0))
			for (uint32_t k = i; k < i + TOGETHER; k++)
				cls[k] = character_class_valid(cp[k]);
	}
	uint32_t counts[BYTES_COUNTED];
	bytes_count(cls + article->begin, article->end - article->begin, counted_together, counts);
	for (int i = 0; i < BYTES_COUNTED; i++)
		article->class_count[counted_together[i]] = counts[i];
}

static uint32_t closing_quote(uint32_t code_point)
{
	switch (code_point) {
	case 0x201C: return 0x201D; /* “” */
	case 0x300C: return 0x300D; /* 「」 */
	case 0x300E: return 0x300F; /* 『』 */
	case 0x300A: return 0x300B; /* 《》 */
	default: return 0;
	}
}

/* Counts characters of the two variants that stand outside quotations and titles (that close in their line). */
static void count_unquoted(const struct article *article, uint64_t *hans, uint64_t *hant)
{
	uint64_t quoted_hans = 0, quoted_hant = 0;
	uint32_t closing = 0;
	for (uint32_t i = article->begin; i < article->end; i++) {
		uint8_t class = article->cls[i];
		if (class == CLASS_NEWLINE || (closing && article->cp[i] == closing)) {
			*hans += class == CLASS_NEWLINE ? quoted_hans : 0;
			*hant += class == CLASS_NEWLINE ? quoted_hant : 0;
			quoted_hans = quoted_hant = closing = 0;
		} else if (!closing && class == CLASS_OPEN) {
			closing = closing_quote(article->cp[i]);
		}
		*(closing ? &quoted_hans : hans) += class == CLASS_HAN_SIMPLIFIED;
		*(closing ? &quoted_hant : hant) += class == CLASS_HAN_TRADITIONAL;
	}
	*hans += quoted_hans;
	*hant += quoted_hant;
}

/*
 * The article's own characters decide; a slip or a quotation does not turn it, and a true mixture is called so. Quotations
 * are told apart only where it may matter.
 */
static enum variant tell_variant(const struct article *article)
{
	uint64_t hans = article->class_count[CLASS_HAN_SIMPLIFIED], hant = article->class_count[CLASS_HAN_TRADITIONAL];
	if (hans > 0 && hant > 0 && hans < hant * 10 && hant < hans * 10) {
		uint64_t own_hans = 0, own_hant = 0;
		count_unquoted(article, &own_hans, &own_hant);
		if (own_hans != own_hant) {
			hans = own_hans;
			hant = own_hant;
		}
	}
	uint64_t less = hans < hant ? hans : hant, more = hans < hant ? hant : hans;
	if (less == more)
		return less >= 10 ? VARIANT_MIXED : VARIANT_NONE;
	if (less >= 10 && less * 5 >= more * 2)
		return VARIANT_MIXED;
	return hans > hant ? VARIANT_HANS : VARIANT_HANT;
}

/* Most of the text has no list: HAN, LATIN, and in an article of one variant the characters of that variant. Who wants these reads cls[]. */
static uint64_t *list_bits(const struct article *article)
{
	uint8_t own = variant_is_hans(article->variant) ? CLASS_HAN_SIMPLIFIED : variant_is_hant(article->variant) ? CLASS_HAN_TRADITIONAL : CLASS_HAN;
	uint64_t *listed = arena_alloc_raw(article->arena, (article->end / 64 + 2) * sizeof *listed);
	for (uint32_t i = 0; i < article->end; i += 64)
		listed[i / 64] = ~(bytes64_equal(article->cls + i, CLASS_HAN) | bytes64_equal(article->cls + i, CLASS_LATIN) |
				   bytes64_equal(article->cls + i, own));
	listed[article->begin / 64] &= UINT64_MAX << article->begin % 64;
	listed[article->end / 64] &= (UINT64_C(1) << article->end % 64) - 1;
	listed[article->end / 64 + 1] = 0;
	return listed;
}

/* How many characters of each class are listed. */
static void count_listed(const struct article *article, uint32_t counts[CLASS_COUNT])
{
	for (uint32_t word = 0; word <= article->end / 64; word++)
		for (uint64_t bits = article->listed[word]; bits; bits &= bits - 1)
			counts[article->cls[word * 64 + (uint32_t)__builtin_ctzll(bits)]]++;
}

static void build_index(struct article *article)
{
	uint32_t counts[CLASS_COUNT] = {0}, *next[CLASS_COUNT];
	size_t room = 0;
	article->listed = list_bits(article);
	count_listed(article, counts);
	for (unsigned c = 0; c < CLASS_COUNT; c++)
		room += counts[c];
	uint32_t *list = arena_alloc_raw(article->arena, room * sizeof *list);
	for (unsigned c = 0; c < CLASS_COUNT; c++) {
		next[c] = list;
		article->index[c] = (struct positions){list, counts[c]};
		if (counts[c] > 0) /* the classes without a list are counted already */
			article->class_count[c] = counts[c];
		list += counts[c];
	}
	for (uint32_t word = 0; word <= article->end / 64; word++)
		for (uint64_t bits = article->listed[word]; bits; bits &= bits - 1) {
			uint32_t at = word * 64 + (uint32_t)__builtin_ctzll(bits);
			*next[article->cls[at]]++ = at;
		}
}

struct article *article_builder_finish(struct article_builder *builder, enum variant variant)
{
	struct article *article = builder->article;
	for (uint32_t i = 0; i < ARTICLE_GUARD; i++) {
		builder->cp[builder->at + i] = '\n';
		builder->cls[builder->at + i] = CLASS_NEWLINE;
	}
	article->begin = ARTICLE_GUARD;
	article->end = builder->at;
	article->cp = builder->cp;
	article->cls = builder->cls;
	article->blocks = builder->blocks;
	article->block_count = (uint32_t)builder->block_count;
	article->pieces = builder->pieces;
	article->piece_count = (uint32_t)builder->piece_count;
	article->places = builder->places;
	article->place_count = (uint32_t)builder->place_count;
	classify(article, builder->cls);
	article->variant = variant == VARIANT_NONE ? tell_variant(article) : variant;
	build_index(article);
	return article;
}

bool article_goes_on(const struct article *article, uint32_t at, const char *text)
{
	while (*text) {
		if (at >= article->end || article->cp[at] != character_decode(&text))
			return false;
		at++;
	}
	return true;
}

bool article_ended(const struct article *article, uint32_t at, const char *text)
{
	for (const char *end = text + strlen(text); end > text;) {
		do
			end--;
		while (utf8_is_tail((unsigned char)*end));
		const char *character = end;
		if (at <= article->begin || article->cp[--at] != character_decode(&character))
			return false;
	}
	return true;
}

bool article_starts_listed(const struct article *article, uint32_t at, const char *const *texts)
{
	for (; *texts; texts++)
		if (article_starts(article, at, *texts))
			return true;
	return false;
}

bool article_ends_listed(const struct article *article, uint32_t at, const char *const *texts)
{
	for (; *texts; texts++)
		if (article_ends(article, at, *texts))
			return true;
	return false;
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

/* The last of COUNT elements of SIZE bytes, ascending by the position that each begins with, that is not past AT; 0 if all are. Without a branch. */
static inline uint32_t last_from(const void *elements, size_t size, uint32_t count, uint32_t at)
{
	uint32_t low = 0;
	while (count > 1) {
		uint32_t half = count / 2, begin;
		memcpy(&begin, (const char *)elements + (low + half) * size, sizeof begin);
		low += begin <= at ? half : 0;
		count -= half;
	}
	return low;
}

uint32_t article_paragraph_at(const struct article *article, uint32_t at)
{
	_Static_assert(offsetof(struct paragraph, span.begin) == 0, "a paragraph begins with its position");
	return last_from(article->paragraphs, sizeof *article->paragraphs, article->paragraph_count, at);
}

uint32_t article_sentence_at(const struct article *article, uint32_t at)
{
	_Static_assert(offsetof(struct sentence, span.begin) == 0, "a sentence begins with its position");
	return last_from(article->sentences, sizeof *article->sentences, article->sentence_count, at);
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

uint32_t article_byte(const struct article *article, uint32_t at)
{
	if (at >= article->end)
		return article_byte_end(article, article->end);
	_Static_assert(offsetof(struct article_place, at) == 0, "a place begins with its position");
	const struct article_place *place = &article->places[last_from(article->places, sizeof *article->places, article->place_count, at)];
	uint32_t byte = place->byte;
	for (uint32_t i = place->at; i < at; i++)
		byte += character_bytes(article->cp[i]);
	return byte;
}

uint32_t article_byte_end(const struct article *article, uint32_t end)
{
	if (article->begin == article->end)
		return 0;
	if (end <= article->begin)
		return article_byte(article, article->begin);
	uint32_t last = end - 1, low = 0, high = article->piece_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (article->pieces[middle].at < last)
			low = middle + 1;
		else
			high = middle;
	}
	bool is_piece = low < article->piece_count && article->pieces[low].at == last;
	return article_byte(article, last) + (is_piece ? article->pieces[low].bytes : character_bytes(article->cp[last]));
}
