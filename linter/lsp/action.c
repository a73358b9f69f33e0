/* action: quick fixes, “fix all”, and the page of a check. */
#include "server_p.h"

#include "../explain_p.h"
#include "../fix_p.h"
#include "../language_p.h"
#include "../lint_p.h"
#include "../output/json_p.h"

enum { FIX_ROUNDS = 10 };

static cJSON *text_edit(const struct server *server, const struct document *document, const struct region *region, const char *text)
{
	cJSON *edit = cJSON_CreateObject();
	cJSON_AddItemToObject(edit, "range", range_of(server, document, region));
	cJSON_AddStringToObject(edit, "newText", text);
	return edit;
}

/* Takes EDITS. With the document's version where the client looks at it. */
static cJSON *workspace_edit(const struct server *server, const struct document *document, cJSON *edits)
{
	cJSON *edit = cJSON_CreateObject();
	if (server->client.takes_changes) {
		cJSON *changes = cJSON_AddArrayToObject(edit, "documentChanges"), *change = cJSON_CreateObject();
		cJSON *identity = cJSON_AddObjectToObject(change, "textDocument");
		cJSON_AddStringToObject(identity, "uri", document->uri);
		cJSON_AddNumberToObject(identity, "version", (double)document->version);
		cJSON_AddItemToObject(change, "edits", edits);
		cJSON_AddItemToArray(changes, change);
	} else {
		cJSON_AddItemToObject(cJSON_AddObjectToObject(edit, "changes"), document->uri, edits);
	}
	return edit;
}

static cJSON *quick_fix(const struct server *server, const struct document *document, const struct diagnostic *diagnostic, struct arena *scratch)
{
	cJSON *action = cJSON_CreateObject(), *edits = cJSON_CreateArray();
	struct str message = diagnostic_message(diagnostic, scratch);
	cJSON_AddStringToObject(action, "title", text_fill(translate(N_("Fix: {0}")), &message, 1, scratch).data);
	cJSON_AddStringToObject(action, "kind", "quickfix");
	if (diagnostic->fix_kind == FIX_SAFE)
		cJSON_AddBoolToObject(action, "isPreferred", true);
	cJSON_AddItemToArray(cJSON_AddArrayToObject(action, "diagnostics"), diagnostic_json(server, document, diagnostic, scratch));
	for (uint32_t i = 0; i < diagnostic->edit_count; i++) {
		struct str text = arena_copy(scratch, diagnostic->edits[i].replacement);
		cJSON_AddItemToArray(edits, text_edit(server, document, &diagnostic->edits[i].region, text.data));
	}
	cJSON_AddItemToObject(action, "edit", workspace_edit(server, document, edits));
	return action;
}

/* The text after all safe fixes, as --fix leaves it. */
static struct str fix_all(struct server *server, const struct document *document, struct arena *arena)
{
	struct str text = document->text;
	const struct result *last = document->result;
	struct result next = {0};
	for (int round = 0; round < FIX_ROUNDS; round++) {
		size_t count = 0;
		struct str fixed = fix_apply(text, last->diagnostics, last->count, FIX_SAFE, &count, arena);
		arena_release(&next.arena);
		if (count == 0)
			return text;
		text = fixed;
		next = (struct result){.input = document->result->input, .policy = document->result->policy};
		arena_init(&next.arena);
		next.input.text = next.input.bytes = text;
		lint_input(&next, server->data);
		if (!next.failed)
			filter_apply(server->filter, &next);
		if (next.failed)
			next.count = 0;
		last = &next;
	}
	arena_release(&next.arena);
	return text;
}

/* One edit for what differs: from the first byte that does to the last, at borders of characters. */
static cJSON *difference(const struct server *server, const struct document *document, struct str fixed, struct arena *scratch)
{
	struct str text = document->text;
	size_t same = 0, tail = 0, shorter = text.size < fixed.size ? text.size : fixed.size;
	while (same < shorter && text.data[same] == fixed.data[same])
		same++;
	while (same > 0 && (((unsigned char)text.data[same] & 0xC0) == 0x80 || ((unsigned char)fixed.data[same] & 0xC0) == 0x80))
		same--;
	while (tail < shorter - same && text.data[text.size - tail - 1] == fixed.data[fixed.size - tail - 1])
		tail++;
	while (tail > 0 && ((unsigned char)text.data[text.size - tail] & 0xC0) == 0x80)
		tail--;
	cJSON *edit = cJSON_CreateObject(), *edits = cJSON_CreateArray();
	cJSON_AddItemToObject(edit, "range", range_of_bytes(server, document, same, text.size - tail));
	cJSON_AddStringToObject(edit, "newText", arena_copy(scratch, (struct str){fixed.data + same, fixed.size - tail - same}).data);
	cJSON_AddItemToArray(edits, edit);
	return edits;
}

