/* git: asked as a program, without a shell between, so that no name of a file or revision is ever read as a command. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "changed_p.h"
#include "file_p.h"
#include "path_p.h"

enum { ARGUMENTS_MAXIMUM = 32 };

/* What a hook's environment says of the repository that it runs for holds for no other. */
static void forget_repository(void)
{
	static const char *const names[] = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE",
		"GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unsetenv(names[i]);
}

/* In the child: never comes back. */
static _Noreturn void run_child(const char *const *arguments, bool is_own, int output, int complaints)
{
	int nothing = open("/dev/null", O_RDONLY);
	if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 || dup2(complaints, STDERR_FILENO) < 0)
		_exit(126);
	setenv("LC_ALL", "C", 1);
	setenv("GIT_OPTIONAL_LOCKS", "0", 1);
	unsetenv("GIT_EXTERNAL_DIFF");
	if (!is_own)
		forget_repository();
	execvp("git", (char *const *)arguments);
	_exit(127);
}

/* The first line that git complained with. */
static const char *first_complaint(FILE *complaints, struct arena *arena)
{
	char line[512];
	rewind(complaints);
	if (!fgets(line, sizeof line, complaints))
		return "git failed";
	line[strcspn(line, "\n")] = 0;
	return arena_strdup(arena, line);
}

static bool wait_for(pid_t child, int *status)
{
	while (waitpid(child, status, 0) < 0)
		if (errno != EINTR)
			return false;
	return true;
}

static bool run(const char *const *arguments, bool is_own, FILE *complaints, struct str *output, struct arena *arena, struct error *error)
{
	int pipe_ends[2], status;
	if (pipe2(pipe_ends, O_CLOEXEC) != 0)
		return error_set(error, "cannot run git: %s", strerror(errno));
	fflush(NULL);
	pid_t child = fork();
	if (child == 0)
		run_child(arguments, is_own, pipe_ends[1], fileno(complaints));
	close(pipe_ends[1]);
	bool done = child > 0 && file_read_descriptor(pipe_ends[0], FILE_NO_LIMIT, output, arena);
	int why = errno;
	close(pipe_ends[0]);
	if (child < 0 || !wait_for(child, &status) || !done)
		return error_set(error, "cannot run git: %s", strerror(why));
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
		return error_set(error, "cannot run git: is it installed?");
	return error_set(error, "git: %s", first_complaint(complaints, arena));
}

bool git_run(const char *folder, const char *const *arguments, struct str *output, struct arena *arena, struct error *error)
{
	const char *all[ARGUMENTS_MAXIMUM] = {"git", "-C", folder};
	size_t count = 3;
	while (*arguments && count + 1 < ARGUMENTS_MAXIMUM)
		all[count++] = *arguments++;
	FILE *complaints = tmpfile();
	if (!complaints)
		return error_set(error, "cannot run git: %s", strerror(errno));
	const char *own = git_top(path_absolute(".", arena), arena);
	bool done = run(all, own && !strcmp(own, folder), complaints, output, arena, error);
	fclose(complaints);
	return done;
}

const char *git_top(const char *folder, struct arena *arena)
{
	for (;; folder = path_folder(folder, arena).data) {
		if (access(path_join(folder, ".git", arena), F_OK) == 0)
			return arena_strdup(arena, folder);
		if (!strcmp(folder, "/"))
			return NULL;
	}
}
