/* server: what a server knows of its client, and what its parts do for one another. */
#ifndef KANLINT_LSP_SERVER_P_H
#define KANLINT_LSP_SERVER_P_H

#include <cjson/cJSON.h>

#include "../filter_p.h"
#include "channel_p.h"
#include "document_p.h"
#include "lsp_p.h"

/* JSON-RPC 2.0 5.1, and the protocol's own. */
enum error_code {
	PARSE_ERROR = -32700,
	INVALID_REQUEST = -32600,
	METHOD_NOT_FOUND = -32601,
	INVALID_PARAMS = -32602,
	SERVER_NOT_INITIALIZED = -32002,
	REQUEST_CANCELLED = -32800,
};

enum { SAID_MAXIMUM = 64 };

/* What the client can do, from its initialize request. */
struct client {
	enum position_encoding encoding;
	bool pulls_diagnostics;     /* textDocument.diagnostic: it asks, nothing is pushed */
	bool takes_related;         /* relatedInformation */
	bool takes_changes;         /* workspace.workspaceEdit.documentChanges */
	bool registers_watching;    /* workspace.didChangeWatchedFiles.dynamicRegistration */
	bool refreshes_diagnostics; /* workspace.diagnostics.refreshSupport */
};

struct server {
	const struct config_options *options;
	const struct data *data;
	struct channel channel;
	struct client client;
	bool initialized, shut_down, exited;

	cJSON **queue; /* messages that were read and not handled */
	size_t queue_count, queue_capacity;

	char **roots; /* absolute paths of the folders that the client has open */
	size_t root_count;
	struct document *documents;
	int64_t next_request; /* the number of our next request */

	struct arena config_arena; /* of config and filter, both made anew when a file of theirs changes */
	struct config *config;     /* NULL: not made yet */
	struct filter *filter;
	uint64_t generation;         /* of the configuration; the first one of a process is a number of its own */
	uint64_t said[SAID_MAXIMUM]; /* hashes of the errors that were shown last, in a ring */
	size_t said_count;
};

/* A member of an object that has this type; NULL else, also where OBJECT is NULL. A path goes down: "a.b.c". */
const cJSON *member(const cJSON *object, const char *path);
const char *member_text(const cJSON *object, const char *path);
bool member_true(const cJSON *object, const char *path);

/* Take RESULT and PARAMS. */
void respond(struct server *server, const cJSON *id, cJSON *result);
void respond_error(struct server *server, const cJSON *id, enum error_code code, const char *message);
void notify(struct server *server, const char *method, cJSON *params);
void request(struct server *server, const char *method, cJSON *params);

/* Reads what has come; true where the client has cancelled a request. What is no cancelling stays in the queue. */
bool server_cancelled(struct server *server, const cJSON *id);

/* workspace.c: folders, configuration, linting. */
void workspace_set_roots(struct server *server, const cJSON *params);
void workspace_change_roots(struct server *server, const cJSON *params);
bool workspace_config(struct server *server);                          /* makes configuration and filter where there are none; says what is wrong */
void workspace_reload(struct server *server);                          /* a file of the configuration has changed */
void workspace_notice(struct server *server);                          /* for a client that watches no files: reloads where one has changed */
bool workspace_lint(struct server *server, struct document *document); /* fills document->result; false where nothing is to be linted */
void workspace_say(struct server *server, const char *sentence);       /* shows an error; once until the configuration changes */
bool is_configuration(const char *path);

/* pull.c: diagnostics that the client asks for, of one document and of all folders. */
void document_diagnostic(struct server *server, const cJSON *id, const cJSON *params);
void workspace_diagnostic(struct server *server, const cJSON *id, const cJSON *params);

/* sync.c: open documents. */
struct document *find_document(struct server *server, const cJSON *params);
void did_open(struct server *server, const cJSON *params);
void did_change(struct server *server, const cJSON *params);
void did_save(struct server *server, const cJSON *params);
void did_close(struct server *server, const cJSON *params);
struct position position_in(const cJSON *position); /* what is no position is the beginning */
void publish_dirty(struct server *server);          /* pushes the diagnostics of what has changed */

/* report.c: a document's result as the protocol writes it. */
cJSON *range_of(const struct server *server, const struct document *document, const struct region *region);
cJSON *range_of_bytes(const struct server *server, const struct document *document, size_t begin, size_t end);
cJSON *diagnostic_json(const struct server *server, const struct document *document, const struct diagnostic *diagnostic, struct arena *scratch);
cJSON *diagnostics_of(const struct server *server, const struct document *document);
cJSON *full_report(struct server *server, struct document *document, const char *previous);

/* action.c: fixes and pages. */
void code_action(struct server *server, const cJSON *id, const cJSON *params);
void hover(struct server *server, const cJSON *id, const cJSON *params);

#endif
