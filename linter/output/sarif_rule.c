/* sarif_rule: the description of a check in a SARIF log, from its page. */
#include "sarif_p.h"

#include "json_p.h"

#include "../explain_p.h"
#include "../language_p.h"

static enum severity highest_severity(const struct check *check)
{
	enum severity highest = SEVERITY_NOTE;
	for (const struct check_message *message = check->messages; message->text; message++)
		if (message->severity > highest)
			highest = message->severity;
	return highest;
}

/* {"text":…} of the first paragraph of a page, after its heading; GitHub refuses a rule without a full description. */
static void write_full_description(FILE *out, struct str page, const char *summary)
{
	struct str line, paragraph = {NULL, 0};
	while (str_take_line(&page, &line)) {
		if (line.size && *line.data != '#')
			paragraph = (struct str){paragraph.size ? paragraph.data : line.data, paragraph.size + line.size + (paragraph.size > 0)};
		else if (paragraph.size)
			break;
	}
	fputs(",\"fullDescription\":{\"text\":", out);
	json_write_string(out, paragraph.size ? paragraph : str_from(summary));
	putc('}', out);
}

static void write_help(FILE *out, struct str page)
{
	fputs(",\"help\":{\"text\":", out);
	json_write_string(out, page);
	fputs(",\"markdown\":", out);
	json_write_string(out, page);
	putc('}', out);
}

void sarif_write_rule(FILE *out, const struct check *check)
{
	struct str page = explain_page(check->name);
	const char *summary = check->summary ? translate(check->summary) : check->name;
	fprintf(out, "{\"id\":\"%s\",\"defaultConfiguration\":{\"level\":\"%s\"},\"shortDescription\":{\"text\":", check->name,
		severity_name(highest_severity(check)));
	json_write_string(out, str_from(summary));
	putc('}', out);
	write_full_description(out, page, summary);
	if (page.size > 0)
		write_help(out, page);
	/* The family, by which GitHub's list of alerts is filtered. */
	fprintf(out, ",\"properties\":{\"tags\":[\"%.*s\"]}}", (int)strcspn(check->name, "_"), check->name);
}
