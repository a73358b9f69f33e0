/* run_fix: --fix and --diff. */
#include "run_state_p.h"

#include "lint_p.h"

enum { FIX_ROUNDS = 10 };

/*
 * Applies fixes until none is left, at most FIX_ROUNDS times, in memory; FIXED becomes the result of the last text, in an arena
 * of its own. Where the user keeps to changed lines there is one round: the lines that a diff knows are those of the first text.
 */
static void fix_text(struct run *run, const struct result *result, struct result *fixed, size_t *applied)
{
	bool by_line = run->cli->filter.new_from || run->cli->filter.diff_from;
	enum fix_kind kind = run->cli->unsafe_fixes ? FIX_UNSAFE : FIX_SAFE;
	const struct result *last = result;
	*applied = 0;
	for (int round = 0; round < (by_line ? 1 : FIX_ROUNDS) && !last->failed; round++) {
		size_t count = 0;
		struct result next = {.input = result->input, .policy = result->policy};
		arena_init(&next.arena);
		next.input.text = fix_apply(last->input.text, last->diagnostics, last->count, kind, &count, &next.arena);
		if (count > 0) {
			lint_input(&next, run->data);
			if (!next.failed)
				filter_apply(run->filter, &next);
			arena_release(&fixed->arena);
			*fixed = next;
			last = fixed;
			*applied += count;
		} else {
			arena_release(&next.arena);
			break;
		}
	}
}

static bool write_fixed(const struct input *input, struct str text, struct arena *arena, struct error *error)
{
	if (input->converted)
		return error_set(error, "cannot fix: the file is not UTF-8, and its encoding could not be kept");
	if (input->is_standard)
		return error_set(error, "cannot fix standard input; --diff shows what would change");
	char *bytes = arena_alloc_raw(arena, input->skipped + text.size + 1);
	memcpy(bytes, input->bytes.data, input->skipped);
	memcpy(bytes + input->skipped, text.data, text.size);
	return fix_write(input->path, input->bytes, (struct str){bytes, input->skipped + text.size}, error);
}

bool run_fix(struct run *run, struct result *result, struct result *fixed)
{
	size_t applied;
	fix_text(run, result, fixed, &applied);
	if (applied == 0)
		return false;
	if (fixed->failed) {
		result->failed = true;
		result->error = fixed->error;
	} else if (run->cli->diff) {
		struct str diff = fix_diff(result->input.path, result->input.text, fixed->input.text, &fixed->arena);
		progress_yield(&run->progress, stdout);
		fix_diff_write(stdout, diff, run->colors_diff);
	} else if (!write_fixed(&result->input, fixed->input.text, &fixed->arena, &result->error)) {
		result->failed = true;
	} else {
		run->fixes += applied;
		run->fixed_files++;
		return true;
	}
	return false;
}
