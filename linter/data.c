/* data: the mapped file, checked once. */
#include "data_p.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lexicon.h"
#include "vector_p.h"

#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ 22
#endif

const char *const lexicon_names[] = {"wrong_word", "particle", "redundant", "variant_word", NULL};

static const uint32_t element_sizes[DATA_KIND_COUNT] = {
	[DATA_WORD_NODES] = sizeof(struct trie_node),
	[DATA_WORD_ROOTS] = sizeof(uint16_t),
	[DATA_FORMS_HANS] = sizeof(struct form_entry),
	[DATA_FORMS_HANT] = sizeof(struct form_entry),
	[DATA_PHRASES_HANS] = sizeof(struct form_phrase),
	[DATA_PHRASES_HANT] = sizeof(struct form_phrase),
	[DATA_FORM_FILTER] = sizeof(uint64_t),
	[DATA_LEXICON_NODES] = sizeof(struct automaton_node),
	[DATA_LEXICON_FILTER] = sizeof(uint32_t),
	[DATA_LEXICON_ENTRIES] = sizeof(struct lexicon_entry),
	[DATA_LEXICON_TEXT] = sizeof(uint16_t),
	[DATA_IDIOM_TEXTS] = sizeof(uint16_t),
	[DATA_IDIOM_BUCKETS] = sizeof(uint32_t),
	[DATA_IDIOM_POSTINGS] = sizeof(uint32_t),
	[DATA_IDIOM_FILTER] = sizeof(uint8_t),
	[DATA_BIGRAMS] = sizeof(uint8_t),
	[DATA_LIKENESS] = sizeof(struct likeness_entry),
};

/* Four lanes of sums and sums of sums: a processor adds them side by side. */
typedef uint64_t lanes4 __attribute__((vector_size(32)));

struct sums {
	lanes4 plain, of_sums;
};

static const struct sums no_sums = {.plain = {1, 2, 3, 4}};

CLONES static void add_words(struct sums *sums, const char *at, size_t count)
{
	lanes4 words, plain = sums->plain, of_sums = sums->of_sums;
	for (; count >= 4; count -= 4, at += sizeof words) {
		memcpy(&words, at, sizeof words);
		plain += words;
		of_sums += plain;
	}
	for (; count > 0; count--, at += sizeof(uint64_t)) {
		uint64_t word;
		memcpy(&word, at, sizeof word);
		plain[0] += word;
		of_sums[0] += plain[0];
	}
	sums->plain = plain;
	sums->of_sums = of_sums;
}

static uint64_t finish_sum(const struct sums *sums, size_t size)
{
	uint64_t result = size;
	for (size_t lane = 0; lane < 4; lane++)
		result = (result ^ sums->plain[lane] ^ sums->of_sums[lane] << 1) * UINT64_C(0x9E3779B97F4A7C15);
	return result;
}

uint64_t data_sum(const void *bytes, size_t size)
{
	struct sums sums = no_sums;
	add_words(&sums, bytes, size / sizeof(uint64_t));
	return finish_sum(&sums, size);
}

/* The same of a mapped file, whose pages do not stay: a short text needs few of them again. */
static uint64_t sum_of_mapping(char *mapping, size_t begin, size_t size)
{
	enum { WINDOW = 1 << 20 };
	struct sums sums = no_sums;
	const size_t page = (size_t)sysconf(_SC_PAGESIZE);
	for (size_t from = begin; from < size; from += WINDOW) {
		size_t end = size - from < WINDOW ? size : from + WINDOW, first = from / page * page;
		madvise(mapping + first, end - first, MADV_POPULATE_READ); /* an older kernel takes them one by one */
		add_words(&sums, mapping + from, (end - from) / sizeof(uint64_t));
		madvise(mapping + first, end - first, MADV_DONTNEED);
	}
	return finish_sum(&sums, size - begin);
}

