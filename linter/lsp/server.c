/*
 * server: the life of a session, and which part answers what. One thread: while a document is linted messages wait in the queue, and of several
 * changes only the last text is linted.
 */
#include "server_p.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "../version_p.h"

const cJSON *member(const cJSON *object, const char *path)
{
	char name[64];
	while (object && *path) {
		size_t size = strcspn(path, ".");
		snprintf(name, sizeof name, "%.*s", (int)size, path);
		object = cJSON_GetObjectItemCaseSensitive(object, name);
		path += size + (path[size] == '.');
	}
	return object;
}

const char *member_text(const cJSON *object, const char *path)
{
	return cJSON_GetStringValue(member(object, path));
}

bool member_true(const cJSON *object, const char *path)
{
	return cJSON_IsTrue(member(object, path));
}

static void send(struct server *server, cJSON *message)
{
	cJSON_AddStringToObject(message, "jsonrpc", "2.0");
	char *text = cJSON_PrintUnformatted(message);
	if (!text)
		BUG("no more memory for a message");
	channel_write(&server->channel, str_from(text));
	cJSON_free(text);
	cJSON_Delete(message);
}

static cJSON *copy_id(const cJSON *id)
{
	return id ? cJSON_Duplicate(id, false) : cJSON_CreateNull();
}

void respond(struct server *server, const cJSON *id, cJSON *result)
{
	cJSON *message = cJSON_CreateObject();
	cJSON_AddItemToObject(message, "id", copy_id(id));
	cJSON_AddItemToObject(message, "result", result ? result : cJSON_CreateNull());
	send(server, message);
}

void respond_error(struct server *server, const cJSON *id, enum error_code code, const char *sentence)
{
	cJSON *message = cJSON_CreateObject(), *error = cJSON_CreateObject();
	cJSON_AddNumberToObject(error, "code", code);
	cJSON_AddStringToObject(error, "message", sentence);
	cJSON_AddItemToObject(message, "id", copy_id(id));
	cJSON_AddItemToObject(message, "error", error);
	send(server, message);
}

void notify(struct server *server, const char *method, cJSON *params)
{
	cJSON *message = cJSON_CreateObject();
	cJSON_AddStringToObject(message, "method", method);
	cJSON_AddItemToObject(message, "params", params);
	send(server, message);
}

void request(struct server *server, const char *method, cJSON *params)
{
	cJSON *message = cJSON_CreateObject();
	cJSON_AddNumberToObject(message, "id", (double)++server->next_request);
	cJSON_AddStringToObject(message, "method", method);
	if (params)
		cJSON_AddItemToObject(message, "params", params);
	send(server, message);
}

static enum position_encoding choose_encoding(const cJSON *params, const char **name)
{
	static const char *const names[] = {[POSITION_UTF16] = "utf-16", [POSITION_UTF8] = "utf-8", [POSITION_UTF32] = "utf-32"};
	const cJSON *offered = member(params, "capabilities.general.positionEncodings"), *item;
	cJSON_ArrayForEach(item, offered) /* the client's order is its preference */
		for (size_t i = 0; i < sizeof names / sizeof *names; i++) if (cJSON_IsString(item) && strcmp(item->valuestring, names[i]) == 0)
	{
		*name = names[i];
		return (enum position_encoding)i;
	}
	*name = names[POSITION_UTF16];
	return POSITION_UTF16;
}

/* A client of ours says in its initializationOptions whether it wants the findings of files that are not open. */
static cJSON *capabilities(const char *encoding, const cJSON *params)
{
	cJSON *all = cJSON_Parse("{\"textDocumentSync\":{\"openClose\":true,\"change\":2,\"save\":{\"includeText\":false}},"
				 "\"diagnosticProvider\":{\"identifier\":\"kanlint\",\"interFileDependencies\":false,\"workspaceDiagnostics\":true,"
				 "\"workDoneProgress\":true},"
				 "\"codeActionProvider\":{\"codeActionKinds\":[\"quickfix\",\"source.fixAll\",\"source.fixAll.kanlint\"]},"
				 "\"hoverProvider\":true,"
				 "\"workspace\":{\"workspaceFolders\":{\"supported\":true,\"changeNotifications\":true}}}");
	cJSON_AddStringToObject(all, "positionEncoding", encoding);
	if (cJSON_IsFalse(member(params, "initializationOptions.workspaceDiagnostics")))
		cJSON_ReplaceItemInObject(cJSON_GetObjectItem(all, "diagnosticProvider"), "workspaceDiagnostics", cJSON_CreateFalse());
	return all;
}

