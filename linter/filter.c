/* filter: comments, sidecar, notes on what of them was of no use, baseline, changed lines. */
#include "filter_p.h"

#include "baseline_p.h"
#include "changed_p.h"
#include "locate_p.h"
#include "record_p.h"
#include "silence_p.h"

struct filter {
	struct filter_options options;
	struct config *config;
	struct sidecars *sidecars;
	struct baseline *baseline, *written;
	struct changed *changed;
};

bool filter_check(const struct filter_options *options, struct error *error)
{
	if (options->prune_baseline && !options->baseline)
		return error_set(error, "--prune-baseline needs --baseline");
	if (options->new_from && options->diff_from)
		return error_set(error, "--new-from and --diff-from do not go together");
	return true;
}

struct filter *filter_new(const struct filter_options *options, struct config *config, struct arena *arena, struct error *error)
{
	struct filter *filter = ARENA_NEW(arena, struct filter);
	filter->options = *options;
	filter->config = config;
	filter->sidecars = sidecars_new(config, arena);
	if (options->baseline && !(filter->baseline = baseline_read(options->baseline, arena, error)))
		return NULL;
	if (options->write_baseline)
		filter->written = baseline_new(options->write_baseline, arena);
	if (options->diff_from && !(filter->changed = changed_from_diff(options->diff_from, arena, error)))
		return NULL;
	if (options->new_from && !(filter->changed = changed_from_revision(options->new_from, arena, error)))
		return NULL;
	return filter;
}

/* Puts the notes among the findings: those on the text by place, those on kanlint-ignore.yaml at the end. */
static void add_notes(struct filtering *filtering)
{
	size_t own = 0, total = filtering->count + filtering->note_count;
	if (!filtering->note_count)
		return;
	while (own < filtering->note_count && is_own(filtering, &filtering->notes[own]))
		own++;
	diagnostics_locate(filtering->notes, own, filtering->arena);
	if (filtering->input->record)
		record_locate(filtering->input->record, filtering->notes, own, filtering->arena);
	diagnostics_locate(filtering->notes + own, filtering->note_count - own, filtering->arena);
	struct diagnostic *all = ARENA_ARRAY(filtering->arena, struct diagnostic, total);
	if (filtering->count)
		memcpy(all, filtering->diagnostics, filtering->count * sizeof *all);
	memcpy(all + filtering->count, filtering->notes, filtering->note_count * sizeof *all);
	diagnostics_sort(all, filtering->count + own);
	filtering->diagnostics = all;
	filtering->count = total;
}

/* A contradiction is shown if either end of it is new. */
static bool is_new(const struct changed_file *file, const struct diagnostic *diagnostic)
{
	if (!file)
		return false;
	const struct region *region = region_in_file(&diagnostic->region);
	if (changed_touches(file, region->begin.line, region->end.line))
		return true;
	for (uint32_t i = 0; i < diagnostic->related_count; i++) {
		region = region_in_file(&diagnostic->related[i].region);
		if (changed_touches(file, region->begin.line, region->end.line))
			return true;
	}
	return false;
}

/* Has the text the lines that git counts in the bytes? In UTF-16 every character of U+xx0A is a newline to git. */
static bool has_lines_of_bytes(const struct input *input)
{
	size_t lines = 0;
	for (size_t i = 0; input->converted && i < input->bytes.size; i++)
		lines += input->bytes.data[i] == '\n';
	for (size_t i = 0; input->converted && i < input->text.size; i++)
		lines -= input->text.data[i] == '\n';
	return lines == 0;
}

static bool keep_new(struct filter *filter, struct filtering *filtering, struct error *error, bool *said)
{
	const struct changed_file *own, *file;
	const char *last_path = filtering->input->path;
	size_t kept = 0;
	if (!changed_in(filter->changed, last_path, &own, filtering->arena, error, said))
		return false;
	bool known = true;
	if (own && !has_lines_of_bytes(filtering->input))
		own = &changed_whole;
	file = own;
	for (size_t i = 0; i < filtering->count && known; i++) {
		const struct diagnostic *diagnostic = &filtering->diagnostics[i];
		if (is_own(filtering, diagnostic))
			file = own;
		else if (strcmp(diagnostic->path, last_path) != 0)
			known = changed_in(filter->changed, diagnostic->path, &file, filtering->arena, error, said);
		last_path = diagnostic->path;
		if (known && is_new(file, diagnostic))
			filtering->diagnostics[kept++] = *diagnostic;
	}
	filtering->count = kept;
	return known;
}

static bool apply(struct filter *filter, struct filtering *filtering, struct error *error, bool *said)
{
	silence_comments(filtering, reader_directives(filtering->input, filtering->arena));
	if (!silence_sidecar(filter->sidecars, filtering, error, said))
		return false;
	add_notes(filtering);
	if (filter->written)
		baseline_collect(filter->written, filtering);
	if (filter->baseline)
		baseline_hide(filter->baseline, filtering);
	if (filter->written)
		filtering->count = 0; /* all that was found is in the baseline now */
	return !filter->changed || keep_new(filter, filtering, error, said);
}

void filter_apply(struct filter *filter, struct result *result)
{
	struct filtering filtering = {
		.input = &result->input,
		.policy = result->policy,
		.part = result->part,
		.list = result->policy->list,
		.narrowed = config_narrowed(filter->config),
		.diagnostics = result->diagnostics,
		.count = result->count,
		.hidden = result->hidden,
		.hidden_count = result->hidden_count,
		.capped = result->capped,
		.capped_count = result->capped_count,
		.stopped = result->stopped.count > 0,
		.unread = result->unread,
		.arena = &result->arena,
	};
	result->failed = !apply(filter, &filtering, &result->error, &result->said);
	result->diagnostics = filtering.diagnostics;
	result->count = filtering.count;
}

bool filter_finish(struct filter *filter, struct error *error)
{
	if (filter->options.prune_baseline && baseline_prune(filter->baseline) && !baseline_write(filter->baseline, error))
		return false;
	return !filter->written || baseline_write(filter->written, error);
}