static bool header_is_right(const struct data_header *header, size_t size, const char *path, struct error *error)
{
	if (size < sizeof *header || memcmp(header->magic, DATA_MAGIC, sizeof header->magic) != 0)
		return error_set(error, "%s: is no data file of kanlint", path);
	if (header->version != DATA_VERSION || header->order != DATA_ORDER)
		return error_set(error, "%s: belongs to another version of kanlint", path);
	if (header->size != size || size % 8 != 0)
		return error_set(error, "%s: is damaged (%zu bytes, %" PRIu64 " expected)", path, size, header->size);
	if (header->section_count > (size - sizeof *header) / sizeof(struct data_section))
		return error_set(error, "%s: is damaged", path);
	return true;
}

static bool section_is_right(const struct data_section *section, size_t size)
{
	if (section->kind >= DATA_KIND_COUNT || section->element != element_sizes[section->kind] || section->offset % 8 != 0 ||
		section->offset > size)
		return false;
	return section->count <= (size - section->offset) / section->element && section->count < UINT32_MAX;
}

static void take_forms(struct form_table *forms, const void *content, uint32_t count)
{
	forms->entries = content;
	forms->count = count;
	for (uint32_t i = 0; i < count; i++)
		forms->members[(uint16_t)forms->entries[i].character / 64] |= UINT64_C(1) << forms->entries[i].character % 64;
}

static void take_phrases(struct form_table *forms, const void *content, uint32_t count)
{
	forms->phrases = content;
	forms->phrase_count = count;
}

static void take_section(struct data *data, const struct data_section *section, const char *bytes)
{
	const void *content = bytes + section->offset;
	switch ((enum data_kind)section->kind) {
	case DATA_WORD_NODES:
		data->word_nodes = content;
		data->word_node_count = (uint32_t)section->count;
		break;
	case DATA_WORD_ROOTS: data->word_roots = section->count == 0x10000 ? content : NULL; break;
	case DATA_FORMS_HANS: take_forms(&data->forms_hans, content, (uint32_t)section->count); break;
	case DATA_FORMS_HANT: take_forms(&data->forms_hant, content, (uint32_t)section->count); break;
	case DATA_PHRASES_HANS: take_phrases(&data->forms_hans, content, (uint32_t)section->count); break;
	case DATA_PHRASES_HANT: take_phrases(&data->forms_hant, content, (uint32_t)section->count); break;
	case DATA_FORM_FILTER:
		if (section->count == 2 * FORM_FILTER_BITS / 64) {
			data->forms_hans.filter = content;
			data->forms_hant.filter = data->forms_hans.filter + FORM_FILTER_BITS / 64;
		}
		break;
	case DATA_LEXICON_NODES:
		data->lexicon.automaton.nodes = content;
		data->lexicon.automaton.node_count = (uint32_t)section->count;
		break;
	case DATA_LEXICON_FILTER:
		data->lexicon.automaton.filter = content;
		data->lexicon.automaton.filter_bits = (uint32_t)section->count * 32;
		break;
	case DATA_LEXICON_ENTRIES:
		data->lexicon.entries = content;
		data->lexicon.entry_count = (uint32_t)section->count;
		break;
	case DATA_LEXICON_TEXT:
		data->lexicon.text = content;
		data->lexicon.text_length = (uint32_t)section->count;
		break;
	case DATA_IDIOM_TEXTS:
		data->idioms.texts = content;
		data->idioms.text_count = (uint32_t)section->count;
		break;
	case DATA_IDIOM_BUCKETS: data->idioms.buckets = section->count == IDIOM_BUCKETS + 1 ? content : NULL; break;
	case DATA_IDIOM_POSTINGS:
		data->idioms.postings = content;
		data->idioms.posting_count = (uint32_t)section->count;
		break;
	case DATA_IDIOM_FILTER: data->idioms.filter = section->count == IDIOM_FILTER_SIZE ? content : NULL; break;
	case DATA_BIGRAMS:
		if (section->count == 2 * BIGRAM_TABLE) {
			data->bigrams[0] = content;
			data->bigrams[1] = data->bigrams[0] + BIGRAM_TABLE;
		}
		break;
	case DATA_LIKENESS:
		data->likenesses = content;
		data->likeness_count = (uint32_t)section->count;
		break;
	case DATA_KIND_COUNT: break;
	}
}

