/*
 * pull: diagnostics that the client asks for. workspace/diagnostic is every file of its folders, in parts where the client takes them. What it has
 * already and what has not changed is not linted again; what it has and what is gone gets an empty report.
 */
#include "server_p.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "../input/walk_p.h"
#include "../path_p.h"

enum { PART_FILES = 100 };

/* What the client has of a file. */
struct previous {
	const char *uri, *result_id;
	bool seen;
};

struct pull {
	struct server *server;
	const cJSON *work_token, *part_token; /* NULL: the client takes no progress, no parts */
	cJSON *items;                         /* not sent yet */
	struct previous *previous;            /* sorted by uri */
	size_t previous_count;
	struct arena arena, scratch;
};

static int compare_previous(const void *a, const void *b)
{
	return strcmp(((const struct previous *)a)->uri, ((const struct previous *)b)->uri);
}

static void read_previous(struct pull *pull, const cJSON *all)
{
	const cJSON *item;
	size_t capacity = 0;
	cJSON_ArrayForEach(item, all)
	{
		struct previous one = {member_text(item, "uri"), member_text(item, "value"), false};
		if (one.uri && one.result_id)
			ARENA_PUSH(&pull->arena, pull->previous, pull->previous_count, capacity, one);
	}
	if (pull->previous_count)
		qsort(pull->previous, pull->previous_count, sizeof *pull->previous, compare_previous);
}

/* Marks it as seen. */
static const char *previous_id(struct pull *pull, const char *uri)
{
	struct previous key = {.uri = uri};
	struct previous *found = pull->previous_count ? bsearch(&key, pull->previous, pull->previous_count, sizeof key, compare_previous) : NULL;
	if (!found)
		return NULL;
	found->seen = true;
	return found->result_id;
}

static void progress(struct server *server, const cJSON *token, cJSON *value)
{
	cJSON *params = cJSON_CreateObject();
	cJSON_AddItemToObject(params, "token", cJSON_Duplicate(token, false));
	cJSON_AddItemToObject(params, "value", value);
	notify(server, "$/progress", params);
}

static void work_progress(struct pull *pull, const char *kind, size_t done, size_t all)
{
	if (!pull->work_token)
		return;
	cJSON *value = cJSON_CreateObject();
	cJSON_AddStringToObject(value, "kind", kind);
	if (strcmp(kind, "begin") == 0) {
		cJSON_AddStringToObject(value, "title", "kanlint");
		cJSON_AddBoolToObject(value, "cancellable", true);
	}
	if (strcmp(kind, "end") != 0)
		cJSON_AddNumberToObject(value, "percentage", all ? (double)(100 * done / all) : 0);
	progress(pull->server, pull->work_token, value);
}

static void send_part(struct pull *pull)
{
	if (!pull->part_token || cJSON_GetArraySize(pull->items) == 0)
		return;
	cJSON *value = cJSON_CreateObject();
	cJSON_AddItemToObject(value, "items", pull->items);
	progress(pull->server, pull->part_token, value);
	pull->items = cJSON_CreateArray();
}

static struct document *open_document(struct server *server, const char *uri)
{
	struct document *document = server->documents;
	while (document && strcmp(document->uri, uri) != 0)
		document = document->next;
	return document;
}

/* A file as it is on the disk; NULL with a sentence where it cannot be read. A pipe would not answer, a device never end. */
static struct document *read_closed(const char *uri, const char *path, struct arena *arena, struct error *error)
{
	struct input input;
	struct stat status;
	if (stat(path, &status) == 0 && !S_ISREG(status.st_mode)) {
		error_set(error, "it is no file");
		return NULL;
	}
	return input_read(&input, path, path, NULL, arena, error) ? document_new(uri, path, input.text) : NULL;
}

