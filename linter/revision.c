/* revision: the commit that --new-from compares with. */
#include "changed_p.h"
#include "path_p.h"

/* The first line of what git says; false if it ends with another status than 0, whatever the reason. */
static bool ask(const char *top, const char *const *arguments, const char **answer, struct arena *arena)
{
	struct str output;
	struct error ignored;
	if (!git_run(top, arguments, &output, arena, &ignored))
		return false;
	*answer = arena_copy(arena, (struct str){output.data, strcspn(output.data, "\n")}).data;
	return true;
}

/* A name of nothing but zeros: what hooks and CI services give for “there was nothing before”. */
static bool is_nothing(const char *revision)
{
	size_t zeros = strspn(revision, "0");
	return !revision[zeros] && (zeros == 40 || zeros == 64);
}

/* HEAD where nothing was committed yet. */
static bool is_unborn(const char *top, const char *revision, struct arena *arena)
{
	static const char *const branch[] = {"symbolic-ref", "--quiet", "HEAD", NULL};
	static const char *const head[] = {"rev-parse", "--verify", "--quiet", "HEAD", NULL};
	const char *ignored;
	return (!strcmp(revision, "HEAD") || !strcmp(revision, "@")) && ask(top, branch, &ignored, arena) && !ask(top, head, &ignored, arena);
}

/* Says why there is no such revision; what is wrong may be git or the repository. */
static bool explain(const char *top, const char *revision, struct arena *arena, struct error *error)
{
	static const char *const probe[] = {"rev-parse", "--is-shallow-repository", NULL};
	struct error why;
	struct str output;
	if (!git_run(top, probe, &output, arena, &why))
		return error_set(error, "--new-from: %s", why.text);
	const char *dots = strstr(revision, "..");
	if (dots)
		return error_set(
			error, "--new-from: “%s” is a range; name one revision, as in --new-from=%.*s", revision, (int)(dots - revision), revision);
	return error_set(error, "--new-from: the git repository in %s has no revision “%s”%s", top, revision,
		str_begins(output, "true") ? "; the clone is shallow: fetch that revision, or the whole history (git fetch --unshallow)" : "");
}

bool revision_base(const char *top, const char *revision, const char **commit, struct arena *arena, struct error *error)
{
	const char *name = arena_format(arena, "%s^{commit}", revision).data;
	const char *const verify[] = {"rev-parse", "--verify", "--quiet", name, NULL};
	*commit = NULL;
	if (is_nothing(revision))
		return true;
	if (!*revision || *revision == '-' || strchr(revision, '\n') || !ask(top, verify, commit, arena))
		return is_unborn(top, revision, arena) || explain(top, revision, arena, error);
	const char *const branching[] = {"merge-base", *commit, "HEAD", NULL};
	ask(top, branching, commit, arena); /* no common history, or not in this clone: the revision itself */
	return true;
}

const char *revision_outer(const char *top, struct arena *arena)
{
	static const char *const arguments[] = {"rev-parse", "--show-superproject-working-tree", NULL};
	const char *outer;
	return ask(top, arguments, &outer, arena) && *outer ? outer : NULL;
}

bool revision_recorded(const char *outer, const char *base, const char *top, const char **commit, struct arena *arena, struct error *error)
{
	const char *name = path_relative(top, outer, arena), *entry;
	const char *const list[] = {"ls-tree", "-z", base, "--", name, NULL};
	*commit = NULL;
	if (!ask(outer, list, &entry, arena) || strncmp(entry, "160000 commit ", 14) != 0)
		return true; /* it was no submodule then */
	const char *hash = arena_copy(arena, (struct str){entry + 14, strcspn(entry + 14, "\t")}).data;
	const char *const verify[] = {"rev-parse", "--verify", "--quiet", arena_format(arena, "%s^{commit}", hash).data, NULL};
	return ask(top, verify, commit, arena) ||
	       error_set(error, "--new-from: the submodule %s lacks the commit %.12s that it was at; fetch it (git fetch --recurse-submodules)", name,
		       hash);
}
