/* run_stream: a stream goes to the threads in pieces, as it is read; so do the next files, while its last pieces are linted. */
#include "run_state_p.h"

#include "input/encoding_p.h"
#include "input/stream_p.h"

/* May the options be used with a stream? */
static bool check_stream(const struct cli *cli, struct error *error)
{
	if (cli->fix || cli->unsafe_fixes || cli->diff)
		return error_set(error, "is a stream of records, in which nothing can be fixed; --fix and --diff are for files of one article");
	if (!encoding_is_utf8(cli->encoding))
		return error_set(error, "is a stream of records, which are UTF-8; " TRY_THROUGH("iconv -f %s -t UTF-8"), cli->encoding);
	return true;
}

/* Why a stream has no more pieces. */
static const char *broken_sentence(const struct batch_source *source, struct arena *arena)
{
	if (source->line == 1)
		return arena_format(arena, "%s; nothing of it was linted", source->error.text).data;
	return arena_format(arena, "%s; it was linted up to line %u", source->error.text, source->line - 1).data;
}

static void submit_batches(struct run *run, struct records *records, struct stream *stream)
{
	struct batch_source source;
	batch_source_init(&source, stream);
	for (bool begins = true; !source.ended; begins = false) {
		struct slot *slot = run_next_slot(run);
		struct arena *arena = &slot->result.arena;
		slot->records = records;
		slot->result.policy = records->policy;
		slot->result.input = (struct input){.path = records->path, .converted = records->is_packed};
		batch_fill(&source, &slot->batch, arena);
		slot->begins = begins;
		slot->ends = source.ended;
		if (source.ended && source.failed)
			slot->broken = broken_sentence(&source, arena);
		run_submit(run, slot, true);
	}
	batch_source_release(&source);
}

/* What cannot be read is done when its turn comes. */
static void submit_failed(struct run *run, const struct walk_entry *entry, const struct error *error, bool said)
{
	struct slot *slot = run_next_slot(run);
	slot->path = entry->path;
	slot->result.failed = true;
	slot->result.error = *error;
	slot->result.said = said;
	run_submit(run, slot, false);
}

void run_submit_stream(struct run *run, const struct walk_entry *entry)
{
	const char *path = run_shown_path(run, entry->path);
	struct records *records = ARENA_NEW(run->arena, struct records);
	struct arena arena;
	struct error error = {""};
	bool said = false;
	records->path = path;
	records->policy = config_policy(run->config, path, &error, &said);
	run_say_problems(run);
	arena_init(&arena);
	struct stream *stream = records->policy && check_stream(run->cli, &error) ? stream_open(entry->path, &arena, &error) : NULL;
	if (stream) {
		records->is_packed = stream_is_packed(stream);
		submit_batches(run, records, stream);
	} else {
		submit_failed(run, entry, &error, said);
	}
	stream_close(stream);
	arena_release(&arena);
}
