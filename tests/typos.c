/*
 * typos: how much is found of the slips in pairs of sentences, how much is cured, and what is spoiled.
 *
 * Each line of a file is WRONG TAB RIGHT; without a slip both are the same. Both sentences are linted, each as an article, with the
 * profiles default and strict. A wrong character is found if a finding that is no longer than a clause covers it; a finding
 * that covers none is false, and so is one that misses the sentence. A correction is right if the edits of a finding
 * make of their places what the right sentence has there. A right sentence is spoiled if anything is found in it. Precision is
 * that of the findings in the wrong sentences, recall that of the wrong characters.
 *
 * usage: typos DATA [--verbose] FILE...   --verbose prints false findings, spoiled sentences and what is missed
 */
#include <stdio.h>
#include <stdlib.h>

#include "harness.h"

enum { LONGEST = 4096 /* characters of a sentence */, WIDEST = 12 /* characters of a finding that still says where a slip is */, ROWS = 256 };

struct sentence_text {
	struct str bytes;
	uint32_t cp[LONGEST];
	uint32_t offset[LONGEST + 1];
	uint32_t count;
};

struct pair_text {
	struct sentence_text wrong, right;
	bool same_length;
	bool is_wrong[LONGEST];
	uint32_t wrong_count;
};

/* A row of the table: all checks, a family, or one check. */
struct row {
	const char *name; /* NULL: all */
	size_t size;
	unsigned long findings, hits, found, corrected, spoiled;
	bool found_here[LONGEST], spoils; /* of the sentence at hand */
};

static struct row rows[ROWS];
static size_t row_count;
static unsigned long pair_count, wrong_count;
static bool verbose;

static bool read_sentence(struct str bytes, struct sentence_text *sentence)
{
	sentence->bytes = bytes;
	sentence->count = 0;
	for (const char *at = bytes.data; at < bytes.data + bytes.size;) {
		if (sentence->count == LONGEST)
			return false;
		sentence->offset[sentence->count] = (uint32_t)(at - bytes.data);
		sentence->cp[sentence->count++] = character_decode(&at);
	}
	sentence->offset[sentence->count] = (uint32_t)bytes.size;
	return true;
}

/* Where the sentences differ: character by character, or all that lies between their common beginning and end. */
static void compare(struct pair_text *pair)
{
	const struct sentence_text *wrong = &pair->wrong, *right = &pair->right;
	uint32_t head = 0, tail = 0, shorter = wrong->count < right->count ? wrong->count : right->count;
	pair->same_length = wrong->count == right->count;
	pair->wrong_count = 0;
	while (head < shorter && wrong->cp[head] == right->cp[head])
		head++;
	while (tail < shorter - head && wrong->cp[wrong->count - tail - 1] == right->cp[right->count - tail - 1])
		tail++;
	for (uint32_t i = 0; i < wrong->count; i++) {
		pair->is_wrong[i] = pair->same_length ? wrong->cp[i] != right->cp[i] : i >= head && i < wrong->count - tail;
		pair->wrong_count += pair->is_wrong[i];
	}
	/* something is lost between two characters */
	if (!pair->same_length && pair->wrong_count == 0 && wrong->count > 0) {
		pair->is_wrong[head < wrong->count ? head : head - 1] = true;
		pair->wrong_count = 1;
	}
}

