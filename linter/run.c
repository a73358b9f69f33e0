/*
 * run: reading and linting go on in threads, file by file; everything that has an order or a state (configuration,
 * filters, fixes, writers) stays in the first thread, which takes the results in the order of the files.
 */
#include "run_p.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "fix_p.h"
#include "input/walk_p.h"
#include "language_p.h"
#include "lint_p.h"
#include "map_p.h"
#include "outputs_p.h"
#include "progress_p.h"
#include "report_p.h"

enum { FIX_ROUNDS = 10, SLOTS_PER_JOB = 4, JOBS_MAXIMUM = 256 };

/* A file on its way through the threads. */
struct slot {
	struct result result;
	const char *path;
	enum { SLOT_FREE, SLOT_WAITING, SLOT_TAKEN, SLOT_DONE } state;
};

struct run {
	const struct cli *cli;
	const struct data *data;
	struct config *config;
	struct filter *filter;
	struct arena *arena;
	struct outputs outputs;
	struct writer_summary summary;
	struct progress progress;
	size_t fixes;                    /* applied */
	size_t fixed_files;
	bool colors_diff;
	bool failing;                    /* a finding at or above fail_on */
	struct map stopped;              /* places of patterns that took too long, and were named */

	struct slot *slots;              /* a ring */
	size_t slot_count;
	size_t next;                     /* the file that a thread takes next */
	size_t submitted;                /* files whose slot is filled */
	size_t finished, files;          /* files taken to their end, and all */
	bool closing;
	pthread_mutex_t lock;
	pthread_cond_t work, done;
};

/* An input that could not be linted: said on standard error and to every writer. */
static void fail(struct run *run, const char *path, const char *sentence)
{
	run->summary.failures++;
	progress_yield(&run->progress, stderr);
	fflush(stdout);
	fputs("kanlint: ", stderr);
	if (path) {
		write_escaped(stderr, str_from(path));
		fputs(": ", stderr);
	}
	write_escaped(stderr, str_from(sentence));
	putc('\n', stderr);
	outputs_failure(&run->outputs, path, sentence);
}

/* How a path is named to the user: standard input by --stdin-filename. */
static const char *shown_path(const struct run *run, const char *path)
{
	return strcmp(path, "-") == 0 && run->cli->stdin_filename ? run->cli->stdin_filename : path;
}

static void read_and_lint(const struct run *run, struct slot *slot)
{
	struct result *result = &slot->result;
	if (input_read(&result->input, slot->path, shown_path(run, slot->path), run->cli->encoding, &result->arena, &result->error))
		lint_input(result, run->data);
	else
		result->failed = true;
}

static void *work(void *argument)
{
	struct run *run = argument;
	pthread_mutex_lock(&run->lock);
	for (;;) {
		while (run->next == run->submitted && !run->closing)
			pthread_cond_wait(&run->work, &run->lock);
		if (run->next == run->submitted)
			break;
		struct slot *slot = &run->slots[run->next++ % run->slot_count];
		bool ready = slot->state == SLOT_WAITING;
		pthread_mutex_unlock(&run->lock);
		if (ready)
			read_and_lint(run, slot);
		pthread_mutex_lock(&run->lock);
		slot->state = SLOT_DONE;
		pthread_cond_broadcast(&run->done);
	}
	pthread_mutex_unlock(&run->lock);
	return NULL;
}

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

/* --fix and --diff for one file. After --fix the findings that stay are those of FIXED, if anything was fixed. */
static bool fix_result(struct run *run, struct result *result, struct result *fixed)
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

static void write_diagnostics(struct run *run, struct result *result)
{
	struct arena scratch;
	arena_init(&scratch);
	if (result->count > 0)
		progress_yield(&run->progress, stdout);
	for (size_t i = 0; i < result->count; i++) {
		const struct diagnostic *diagnostic = &result->diagnostics[i];
		run->summary.findings[diagnostic->severity]++;
		if ((int)diagnostic->severity >= (int)result->policy->fail_on)
			run->failing = true;
		outputs_finding(&run->outputs, diagnostic, &scratch);
		arena_clear(&scratch);
	}
	arena_release(&scratch);
}

/* Findings past the cap are gone: said on standard error and in the summary. */
static void note_capped(struct run *run, const struct result *result)
{
	struct writer_summary *summary = &run->summary;
	for (size_t i = 0; i < result->capped_count; i++) {
		progress_yield(&run->progress, stderr);
		fflush(stdout);
		fputs("kanlint: ", stderr);
		write_escaped(stderr, str_from(result->input.path));
		fprintf(stderr, ": only the first %d findings of %s are shown\n", REPORT_CAP, result->capped[i]->name);
		ARENA_PUSH(run->arena, summary->capped, summary->capped_count, summary->capped_capacity,
			(struct capped){result->input.path, result->capped[i]});
	}
}