/* The texts of an entry: as many ends as it says, inside the section. */
static bool entry_is_sound(const struct lexicon_table *lexicon, const struct lexicon_entry *entry)
{
	uint32_t texts = (uint32_t)entry->piece_count + entry->right_count + entry->unless_count + entry->near_count + entry->unless_near_count, at = entry->text;
	for (; texts > 0 && at < lexicon->text_length; at++)
		texts -= lexicon->text[at] == 0;
	return texts == 0 && entry->right_count > 0 && entry->piece_count > 0 && entry->piece_count <= LEXICON_PIECES &&
	       entry->list < LEXICON_LIST_COUNT;
}

static bool lexicon_is_sound(const struct lexicon_table *lexicon)
{
	if (!automaton_is_sound(&lexicon->automaton, lexicon->entry_count))
		return false;
	for (uint32_t i = 0; i < lexicon->entry_count; i++)
		if (!entry_is_sound(lexicon, &lexicon->entries[i]))
			return false;
	return true;
}

/* The sections of a file whose header is right and whose sum is SUM. */
static const struct data *take_sections(
	const struct data_header *header, uint64_t sum, size_t size, const char *path, struct arena *arena, struct error *error)
{
	const char *bytes = (const void *)header;
	const struct data_section *sections = (const void *)(header + 1);
	if (header->sum != sum) {
		error_set(error, "%s: is damaged", path);
		return NULL;
	}
	struct data *data = ARENA_NEW(arena, struct data);
	for (uint32_t i = 0; i < header->section_count; i++) {
		if (!section_is_right(&sections[i], size)) {
			error_set(error, "%s: is damaged (section %" PRIu32 ")", path, i);
			return NULL;
		}
		take_section(data, &sections[i], bytes);
	}
	if (data->word_node_count == 0 || !data->word_roots || !data->forms_hans.entries || !data->forms_hant.entries || !data->forms_hans.filter ||
		!data->idioms.texts || !data->idioms.buckets || !data->idioms.postings || !data->idioms.filter || !data->bigrams[0] ||
		!data->likenesses) {
		error_set(error, "%s: is damaged (a section is missing)", path);
		return NULL;
	}
	if (!lexicon_is_sound(&data->lexicon)) {
		error_set(error, "%s: is damaged (the lexicon)", path);
		return NULL;
	}
	return data;
}

const struct data *data_read(const void *bytes, size_t size, const char *path, struct arena *arena, struct error *error)
{
	const struct data_header *header = bytes;
	if (!header_is_right(header, size, path, error))
		return NULL;
	return take_sections(header, data_sum(header + 1, size - sizeof *header), size, path, arena, error);
}

const struct data *data_open(const char *path, struct arena *arena, struct error *error)
{
	struct stat status;
	int file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0 || fstat(file, &status) != 0) {
		error_set(error, "%s: %s", path, strerror(errno));
		if (file >= 0)
			close(file);
		return NULL;
	}
	size_t size = status.st_size > 0 ? (size_t)status.st_size : 0;
	void *bytes = size ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
	close(file);
	if (size == 0 || bytes == MAP_FAILED) {
		error_set(error, "%s: %s", path, size == 0 ? "is empty" : strerror(errno));
		return NULL;
	}
	const struct data *data = NULL;
	if (header_is_right(bytes, size, path, error))
		data = take_sections(bytes, sum_of_mapping(bytes, sizeof(struct data_header), size), size, path, arena, error);
	if (!data)
		munmap(bytes, size);
	return data;
}
