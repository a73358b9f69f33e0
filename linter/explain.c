/* explain: the table of checks, and the page of one with its messages. */
#include "explain_p.h"

#include <inttypes.h>

#include "diagnostic_p.h"
#include "language_p.h"
#include "policy_p.h"

enum { CELL_BYTES = 64 };

/* All checks by name: those of the table, with house_rule among them, and unused_silencing at the end; NULL past the last. */
static const struct check *check_at(const struct check *const *table, size_t index)
{
	size_t count = 0, before = 0;
	for (; table[count]; count++)
		before += strcmp(table[count]->name, check_house_rule.name) < 0;
	if (index == before)
		return &check_house_rule;
	index -= index > before;
	return index < count ? table[index] : index == count ? &check_unused_silencing : NULL;
}

static void append(char cell[CELL_BYTES], const char *word)
{
	size_t size = strlen(cell);
	snprintf(cell + size, CELL_BYTES - size, "%s%s", size > 0 ? "," : "", word);
}

static void list_profiles(char cell[CELL_BYTES], unsigned bits)
{
	*cell = 0;
	for (const struct profile *profile = profiles; profile->name; profile++)
		if (bits & profile->bit)
			append(cell, profile->name);
}

static void list_severities(char cell[CELL_BYTES], const struct check *check)
{
	unsigned bits = 0;
	for (const struct check_message *message = check->messages; message->text; message++)
		bits |= 1u << message->severity;
	*cell = 0;
	for (int severity = SEVERITY_ERROR; severity >= SEVERITY_NOTE; severity--)
		if (bits & 1u << severity)
			append(cell, severity_name((enum severity)severity));
}

static unsigned profiles_of(const struct check *check)
{
	unsigned bits = 0;
	for (const struct check_message *message = check->messages; message->text; message++)
		bits |= message->profiles;
	return bits;
}

static int wider(int width, const char *cell)
{
	int size = (int)strlen(cell);
	return size > width ? size : width;
}

void explain_list(FILE *out, const struct check *const *table)
{
	char severities[CELL_BYTES], names[CELL_BYTES];
	int widths[3] = {0};
	for (size_t i = 0; check_at(table, i); i++) {
		list_severities(severities, check_at(table, i));
		list_profiles(names, profiles_of(check_at(table, i)));
		widths[0] = wider(widths[0], check_at(table, i)->name);
		widths[1] = wider(widths[1], severities);
		widths[2] = wider(widths[2], names);
	}
	for (size_t i = 0; check_at(table, i); i++) {
		list_severities(severities, check_at(table, i));
		list_profiles(names, profiles_of(check_at(table, i)));
		fprintf(out, "%-*s  %-*s  %-*s  %s\n", widths[0], check_at(table, i)->name, widths[1], severities, widths[2], names,
			translate(check_at(table, i)->summary));
	}
}

struct str explain_page(const char *name)
{
	for (const struct page *page = pages_table; page->name; page++)
		if (strcmp(page->name, name) == 0)
			return (struct str){(const char *)page->text, page->size};
	return (struct str){NULL, 0};
}

/* The cells of type and default of an option. */
static struct str option_cells(const struct check_option *option, struct arena *arena)
{
	if (option->type == OPTION_BOOL)
		return arena_format(arena, "bool | %s", option->initial ? "true" : "false");
	if (option->type == OPTION_NUMBER)
		return arena_format(arena, "number | %" PRId64, option->initial);
	struct str cells = STR("");
	for (size_t i = 0; option->choices[i]; i++)
		cells = arena_format(arena, "%s%s`%s`", cells.data, i == 0 ? "" : option->choices[i + 1] ? ", " : " or ", option->choices[i]);
	return arena_format(arena, "%s | %s", cells.data, option->choices[option->initial]);
}

/* What there is to say of a check without a page: one of a plug-in. */
static struct str summary_page(const struct check *check, struct arena *arena)
{
	struct str page = arena_format(arena, "# %s\n\n%s\n", check->name, translate(check->summary));
	if (check->options && check->options[0].key)
		page = arena_format(arena, "%s\n## Options\n\n| key | type | default | meaning |\n| --- | --- | --- | --- |\n", page.data);
	for (const struct check_option *option = check->options; option && option->key; option++)
		page = arena_format(
			arena, "%s| `%s` | %s | %s |\n", page.data, option->key, option_cells(option, arena).data, translate(option->help));
	return page;
}

/* The page with the messages, as Markdown. */
static struct str whole_page(const struct check *check, struct arena *arena)
{
	char names[CELL_BYTES];
	struct str page = explain_page(check->name);
	page = page.size > 0 ? arena_copy(arena, page) : summary_page(check, arena);
	page = arena_format(arena, "%s\n## Messages\n\n", page.data);
	for (const struct check_message *message = check->messages; message->text; message++) {
		list_profiles(names, message->profiles);
		page = arena_format(arena, "%s- `%s%s%s` (%s; %s): %s\n", page.data, check->name, message->key ? "." : "", message->key ? message->key : "",
			severity_name(message->severity), names, translate(message->text));
	}
	return page;
}

static bool has_key(const struct check *check, const char *key)
{
	for (const struct check_message *message = check->messages; message->text; message++)
		if (message->key && strcmp(message->key, key) == 0)
			return true;
	return false;
}

static bool refuse_name(const struct check *const *table, const char *name, size_t count, struct error *error)
{
	const char *names[512] = {0};
	for (size_t i = 0; i < count && i < sizeof names / sizeof *names - 1; i++)
		names[i] = check_at(table, i)->name;
	const char *near = nearest_name(name, names);
	return near ? error_set(error, "--explain: there is no check “%s”; did you mean “%s”?", name, near)
		    : error_set(error, "--explain: there is no check “%s”; --list-checks prints all", name);
}

static bool refuse_key(const struct check *check, const char *key, struct error *error)
{
	const char *keys[64] = {0};
	size_t count = 0;
	for (const struct check_message *message = check->messages; message->text && count < sizeof keys / sizeof *keys - 1; message++)
		if (message->key)
			keys[count++] = message->key;
	const char *near = nearest_name(key, keys);
	return near ? error_set(error, "--explain: %s has no message “%s”; did you mean “%s”?", check->name, key, near)
		    : error_set(error, "--explain: %s has no message “%s”", check->name, key);
}

bool explain_check(FILE *out, const struct check *const *table, const char *name, const struct page_style *style, struct arena *arena,
	struct error *error)
{
	size_t size = strcspn(name, "."), i = 0;
	while (check_at(table, i) && !str_equal((struct str){name, size}, str_from(check_at(table, i)->name)))
		i++;
	const struct check *check = check_at(table, i);
	if (!check)
		return refuse_name(table, name, i, error);
	if (name[size] == '.' && !has_key(check, name + size + 1))
		return refuse_key(check, name + size + 1, error);
	struct str page = whole_page(check, arena);
	if (style)
		page_write(out, page, style, arena);
	else
		fwrite(page.data, 1, page.size, out);
	return true;
}
