/* progress: written in one go, past stdio, so that no half of it stands beside a message. */
#include "progress_p.h"

#include <unistd.h>

#include "file_p.h"
#include "language_p.h"
#include "output/writer_p.h"
#include "wrap_p.h"

enum { FIRST_MILLISECONDS = 1000, NEXT_MILLISECONDS = 100, LINE_MAXIMUM = 4096 };

static void set_next(struct progress *progress, long milliseconds)
{
	clock_gettime(CLOCK_MONOTONIC, &progress->next);
	progress->next.tv_sec += milliseconds / 1000;
	progress->next.tv_nsec += milliseconds % 1000 * 1000000;
	if (progress->next.tv_nsec >= 1000000000) {
		progress->next.tv_nsec -= 1000000000;
		progress->next.tv_sec++;
	}
}

static bool is_time(const struct progress *progress)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec > progress->next.tv_sec || (now.tv_sec == progress->next.tv_sec && now.tv_nsec >= progress->next.tv_nsec);
}

void progress_init(struct progress *progress, bool wanted)
{
	*progress = (struct progress){.on = wanted && terminal_can_erase(stderr)};
	set_next(progress, FIRST_MILLISECONDS);
}

/* The line in TEXT; returns its bytes. */
static size_t make_line(char text[LINE_MAXIMUM], size_t done, size_t all, size_t findings, const char *path)
{
	char name[LINE_MAXIMUM] = "", count[LINE_MAXIMUM];
	unsigned cells = terminal_text_cells(stderr) - 1;
	int ambiguous = terminal_ambiguous_width();
	FILE *escaped = fmemopen(name, sizeof name, "w"), *out = fmemopen(text, LINE_MAXIMUM, "w");
	if (!escaped || !out)
		BUG("no memory for a line");
	write_escaped(escaped, str_from(path));
	fclose(escaped);
	snprintf(count, sizeof count, translate(N_("kanlint: %zu of %zu files, %zu findings: ")), done, all, findings);
	unsigned taken = wrap_cells(str_from(count), ambiguous);
	fprintf(out, "\r\033[K%s", count);
	write_end(out, str_from(name), cells > taken ? cells - taken : 0, ambiguous);
	long size = ftell(out);
	fclose(out);
	return size > 0 && size < LINE_MAXIMUM ? (size_t)size : 0;
}

void progress_show(struct progress *progress, size_t done, size_t all, size_t findings, const char *path)
{
	char line[LINE_MAXIMUM];
	if (!progress->on || !is_time(progress))
		return;
	file_write_descriptor(STDERR_FILENO, (struct str){line, make_line(line, done, all, findings, path)});
	progress->shown = true;
	set_next(progress, NEXT_MILLISECONDS);
}

const struct timespec *progress_next(const struct progress *progress)
{
	return progress->on ? &progress->next : NULL;
}

void progress_yield(struct progress *progress, FILE *out)
{
	if (!progress->shown || !isatty(fileno(out)))
		return;
	file_write_descriptor(STDERR_FILENO, STR("\r\033[K"));
	progress->shown = false;
}
