/* edit: which edits of Markdown and of plain text change prose only. */
#include <check.h>

#include "edit_p.h"
#include "input/reader_p.h"

Suite *suite_edit(void);

/* In TEXT what stands between the ¦ is replaced, in TEXT without them. */
struct example {
	const char *text, *replacement;
	bool keeps;
};

static bool keeps(const char *path, const struct example *example)
{
	struct arena arena;
	char text[256];
	size_t size = 0, places[2] = {0}, found = 0;
	arena_init(&arena);
	for (const char *at = example->text; *at; at++) {
		if (strncmp(at, "¦", 2) == 0) {
			ck_assert_uint_lt(found, 2);
			places[found++] = size;
			at++;
		} else {
			text[size++] = *at;
		}
	}
	ck_assert_uint_eq(found, 2);
	struct input input = {.path = path, .text = {text, size}};
	const struct article *article = reader_article(&input, &arena);
	struct span span = {article->begin, 0};
	while (span.begin < article->end && article_byte(article, span.begin) < places[0])
		span.begin++;
	span.end = span.begin;
	while (span.end < article->end && article_byte(article, span.end) < places[1])
		span.end++;
	bool result = edit_keeps_markup(article, span, str_from(example->replacement));
	arena_release(&arena);
	return result;
}

START_TEST(markdown)
{
	static const struct example examples[] = {
		{"他说¦...¦好", "……", true},
		{"他说¦.**.**.¦好", "……", false},
		{"他说¦.<!-- x -->..¦好", "……", false},
		{"他说¦.`x`.¦好", "……", false},
		{"他说¦`x`¦好", "", false},
		{"他说¦&hellip;¦好", "……", false},
		{"**他说¦,¦**好的", "，", true},
		{"**他说**¦,¦好的", "，", true},
		{"**他说：**¦ ¦好的", "", false},
		{"他说¦ ¦**好的**", "", false},
		{"他说¦ ¦好的", "", true},
		{"他说¦¦**好的**", " ", false},
		{"他说¦¦好的", " ", true},
		{"他说**¦好¦**的", "", false},
		{"他说**¦──¦**的", "——", false},
		{"他说**¦萬¦**的", "万", true},
		{"他说**好¦。¦**，的", "x", false},
		{"他说、**“**¦七·七¦”事变", "‘七七’", false},
		{"他说、**“**¦七·七¦”事变", "七七", true},
		{"¦\u200B¦# 他说", "", false},
		{"¦\u00A0¦他说", " ", false},
		{"好的\n¦\u00A0¦他说", " ", false},
		{"¦１¦. 他说", "1", false},
		{"¦萬¦一", "万", true},
		{"他说¦\n¦好的", "", true},
		{"他说¦\r\n¦好的", "", true},
		{"> 他说¦\n> ¦好的", "", false},
		{"他说¦好¦\r\n的", "", true},
		{"他说¦\n\n¦好的", "", false},
		{"**他说**¦\n\n¦好的", "", false},
		{"- 他说¦\n  ¦好的", "", false},
	};
	for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
		ck_assert_msg(keeps("a.md", &examples[i]) == examples[i].keeps, "%s → %s", examples[i].text, examples[i].replacement);
}
END_TEST

START_TEST(plain_text)
{
	static const struct example examples[] = {
		{"**他说：**¦ ¦好的", "", true},
		{"¦\u00A0¦他说", " ", true},
		{"他说¦\r\n¦好的", "", true},
		{"他说¦\n\n¦好的", "", true},
		{"见¦https://example.org¦好", "", false},
		{"见¦.https://example.org.¦好", "……", false},
		{"见¦\xFF¦好", "", false},
	};
	for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
		ck_assert_msg(keeps("a.txt", &examples[i]) == examples[i].keeps, "%s → %s", examples[i].text, examples[i].replacement);
}
END_TEST

Suite *suite_edit(void)
{
	Suite *suite = suite_create("edit");
	TCase *all = tcase_create("all");
	tcase_add_test(all, markdown);
	tcase_add_test(all, plain_text);
	suite_add_tcase(suite, all);
	return suite;
}
