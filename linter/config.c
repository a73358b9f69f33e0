/* config: which config file holds for a path, and the policy that comes of it, kept for the next path. */
#include "config_p.h"

#include <errno.h>
#include <unistd.h>

#include "path_p.h"
#include "policy_p.h"
#include "rule_set_p.h"
#include "yaml_walk_p.h"

#define CONFIG_NAME ".kanlint.yaml"

/* A folder as it stands in a path, remembered so that its other files need no system call. */
struct folder {
	const char *absolute;
	struct config_file *file;
};

const struct profile *profile_find(const char *name)
{
	for (const struct profile *profile = profiles; profile->name; profile++)
		if (!strcmp(profile->name, name))
			return profile;
	return NULL;
}

const struct profile *policy_profile(const struct config_file *file)
{
	while (file->parent)
		file = file->parent;
	return file->profile;
}

/* What holds where there is no file: the profile alone. */
static struct config_file *bare_file(struct config *config, struct error *error)
{
	const struct profile *profile = config->options.profile ? profile_find(config->options.profile) : &profiles[0];
	struct config_file *file = ARENA_NEW(config->arena, struct config_file);
	*file = (struct config_file){.folder = "/", .variant = -1, .fail_on = -1, .confidence = -1};
	file->parent = config_file_profile(config, profile, error);
	return file->parent ? file : NULL;
}

struct config *config_new_for(
	const struct check *const *checks, const struct config_options *options, const struct data *data, struct arena *arena, struct error *error)
{
	struct config *config = ARENA_NEW(arena, struct config);
	config->arena = arena;
	config->data = data;
	config->options = *options;
	config->list = check_list_make(checks, arena);
	config->other_table = checks != checks_table;
	config->prepared = ARENA_ARRAY(arena, struct prepared *, config->list.count);
	if (options->profile && !profile_find(options->profile)) {
		error_set(error, "--profile: unknown profile “%s”%s", options->profile, hint(options->profile, profile_names, arena));
		return NULL;
	}
	if (!selection_check(config, error))
		return NULL;
	config->bare = bare_file(config, error);
	if (!config->bare)
		return NULL;
	if (options->config && !options->no_config) {
		config->given = config_file_read(config, options->config, path_absolute(".", arena), error);
		return config->given ? config : NULL;
	}
	if (options->no_config)
		config->given = config->bare;
	return config;
}

struct config *config_new(const struct config_options *options, const struct data *data, struct arena *arena, struct error *error)
{
	return config_new_for(options->checks ? options->checks : checks_table, options, data, arena, error);
}

static struct config_file *load(struct config *config, const char *path, const char *folder)
{
	struct error error = {""};
	struct config_file *file = config_file_read(config, path_shown(path, config->arena), folder, &error);
	if (file)
		return file;
	file = ARENA_NEW(config->arena, struct config_file);
	*file = (struct config_file){.path = path_shown(path, config->arena), .folder = folder, .broken = true, .error = error};
	return file;
}

/* The file that holds in an absolute folder. Remembers the answer for all folders on the way up. */
static struct config_file *file_of_folder(struct config *config, const char *folder)
{
	struct arena *arena = config->arena;
	struct config_file *file = NULL;
	const char *at = folder;
	for (;;) {
		void **known = map_find(&config->files, str_from(at));
		if (known) {
			file = *known;
			break;
		}
		const char *path = path_join(at, CONFIG_NAME, arena);
		if (access(path, F_OK) == 0 || (errno != ENOENT && errno != ENOTDIR)) {
			file = load(config, path, at);
			break;
		}
		if (!strcmp(at, "/"))
			break;
		at = path_folder(at, arena).data;
	}
	file = file ? file : config->bare;
	for (const char *done = folder;; done = path_folder(done, arena).data) {
		*map_put(&config->files, str_from(done), arena) = file;
		if (!strcmp(done, at))
			return file;
	}
}

static const struct folder *folder_of(struct config *config, const char *path)
{
	const char *slash = strrchr(path, '/');
	struct str name = slash ? (struct str){path, (size_t)(slash - path) + 1} : STR("./");
	void **known = map_find(&config->folders, name);
	if (known)
		return *known;
	struct folder *folder = ARENA_NEW(config->arena, struct folder);
	name = arena_copy(config->arena, name);
	folder->absolute = path_absolute(path_join(name.data, ".", config->arena), config->arena); /* of a link, its target */
	folder->file = config->given ? config->given : file_of_folder(config, folder->absolute);
	*map_put(&config->folders, name, config->arena) = folder;
	return folder;
}

/* A path from the folder of a config file. */
static const char *relative_path(const struct folder *folder, const char *path, const char *base, struct arena *scratch)
{
	return path_relative(path_join(folder->absolute, path_base(path), scratch), base, scratch);
}

