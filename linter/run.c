/*
 * run: reading and linting go on in threads, file by file; everything that has an order or a state (configuration,
 * filters, fixes, writers) stays in the first thread, which takes the results in the order of the files. While it waits for one it
 * lints too, unless it has to show progress, or to read on in a stream and unpack it: so -j1 is one thread, and no file waits for a thread
 * to wake up.
 */
#include "run_p.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "language_p.h"
#include "run_state_p.h"

enum { SLOTS_PER_JOB = 4, JOBS_MAXIMUM = 256, ARENA_KEPT = 16 << 20 };

/* Bytes of small files that a thread lints together. */
enum { GROUP_BYTES = 64 << 10 };

/* Bytes of streams on their way, and more for each thread: many pieces, or one long record. */
enum { WAY_BYTES = 32 << 20, WAY_BYTES_PER_JOB = 1 << 20 };

/* Some slots that a thread has taken. */
struct group {
	struct slot *slots[LINT_TOGETHER];
	size_t count;
};

static bool is_file(const struct slot *slot)
{
	return slot->state == SLOT_WAITING && !slot->records;
}

/* Takes the next slot, and files behind it of the same policy: not more than each thread may have. Under the lock. */
static struct group take_group(struct run *run)
{
	struct group group = {.slots = {&run->slots[run->next % run->slot_count]}, .count = 1};
	size_t waiting = run->submitted - run->next++, most = waiting / run->jobs;
	const struct slot *first = group.slots[0];
	while (is_file(first) && group.count < most && group.count < LINT_TOGETHER) {
		struct slot *slot = &run->slots[run->next % run->slot_count];
		if (!is_file(slot) || slot->result.policy != first->result.policy)
			break;
		group.slots[group.count++] = slot;
		run->next++;
	}
	return group;
}

static bool read_file(const struct run *run, struct slot *slot)
{
	struct result *result = &slot->result;
	result->failed =
		!input_read(&result->input, slot->path, run_shown_path(run, slot->path), run->cli->encoding, &result->arena, &result->error);
	result->input.format = run->cli->input_format;
	return !result->failed;
}

/* Small files together, as much as is good for them. */
static void lint_group(const struct run *run, const struct group *group, struct lint_memory *memory)
{
	struct result *results[LINT_TOGETHER];
	size_t count = 0, bytes = 0;
	for (size_t i = 0; i < group->count; i++) {
		struct result *result = &group->slots[i]->result;
		if (!read_file(run, group->slots[i]))
			continue;
		if (bytes + result->input.text.size > GROUP_BYTES) {
			lint_inputs(memory, results, count, run->data);
			count = bytes = 0;
		}
		results[count++] = result;
		bytes += result->input.text.size;
	}
	lint_inputs(memory, results, count, run->data);
}

/* Takes what is next, under the lock, and lints it without. */
static void lint_next(struct run *run, struct lint_memory *memory)
{
	struct group group = take_group(run);
	struct slot *first = group.slots[0];
	bool ready = first->state == SLOT_WAITING;
	pthread_mutex_unlock(&run->lock);
	if (ready && first->records)
		first->linted = records_lint(&first->batch, &run->cli->records, &first->result, run->data, memory);
	else if (ready)
		lint_group(run, &group, memory);
	pthread_mutex_lock(&run->lock);
	for (size_t i = 0; i < group.count; i++)
		group.slots[i]->state = SLOT_DONE;
	pthread_cond_broadcast(&run->done);
}

static void *work(void *argument)
{
	struct run *run = argument;
	struct lint_memory memory = {0};
	pthread_mutex_lock(&run->lock);
	for (;;) {
		while (run->next == run->submitted && !run->closing)
			pthread_cond_wait(&run->work, &run->lock);
		if (run->next == run->submitted)
			break;
		lint_next(run, &memory);
	}
	pthread_mutex_unlock(&run->lock);
	lint_memory_release(&memory);
	return NULL;
}

static void show_progress(struct run *run, const struct slot *slot)
{
	const size_t *findings = run->summary.findings;
	progress_show(&run->progress, run->finished, run->files, findings[SEVERITY_NOTE] + findings[SEVERITY_WARNING] + findings[SEVERITY_ERROR],
		slot->records ? slot->records->path : run_shown_path(run, slot->path));
}

static void wait_for(struct run *run, struct slot *slot)
{
	pthread_mutex_lock(&run->lock);
	while (slot->state != SLOT_DONE) {
		const struct timespec *next = progress_next(&run->progress);
		if (run->memory && run->next != run->submitted)
			lint_next(run, run->memory);
		else if (!next)
			pthread_cond_wait(&run->done, &run->lock);
		else if (pthread_cond_timedwait(&run->done, &run->lock, next) == ETIMEDOUT)
			show_progress(run, slot);
	}
	pthread_mutex_unlock(&run->lock);
	show_progress(run, slot);
}

void run_finish_oldest(struct run *run)
{
	struct slot *slot = &run->slots[run->written++ % run->slot_count];
	wait_for(run, slot);
	if (slot->records)
		run_finish_batch(run, slot);
	else
		run_finish_file(run, slot);
	if (slot->result.arena.used > ARENA_KEPT)
		arena_release(&slot->result.arena);
	else
		arena_clear(&slot->result.arena);
	run->way_bytes -= slot->batch.size;
	slot->state = SLOT_FREE;
}