static void initialize(struct server *server, const cJSON *id, const cJSON *params)
{
	const char *encoding;
	if (server->initialized) {
		respond_error(server, id, INVALID_REQUEST, "the server is initialized already");
		return;
	}
	server->client = (struct client){
		.encoding = choose_encoding(params, &encoding),
		.pulls_diagnostics = cJSON_IsObject(member(params, "capabilities.textDocument.diagnostic")),
		.takes_related = member_true(params, "capabilities.textDocument.publishDiagnostics.relatedInformation") ||
				 member_true(params, "capabilities.textDocument.diagnostic.relatedInformation"),
		.takes_changes = member_true(params, "capabilities.workspace.workspaceEdit.documentChanges"),
		.registers_watching = member_true(params, "capabilities.workspace.didChangeWatchedFiles.dynamicRegistration"),
		.refreshes_diagnostics = member_true(params, "capabilities.workspace.diagnostics.refreshSupport"),
	};
	server->initialized = true;
	workspace_set_roots(server, params);
	cJSON *result = cJSON_CreateObject(), *info = cJSON_AddObjectToObject(result, "serverInfo");
	cJSON_AddItemToObject(result, "capabilities", capabilities(encoding, params));
	cJSON_AddStringToObject(info, "name", "kanlint");
	cJSON_AddStringToObject(info, "version", KANLINT_VERSION);
	respond(server, id, result);
}

/* Asks to be told when a file of the configuration changes: .kanlint.yaml, what it extends, kanlint-ignore.yaml, rules. */
static void initialized(struct server *server)
{
	if (server->client.registers_watching)
		request(server, "client/registerCapability",
			cJSON_Parse("{\"registrations\":[{\"id\":\"configuration\",\"method\":\"workspace/didChangeWatchedFiles\","
				    "\"registerOptions\":{\"watchers\":[{\"globPattern\":\"**/*.{yaml,yml,tsv}\"}]}}]}"));
}

static void did_change_watched_files(struct server *server, const cJSON *params)
{
	const cJSON *change;
	bool ours = false;
	cJSON_ArrayForEach(change, member(params, "changes"))
	{
		const char *uri = member_text(change, "uri");
		ours |= uri && is_configuration(uri);
	}
	if (ours)
		workspace_reload(server);
}

static void shut_down(struct server *server, const cJSON *id)
{
	server->shut_down = true;
	respond(server, id, NULL);
}

static bool handle_request(struct server *server, const char *method, const cJSON *id, const cJSON *params)
{
	static const struct {
		const char *method;
		void (*answer)(struct server *server, const cJSON *id, const cJSON *params);
	} answers[] = {
		{"initialize", initialize},
		{"textDocument/diagnostic", document_diagnostic},
		{"workspace/diagnostic", workspace_diagnostic},
		{"textDocument/codeAction", code_action},
		{"textDocument/hover", hover},
	};
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
		if (strcmp(answers[i].method, method) == 0) {
			answers[i].answer(server, id, params);
			return true;
		}
	if (strcmp(method, "shutdown") != 0)
		return false;
	shut_down(server, id);
	return true;
}

static void handle_notification(struct server *server, const char *method, const cJSON *params)
{
	static const struct {
		const char *method;
		void (*take)(struct server *server, const cJSON *params);
	} takers[] = {
		{"textDocument/didOpen", did_open},
		{"textDocument/didChange", did_change},
		{"textDocument/didSave", did_save},
		{"textDocument/didClose", did_close},
		{"workspace/didChangeWatchedFiles", did_change_watched_files},
		{"workspace/didChangeWorkspaceFolders", workspace_change_roots},
	};
	if (strcmp(method, "exit") == 0)
		server->exited = true;
	if (!server->initialized || server->shut_down)
		return; /* the protocol drops what comes too early */
	if (strcmp(method, "initialized") == 0)
		initialized(server);
	else if (strcmp(method, "workspace/didChangeConfiguration") == 0)
		workspace_reload(server);
	for (size_t i = 0; i < sizeof takers / sizeof *takers; i++)
		if (strcmp(takers[i].method, method) == 0)
			takers[i].take(server, params);
}

static bool is_response(const cJSON *message)
{
	return cJSON_IsObject(message) && !member(message, "method") && (member(message, "result") || member(message, "error"));
}

