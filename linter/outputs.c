/* outputs: the writers of a run. A report is written as it comes; whoever reads it meanwhile sees a part. */
#include "outputs_p.h"

#include <errno.h>
#include <sys/stat.h>

/* Do two of them write one file? Terminals and pipes may be shared. */
static bool is_shared(const struct outputs *outputs, const struct output *output)
{
	struct stat own, other;
	if (fstat(fileno(output->file), &own) != 0 || !S_ISREG(own.st_mode))
		return false;
	for (size_t i = 0; i < outputs->count; i++)
		if (fstat(fileno(outputs->items[i].file), &other) == 0 && own.st_dev == other.st_dev && own.st_ino == other.st_ino)
			return true;
	return false;
}

/* Colours and links where they are wanted on this file, and lines as wide as its terminal. */
static struct writer_options options_for(const struct cli *cli, const struct output *output)
{
	struct writer_options options = cli->writer;
	options.color = terminal_has_color(cli->color, output->file);
	options.hyperlinks = terminal_has_links(cli->hyperlinks, output->file);
	options.cells = terminal_cells(output->file);
	return options;
}

bool outputs_open(struct outputs *outputs, const struct cli *cli, struct arena *arena, struct error *error)
{
	outputs->items = ARENA_ARRAY(arena, struct output, cli->output_count);
	for (size_t i = 0; i < cli->output_count; i++) {
		struct output *output = &outputs->items[outputs->count];
		if (cli->diff && !cli->outputs[i].path)
			continue;
		output->writer = cli->outputs[i].writer;
		output->path = cli->outputs[i].path;
		output->file = output->path ? fopen(output->path, "w") : stdout;
		if (!output->file)
			return error_set(error, "%s: cannot write: %s", output->path, strerror(errno));
		if (is_shared(outputs, output))
			return error_set(error, "%s: two formats cannot be written to one file", output->path ? output->path : "standard output");
		if (cli->writer.statistics && !output->path)
			output->writer = output->writer->counting;
		struct writer_options options = options_for(cli, output);
		output->state = output->writer->begin(output->file, &options, arena);
		outputs->count++;
	}
	return true;
}

void outputs_finding(struct outputs *outputs, const struct diagnostic *diagnostic, struct arena *scratch)
{
	for (size_t i = 0; i < outputs->count; i++)
		outputs->items[i].writer->finding(outputs->items[i].state, diagnostic, scratch);
}

void outputs_failure(struct outputs *outputs, const char *path, const char *sentence)
{
	for (size_t i = 0; i < outputs->count; i++)
		if (outputs->items[i].writer->failure)
			outputs->items[i].writer->failure(outputs->items[i].state, path, sentence);
}

void outputs_close(struct outputs *outputs, struct writer_summary *summary)
{
	for (size_t i = 0; i < outputs->count; i++) {
		struct output *output = &outputs->items[i];
		if (output->writer->end)
			output->writer->end(output->state, summary);
		bool broken = fflush(output->file) != 0 || ferror(output->file);
		if (output->path && fclose(output->file) != 0)
			broken = true;
		if (broken) {
			fputs("kanlint: ", stderr);
			write_escaped(stderr, str_from(output->path ? output->path : "standard output"));
			fputs(": cannot write the findings\n", stderr);
			summary->failures++;
		}
	}
}