/* What is wrong in files of rules and words: said when they are read, once. */
static void say_problems(struct run *run)
{
	for (const char *sentence; (sentence = config_problem(run->config));)
		fail(run, NULL, sentence);
}

/* A pattern that took too long is named with the first file in which it did. */
static void say_stopped(struct run *run, const struct result *result)
{
	for (size_t i = 0; i < result->stopped.count; i++) {
		const struct rule_stop *stop = &result->stopped.items[i];
		if (map_find(&run->stopped, str_from(stop->place)))
			continue;
		*map_put(&run->stopped, str_from(arena_strdup(run->arena, stop->place)), run->arena) = run;
		fail(run, NULL, rule_stop_sentence(stop, result->input.path, run->arena));
	}
}

/* Takes the result of one file to its end. */
static void finish(struct run *run, struct slot *slot)
{
	struct result *result = &slot->result, fixed = {0};
	bool linted = !result->failed, is_fixed = false;
	if (linted)
		filter_apply(run->filter, result);
	if (!result->failed && (run->cli->fix || run->cli->unsafe_fixes || run->cli->diff))
		is_fixed = fix_result(run, result, &fixed);
	if (linted) {
		run->summary.files++;
		write_diagnostics(run, is_fixed ? &fixed : result);
		note_capped(run, is_fixed ? &fixed : result);
		say_stopped(run, result);
	}
	if (result->failed && result->said)
		run->summary.failures++;
	else if (result->failed)
		fail(run, shown_path(run, slot->path), result->error.text);
	arena_release(&fixed.arena);
	arena_release(&result->arena);
	slot->state = SLOT_FREE;
	run->finished++;
}

/* Fills the slot of a file; what cannot be linted is done at once. */
static void submit(struct run *run, const struct walk_entry *entry, struct slot *slot)
{
	slot->path = entry->path;
	slot->result = (struct result){0};
	arena_init(&slot->result.arena);
	if (entry->error)
		error_set(&slot->result.error, "%s", entry->error);
	else
		slot->result.policy = config_policy(run->config, shown_path(run, entry->path), &slot->result.error, &slot->result.said);
	slot->result.failed = slot->result.policy == NULL;
	say_problems(run);
	pthread_mutex_lock(&run->lock);
	slot->state = slot->result.failed ? SLOT_TAKEN : SLOT_WAITING;
	run->submitted++;
	pthread_cond_signal(&run->work);
	pthread_mutex_unlock(&run->lock);
}

static void show_progress(struct run *run, const struct slot *slot)
{
	const size_t *findings = run->summary.findings;
	progress_show(&run->progress, run->finished, run->files, findings[SEVERITY_NOTE] + findings[SEVERITY_WARNING] + findings[SEVERITY_ERROR],
		shown_path(run, slot->path));
}

static void wait_for(struct run *run, struct slot *slot)
{
	pthread_mutex_lock(&run->lock);
	while (slot->state != SLOT_DONE) {
		const struct timespec *next = progress_next(&run->progress);
		if (!next)
			pthread_cond_wait(&run->done, &run->lock);
		else if (pthread_cond_timedwait(&run->done, &run->lock, next) == ETIMEDOUT)
			show_progress(run, slot);
	}
	pthread_mutex_unlock(&run->lock);
	show_progress(run, slot);
}

static void lint_files(struct run *run, const struct walk *walk)
{
	size_t written = 0;
	for (size_t i = 0; i < walk->count; i++) {
		if (i - written == run->slot_count) {
			struct slot *oldest = &run->slots[written++ % run->slot_count];
			wait_for(run, oldest);
			finish(run, oldest);
		}
		submit(run, &walk->entries[i], &run->slots[i % run->slot_count]);
	}
	for (; written < walk->count; written++) {
		wait_for(run, &run->slots[written % run->slot_count]);
		finish(run, &run->slots[written % run->slot_count]);
	}
}

static void run_threads(struct run *run, const struct walk *walk)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	size_t jobs = run->cli->jobs ? (size_t)run->cli->jobs : cores > 0 ? (size_t)cores : 1;
	if (jobs > walk->count)
		jobs = walk->count ? walk->count : 1;
	if (jobs > JOBS_MAXIMUM)
		jobs = JOBS_MAXIMUM;
	run->slot_count = jobs * SLOTS_PER_JOB;
	run->slots = ARENA_ARRAY(run->arena, struct slot, run->slot_count);
	pthread_t *threads = ARENA_ARRAY(run->arena, pthread_t, jobs);
	pthread_mutex_init(&run->lock, NULL);
	pthread_cond_init(&run->work, NULL);
	pthread_condattr_t by_clock;
	pthread_condattr_init(&by_clock);
	pthread_condattr_setclock(&by_clock, CLOCK_MONOTONIC);
	pthread_cond_init(&run->done, &by_clock);
	size_t started = 0;
	while (started < jobs && pthread_create(&threads[started], NULL, work, run) == 0)
		started++;
	if (started == 0)
		BUG("no thread could be started");
	lint_files(run, walk);
	pthread_mutex_lock(&run->lock);
	run->closing = true;
	pthread_cond_broadcast(&run->work);
	pthread_mutex_unlock(&run->lock);
	for (size_t i = 0; i < started; i++)
		pthread_join(threads[i], NULL);
}

