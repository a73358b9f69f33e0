/* jsonl: one finding a line, the same object as in json; a failure is a line {"failure": …}, the last line {"summary": …}. */
#include "json_p.h"

struct jsonl_state {
	FILE *out;
	struct fingerprints *fingerprints;
};

static void *jsonl_begin(FILE *out, const struct writer_options *options, struct arena *arena)
{
	(void)options;
	struct jsonl_state *state = ARENA_NEW(arena, struct jsonl_state);
	*state = (struct jsonl_state){out, fingerprints_new(arena)};
	return state;
}

static void jsonl_finding(void *state_pointer, const struct diagnostic *diagnostic, struct arena *scratch)
{
	struct jsonl_state *state = state_pointer;
	json_write_finding(state->out, diagnostic, state->fingerprints, scratch);
	putc('\n', state->out);
}

static void jsonl_failure(void *state_pointer, const char *path, const char *message)
{
	struct jsonl_state *state = state_pointer;
	fputs("{\"failure\":", state->out);
	json_write_failure(state->out, path, message);
	fputs("}\n", state->out);
}

static void jsonl_end(void *state_pointer, const struct writer_summary *summary)
{
	struct jsonl_state *state = state_pointer;
	putc('{', state->out);
	json_write_summary(state->out, summary);
	fputs("}\n", state->out);
}

const struct writer writer_jsonl = {
	.name = "jsonl",
	.summary = N_("JSON Lines: one finding a line"),
	.begin = jsonl_begin,
	.finding = jsonl_finding,
	.failure = jsonl_failure,
	.end = jsonl_end,
	.counting = &statistics_jsonl,
};