struct slot *run_next_slot(struct run *run)
{
	while (run->submitted - run->written == run->slot_count || run->way_bytes > run->way_most)
		run_finish_oldest(run);
	struct slot *slot = &run->slots[run->submitted % run->slot_count];
	*slot = (struct slot){.result.arena = slot->result.arena};
	return slot;
}

void run_submit(struct run *run, struct slot *slot, bool ready)
{
	pthread_mutex_lock(&run->lock);
	slot->state = ready ? SLOT_WAITING : SLOT_TAKEN;
	run->way_bytes += slot->batch.size;
	run->submitted++;
	pthread_cond_signal(&run->work);
	pthread_mutex_unlock(&run->lock);
}

/* What cannot be linted is done at once. */
static void submit_file(struct run *run, const struct walk_entry *entry)
{
	struct slot *slot = run_next_slot(run);
	struct result *result = &slot->result;
	slot->path = entry->path;
	if (entry->error)
		error_set(&result->error, "%s", entry->error);
	else
		result->policy = config_policy(run->config, run_shown_path(run, entry->path), &result->error, &result->said);
	result->failed = result->policy == NULL;
	run_say_problems(run);
	run_submit(run, slot, !result->failed);
}

static bool is_stream(const struct run *run, const struct walk_entry *entry)
{
	enum input_format format = run->cli->input_format;
	return !entry->error && (format == FORMAT_BY_NAME ? reader_is_stream(run_shown_path(run, entry->path)) : format == FORMAT_RECORDS);
}

static void lint_files(struct run *run, const struct walk *walk)
{
	for (size_t i = 0; i < walk->count; i++)
		if (is_stream(run, &walk->entries[i]))
			run_submit_stream(run, &walk->entries[i]);
		else
			submit_file(run, &walk->entries[i]);
	while (run->written < run->submitted)
		run_finish_oldest(run);
}

static bool has_stream(const struct run *run, const struct walk *walk)
{
	for (size_t i = 0; i < walk->count; i++)
		if (is_stream(run, &walk->entries[i]))
			return true;
	return false;
}

static size_t count_jobs(const struct run *run, const struct walk *walk)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	size_t jobs = run->cli->jobs ? (size_t)run->cli->jobs : cores > 0 ? (size_t)cores : 1;
	size_t most = has_stream(run, walk) ? JOBS_MAXIMUM : walk->count ? walk->count : 1;
	if (jobs > most)
		jobs = most;
	return jobs > JOBS_MAXIMUM ? JOBS_MAXIMUM : jobs;
}

static void prepare_slots(struct run *run, size_t jobs)
{
	run->jobs = jobs;
	run->slot_count = jobs * (run->memory ? (size_t)LINT_TOGETHER : SLOTS_PER_JOB);
	run->way_most = WAY_BYTES + jobs * WAY_BYTES_PER_JOB;
	run->slots = ARENA_ARRAY(run->arena, struct slot, run->slot_count);
	pthread_mutex_init(&run->lock, NULL);
	pthread_cond_init(&run->work, NULL);
	pthread_condattr_t by_clock;
	pthread_condattr_init(&by_clock);
	pthread_condattr_setclock(&by_clock, CLOCK_MONOTONIC);
	pthread_cond_init(&run->done, &by_clock);
}

static void run_threads(struct run *run, const struct walk *walk)
{
	size_t jobs = count_jobs(run, walk);
	struct lint_memory memory = {0};
	run->memory = progress_next(&run->progress) || has_stream(run, walk) ? NULL : &memory;
	prepare_slots(run, jobs);
	pthread_t *threads = ARENA_ARRAY(run->arena, pthread_t, jobs);
	size_t wanted = run->memory ? jobs - 1 : jobs, started = 0;
	while (started < wanted && pthread_create(&threads[started], NULL, work, run) == 0)
		started++;
	if (started == 0)
		run->memory = &memory;
	lint_files(run, walk);
	pthread_mutex_lock(&run->lock);
	run->closing = true;
	pthread_cond_broadcast(&run->work);
	pthread_mutex_unlock(&run->lock);
	for (size_t i = 0; i < started; i++)
		pthread_join(threads[i], NULL);
	lint_memory_release(&memory);
	for (size_t i = 0; i < run->slot_count; i++)
		arena_release(&run->slots[i].result.arena);
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
	struct config_options options = cli->config;
	options.keeps_hidden = cli->filter.prune_baseline;
	run->config = config_new(&options, run->data, run->arena, error);
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
		run_fail(&run, NULL, error.text);
		return 2;
	}
	progress_init(&run.progress, wants_progress(cli));
	run_threads(&run, &walk);
	progress_yield(&run.progress, stderr);
	for (const char *sentence; (sentence = config_unknown_rule(run.config));)
		run_fail(&run, NULL, sentence);
	if (!filter_finish(run.filter, &error))
		run_fail(&run, NULL, error.text);
	outputs_close(&run.outputs, &run.summary);
	say_summary(&run);
	config_release(run.config);
	return status_of(&run);
}
