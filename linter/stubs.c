/* stubs: what is not written yet. Whoever delivers a function deletes it here; the last one deletes the file. */
#include "config_p.h"
#include "filter_p.h"
#include "fix_p.h"

struct filter {
	int unused;
};

/* config.c */
const char *nearest_name(const char *word, const char *const *names)
{
	(void)word, (void)names;
	return NULL;
}

bool config_print(struct config *config, const char *path, struct error *error)
{
	(void)config, (void)path;
	return error_set(error, "--print-config is not there yet");
}

/* filter.c */
struct filter *filter_new(const struct filter_options *options, struct config *config, struct arena *arena, struct error *error)
{
	(void)options, (void)config, (void)error;
	return ARENA_NEW(arena, struct filter);
}

bool filter_apply(struct filter *filter, const struct input *input, struct diagnostic **diagnostics, size_t *count, struct arena *arena, struct error *error)
{
	(void)filter, (void)input, (void)diagnostics, (void)count, (void)arena, (void)error;
	return true;
}

bool filter_finish(struct filter *filter, struct error *error)
{
	(void)filter, (void)error;
	return true;
}

/* fix.c */
struct str fix_apply(struct str source, const struct diagnostic *diagnostics, size_t count, enum fix_kind kind, size_t *applied, struct arena *arena)
{
	(void)diagnostics, (void)count, (void)kind, (void)arena;
	*applied = 0;
	return source;
}

bool fix_write(const char *path, struct str bytes, struct error *error)
{
	(void)path, (void)bytes;
	return error_set(error, "--fix is not there yet");
}

struct str fix_diff(const char *path, struct str before, struct str after, struct arena *arena)
{
	(void)path, (void)before, (void)after, (void)arena;
	return STR("");
}
