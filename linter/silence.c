/*
 * silence: comments in the text. <!-- kanlint-disable NAME... --> holds to <!-- kanlint-enable NAME... --> or the end,
 * <!-- kanlint-disable-next-line NAME... --> for the next line that is neither blank nor such a comment. No name means
 * all; what follows -- is the reason. One walk over comments and diagnostics, both sorted.
 */
#include "silence_p.h"

#include "locate_p.h"

/* One name of a comment. */
struct use {
	const struct directive *directive;
	const char *name;      /* NULL: all */
	size_t end;            /* where the comment ends */
	size_t line, line_end; /* of disable-next-line: the line it is for, its newline included */
	bool used;
	struct use *next;
};

struct use_list {
	struct use *first, **last;
	const struct directive *directive;
	struct use place;      /* what all names of the directive have: end, line, line_end */
	const struct input *input;
	struct arena *arena;
};

/* For each message of each check, what silences it at this point of the walk. */
struct walk {
	const struct filtering *filtering;
	size_t *base; /* of a check's first message */
	struct use **region;
	struct use **line;
};

/* A record has no comment in its text: what it says of itself ends where it begins. */
static size_t comment_end(const struct input *input, size_t byte)
{
	struct str source = input->text;
	if (input->record)
		return byte;
	const char *end = memmem(source.data + byte, source.size - byte, "-->", 3);
	return end ? (size_t)(end - source.data) + 3 : source.size;
}

static size_t line_end(struct str source, size_t byte)
{
	const char *end = memchr(source.data + byte, '\n', source.size - byte);
	return end ? (size_t)(end - source.data) : source.size;
}

/* A line with nothing on it, or with another of our comments. */
static bool is_passed_over(struct str line)
{
	while (line.size && strchr(" \t\r>", *line.data))
		line.data++, line.size--;
	if (!line.size)
		return true;
	if (!str_begins(line, "<!--"))
		return false;
	for (line.data += 4, line.size -= 4; line.size && strchr(" \t", *line.data); line.data++)
		line.size--;
	return str_begins(line, "kanlint-");
}

static void find_line(struct use *use, struct str source)
{
	size_t end = line_end(source, use->end), begin;
	do {
		begin = end + 1;
		if (begin >= source.size) {
			use->line = use->line_end = source.size;
			return;
		}
		end = line_end(source, begin);
	} while (is_passed_over((struct str){source.data + begin, end - begin}));
	use->line = begin;
	use->line_end = end + 1;
}

static struct use *add_use(struct use_list *list, const char *name)
{
	struct use *use = ARENA_NEW(list->arena, struct use);
	*use = list->place;
	use->directive = list->directive;
	use->name = name;
	*list->last = use;
	list->last = &use->next;
	return use;
}

/* Stops at the reason. */
static bool add_name(struct str name, void *state)
{
	struct use_list *list = state;
	if (str_begins(name, "--"))
		return false;
	add_use(list, arena_copy(list->arena, name).data);
	return true;
}

/* Comments one under the other are for the same line: it is looked for once. */
static void enter_directive(struct use_list *list, const struct directive *directive)
{
	list->directive = directive;
	list->place.end = comment_end(list->input, directive->byte);
	if (directive->kind == DIRECTIVE_DISABLE_NEXT_LINE && list->place.line <= list->place.end)
		find_line(&list->place, list->input->text);
}

static struct use *read_uses(const struct directive *directives, const struct input *input, struct arena *arena)
{
	struct use_list list = {.input = input, .arena = arena};
	list.last = &list.first;
	for (; directives; directives = directives->next) {
		enter_directive(&list, directives);
		struct use **before = list.last;
		names_each(arena_copy(arena, directives->names).data, true, add_name, &list);
		if (list.last == before)
			add_use(&list, NULL);
	}
	return list.first;
}

static void enter(struct walk *walk, struct use *use)
{
	const struct check_list *list = walk->filtering->list;
	for (size_t i = 0; i < list->count; i++)
		for (size_t j = 0; list->checks[i]->messages[j].text; j++) {
			if (use->name && !name_means(list, use->name, list->checks[i], &list->checks[i]->messages[j]))
				continue;
			size_t at = walk->base[i] + j;
			if (use->directive->kind == DIRECTIVE_DISABLE_NEXT_LINE)
				walk->line[at] = use;
			else if (use->directive->kind == DIRECTIVE_ENABLE)
				walk->region[at] = NULL;
			else if (!walk->region[at]) /* the outer one silences; the inner one is of no use */
				walk->region[at] = use;
		}
}

static struct use *silencer(const struct walk *walk, const struct diagnostic *diagnostic)
{
	size_t index = check_list_find(walk->filtering->list, diagnostic->check->name);
	if (index == walk->filtering->list->count)
		return NULL;
	size_t message = diagnostic->rule ? diagnostic->rule->name : (size_t)(diagnostic->message - diagnostic->check->messages);
	size_t at = walk->base[index] + message, byte = diagnostic->region.begin.byte;
	const struct use *line = walk->line[at];
	if (line && line->line <= byte && byte < line->line_end)
		return walk->line[at];
	return walk->region[at];
}

static void start_walk(struct walk *walk, const struct filtering *filtering)
{
	size_t total = 0;
	walk->filtering = filtering;
	walk->base = ARENA_ARRAY(filtering->arena, size_t, filtering->list->count + 1);
	for (size_t i = 0; i < filtering->list->count; i++) {
		walk->base[i] = total;
		while (filtering->list->checks[i]->messages[total - walk->base[i]].text)
			total++;
	}
	walk->region = ARENA_ARRAY(filtering->arena, struct use *, total);
	walk->line = ARENA_ARRAY(filtering->arena, struct use *, total);
}