static int status_of(const struct run *run)
{
	size_t counted = run->summary.findings[SEVERITY_WARNING] + run->summary.findings[SEVERITY_ERROR];
	if (run->summary.failures)
		return 2;
	if (run->cli->exit_zero)
		return 0;
	return run->failing || (run->cli->max_warnings >= 0 && counted > (size_t)run->cli->max_warnings);
}

static void say_summary(const struct run *run)
{
	if (run->cli->quiet)
		return;
	if ((run->cli->fix || run->cli->unsafe_fixes) && !run->cli->diff)
		fprintf(stderr, translate(N_("kanlint: %zu fixes applied in %zu files\n")), run->fixes, run->fixed_files);
}

/* What the run reads or writes besides the articles. */
static struct own_files own_files(const struct cli *cli, struct arena *arena)
{
	struct own_files own = {0};
	for (size_t i = 0; i < cli->output_count; i++)
		own_files_add(&own, cli->outputs[i].path, true, arena);
	own_files_add_descriptor(&own, STDOUT_FILENO, arena);
	own_files_add(&own, cli->filter.write_baseline, true, arena);
	own_files_add(&own, cli->filter.baseline, cli->filter.prune_baseline, arena);
	own_files_add(&own, cli->filter.diff_from, false, arena);
	return own;
}

/* The paths that are wanted: standard input goes by its name, and may be excluded by it like any file that was named. */
static struct walk walk_wanted(struct run *run, const struct own_files *own)
{
	const struct cli *cli = run->cli;
	bool excluded = cli->force_exclude && cli->stdin_filename && config_excludes(run->config, cli->stdin_filename, false);
	char **paths = ARENA_ARRAY(run->arena, char *, cli->path_count + 1);
	size_t count = 0;
	for (size_t i = 0; i < cli->path_count; i++)
		if (!excluded || strcmp(cli->paths[i], "-") != 0)
			paths[count++] = (char *)cli->paths[i];
	if (cli->path_count && !count)
		return (struct walk){0};
	return walk_paths(paths, count, run->config, cli->force_exclude, own, run->arena);
}

/* Finds the articles before anything is written, and refuses to write over one of them. */
static bool start(struct run *run, struct walk *walk, struct error *error)
{
	const struct cli *cli = run->cli;
	struct own_files own = own_files(cli, run->arena);
	run->config = config_new(&cli->config, run->data, run->arena, error);
	run->filter = run->config ? filter_new(&cli->filter, run->config, run->arena, error) : NULL;
	if (!run->filter)
		return false;
	*walk = walk_wanted(run, &own);
	if (walk->overwritten)
		return error_set(error, "%s: is among the files to lint; what is to be written there would take its place", walk->overwritten);
	run->files = walk->count;
	return outputs_open(&run->outputs, cli, run->arena, error);
}

/* There is no place for it beside a format on the same terminal whose lines are not ended before the next begins, nor where somebody types. */
static bool wants_progress(const struct cli *cli)
{
	bool alone = true, typed = false;
	for (size_t i = 0; i < cli->output_count; i++)
		alone = alone && (cli->outputs[i].path || cli->outputs[i].writer == &writer_gcc);
	for (size_t i = 0; i < cli->path_count; i++)
		typed = typed || (strcmp(cli->paths[i], "-") == 0 && isatty(STDIN_FILENO));
	return cli->progress == PROGRESS_AUTO && !cli->quiet && !typed && (alone || !isatty(STDOUT_FILENO));
}

int run(const struct cli *cli, const struct data *data, struct arena *arena)
{
	struct run run = {.cli = cli, .data = data, .arena = arena, .colors_diff = terminal_has_color_of_its_own(cli->color, stdout)};
	struct walk walk;
	struct error error;
	if (!start(&run, &walk, &error)) {
		fail(&run, NULL, error.text);
		return 2;
	}
	progress_init(&run.progress, wants_progress(cli));
	run_threads(&run, &walk);
	progress_yield(&run.progress, stderr);
	for (const char *sentence; (sentence = config_unknown_rule(run.config));)
		fail(&run, NULL, sentence);
	if (!filter_finish(run.filter, &error))
		fail(&run, NULL, error.text);
	outputs_close(&run.outputs, &run.summary);
	say_summary(&run);
	config_release(run.config);
	return status_of(&run);
}