static void handle(struct server *server, const cJSON *message)
{
	const cJSON *id = member(message, "id"), *params = member(message, "params");
	const char *method = member_text(message, "method");
	if (is_response(message))
		return;
	if (!cJSON_IsObject(message) || !method || (id && !cJSON_IsNumber(id) && !cJSON_IsString(id)) ||
		(params && !cJSON_IsObject(params) && !cJSON_IsArray(params) && !cJSON_IsNull(params)))
		respond_error(server, id && (cJSON_IsNumber(id) || cJSON_IsString(id)) ? id : NULL, INVALID_REQUEST,
			"the message is no request and no notification");
	else if (!id)
		handle_notification(server, method, params);
	else if (!server->initialized && strcmp(method, "initialize") != 0)
		respond_error(server, id, SERVER_NOT_INITIALIZED, "initialize must come first");
	else if (server->shut_down)
		respond_error(server, id, INVALID_REQUEST, "the server was shut down");
	else if (!handle_request(server, method, id, params))
		respond_error(server, id, METHOD_NOT_FOUND, "kanlint knows no such method");
}

static void enqueue(struct server *server, cJSON *message)
{
	if (server->queue_count == server->queue_capacity) {
		server->queue_capacity = server->queue_capacity ? server->queue_capacity * 2 : 16;
		server->queue = realloc(server->queue, server->queue_capacity * sizeof *server->queue);
		if (!server->queue)
			BUG("no more memory for messages");
	}
	server->queue[server->queue_count++] = message;
}

static void dequeue(struct server *server, size_t index)
{
	cJSON_Delete(server->queue[index]);
	memmove(server->queue + index, server->queue + index + 1, (--server->queue_count - index) * sizeof *server->queue);
}

static bool same_id(const cJSON *a, const cJSON *b)
{
	return a && b && cJSON_Compare(a, b, true);
}

/* A request that still waits is answered at once. */
static void cancel_waiting(struct server *server, const cJSON *id)
{
	for (size_t i = 0; i < server->queue_count; i++)
		if (member(server->queue[i], "method") && same_id(member(server->queue[i], "id"), id)) {
			respond_error(server, id, REQUEST_CANCELLED, "cancelled");
			dequeue(server, i);
			return;
		}
}

/* Reads one message. RUNNING is the request that is being answered, *CANCELLED set when the client no longer wants it. */
static bool read_message(struct server *server, bool wait, const cJSON *running, bool *cancelled)
{
	struct str body;
	struct error error;
	switch (channel_read(&server->channel, wait, &body, &error)) {
	case CHANNEL_NOTHING: return false;
	case CHANNEL_END: server->exited = true; return false;
	case CHANNEL_BROKEN: respond_error(server, NULL, PARSE_ERROR, error.text); return true;
	case CHANNEL_MESSAGE: break;
	}
	cJSON *message = cJSON_ParseWithLength(body.data, body.size);
	if (!message) {
		respond_error(server, NULL, PARSE_ERROR, "the message is no JSON");
		return true;
	}
	const char *method = member_text(message, "method");
	if (!method || strcmp(method, "$/cancelRequest") != 0) {
		enqueue(server, message);
		return true;
	}
	if (same_id(member(message, "params.id"), running))
		*cancelled = true;
	else
		cancel_waiting(server, member(message, "params.id"));
	cJSON_Delete(message);
	return true;
}

bool server_cancelled(struct server *server, const cJSON *id)
{
	bool cancelled = false;
	while (!cancelled && read_message(server, false, id, &cancelled))
		;
	return cancelled;
}

static void serve(struct server *server)
{
	bool cancelled;
	while (!server->exited || server->queue_count) {
		while (read_message(server, false, NULL, &cancelled))
			;
		if (server->queue_count == 0 && !server->exited) {
			publish_dirty(server);
			read_message(server, true, NULL, &cancelled);
			continue;
		}
		if (server->queue_count == 0)
			break;
		cJSON *message = server->queue[0];
		memmove(server->queue, server->queue + 1, --server->queue_count * sizeof *server->queue);
		handle(server, message);
		cJSON_Delete(message);
	}
}

/* Clients keep names of results while a server is started anew, and its configuration may be another one then. */
static uint64_t first_generation(void)
{
	struct timespec now = {0};
	clock_gettime(CLOCK_REALTIME, &now);
	return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec + ((uint64_t)getpid() << 32);
}

int lsp_serve(int in, FILE *out, const struct config_options *options, const struct data *data)
{
	struct server server = {.options = options, .data = data, .generation = first_generation()};
	channel_init(&server.channel, in, out);
	arena_init(&server.config_arena);
	serve(&server);
	while (server.documents) {
		struct document *next = server.documents->next;
		document_free(server.documents);
		server.documents = next;
	}
	for (size_t i = 0; i < server.root_count; i++)
		free(server.roots[i]);
	free(server.roots);
	free(server.queue);
	config_release(server.config);
	arena_release(&server.config_arena);
	channel_release(&server.channel);
	return server.shut_down ? 0 : 1;
}
