/*
 * Fuzzes what tells new findings from old ones: any bytes are a diff, or a baseline, or an error with its place. The first byte says
 * which: an odd one a diff.
 */
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../../linter/baseline_list_p.h"
#include "../../linter/baseline_p.h"
#include "../../linter/changed_p.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static struct arena arena;

struct files {
	struct changed_file **items;
	size_t count, capacity;
};

static void add(const char *name, const char *full, struct changed_file *file, void *state)
{
	struct files *files = state;
	if (strlen(name) > strlen(full))
		BUG("a name that is longer than what stands there");
	ARENA_PUSH(&arena, files->items, files->count, files->capacity, file);
}

static void check_file(const struct changed_file *file)
{
	for (size_t i = 0; i < file->count; i++) {
		const struct line_range *range = &file->ranges[i];
		if (range->first > range->last || (i && range->first <= range[-1].last))
			BUG("ranges that do not ascend");
		if (!changed_touches(file, range->first, range->first) || !changed_touches(file, range->last, range->last))
			BUG("a new line that is not found");
	}
}

static void read_patch(struct str text)
{
	struct files files = {0};
	struct error error = {""};
	if (!patch_read(text, "fuzz.diff", &arena, add, &files, &error) && error.text[0] == 0)
		BUG("an error without a sentence");
	for (size_t i = 0; i < files.count; i++)
		check_file(files.items[i]);
}

static void read_baseline(struct str text)
{
	struct error error = {""};
	char path[64];
	int file = memfd_create("baseline", 0);
	if (file < 0 || write(file, text.data, text.size) != (ssize_t)text.size)
		BUG("no memory file");
	snprintf(path, sizeof path, "/proc/self/fd/%d", file);
	const struct baseline *baseline = baseline_read(path, &arena, &error);
	if (!baseline && error.text[0] == 0)
		BUG("an error without a sentence");
	for (size_t i = 0; baseline && i < baseline->count; i++)
		for (const struct known_line *line = baseline->list[i]->lines; line; line = line->next)
			if (!line->count || !line->check.size)
				BUG("an entry that knows nothing");
	close(file);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	if (size == 0)
		return 0;
	struct str text = {(const char *)bytes + 1, size - 1};
	arena_init(&arena);
	if (bytes[0] & 1)
		read_patch(text);
	else
		read_baseline(text);
	arena_release(&arena);
	return 0;
}
