/* shape: runs of one character, told by their length. */
#include "shape.h"

static bool has_shape(const struct article *article, const struct mark_shape *shape, uint32_t at)
{
	uint32_t end = at;
	while (end - at <= shape->length && article->cp[end] == shape->code_point)
		end++;
	return end - at == shape->length;
}

bool shape_next(const struct article *article, const struct shapes *shapes, uint32_t *next, struct span *run, uint32_t *shape)
{
	const struct positions *list = &article->index[shapes->class];
	while (*next < list->count) {
		uint32_t at = list->at[(*next)++];
		if (article->cp[at - 1] == article->cp[at])
			continue;
		for (*shape = 0; *shape < shapes->count; (*shape)++) {
			*run = (struct span){at, at + shapes->shapes[*shape].length};
			if (has_shape(article, &shapes->shapes[*shape], at) && shapes->counts(article, *run))
				return true;
		}
	}
	return false;
}

struct shape_use shape_count(const struct article *article, const struct shapes *shapes)
{
	struct shape_use use = {.right = 0};
	struct span run;
	uint32_t next = 0, shape, all = 0;
	for (; shape_next(article, shapes, &next, &run, &shape); all++)
		if (use.count[shape]++ == 0)
			use.first[shape] = run;
	for (shape = 1; shape < shapes->count && !variant_is_hans(article->variant); shape++)
		if (use.count[shape] > use.count[use.right])
			use.right = shape;
	use.others = all - use.count[use.right];
	return use;
}

struct finding *shape_report(
	struct report *report, unsigned message, const struct article *article, const struct shapes *shapes, const struct shape_use *use)
{
	struct finding *finding = NULL;
	struct span run;
	uint32_t next = 0, shape;
	while (shape_next(article, shapes, &next, &run, &shape)) {
		if (shape == use->right)
			continue;
		if (!finding) {
			finding = report_add(report, message, run);
			finding_text(finding, run);
			finding_string(finding, shapes->shapes[use->right].text);
		}
		finding_fix(finding, FIX_SAFE, run, shapes->shapes[use->right].text);
	}
	return finding;
}
