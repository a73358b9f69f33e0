/* report: a document's result as the protocol writes it, pushed or pulled. */
#include "server_p.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

static cJSON *position_json(struct position position)
{
	cJSON *json = cJSON_CreateObject();
	cJSON_AddNumberToObject(json, "line", (double)position.line);
	cJSON_AddNumberToObject(json, "character", (double)position.character);
	return json;
}

cJSON *range_of(const struct server *server, const struct document *document, const struct region *region)
{
	cJSON *range = cJSON_CreateObject();
	cJSON_AddItemToObject(range, "start", position_json(document_position(document, server->client.encoding, &region->begin)));
	cJSON_AddItemToObject(range, "end", position_json(document_position(document, server->client.encoding, &region->end)));
	return range;
}

cJSON *range_of_bytes(const struct server *server, const struct document *document, size_t begin, size_t end)
{
	cJSON *range = cJSON_CreateObject();
	cJSON_AddItemToObject(range, "start", position_json(document_position_at(document, server->client.encoding, begin)));
	cJSON_AddItemToObject(range, "end", position_json(document_position_at(document, server->client.encoding, end)));
	return range;
}

/* The name by which the user sets it: NAME or NAME.KEY. */
static const char *code_of(const struct diagnostic *diagnostic, struct arena *scratch)
{
	const char *key = diagnostic->message->key;
	return key ? arena_format(scratch, "%s.%s", diagnostic->check->name, key).data : diagnostic->check->name;
}

static cJSON *related_of(const struct server *server, const struct document *document, const struct diagnostic *diagnostic, struct arena *scratch)
{
	cJSON *all = cJSON_CreateArray();
	for (uint32_t i = 0; i < diagnostic->related_count; i++) {
		cJSON *one = cJSON_CreateObject(), *location = cJSON_AddObjectToObject(one, "location");
		cJSON_AddStringToObject(location, "uri", document->uri);
		cJSON_AddItemToObject(location, "range", range_of(server, document, &diagnostic->related[i].region));
		cJSON_AddStringToObject(one, "message", related_message(&diagnostic->related[i], scratch).data);
		cJSON_AddItemToArray(all, one);
	}
	return all;
}

cJSON *diagnostic_json(const struct server *server, const struct document *document, const struct diagnostic *diagnostic, struct arena *scratch)
{
	static const int severities[] = {[SEVERITY_NOTE] = 3, [SEVERITY_WARNING] = 2, [SEVERITY_ERROR] = 1};
	cJSON *json = cJSON_CreateObject();
	cJSON_AddItemToObject(json, "range", range_of(server, document, &diagnostic->region));
	cJSON_AddNumberToObject(json, "severity", severities[diagnostic->severity]);
	cJSON_AddStringToObject(json, "code", code_of(diagnostic, scratch));
	cJSON_AddStringToObject(json, "source", "kanlint");
	cJSON_AddStringToObject(json, "message", diagnostic_message(diagnostic, scratch).data);
	if (server->client.takes_related && diagnostic->related_count)
		cJSON_AddItemToObject(json, "relatedInformation", related_of(server, document, diagnostic, scratch));
	return json;
}

/* Notes on kanlint-ignore.yaml are not of this document. */
cJSON *diagnostics_of(const struct server *server, const struct document *document)
{
	cJSON *all = cJSON_CreateArray();
	struct arena scratch;
	arena_init(&scratch);
	for (size_t i = 0; document->result && i < document->result->count; i++) {
		const struct diagnostic *diagnostic = &document->result->diagnostics[i];
		if (strcmp(diagnostic->path, document->path) == 0)
			cJSON_AddItemToArray(all, diagnostic_json(server, document, diagnostic, &scratch));
		arena_clear(&scratch);
	}
	arena_release(&scratch);
	return all;
}

/* Changes with the text and with the configuration. */
static const char *result_id(const struct server *server, const struct document *document, struct arena *scratch)
{
	uint64_t hash = XXH3_64bits_withSeed(document->text.data, document->text.size, server->generation);
	return arena_format(scratch, "%016llx", (unsigned long long)hash).data;
}

cJSON *full_report(struct server *server, struct document *document, const char *previous)
{
	struct arena scratch;
	cJSON *report = cJSON_CreateObject();
	arena_init(&scratch);
	const char *id = result_id(server, document, &scratch);
	bool unchanged = previous && strcmp(previous, id) == 0;
	if (!unchanged)
		workspace_lint(server, document);
	cJSON_AddStringToObject(report, "kind", unchanged ? "unchanged" : "full");
	cJSON_AddStringToObject(report, "resultId", id);
	if (!unchanged)
		cJSON_AddItemToObject(report, "items", diagnostics_of(server, document));
	arena_release(&scratch);
	return report;
}
