/* changed: which lines of which files are new. */
#include "changed_p.h"

#include <unistd.h>

#include "file_p.h"
#include "path_p.h"

const struct changed_file changed_whole = {.whole = true};

struct repository {
	const char *top;
	const char *base;   /* the commit to compare with; NULL: there was none, all is new */
	struct map files;   /* absolute name -> struct changed_file */
	struct map tracked; /* absolute names */
	bool broken, said;
	struct error error;
};

struct changed {
	const char *revision;    /* NULL: from a diff */
	const char *own;         /* top of the repository that the user is in; NULL: none */
	struct map files;        /* of a diff: absolute name -> struct changed_file */
	struct map repositories; /* top folder -> struct repository */
	struct arena *arena;
};

/* Where the names of a patch count from. */
struct patch_base {
	const char *folder;
	const char *top; /* of the repository; NULL: none, or the same */
	struct map *files;
	struct arena *arena;
};

/*
 * Names of git's diffs count from the top of the repository, others from here: the one that is there decides. Neither may be: what is
 * staged need not be in the work tree.
 */
static const char *find_file(const struct patch_base *base, const char *name)
{
	const char *here = path_absolute(path_join(base->folder, name, base->arena), base->arena);
	if (!base->top || access(here, F_OK) == 0)
		return here;
	return path_absolute(path_join(base->top, name, base->arena), base->arena);
}

/* NAME has lost its a/ or b/; or that was a folder, and belongs to the name; or there is another prefix. The first that is there. */
static void add_file(const char *name, const char *full, struct changed_file *file, void *state)
{
	const struct patch_base *base = state;
	const char *slash = strchr(full, '/');
	const char *const names[] = {name, full, slash ? slash + 1 : full};
	const char *path = find_file(base, name);
	for (size_t i = 1; i < sizeof names / sizeof *names && access(path, F_OK) != 0; i++)
		if (access(find_file(base, names[i]), F_OK) == 0)
			path = find_file(base, names[i]);
	void **slot = map_put(base->files, str_from(path), base->arena);
	file->whole |= *slot != NULL; /* several patches in one diff: the lines of one are shifted by the others, none says which are new */
	*slot = file;
}

struct changed *changed_from_diff(const char *path, struct arena *arena, struct error *error)
{
	struct changed *changed = ARENA_NEW(arena, struct changed);
	changed->arena = arena;
	const char *here = path_absolute(".", arena), *top = git_top(here, arena);
	struct patch_base base = {here, top && strcmp(top, here) ? top : NULL, &changed->files, arena};
	struct str patch;
	if (!file_read(path, FILE_NO_LIMIT, &patch, arena, error))
		return NULL;
	return patch_read(patch, strcmp(path, "-") ? path : "standard input", arena, add_file, &base, error) ? changed : NULL;
}

/*
 * Names after a letter and a blank. Of files marked as unchanged (a small letter) or as not in the work tree (S) git does not look at the
 * text: what is new in them it cannot tell, and they are not known.
 */
static void add_tracked(struct repository *repository, struct str entries, struct arena *arena)
{
	for (size_t at = 0; at < entries.size;) {
		const char *entry = entries.data + at;
		at += strlen(entry) + 1;
		if (*entry >= 'A' && *entry <= 'Z' && *entry != 'S' && entry[1] == ' ')
			*map_put(&repository->tracked, str_from(path_join(repository->top, entry + 2, arena)), arena) = repository;
	}
}

static struct repository *repository_at(struct changed *changed, const char *top);

/*
 * What to compare with. The revision is one of the repository that the user is in; a submodule of it, or of another, is compared with
 * the commit that the outer repository had recorded.
 */
static bool find_base(struct changed *changed, struct repository *repository)
{
	struct arena *arena = changed->arena;
	struct error *error = &repository->error;
	bool is_own = changed->own && !strcmp(repository->top, changed->own);
	const char *outer_top = is_own ? NULL : revision_outer(repository->top, arena);
	if (!outer_top)
		return revision_base(repository->top, changed->revision, &repository->base, arena, error);
	const struct repository *outer = repository_at(changed, outer_top);
	if (outer->broken)
		*error = outer->error;
	return !outer->broken && (!outer->base || revision_recorded(outer->top, outer->base, repository->top, &repository->base, arena, error));
}

static bool ask_git(struct changed *changed, struct repository *repository)
{
	struct arena *arena = changed->arena;
	struct error *error = &repository->error;
	struct str output;
	if (!find_base(changed, repository))
		return false;
	if (!repository->base)
		return true;
	const char *const diff[] = {"diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--text",
		"--find-renames", "--ignore-submodules=all", "--submodule=short", "--src-prefix=a/", "--dst-prefix=b/", repository->base, "--", NULL};
	struct patch_base base = {repository->top, NULL, &repository->files, arena};
	if (!git_run(repository->top, diff, &output, arena, error) || !patch_read(output, "git diff", arena, add_file, &base, error))
		return false;
	const char *const list[] = {"ls-files", "-z", "-v", NULL};
	if (!git_run(repository->top, list, &output, arena, error))
		return false;
	add_tracked(repository, output, arena);
	return true;
}

static struct repository *repository_at(struct changed *changed, const char *top)
{
	void **known = map_find(&changed->repositories, str_from(top));
	if (known)
		return *known;
	struct repository *repository = ARENA_NEW(changed->arena, struct repository);
	repository->top = arena_strdup(changed->arena, top);
	*map_put(&changed->repositories, str_from(repository->top), changed->arena) = repository;
	repository->broken = !ask_git(changed, repository);
	return repository;
}

struct changed *changed_from_revision(const char *revision, struct arena *arena, struct error *error)
{
	struct changed *changed = ARENA_NEW(arena, struct changed);
	changed->revision = revision;
	changed->arena = arena;
	changed->own = git_top(path_absolute(".", arena), arena);
	const struct repository *repository = changed->own ? repository_at(changed, changed->own) : NULL;
	if (!repository || !repository->broken)
		return changed;
	*error = repository->error;
	return NULL;
}

bool changed_in(struct changed *changed, const char *path, const struct changed_file **file, struct arena *scratch, struct error *error, bool *said)
{
	const char *absolute = path_real(path, scratch); /* what a link leads to is what was read */
	const struct map *files = &changed->files;
	*file = NULL;
	if (changed->revision) {
		const char *top = git_top(path_folder(absolute, scratch).data, scratch);
		if (!top)
			return error_set(error, "--new-from: the file is in no git repository");
		struct repository *repository = repository_at(changed, top);
		if (repository->broken) {
			*error = repository->error;
			*said = repository->said;
			repository->said = true;
			return false;
		}
		files = &repository->files;
		if (!repository->base || !map_find(&repository->tracked, str_from(absolute)))
			*file = &changed_whole;
	}
	void **found = map_find(files, str_from(absolute));
	if (!found)
		found = map_find(files, str_from(path_absolute(path, scratch))); /* a diff may name the link */
	if (found && !*file)
		*file = *found;
	return true;
}

bool changed_touches(const struct changed_file *file, uint32_t first, uint32_t last)
{
	size_t low = 0, high = file->count;
	if (file->whole)
		return true;
	while (low < high) { /* the first range that does not end before FIRST */
		size_t middle = (low + high) / 2;
		if (file->ranges[middle].last < first)
			low = middle + 1;
		else
			high = middle;
	}
	return low < file->count && file->ranges[low].first <= last;
}
