/*
 * fix: edits applied to a text. A fix is taken whole or not at all; what earlier fixes took is kept as bits, two for each
 * byte of the text: one for the byte, one for the gap before it, so that insertions can collide too.
 */
#include "fix_p.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "file_p.h"

struct taken {
	uint64_t *bits;
};

/* A run of bits, half-open. */
struct bit_run {
	size_t begin, end;
};

/* A change takes its bytes and the gaps inside; an insertion its gap and the bytes at both sides: what they say of one place may not fit. */
static struct bit_run bits_of(const struct edit *edit)
{
	size_t begin = edit->region.begin.byte, end = edit->region.end.byte;
	if (begin == end)
		return (struct bit_run){begin ? 2 * begin - 1 : 0, 2 * begin + 2};
	return (struct bit_run){2 * begin + 1, 2 * end};
}

/* The bits of RUN that are in its word that holds bit AT. */
static uint64_t mask_at(struct bit_run run, size_t at)
{
	size_t first = at & 63, last = run.end - (at - first);
	uint64_t mask = ~UINT64_C(0) << first;
	return last < 64 ? mask & ~(~UINT64_C(0) << last) : mask;
}

static bool any_taken(const struct taken *taken, struct bit_run run)
{
	for (size_t at = run.begin; at < run.end; at = (at | 63) + 1)
		if (taken->bits[at / 64] & mask_at(run, at))
			return true;
	return false;
}

static void take(struct taken *taken, struct bit_run run)
{
	for (size_t at = run.begin; at < run.end; at = (at | 63) + 1)
		taken->bits[at / 64] |= mask_at(run, at);
}

/* Edits of one fix may touch, but not overlap: then nobody knows what it means, and it is left out. */
static bool fits(const struct taken *taken, const struct diagnostic *diagnostic, size_t size)
{
	size_t last = 0;
	for (uint32_t i = 0; i < diagnostic->edit_count; i++) {
		const struct edit *edit = &diagnostic->edits[i];
		if (edit->region.begin.byte < last || edit->region.end.byte > size || any_taken(taken, bits_of(edit)))
			return false;
		last = edit->region.end.byte;
	}
	return true;
}

static int compare_edits(const void *a, const void *b)
{
	const struct edit *left = *(const struct edit *const *)a, *right = *(const struct edit *const *)b;
	size_t one = left->region.begin.byte, other = right->region.begin.byte;
	if (one != other)
		return one < other ? -1 : 1;
	one = left->region.end.byte;
	other = right->region.end.byte;
	if (one != other)
		return one < other ? -1 : 1;
	return left < right ? -1 : left > right; /* two insertions of one fix: in its order */
}

/* The edits of all fixes that fit, sorted. */
static const struct edit **choose(struct str source, const struct diagnostic *diagnostics, size_t count, enum fix_kind kind, size_t *edit_count,
	size_t *applied, struct arena *arena)
{
	struct taken taken = {NULL};
	const struct edit **edits = NULL;
	size_t capacity = 0;
	for (size_t i = 0; i < count; i++) {
		const struct diagnostic *diagnostic = &diagnostics[i];
		if (!diagnostic->edit_count || diagnostic->fix_kind > kind)
			continue;
		if (!taken.bits)
			taken.bits = ARENA_ARRAY(arena, uint64_t, 2 * source.size / 64 + 2);
		if (!fits(&taken, diagnostic, source.size))
			continue;
		for (uint32_t j = 0; j < diagnostic->edit_count; j++) {
			take(&taken, bits_of(&diagnostic->edits[j]));
			ARENA_PUSH(arena, edits, *edit_count, capacity, &diagnostic->edits[j]);
		}
		++*applied;
	}
	if (*edit_count > 1)
		qsort(edits, *edit_count, sizeof *edits, compare_edits);
	return edits;
}

struct str fix_apply(struct str source, const struct diagnostic *diagnostics, size_t count, enum fix_kind kind, size_t *applied, struct arena *arena)
{
	size_t edit_count = 0, size = source.size, at = 0;
	*applied = 0;
	const struct edit **edits = choose(source, diagnostics, count, kind, &edit_count, applied, arena);
	if (!edit_count)
		return source;
	for (size_t i = 0; i < edit_count; i++)
		size += edits[i]->replacement.size;
	char *out = arena_alloc_raw(arena, size + 1), *end = out;
	for (size_t i = 0; i < edit_count; i++) {
		const struct edit *edit = edits[i];
		memcpy(end, source.data + at, edit->region.begin.byte - at);
		end += edit->region.begin.byte - at;
		memcpy(end, edit->replacement.data, edit->replacement.size);
		end += edit->replacement.size;
		at = edit->region.end.byte;
	}
	memcpy(end, source.data + at, source.size - at);
	end += source.size - at;
	return (struct str){out, (size_t)(end - out)};
}

bool fix_write(const char *path, struct str before, struct str bytes, struct error *error)
{
	struct stat status;
	if (stat(path, &status) == 0 && S_ISREG(status.st_mode) && !file_holds(path, before))
		return error_set(error, "cannot be fixed: it was changed after it had been read");
	return file_replace(path, bytes, false, error);
}
