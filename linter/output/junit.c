/*
 * junit: JUnit's XML, in which test reports take findings for failed tests: a suite for each file that has any, a case for each
 * finding. A note passes, and its text is the case's output; what could not be done is an error. A run without any is one case that passes.
 *
 * A suite says how many cases it has before the first, so those of one file are kept until the next begins.
 */
#include "xml_p.h"

#include "../record_p.h"

struct test_case {
	enum severity severity;
	const char *name; /* the check; NULL: what could not be done */
	struct str text;
	struct place place;
};

struct junit_state {
	FILE *out;
	struct arena file; /* what is kept of one file */
	struct arena *arena;
	char *path;
	size_t path_capacity;
	struct test_case *cases;
	size_t count, capacity;
	bool any;
};

static void *junit_begin(FILE *out, const struct writer_options *options, struct arena *arena)
{
	(void)options;
	struct junit_state *state = ARENA_NEW(arena, struct junit_state);
	state->out = out;
	state->arena = arena;
	arena_init(&state->file);
	fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"kanlint\">\n", out);
	return state;
}

static void write_case(struct junit_state *state, const struct test_case *test)
{
	static const char *const elements[] = {[SEVERITY_NOTE] = "system-out", [SEVERITY_WARNING] = "failure", [SEVERITY_ERROR] = "failure"};
	const char *element = test->name ? elements[test->severity] : "error";
	FILE *out = state->out;
	fprintf(out, "<testcase name=\"%s\" classname=\"", test->name ? test->name : "kanlint");
	xml_write(out, str_from(state->path));
	fputs("\">", out);
	if (test->name && test->severity == SEVERITY_NOTE) {
		fputs("<system-out>", out);
	} else {
		fprintf(out, "<%s type=\"%s\" message=\"", element, test->name ? severity_name(test->severity) : "error");
		xml_write(out, test->text);
		fputs("\">", out);
	}
	xml_write(out, str_from(state->path));
	if (test->name)
		fprintf(out, ":%u:%u", test->place.line, test->place.column);
	fputs(": ", out);
	xml_write(out, test->text);
	fprintf(out, "</%s></testcase>\n", element);
}

static void close_suite(struct junit_state *state)
{
	size_t failures = 0, errors = 0;
	for (size_t i = 0; i < state->count; i++) {
		failures += state->cases[i].name && state->cases[i].severity != SEVERITY_NOTE;
		errors += !state->cases[i].name;
	}
	if (state->count) {
		fputs("<testsuite name=\"", state->out);
		xml_write(state->out, str_from(state->path));
		fprintf(state->out, "\" tests=\"%zu\" failures=\"%zu\" errors=\"%zu\">\n", state->count, failures, errors);
		for (size_t i = 0; i < state->count; i++)
			write_case(state, &state->cases[i]);
		fputs("</testsuite>\n", state->out);
	}
	state->cases = NULL;
	state->count = state->capacity = 0;
	arena_clear(&state->file);
}

static void add_case(struct junit_state *state, const char *path, struct test_case test)
{
	if (!state->path || strcmp(state->path, path) != 0) {
		close_suite(state);
		xml_enter(&state->path, &state->path_capacity, path, state->arena);
	}
	test.text = arena_copy(&state->file, test.text);
	ARENA_PUSH(&state->file, state->cases, state->count, state->capacity, test);
	state->any = true;
}

static void junit_finding(void *state_pointer, const struct diagnostic *diagnostic, struct arena *scratch)
{
	struct test_case test = {
		diagnostic->severity, diagnostic_name(diagnostic), record_message(diagnostic, scratch), region_in_file(&diagnostic->region)->begin};
	add_case(state_pointer, diagnostic->path, test);
}

static void junit_failure(void *state_pointer, const char *path, const char *message)
{
	add_case(state_pointer, path ? path : "kanlint", (struct test_case){SEVERITY_ERROR, NULL, str_from(message), {0}});
}

static void junit_end(void *state_pointer, const struct writer_summary *summary)
{
	struct junit_state *state = state_pointer;
	(void)summary;
	close_suite(state);
	arena_release(&state->file);
	if (!state->any)
		fputs("<testsuite name=\"kanlint\" tests=\"1\" failures=\"0\" errors=\"0\">\n"
		      "<testcase name=\"kanlint\" classname=\"kanlint\"/>\n</testsuite>\n",
			state->out);
	fputs("</testsuites>\n", state->out);
}

const struct writer writer_junit = {
	.name = "junit",
	.summary = N_("JUnit's XML, a failed test for each finding"),
	.begin = junit_begin,
	.finding = junit_finding,
	.failure = junit_failure,
	.end = junit_end,
};