static uint32_t character_at(const struct sentence_text *sentence, size_t byte)
{
	uint32_t low = 0, high = sentence->count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (sentence->offset[middle] < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Do the edits make of their places what the right sentence has there? */
static bool is_corrected(const struct pair_text *pair, const struct diagnostic *diagnostic)
{
	const struct sentence_text *wrong = &pair->wrong, *right = &pair->right;
	static char made[4 * LONGEST];
	size_t size = 0, from = 0;
	for (uint32_t i = 0; i < diagnostic->edit_count; i++) {
		const struct edit *edit = &diagnostic->edits[i];
		size_t begin = edit->region.begin.byte, end = edit->region.end.byte;
		uint32_t first = character_at(wrong, begin), last = character_at(wrong, end);
		if (pair->same_length && !str_equal(edit->replacement,
						 (struct str){right->bytes.data + right->offset[first], right->offset[last] - right->offset[first]}))
			return false;
		if (size + (begin - from) + edit->replacement.size + wrong->bytes.size - end > sizeof made)
			return false;
		memcpy(made + size, wrong->bytes.data + from, begin - from);
		size += begin - from;
		memcpy(made + size, edit->replacement.data, edit->replacement.size);
		size += edit->replacement.size;
		from = end;
	}
	memcpy(made + size, wrong->bytes.data + from, wrong->bytes.size - from);
	size += wrong->bytes.size - from;
	return diagnostic->edit_count > 0 && (pair->same_length || str_equal((struct str){made, size}, right->bytes));
}

static struct row *row_of(const char *name, size_t size)
{
	for (size_t i = 0; i < row_count; i++)
		if (rows[i].size == size && (size == 0 || !memcmp(rows[i].name, name, size)))
			return &rows[i];
	if (row_count == ROWS)
		BUG("more checks than rows");
	rows[row_count] = (struct row){.name = name, .size = size};
	return &rows[row_count++];
}

/* All checks, the family with its underscore, the check. */
static void rows_of(const struct diagnostic *diagnostic, struct row *own[3])
{
	const char *name = diagnostic->check->name;
	own[0] = row_of(NULL, 0);
	own[1] = row_of(name, strcspn(name, "_") + 1);
	own[2] = row_of(name, strlen(name));
}

static void show(const char *what, const struct diagnostic *diagnostic, const struct sentence_text *sentence)
{
	struct arena scratch;
	if (!verbose)
		return;
	arena_init(&scratch);
	struct str message = diagnostic_message(diagnostic, &scratch);
	printf("%s: %.*s: %u: %.*s [%s]\n", what, (int)sentence->bytes.size, sentence->bytes.data, diagnostic->region.begin.column, (int)message.size,
		message.data, diagnostic->check->name);
	arena_release(&scratch);
}

static void count_finding(const struct pair_text *pair, const struct diagnostic *diagnostic)
{
	struct row *own[3];
	uint32_t begin = character_at(&pair->wrong, diagnostic->region.begin.byte), end = character_at(&pair->wrong, diagnostic->region.end.byte);
	bool hit = false, corrected = is_corrected(pair, diagnostic);
	rows_of(diagnostic, own);
	if (begin == end && end < pair->wrong.count)
		end++;
	for (uint32_t i = begin; i < end && end - begin <= WIDEST; i++)
		hit |= pair->is_wrong[i];
	for (size_t i = 0; i < 3; i++) {
		own[i]->findings++;
		own[i]->hits += hit;
		own[i]->corrected += hit && corrected;
		for (uint32_t j = begin; j < end && hit; j++)
			own[i]->found_here[j] |= pair->is_wrong[j];
	}
	if (!hit)
		show("false", diagnostic, &pair->wrong);
}

static void show_missed(const struct pair_text *pair)
{
	const bool *found = row_of(NULL, 0)->found_here;
	for (uint32_t i = 0; i < pair->wrong.count && verbose; i++)
		if (pair->is_wrong[i] && !found[i])
			printf("missed: %.*s: %u: %.*s\n", (int)pair->wrong.bytes.size, pair->wrong.bytes.data, i + 1,
				(int)(pair->wrong.offset[i + 1] - pair->wrong.offset[i]), pair->wrong.bytes.data + pair->wrong.offset[i]);
}

static void try_pair(const struct pair_text *pair, const struct policy *policy)
{
	struct result result;
	struct row *own[3];
	harness_result(&result, policy, "typos.txt", pair->wrong.bytes);
	for (size_t i = 0; i < result.count; i++)
		count_finding(pair, &result.diagnostics[i]);
	show_missed(pair);
	arena_release(&result.arena);
	harness_result(&result, policy, "typos.txt", pair->right.bytes);
	for (size_t i = 0; i < result.count; i++) {
		rows_of(&result.diagnostics[i], own);
		for (size_t j = 0; j < 3; j++)
			own[j]->spoils = true;
		show("spoiled", &result.diagnostics[i], &pair->right);
	}
	arena_release(&result.arena);
	for (size_t i = 0; i < row_count; i++) {
		for (uint32_t j = 0; j < pair->wrong.count; j++)
			rows[i].found += rows[i].found_here[j];
		rows[i].spoiled += rows[i].spoils;
		rows[i].spoils = false;
		memset(rows[i].found_here, 0, pair->wrong.count);
	}
}

static void try_file(const char *path, const struct policy *policy)
{
	static struct pair_text pair;
	struct str file = harness_file(path);
	uint32_t number = 0;
	for (const char *line = file.data, *next; line < file.data + file.size; line = next) {
		size_t size = strcspn(line, "\n");
		next = line + size + 1;
		number++;
		const char *tab = memchr(line, '\t', size);
		size -= size > 0 && line[size - 1] == '\r';
		if (!tab || !read_sentence((struct str){line, (size_t)(tab - line)}, &pair.wrong) ||
			!read_sentence((struct str){tab + 1, (size_t)(line + size - tab - 1)}, &pair.right)) {
			fprintf(stderr, "%s:%u: is not WRONG TAB RIGHT\n", path, number);
			exit(2);
		}
		compare(&pair);
		pair_count++;
		wrong_count += pair.wrong_count;
		try_pair(&pair, policy);
	}
	free((char *)file.data);
}

static int by_name(const void *a, const void *b)
{
	const struct row *first = a, *second = b;
	size_t shorter = first->size < second->size ? first->size : second->size;
	int order = shorter ? memcmp(first->name, second->name, shorter) : 0;
	return order ? order : (first->size > second->size) - (first->size < second->size);
}

static void print_rows(const char *profile)
{
	printf("%s: %lu pairs, %lu wrong characters\n\n", profile, pair_count, wrong_count);
	puts("| checks | findings | true | characters found | corrections right | right sentences spoiled | precision | recall | F0.5 |");
	puts("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
	row_of(NULL, 0);
	qsort(rows, row_count, sizeof *rows, by_name);
	for (size_t i = 0; i < row_count; i++) {
		const struct row *row = &rows[i];
		double precision = row->findings ? (double)row->hits / (double)row->findings : 1;
		double recall = wrong_count ? (double)row->found / (double)wrong_count : 1;
		double f = precision + recall > 0 ? 1.25 * precision * recall / (0.25 * precision + recall) : 0;
		printf("| %.*s | %lu | %lu | %lu | %lu | %lu | %.1f%% | %.1f%% | %.3f |\n", row->size ? (int)row->size : 3,
			row->size ? row->name : "all", row->findings, row->hits, row->found, row->corrected, row->spoiled, 100 * precision,
			100 * recall, f);
	}
	puts("");
}

int main(int argc, char **argv)
{
	static const char *const profiles_tried[] = {"default", "strict"};
	int first = 2;
	if (argc > 2 && !strcmp(argv[2], "--verbose")) {
		verbose = true;
		first++;
	}
	if (argc <= first) {
		fprintf(stderr, "usage: typos DATA [--verbose] FILE...\n");
		return 2;
	}
	harness_init(argv[1]);
	for (size_t i = 0; i < sizeof profiles_tried / sizeof *profiles_tried; i++) {
		const struct policy *policy = harness_profile(profiles_tried[i]);
		row_count = 0;
		pair_count = wrong_count = 0;
		for (int j = first; j < argc; j++)
			try_file(argv[j], policy);
		print_rows(profiles_tried[i]);
	}
	return 0;
}