static void add_fix_all(struct server *server, const struct document *document, const char *kind, cJSON *actions, struct arena *scratch)
{
	struct str fixed = fix_all(server, document, scratch);
	if (str_equal(fixed, document->text))
		return;
	cJSON *action = cJSON_CreateObject();
	cJSON_AddStringToObject(action, "title", translate(N_("Fix all that kanlint can fix safely")));
	cJSON_AddStringToObject(action, "kind", kind);
	cJSON_AddItemToObject(action, "edit", workspace_edit(server, document, difference(server, document, fixed, scratch)));
	cJSON_AddItemToArray(actions, action);
}

/* Does the client want actions of a kind? “source” names “source.fixAll” too. */
static bool wants(const cJSON *params, const char *kind)
{
	const cJSON *only = member(params, "context.only"), *item;
	if (!cJSON_IsArray(only))
		return true;
	cJSON_ArrayForEach(item, only)
	{
		const char *wanted = cJSON_GetStringValue(item);
		size_t size = wanted ? strlen(wanted) : 1;
		if (wanted && strncmp(kind, wanted, size) == 0 && (size == 0 || kind[size] == 0 || kind[size] == '.'))
			return true;
	}
	return false;
}

static struct document *linted(struct server *server, const cJSON *params)
{
	struct document *document = find_document(server, params);
	return document && workspace_lint(server, document) ? document : NULL;
}

void code_action(struct server *server, const cJSON *id, const cJSON *params)
{
	struct document *document = linted(server, params);
	cJSON *actions = cJSON_CreateArray();
	struct arena scratch;
	arena_init(&scratch);
	size_t begin = document ? document_byte(document, server->client.encoding, position_in(member(params, "range.start"))) : 0;
	size_t end = document ? document_byte(document, server->client.encoding, position_in(member(params, "range.end"))) : 0;
	for (size_t i = 0; document && wants(params, "quickfix") && i < document->result->count; i++) {
		const struct diagnostic *diagnostic = &document->result->diagnostics[i];
		if (diagnostic->region.begin.byte <= end && diagnostic->region.end.byte >= begin && fix_is_shown(diagnostic, &scratch))
			cJSON_AddItemToArray(actions, quick_fix(server, document, diagnostic, &scratch));
	}
	/* Some clients ask for the fixes of one server by its name. */
	const char *all = wants(params, "source.fixAll") ? "source.fixAll" : wants(params, "source.fixAll.kanlint") ? "source.fixAll.kanlint" : NULL;
	if (document && all)
		add_fix_all(server, document, all, actions, &scratch);
	arena_release(&scratch);
	respond(server, id, actions);
}

void hover(struct server *server, const cJSON *id, const cJSON *params)
{
	struct document *document = linted(server, params);
	size_t at = document ? document_byte(document, server->client.encoding, position_in(member(params, "position"))) : 0;
	for (size_t i = 0; document && i < document->result->count; i++) {
		const struct diagnostic *diagnostic = &document->result->diagnostics[i];
		if (diagnostic->region.begin.byte > at || diagnostic->region.end.byte < at)
			continue;
		struct arena scratch;
		arena_init(&scratch);
		struct str page = explain_page(diagnostic->check->name), message = diagnostic_message(diagnostic, &scratch);
		if (page.size == 0) /* a check of a plug-in */
			page = str_from(diagnostic->check->summary);
		cJSON *result = cJSON_CreateObject(), *contents = cJSON_AddObjectToObject(result, "contents");
		cJSON_AddStringToObject(contents, "kind", "markdown");
		cJSON_AddStringToObject(contents, "value",
			arena_format(&scratch, "%.*s\n\n---\n\n%.*s", (int)message.size, message.data, (int)page.size, page.data).data);
		cJSON_AddItemToObject(result, "range", range_of(server, document, &diagnostic->region));
		respond(server, id, result);
		arena_release(&scratch);
		return;
	}
	respond(server, id, NULL);
}