static bool any_covers(const char **patterns, size_t count, const char *path, bool is_folder)
{
	for (size_t i = 0; i < count; i++)
		if (glob_covers(patterns[i], path, is_folder))
			return true;
	return false;
}

/* Writes 1 or 0 for each override of the chain, parents' first. Returns where to go on. */
static char *match_overrides(const struct config_file *file, const struct folder *folder, const char *path, char *key, struct arena *scratch)
{
	if (file->parent)
		key = match_overrides(file->parent, folder, path, key, scratch);
	const char *relative = file->override_count ? relative_path(folder, path, file->folder, scratch) : NULL;
	for (size_t i = 0; i < file->override_count; i++)
		*key++ = any_covers(file->overrides[i].files, file->overrides[i].file_count, relative, false) ? '1' : '0';
	return key;
}

/* Writes 1 or 0 for each set of files of the rules. */
static void match_scopes(const struct rule_set *rules, const struct folder *folder, const char *path, char *key, struct arena *scratch)
{
	for (size_t i = 0; rules && i < rules->scope_count; i++) {
		const struct rule_scope *scope = &rules->scopes[i];
		key[i] = any_covers(scope->files, scope->count, relative_path(folder, path, scope->folder, scratch), false) ? '1' : '0';
	}
}

static size_t override_count(const struct config_file *file)
{
	return file->override_count + (file->parent ? override_count(file->parent) : 0);
}

static const struct policy *make_policy(struct config *config, struct config_file *file, const char *key, struct error *error)
{
	for (const struct cached_policy *old = file->policies; old; old = old->next)
		if (!strcmp(old->key, key))
			return old->policy;
	struct cached_policy *fresh = ARENA_NEW(config->arena, struct cached_policy);
	fresh->key = arena_strdup(config->arena, key);
	fresh->policy = policy_make(config, file, key, error);
	if (!fresh->policy)
		return NULL;
	fresh->next = file->policies;
	file->policies = fresh;
	return fresh->policy;
}

const struct policy *config_policy(struct config *config, const char *path, struct error *error, bool *said)
{
	const struct folder *folder = folder_of(config, path);
	struct config_file *file = folder->file;
	*said = false;
	if (!file->broken) {
		struct arena scratch;
		arena_init(&scratch);
		const struct rule_set *rules = config_rules(config, file);
		char *key = ARENA_ARRAY(&scratch, char, override_count(file) + (rules ? rules->scope_count : 0) + 1);
		match_scopes(rules, folder, path, match_overrides(file, folder, path, key, &scratch), &scratch);
		const struct policy *policy = make_policy(config, file, key, &file->error);
		arena_release(&scratch);
		if (policy)
			return policy;
		file->broken = true;
	}
	*error = file->error;
	*said = file->said;
	file->said = true;
	return NULL;
}

bool config_excludes(struct config *config, const char *path, bool is_folder)
{
	const struct folder *folder = folder_of(config, path);
	struct arena scratch;
	bool excluded = false;
	arena_init(&scratch);
	for (const struct config_file *file = folder->file; file && !excluded; file = file->parent)
		if (file->exclude_count)
			excluded = any_covers(file->exclude, file->exclude_count, relative_path(folder, path, file->folder, &scratch), is_folder);
	arena_release(&scratch);
	return excluded;
}

const struct config_file *config_file_for(struct config *config, const char *path)
{
	return folder_of(config, path)->file;
}

const char *config_absolute(struct config *config, const char *path, struct arena *arena)
{
	return path_join(folder_of(config, path)->absolute, path_base(path), arena);
}

void config_add_problem(struct config *config, const char *sentence)
{
	if (map_find(&config->problems_seen, str_from(sentence)))
		return;
	sentence = arena_strdup(config->arena, sentence);
	*map_put(&config->problems_seen, str_from(sentence), config->arena) = (void *)sentence;
	ARENA_PUSH(config->arena, config->problems, config->problem_count, config->problem_capacity, sentence);
}

const char *config_problem(struct config *config)
{
	return config->problems_said < config->problem_count ? config->problems[config->problems_said++] : NULL;
}

const char *config_unknown_rule(struct config *config)
{
	for (struct waiting_name *waiting = config->problem_count ? NULL : config->waiting; waiting; waiting = waiting->next)
		if (!waiting->known) {
			waiting->known = true;
			return waiting->sentence
				       ? waiting->sentence
				       : arena_format(config->arena, "%sno configuration has a rule “%s”", waiting->prefix, waiting->name).data;
		}
	return NULL;
}

bool config_narrowed(const struct config *config)
{
	return config->options.select || config->options.ignore || config->options.profile;
}

const struct check_list *config_checks(const struct config *config)
{
	return &config->list;
}
