/* sync: open documents follow the client's edits; their diagnostics are pushed when no message waits. */
#include "server_p.h"

#include <stdlib.h>

struct document *find_document(struct server *server, const cJSON *params)
{
	const char *uri = member_text(params, "textDocument.uri");
	for (struct document *document = server->documents; document && uri; document = document->next)
		if (strcmp(document->uri, uri) == 0)
			return document;
	return NULL;
}

static void set_version(struct document *document, const cJSON *params)
{
	const cJSON *version = member(params, "textDocument.version");
	if (cJSON_IsNumber(version))
		document->version = (int64_t)version->valuedouble;
}

void did_open(struct server *server, const cJSON *params)
{
	const char *uri = member_text(params, "textDocument.uri"), *text = member_text(params, "textDocument.text");
	struct document *document = find_document(server, params);
	struct arena arena;
	if (!uri || !text)
		return;
	arena_init(&arena);
	const char *path = document_path(uri, member_text(params, "textDocument.languageId"), server->root_count ? server->roots[0] : ".", &arena);
	if (document) { /* opened twice */
		document_set_text(document, str_from(text));
	} else {
		document = document_new(uri, path, str_from(text));
		document->next = server->documents;
		server->documents = document;
	}
	document->open = true;
	set_version(document, params);
	if (server->documents == document && !document->next && !server->client.registers_watching)
		workspace_reload(server); /* nothing was looked at while no document was open */
	workspace_notice(server);
	arena_release(&arena);
}

struct position position_in(const cJSON *position)
{
	const cJSON *line = member(position, "line"), *character = member(position, "character");
	double most = (double)UINT32_MAX;
	return (struct position){
		cJSON_IsNumber(line) && line->valuedouble > 0 ? (uint64_t)(line->valuedouble < most ? line->valuedouble : most) : 0,
		cJSON_IsNumber(character) && character->valuedouble > 0 ? (uint64_t)(character->valuedouble < most ? character->valuedouble : most)
									: 0,
	};
}

void did_change(struct server *server, const cJSON *params)
{
	struct document *document = find_document(server, params);
	const cJSON *change;
	if (!document)
		return;
	cJSON_ArrayForEach(change, member(params, "contentChanges"))
	{
		const char *text = member_text(change, "text");
		const cJSON *range = member(change, "range");
		if (!text)
			continue;
		if (cJSON_IsObject(range))
			document_change(document, server->client.encoding, position_in(member(range, "start")), position_in(member(range, "end")),
				str_from(text));
		else
			document_set_text(document, str_from(text));
	}
	set_version(document, params);
	workspace_notice(server);
}

/* A client that watches no files tells of the configuration so. */
void did_save(struct server *server, const cJSON *params)
{
	const char *uri = member_text(params, "textDocument.uri");
	if (uri && is_configuration(uri))
		workspace_reload(server);
	else
		workspace_notice(server);
}

static void publish(struct server *server, const struct document *document, cJSON *diagnostics)
{
	cJSON *params = cJSON_CreateObject();
	cJSON_AddStringToObject(params, "uri", document->uri);
	cJSON_AddNumberToObject(params, "version", (double)document->version);
	cJSON_AddItemToObject(params, "diagnostics", diagnostics);
	notify(server, "textDocument/publishDiagnostics", params);
}

/* What is closed shows nothing more. */
void did_close(struct server *server, const cJSON *params)
{
	struct document *closed = find_document(server, params), **link = &server->documents;
	if (!closed)
		return;
	if (!server->client.pulls_diagnostics)
		publish(server, closed, cJSON_CreateArray());
	while (*link != closed)
		link = &(*link)->next;
	*link = closed->next;
	document_free(closed);
}

void publish_dirty(struct server *server)
{
	if (server->client.pulls_diagnostics)
		return;
	for (struct document *document = server->documents; document; document = document->next)
		if (document->unpublished) {
			document->unpublished = false;
			workspace_lint(server, document);
			publish(server, document, diagnostics_of(server, document));
		}
}