/* The report of a file, from its editor where it is open. What cannot be read is shown. */
static void report_file(struct pull *pull, const struct walk_entry *entry)
{
	struct error error;
	const char *path = path_absolute(entry->path, &pull->scratch), *uri = document_uri(path, &pull->scratch);
	struct document *document = open_document(pull->server, uri), *closed = NULL;
	if (!document && reader_is_stream(entry->path)) /* a corpus, which nobody reads in an editor */
		return;
	if (entry->error)
		error_set(&error, "%s", entry->error);
	else if (!document)
		document = closed = read_closed(uri, path, &pull->scratch, &error);
	if (!document) {
		workspace_say(pull->server, arena_format(&pull->scratch, "%s: %s", entry->path, error.text).data);
		return;
	}
	cJSON *report = full_report(pull->server, document, previous_id(pull, uri));
	cJSON_AddStringToObject(report, "uri", uri);
	cJSON_AddItemToObject(report, "version", document->open ? cJSON_CreateNumber((double)document->version) : cJSON_CreateNull());
	cJSON_AddItemToArray(pull->items, report);
	if (closed)
		document_free(closed);
}

static void report_gone(struct pull *pull)
{
	for (size_t i = 0; i < pull->previous_count; i++)
		if (!pull->previous[i].seen) {
			cJSON *report = cJSON_CreateObject();
			cJSON_AddStringToObject(report, "kind", "full");
			cJSON_AddStringToObject(report, "uri", pull->previous[i].uri);
			cJSON_AddNullToObject(report, "version");
			cJSON_AddArrayToObject(report, "items");
			cJSON_AddItemToArray(pull->items, report);
		}
}

/* File by file; between two of them the client may cancel: false. */
static bool report_folders(struct pull *pull, const cJSON *id)
{
	struct server *server = pull->server;
	struct walk walk = {0};
	bool cancelled = false;
	if (workspace_config(server) && server->root_count)
		walk = walk_paths(server->roots, server->root_count, server->config, true, NULL, &pull->arena);
	work_progress(pull, "begin", 0, walk.count);
	for (size_t i = 0; i < walk.count && !cancelled; i++) {
		report_file(pull, &walk.entries[i]);
		arena_clear(&pull->scratch);
		if (i % PART_FILES == PART_FILES - 1)
			send_part(pull);
		if (100 * i / walk.count != 100 * (i + 1) / walk.count)
			work_progress(pull, "report", i + 1, walk.count);
		cancelled = server_cancelled(server, id);
	}
	if (!cancelled)
		report_gone(pull);
	send_part(pull);
	work_progress(pull, "end", walk.count, walk.count);
	return !cancelled;
}

static const cJSON *token_in(const cJSON *params, const char *name)
{
	const cJSON *token = member(params, name);
	return cJSON_IsString(token) || cJSON_IsNumber(token) ? token : NULL;
}

/* Clients ask of documents, too, that are shown and not loaded yet, or just closed: those are what the disk holds. */
void document_diagnostic(struct server *server, const cJSON *id, const cJSON *params)
{
	const char *uri = member_text(params, "textDocument.uri"), *previous = member_text(params, "previousResultId");
	struct arena arena;
	struct error error;
	if (!uri) {
		respond_error(server, id, INVALID_PARAMS, "“textDocument.uri” must be a string");
		return;
	}
	arena_init(&arena);
	struct document *document = open_document(server, uri), *closed = NULL;
	if (!document && strncmp(uri, "file://", strlen("file://")) == 0)
		document = closed = read_closed(uri, document_path(uri, NULL, ".", &arena), &arena, &error);
	respond(server, id, document ? full_report(server, document, previous) : cJSON_Parse("{\"kind\":\"full\",\"items\":[]}"));
	if (closed)
		document_free(closed);
	arena_release(&arena);
}

void workspace_diagnostic(struct server *server, const cJSON *id, const cJSON *params)
{
	struct pull pull = {
		.server = server,
		.work_token = token_in(params, "workDoneToken"),
		.part_token = token_in(params, "partialResultToken"),
		.items = cJSON_CreateArray(),
	};
	arena_init(&pull.arena);
	arena_init(&pull.scratch);
	read_previous(&pull, member(params, "previousResultIds"));
	if (report_folders(&pull, id)) {
		cJSON *result = cJSON_CreateObject();
		cJSON_AddItemToObject(result, "items", pull.items);
		respond(server, id, result);
	} else {
		cJSON_Delete(pull.items);
		respond_error(server, id, REQUEST_CANCELLED, "cancelled");
	}
	arena_release(&pull.arena);
	arena_release(&pull.scratch);
}
