/*
 * encoding: UTF-8 is taken as it is and only checked; all else goes through iconv.
 *
 * What is refused as UTF-8 is looked at once more, to tell the user what it may be: a Chinese file from an old system is
 * GB18030 (or GBK, GB 2312, which are parts of it) or Big5, and a file full of NULs is UTF-16 without its mark.
 */
#include "encoding_p.h"

#include <errno.h>
#include <iconv.h>
#include <strings.h>

#include "../utf8_p.h"
#include "stream_p.h"

#ifdef KANLINT_STATIC
#define ENCODINGS "there are GB18030, GBK, GB2312, Big5, Big5-HKSCS, CP950, UTF-16 and UTF-32"
#else
#define ENCODINGS "iconv --list names those there are"
#endif

enum { SAMPLE = 64 * 1024, BROKEN_SHARE = 1000 /* one byte in so many may be broken */ };

/* Where the commoner half of a double-byte set stands: its first level, in which nearly all of a text is. */
struct candidate {
	const char *name;
	const char *option;
	unsigned char first_lead, last_lead, first_trail;
};

static const struct candidate candidates[] = {
	{"GB18030", "gb18030", 0xB0, 0xD7, 0xA1},
	{"Big5", "big5", 0xA4, 0xC6, 0x40},
};

static const char common[] = "的一是不了在人有我他中大上地为為以时時要就年出会會国國可也你对對生能而子那得着過过家这這来來个個们們到说說"
			     "和之日月第市新本同于於与與等被及其後后前行民";

/* Converts FROM in ENCODING up to its end or to a broken sequence, whose offset is *BROKEN (else the size). False: unknown encoding. */
static bool convert(const char *encoding, struct str from, struct arena *arena, struct str *to, size_t *broken)
{
	iconv_t converter = *encoding && !strchr(encoding, '/') ? iconv_open("UTF-8", encoding) : (iconv_t)-1;
	if (converter == (iconv_t)-1)
		return false;
	char *in = (char *)from.data, *buffer = NULL, *out = NULL;
	size_t in_left = from.size, out_left = 0, capacity = 0, done = 0;
	bool flushing = false;
	*broken = from.size;
	for (;;) {
		if (out_left < 16) { /* no encoding makes more of one character, or of what it held back */
			capacity = capacity ? capacity * 2 : from.size + from.size / 2 + 64;
			char *larger = arena_alloc_raw(arena, capacity);
			if (done)
				memcpy(larger, buffer, done);
			buffer = larger;
			out = buffer + done;
			out_left = capacity - done;
		}
		size_t answer = iconv(converter, flushing ? NULL : &in, flushing ? NULL : &in_left, &out, &out_left);
		int why = errno;
		done = (size_t)(out - buffer);
		if (answer == (size_t)-1 && why == E2BIG) {
			out_left = 0;
			continue;
		}
		if (answer == (size_t)-1) {
			*broken = from.size - in_left;
			break;
		}
		if (flushing)
			break;
		flushing = true;
	}
	iconv_close(converter);
	*to = (struct str){buffer, done};
	return true;
}

/* Of a text in UTF-8: how many of the commonest Chinese characters it holds. */
static size_t count_common(struct str text)
{
	size_t count = 0;
	const unsigned char *at = (const unsigned char *)text.data, *end = at + text.size;
	while (at < end) {
		uint32_t value;
		size_t length = utf8_decode(at, end, &value);
		if (length == 3 && memmem(common, sizeof common - 1, at, 3))
			count++;
		at += length ? length : 1;
	}
	return count;
}

/* How many double bytes a sample has, and how many of them stand where a text's do. */
static void count_pairs(const struct candidate *candidate, struct str sample, size_t *pairs, size_t *likely)
{
	*pairs = *likely = 0;
	for (size_t i = 0; i + 1 < sample.size; i++) {
		unsigned char lead = (unsigned char)sample.data[i], trail = (unsigned char)sample.data[i + 1];
		if (lead < 0x80)
			continue;
		bool is_mark = lead >= 0xA1 && lead <= 0xA3;
		++*pairs;
		*likely += (is_mark || (lead >= candidate->first_lead && lead <= candidate->last_lead)) && trail >= candidate->first_trail;
		i++;
	}
}

/* From the line of the first broken byte on, in whole lines if there are any. */
static struct str sample_of(struct str bytes, size_t first)
{
	size_t from = first > SAMPLE ? first - SAMPLE : 0;
	const char *newline = memrchr(bytes.data + from, '\n', first - from);
	size_t begin = newline ? (size_t)(newline - bytes.data) + 1 : from;
	struct str sample = {bytes.data + begin, bytes.size - begin};
	if (sample.size > SAMPLE) {
		newline = memrchr(sample.data, '\n', SAMPLE);
		sample.size = newline ? (size_t)(newline - sample.data) : SAMPLE;
	}
	return sample;
}

/* How much a sample looks like text in an encoding, from 0 to about 150. */
static size_t plausibility(const struct candidate *candidate, struct str sample, struct arena *arena)
{
	struct str text;
	size_t broken, pairs, likely;
	count_pairs(candidate, sample, &pairs, &likely);
	if (pairs == 0 || !convert(candidate->option, sample, arena, &text, &broken) || broken + 4 < sample.size)
		return 0;
	size_t hits = count_common(text);
	if (pairs >= 40 && hits * 50 < pairs) /* Korean stands in the same place as GB's first level */
		return 0;
	return (likely + hits) * 100 / pairs;
}