static void note_use(struct filtering *filtering, const struct use *use, enum unused_message message, const char *near)
{
	const struct input *input = filtering->input;
	enum unused_message of_input = input->record ? UNUSED_OF_RECORD + message : message;
	unused_note(filtering, of_input, input->path, input->text, use->directive->byte, use->end, use->name, near);
}

/* Where a check is off, whether a comment would silence it is not known, and nothing is said. */
static void report_unused(struct filtering *filtering, const struct use *use)
{
	struct error unused;
	bool all;
	if (use->name && !name_known(filtering->list, use->name, "", filtering->arena, &unused)) {
		const char *near = nearest_name(use->name, filtering->list->selectors);
		note_use(filtering, use, near ? UNUSED_NEAREST : UNUSED_UNKNOWN, near);
		return;
	}
	bool on = name_is_on(filtering, use->name, &all);
	if (use->used || use->directive->kind == DIRECTIVE_ENABLE || !on || (!all && filtering->narrowed))
		return;
	note_use(filtering, use, use->name ? UNUSED_NAME : UNUSED_ALL, NULL);
}

void silence_comments(struct filtering *filtering, const struct directive *directives)
{
	if (!directives)
		return;
	struct use *uses = read_uses(directives, filtering->input, filtering->arena), *next = uses;
	struct walk walk;
	size_t kept = 0;
	start_walk(&walk, filtering);
	for (size_t i = 0; i < filtering->count; i++) {
		const struct diagnostic *diagnostic = &filtering->diagnostics[i];
		for (; next && next->directive->byte <= diagnostic->region.begin.byte; next = next->next)
			enter(&walk, next);
		struct use *use = silencer(&walk, diagnostic);
		if (use)
			use->used = true;
		else
			filtering->diagnostics[kept++] = *diagnostic;
	}
	filtering->count = kept;
	for (; uses; uses = uses->next)
		report_unused(filtering, uses);
}

bool name_is_on(const struct filtering *filtering, const char *name, bool *all)
{
	bool any = false;
	*all = true;
	for (size_t i = 0; i < filtering->list->count; i++) {
		const struct check *check = filtering->list->checks[i];
		for (size_t j = 0; check->messages[j].text; j++)
			if (!name || name_means(filtering->list, name, check, &check->messages[j])) {
				any |= filtering->policy->checks[i].messages[j].on;
				*all &= filtering->policy->checks[i].messages[j].on;
			}
	}
	return any;
}

void unused_note(struct filtering *filtering, enum unused_message message, const char *path, struct str source, size_t begin, size_t end,
	const char *first, const char *second)
{
	const struct message_policy *policy = &filtering->policy->checks[filtering->list->count - 1].messages[message];
	if (!policy->on || filtering->policy->confidence > CONFIDENCE_HIGH)
		return;
	struct diagnostic note = {
		.path = path,
		.check = &check_unused_silencing,
		.message = &check_unused_silencing.messages[message],
		.severity = policy->severity,
		.confidence = CONFIDENCE_HIGH,
		.region = {.begin.byte = begin, .end.byte = end},
		.source = source,
	};
	struct str *arguments = ARENA_ARRAY(filtering->arena, struct str, 2);
	arguments[0] = str_from(first);
	arguments[1] = str_from(second);
	note.arguments = arguments;
	note.argument_count = second ? 2 : first ? 1 : 0;
	ARENA_PUSH(filtering->arena, filtering->notes, filtering->note_count, filtering->note_capacity, note);
}

static const struct check_message messages[] = {
	[UNUSED_ALL] = {"unused", N_("this comment silences nothing"), SEVERITY_NOTE, PROFILES_ALL, CONFIDENCE_HIGH},
	[UNUSED_NAME] = {"unused", N_("this comment silences nothing: there is no finding of {0}"), SEVERITY_NOTE, PROFILES_ALL, CONFIDENCE_HIGH},
	[UNUSED_UNKNOWN] = {"unknown", N_("this comment silences nothing: there is no check “{0}”"), SEVERITY_NOTE, PROFILES_ALL, CONFIDENCE_HIGH},
	[UNUSED_NEAREST] = {"unknown", N_("this comment silences nothing: there is no check “{0}”; did you mean “{1}”?"), SEVERITY_NOTE, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[UNUSED_ENTRY] = {"unused", N_("this entry silences nothing: there is no such finding in {0}"), SEVERITY_NOTE, PROFILES_ALL, CONFIDENCE_HIGH},
	[UNUSED_FILE] = {"unused", N_("this entry silences nothing: there is no file {0}"), SEVERITY_NOTE, PROFILES_ALL, CONFIDENCE_HIGH},
	[UNUSED_OF_RECORD + UNUSED_ALL] = {"unused", N_("“_kanlint” silences nothing"), SEVERITY_NOTE, PROFILES_ALL, CONFIDENCE_HIGH},
	[UNUSED_OF_RECORD + UNUSED_NAME] = {"unused", N_("“_kanlint” silences nothing: there is no finding of {0}"), SEVERITY_NOTE, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[UNUSED_OF_RECORD + UNUSED_UNKNOWN] = {"unknown", N_("“_kanlint” silences nothing: there is no check “{0}”"), SEVERITY_NOTE, PROFILES_ALL,
		CONFIDENCE_HIGH},
	[UNUSED_OF_RECORD + UNUSED_NEAREST] = {"unknown", N_("“_kanlint” silences nothing: there is no check “{0}”; did you mean “{1}”?"), SEVERITY_NOTE,
		PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

const struct check check_unused_silencing = {
	.struct_size = sizeof(struct check),
	.name = "unused_silencing",
	.summary = N_("a comment or an entry of kanlint-ignore.yaml that silences nothing"),
	.scope = SCOPE_ARTICLE,
	.messages = messages,
};
