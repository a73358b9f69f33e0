/* workspace: the client's folders, the configuration that holds in them, and linting by it. */
#include "server_p.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "../language_p.h"
#include "../lint_p.h"
#include "../path_p.h"

static void add_root(struct server *server, const char *uri)
{
	struct arena arena;
	arena_init(&arena);
	const char *path = path_absolute(document_path(uri, NULL, ".", &arena), &arena);
	server->roots = realloc(server->roots, (server->root_count + 1) * sizeof *server->roots);
	char *copy = strdup(path);
	if (!server->roots || !copy)
		BUG("no more memory for folders");
	server->roots[server->root_count++] = copy;
	arena_release(&arena);
}

static void remove_root(struct server *server, const char *uri)
{
	struct arena arena;
	arena_init(&arena);
	const char *path = path_absolute(document_path(uri, NULL, ".", &arena), &arena);
	for (size_t i = 0; i < server->root_count; i++)
		if (strcmp(server->roots[i], path) == 0) {
			free(server->roots[i]);
			server->roots[i--] = server->roots[--server->root_count];
		}
	arena_release(&arena);
}

void workspace_set_roots(struct server *server, const cJSON *params)
{
	const cJSON *folder, *folders = member(params, "workspaceFolders");
	const char *uri = member_text(params, "rootUri");
	cJSON_ArrayForEach(folder, folders) if (member_text(folder, "uri")) add_root(server, member_text(folder, "uri"));
	if (!cJSON_IsArray(folders) && uri)
		add_root(server, uri);
}

void workspace_change_roots(struct server *server, const cJSON *params)
{
	const cJSON *folder;
	cJSON_ArrayForEach(folder, member(params, "event.removed")) if (member_text(folder, "uri")) remove_root(server, member_text(folder, "uri"));
	cJSON_ArrayForEach(folder, member(params, "event.added")) if (member_text(folder, "uri")) add_root(server, member_text(folder, "uri"));
}

bool is_configuration(const char *path)
{
	size_t size = strlen(path);
	static const char *const endings[] = {".yaml", ".yml", ".tsv"};
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (size > strlen(endings[i]) && strcmp(path + size - strlen(endings[i]), endings[i]) == 0)
			return true;
	return false;
}

void workspace_reload(struct server *server)
{
	config_release(server->config);
	server->config = NULL;
	server->said_count = 0;
	server->generation++;
	for (struct document *document = server->documents; document; document = document->next)
		document->dirty = document->unpublished = true;
	if (server->client.pulls_diagnostics && server->client.refreshes_diagnostics)
		request(server, "workspace/diagnostic/refresh", NULL);
}

void workspace_say(struct server *server, const char *sentence)
{
	uint64_t hash = XXH3_64bits(sentence, strlen(sentence));
	for (size_t i = 0; i < server->said_count && i < SAID_MAXIMUM; i++)
		if (server->said[i] == hash)
			return;
	server->said[server->said_count++ % SAID_MAXIMUM] = hash;
	cJSON *params = cJSON_CreateObject();
	cJSON_AddNumberToObject(params, "type", 1);
	cJSON_AddStringToObject(params, "message", sentence);
	notify(server, "window/showMessage", params);
}

/* Of the files beside and above PATH that settle what holds for it. */
static uint64_t stamp_of(const char *path)
{
	static const char *const names[] = {".kanlint.yaml", "kanlint-ignore.yaml"};
	char file[PATH_MAX];
	uint64_t stamp = 1;
	for (const char *end = strrchr(path, '/'); end; end = memrchr(path, '/', (size_t)(end - path)))
		for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
			struct stat status;
			int size = snprintf(file, sizeof file, "%.*s%s", (int)(end + 1 - path), path, names[i]);
			if (size > 0 && (size_t)size < sizeof file && stat(file, &status) == 0) {
				int64_t facts[] = {
					(int64_t)status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size, (int64_t)status.st_ino, end - path};
				stamp = XXH3_64bits_withSeed(facts, sizeof facts, stamp);
			}
		}
	return stamp ? stamp : 1;
}

void workspace_notice(struct server *server)
{
	bool changed = false;
	if (server->client.registers_watching)
		return;
	for (struct document *document = server->documents; document; document = document->next) {
		uint64_t stamp = stamp_of(document->path);
		changed |= document->stamp && document->stamp != stamp;
		document->stamp = stamp;
	}
	if (changed)
		workspace_reload(server);
}

/* Policies live in the arena of the configuration: results made with the old one go with it. */
static void drop_result(struct document *document)
{
	if (document->result)
		arena_release(&document->result->arena);
	free(document->result);
	document->result = NULL;
}

bool workspace_config(struct server *server)
{
	struct error error;
	if (server->config)
		return true;
	for (struct document *document = server->documents; document; document = document->next)
		drop_result(document);
	arena_clear(&server->config_arena);
	server->config = config_new(server->options, server->data, &server->config_arena, &error);
	server->filter = server->config ? filter_new(&(struct filter_options){0}, server->config, &server->config_arena, &error) : NULL;
	if (!server->filter) {
		config_release(server->config);
		server->config = NULL;
		workspace_say(server, error.text);
	}
	return server->filter != NULL;
}

bool workspace_lint(struct server *server, struct document *document)
{
	bool said;
	if (!workspace_config(server))
		return false;
	if (!document->dirty && document->result)
		return true;
	drop_result(document);
	document->dirty = false;
	struct result *result = calloc(1, sizeof *result);
	if (!result)
		BUG("no more memory for a result");
	arena_init(&result->arena);
	result->input = (struct input){.path = document->path, .is_standard = true, .bytes = document->text, .text = document->text};
	document->result = result;
	if (config_excludes(server->config, document->path, false))
		return true;
	result->policy = config_policy(server->config, document->path, &result->error, &said);
	result->failed = !result->policy;
	for (const char *sentence; (sentence = config_problem(server->config));)
		workspace_say(server, sentence);
	if (!result->failed)
		lint_input(result, server->data);
	if (!result->failed)
		filter_apply(server->filter, result);
	for (size_t i = 0; i < result->stopped.count; i++)
		workspace_say(server, rule_stop_sentence(&result->stopped.items[i], document->path, &result->arena));
	if (result->failed) {
		result->count = 0;
		workspace_say(server, result->error.text);
	}
	return true;
}