/* The encoding that bytes look like; NULL: none that is known. */
static const struct candidate *guess(struct str bytes, size_t first, struct arena *arena)
{
	enum { ENOUGH = 70 };
	struct str sample = sample_of(bytes, first);
	const struct candidate *best = NULL;
	size_t best_score = ENOUGH;
	for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
		size_t score = plausibility(&candidates[i], sample, arena);
		if (score > best_score) {
			best = &candidates[i];
			best_score = score;
		}
	}
	return best;
}

/* “; looks like …; try …”, or nothing. */
static const char *hint(struct str bytes, size_t first, struct arena *arena)
{
	const struct candidate *best = guess(bytes, first, arena);
	return best ? arena_format(arena, "; looks like %s; try --encoding=%s", best->name, best->option).data : "";
}

/* The same where --encoding does not help. */
static const char *hint_for_stream(struct str bytes, size_t first, struct arena *arena)
{
	const struct candidate *best = guess(bytes, first, arena);
	return best ? arena_format(arena, "; looks like %s; " TRY_THROUGH("iconv -f %s -t UTF-8"), best->name, best->option).data : "";
}

static bool refuse_nul(struct str bytes, size_t nul, struct error *error)
{
	size_t even = 0, odd = 0, size = bytes.size < SAMPLE ? bytes.size : SAMPLE;
	for (size_t i = 0; i < size; i++)
		if (bytes.data[i] == 0)
			*(i % 2 ? &odd : &even) += 1;
	const char *advice = "";
	if (bytes.size % 2 == 0 && even == 0 && odd * 100 >= size)
		advice = "; looks like UTF-16; try --encoding=utf-16le";
	else if (bytes.size % 2 == 0 && odd == 0 && even * 100 >= size)
		advice = "; looks like UTF-16; try --encoding=utf-16be";
	return error_set(error, "is not text: it has a NUL byte at byte offset %zu%s", nul, advice);
}

static bool check_nul(struct str bytes, struct error *error)
{
	const char *nul = bytes.size ? memchr(bytes.data, 0, bytes.size) : NULL;
	return !nul || refuse_nul(bytes, (size_t)(nul - bytes.data), error);
}

/* Are more bytes in broken sequences than may be? The first is *FIRST. */
static bool is_broken(struct str text, size_t *broken, size_t *first)
{
	*broken = utf8_count_broken((const unsigned char *)text.data, text.size, first);
	return *broken * BROKEN_SHARE > text.size;
}

/* SKIPPED bytes stand before the text. */
static bool check_utf8(struct str text, size_t skipped, struct arena *arena, struct error *error)
{
	size_t broken, first;
	return !is_broken(text, &broken, &first) ||
	       error_set(error, "is not UTF-8: %zu of its %zu bytes are in broken sequences, the first at byte offset %zu%s", broken, text.size,
		       first + skipped, hint(text, first, arena));
}

bool encoding_check(struct str text, size_t *first, struct arena *arena, struct error *error)
{
	size_t broken;
	return !is_broken(text, &broken, first) ||
	       error_set(error, "is not UTF-8: %zu of its %zu bytes are in broken sequences, the first of them here%s", broken, text.size,
		       hint_for_stream(text, *first, arena));
}

bool encoding_is_utf8(const char *encoding)
{
	return !encoding || strcasecmp(encoding, "utf-8") == 0 || strcasecmp(encoding, "utf8") == 0;
}

static bool convert_input(struct input *input, const char *encoding, const char *name, struct arena *arena, struct error *error)
{
	size_t broken;
	if (!convert(encoding, input->bytes, arena, &input->text, &broken))
		return error_set(error, "cannot be read: there is no encoding “%s”; " ENCODINGS, name);
	if (broken < input->bytes.size)
		return error_set(error, "is not %s: broken sequence at byte offset %zu", name, broken);
	if (input->text.size > ARTICLE_MAXIMUM)
		return error_set(error, "is larger as UTF-8 than the %zu MiB that one article may have", ARTICLE_MAXIMUM >> 20);
	input->converted = true;
	if (input->text.size >= 3 && memcmp(input->text.data, "\xEF\xBB\xBF", 3) == 0) {
		input->text.data += 3;
		input->text.size -= 3;
	}
	return check_nul(input->text, error);
}

bool encoding_decode(struct input *input, const char *encoding, struct arena *arena, struct error *error)
{
	struct str bytes = input->bytes;
	if (!encoding_is_utf8(encoding))
		return convert_input(input, encoding, encoding, arena, error);
	if (!encoding && bytes.size >= 2 && memcmp(bytes.data, "\xFF\xFE", 2) == 0)
		return convert_input(input, "UTF-16LE", "UTF-16", arena, error);
	if (!encoding && bytes.size >= 2 && memcmp(bytes.data, "\xFE\xFF", 2) == 0)
		return convert_input(input, "UTF-16BE", "UTF-16", arena, error);
	if (bytes.size >= 3 && memcmp(bytes.data, "\xEF\xBB\xBF", 3) == 0)
		input->skipped = 3;
	input->text = (struct str){bytes.data + input->skipped, bytes.size - input->skipped};
	return check_nul(bytes, error) && check_utf8(input->text, input->skipped, arena, error);
}
