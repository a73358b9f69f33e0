/* workspace: the client's folders, the configuration that holds in them, and linting by it. */
#include "server_p.h"

#include <stdlib.h>

#include "../input/walk_p.h"
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
	server->said[0] = 0;
	server->generation++;
	for (struct document *document = server->documents; document; document = document->next)
		document->dirty = document->unpublished = true;
	if (server->client.pulls_diagnostics && server->client.refreshes_diagnostics)
		request(server, "workspace/diagnostic/refresh", NULL);
}

/* An error of the configuration is shown, once until it changes. */
static void say(struct server *server, const char *sentence)
{
	if (strcmp(server->said, sentence) == 0)
		return;
	snprintf(server->said, sizeof server->said, "%s", sentence);
	cJSON *params = cJSON_CreateObject();
	cJSON_AddNumberToObject(params, "type", 1);
	cJSON_AddStringToObject(params, "message", sentence);
	notify(server, "window/showMessage", params);
}

/* Policies live in the arena of the configuration: results made with the old one go with it. */
static void drop_result(struct document *document)
{
	if (document->result)
		arena_release(&document->result->arena);
	free(document->result);
	document->result = NULL;
}

static bool make_config(struct server *server)
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
		say(server, error.text);
	}
	return server->filter != NULL;
}

bool workspace_lint(struct server *server, struct document *document)
{
	bool said;
	if (!make_config(server))
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
		say(server, sentence);
	if (!result->failed)
		lint_input(result, server->data);
	if (!result->failed)
		filter_apply(server->filter, result);
	for (size_t i = 0; i < result->stopped.count; i++)
		say(server, rule_stop_sentence(&result->stopped.items[i], document->path, &result->arena));
	if (result->failed) {
		result->count = 0;
		say(server, result->error.text);
	}
	return true;
}

/* $/progress of a request that has a token. */
static void progress(struct server *server, const cJSON *token, const char *kind, size_t done, size_t all)
{
	if (!token)
		return;
	cJSON *params = cJSON_CreateObject(), *value = cJSON_AddObjectToObject(params, "value");
	cJSON_AddItemToObject(params, "token", cJSON_Duplicate(token, false));
	cJSON_AddStringToObject(value, "kind", kind);
	if (strcmp(kind, "begin") == 0)
		cJSON_AddStringToObject(value, "title", "kanlint");
	if (strcmp(kind, "end") != 0)
		cJSON_AddNumberToObject(value, "percentage", all ? (double)(100 * done / all) : 0);
	if (strcmp(kind, "begin") == 0)
		cJSON_AddBoolToObject(value, "cancellable", true);
	notify(server, "$/progress", params);
}

static struct document *open_document(struct server *server, const char *uri)
{
	struct document *document = server->documents;
	while (document && strcmp(document->uri, uri) != 0)
		document = document->next;
	return document;
}

static const char *previous_id(const cJSON *params, const char *uri)
{
	const cJSON *item;
	cJSON_ArrayForEach(item, member(params, "previousResultIds")) if (member_text(item, "uri") && strcmp(member_text(item, "uri"), uri) ==
													      0) return member_text(item, "value");
	return NULL;
}

/* The report of a file, from its editor where it is open. What cannot be read is shown. */
static cJSON *report_file(struct server *server, const struct walk_entry *entry, const cJSON *params, struct arena *scratch)
{
	struct input input;
	struct error error;
	const char *path = path_absolute(entry->path, scratch), *uri = document_uri(path, scratch);
	struct document *document = open_document(server, uri), *closed = NULL;
	if (!document) {
		if (entry->error ? (error_set(&error, "%s", entry->error), true) : !input_read(&input, path, path, NULL, scratch, &error)) {
			say(server, arena_format(scratch, "%s: %s", entry->path, error.text).data);
			return NULL;
		}
		document = closed = document_new(uri, path, input.text);
	}
	cJSON *report = full_report(server, document, previous_id(params, uri));
	cJSON_AddStringToObject(report, "uri", uri);
	cJSON_AddItemToObject(report, "version", document->open ? cJSON_CreateNumber((double)document->version) : cJSON_CreateNull());
	if (closed)
		document_free(closed);
	return report;
}

/* All roots, file by file; between two of them the client may cancel. */
void workspace_diagnostic(struct server *server, const cJSON *id, const cJSON *params)
{
	const cJSON *token = member(params, "workDoneToken");
	struct arena arena, scratch;
	cJSON *result = cJSON_CreateObject(), *items = cJSON_AddArrayToObject(result, "items");
	arena_init(&arena);
	arena_init(&scratch);
	struct walk walk = {0};
	if (make_config(server) && server->root_count)
		walk = walk_paths(server->roots, server->root_count, server->config, true, NULL, &arena);
	bool cancelled = false;
	progress(server, token, "begin", 0, walk.count);
	for (size_t i = 0; i < walk.count && !cancelled; i++) {
		cJSON *report = report_file(server, &walk.entries[i], params, &scratch);
		if (report)
			cJSON_AddItemToArray(items, report);
		arena_clear(&scratch);
		if (100 * i / walk.count != 100 * (i + 1) / walk.count)
			progress(server, token, "report", i + 1, walk.count);
		cancelled = server_cancelled(server, id);
	}
	progress(server, token, "end", walk.count, walk.count);
	if (cancelled) {
		respond_error(server, id, REQUEST_CANCELLED, "cancelled");
		cJSON_Delete(result);
	} else {
		respond(server, id, result);
	}
	arena_release(&arena);
	arena_release(&scratch);
}
