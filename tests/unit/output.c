/* What writers share: escapes, JSON strings, the excerpt with its caret. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "output/writer_p.h"
#include "record_p.h"
#include "wrap_p.h"

Suite *suite_output(void);

static struct arena arena;
static char *printed;
static size_t printed_size;
static FILE *out;

static void set_up(void)
{
	arena_init(&arena);
	out = open_memstream(&printed, &printed_size);
}

static void tear_down(void)
{
	fclose(out);
	free(printed);
	arena_release(&arena);
}

static const char *take(void)
{
	fflush(out);
	const char *text = arena_format(&arena, "%s", printed).data;
	rewind(out);
	return text;
}

static const char *json(struct str text)
{
	json_write_string(out, text);
	putc(0, out);
	return take();
}

static const char *escaped(struct str text)
{
	write_escaped(out, text);
	putc(0, out);
	return take();
}

/* The excerpt of TEXT for the bytes from BEGIN to END, all on one line that begins with the text. */
static const char *excerpt(struct str text, size_t begin, size_t end, int ambiguous)
{
	struct region region = {.begin = {.byte = begin, .line = 7, .byte_column = (uint32_t)begin + 1}, .end = {.byte = end, .line = 7}};
	write_excerpt(out, text, &region, &(struct writer_options){.ambiguous_width = ambiguous}, STYLE_NONE, &arena);
	putc(0, out);
	return take();
}

START_TEST(json_strings)
{
	ck_assert_str_eq(json(STR("新闻😀")), "\"新闻😀\"");
	ck_assert_str_eq(json(STR("a\"b\\c/d\n\r\t\b\x01\x7F")), "\"a\\\"b\\\\c/d\\n\\r\\t\\u0008\\u0001\\u007f\"");
	ck_assert_str_eq(json((struct str){"a\0b", 3}), "\"a\\u0000b\"");
	ck_assert_str_eq(json(STR("\xE4\xBD" "a\xFF\xED\xA0\x80")), "\"\xEF\xBF\xBD" "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
	ck_assert_str_eq(json(STR("")), "\"\"");
}
END_TEST

START_TEST(escapes_for_terminals)
{
	ck_assert_str_eq(escaped(STR("稿件.txt")), "稿件.txt");
	ck_assert_str_eq(escaped(STR("a\nb\tc\rd\x1B[31m\x7F")), "a\\nb\\tc\\rd\\033[31m\\177");
	ck_assert_str_eq(escaped(STR("\xC2\x9B" "1m\xE2\x80\xAE")), "\\u009B1m\\u202E");
	ck_assert_str_eq(escaped(STR("\xFF.txt")), "\xFF.txt");
}
END_TEST

START_TEST(a_caret_stands_under_wide_characters)
{
	ck_assert_str_eq(excerpt(STR("他说经济增长。\n后"), 6, 12, 2), "    7 | 他说经济增长。\n      |     ^~~~\n");
	ck_assert_str_eq(excerpt(STR("ab经"), 1, 2, 2), "    7 | ab经\n      |  ^\n");
}
END_TEST

START_TEST(ambiguous_width_moves_the_caret)
{
	ck_assert_str_eq(excerpt(STR("“新”!"), 9, 10, 2), "    7 | “新”!\n      |       ^\n");
	ck_assert_str_eq(excerpt(STR("“新”!"), 9, 10, 1), "    7 | “新”!\n      |     ^\n");
}
END_TEST

START_TEST(an_empty_region_has_one_caret)
{
	ck_assert_str_eq(excerpt(STR("新闻"), 6, 6, 2), "    7 | 新闻\n      |     ^\n");
	ck_assert_str_eq(excerpt(STR("新闻"), 0, 0, 2), "    7 | 新闻\n      | ^\n");
	ck_assert_str_eq(excerpt(STR(""), 0, 0, 2), "    7 | \n      | ^\n");
}
END_TEST

START_TEST(tabs_and_combining_marks)
{
	ck_assert_str_eq(excerpt(STR("a\tb"), 2, 3, 2), "    7 | a       b\n      |         ^\n");
	ck_assert_str_eq(excerpt(STR("e\xCC\x81x"), 3, 4, 2), "    7 | e\xCC\x81x\n      |  ^\n");
}
END_TEST

START_TEST(what_shows_nothing_is_made_visible)
{
	ck_assert_str_eq(excerpt(STR("新\xE2\x80\x8B闻"), 3, 6, 2), "    7 | 新<U+200B>闻\n      |   ^~~~~~~~\n");
	ck_assert_str_eq(excerpt(STR("\x1B[1m\xE2\x80\xAE!"), 7, 8, 2), "    7 | ␛[1m<U+202E>!\n      |             ^\n");
}
END_TEST

/* A caret under the ! behind a text. */
static const char *caret_behind(const char *text)
{
	struct str line = arena_format(&arena, "%s!", text);
	return strchr(excerpt(line, line.size - 1, line.size, 1), '\n') + 1;
}

START_TEST(emoji_take_two_cells_however_they_are_made)
{
	static const char two[] = "      |   ^\n";
	ck_assert_str_eq(caret_behind("😀"), two);
	ck_assert_str_eq(caret_behind("👨‍👩‍👧‍👦"), two);
	ck_assert_str_eq(caret_behind("👍🏽"), two);
	ck_assert_str_eq(caret_behind("🇨🇳"), two);
	ck_assert_str_eq(caret_behind("❤️"), two);
	ck_assert_str_eq(caret_behind("1️⃣"), two);
	ck_assert_str_eq(caret_behind("🏴󠁧󠁢󠁥󠁮󠁧󠁿"), two);
	ck_assert_str_eq(caret_behind("©️"), two);
	ck_assert_str_eq(caret_behind("ｶﾞ"), two);
	ck_assert_str_eq(caret_behind("각"), two);
	ck_assert_str_eq(caret_behind("が"), two);
	ck_assert_str_eq(caret_behind("❤"), "      |  ^\n");
	ck_assert_str_eq(caret_behind("a\xEF\xB8\x8F"), "      |  ^\n");
	ck_assert_str_eq(caret_behind("🇨🇳🇹🇼"), "      |     ^\n");
}
END_TEST

START_TEST(a_place_inside_a_joined_character_is_the_whole)
{
	/* the skin of the thumb */
	ck_assert_str_eq(excerpt(STR("好👍🏽!"), 7, 11, 1), "    7 | 好👍🏽!\n      |   ^~\n");
	/* a joiner that joins nothing is named */
	ck_assert_str_eq(excerpt(STR("好\xE2\x80\x8D!"), 3, 6, 1), "    7 | 好<U+200D>!\n      |   ^~~~~~~~\n");
	ck_assert_str_eq(excerpt(STR("👨‍👩好!"), 0, 11, 1), "    7 | 👨‍👩好!\n      | ^~\n");
}
END_TEST

START_TEST(a_line_is_cut_to_the_terminal)
{
	struct str text = arena_format(&arena, "%s%s%s", "这是很长的一行文字，👨‍👩‍👧‍👦也在里面，", "他说!后面还有，", "这是很长的一行文字，一直到这里。");
	size_t place = (size_t)(strchr(text.data, '!') - text.data);
	struct region region = {.begin = {.byte = place, .line = 7, .byte_column = (uint32_t)place + 1}, .end = {.byte = place + 1, .line = 7}};
	for (unsigned cells = 28; cells < 100; cells++) {
		write_excerpt(out, text, &region, &(struct writer_options){.ambiguous_width = 1, .cells = cells}, STYLE_NONE, &arena);
		putc(0, out);
		const char *lines = take(), *end = strchr(lines, '\n'), *caret = strchr(end, '^'), *mark = strchr(lines, '!');
		ck_assert_uint_le(wrap_cells((struct str){lines, (size_t)(end - lines)}, 1), cells);
		ck_assert_ptr_nonnull(mark);
		ck_assert_uint_eq(wrap_cells((struct str){lines, (size_t)(mark - lines)}, 1), (unsigned)(caret - end - 1));
	}
}
END_TEST

START_TEST(colours_mark_the_region_and_the_caret)
{
	struct region region = {.begin = {.byte = 3, .line = 7, .byte_column = 4}, .end = {.byte = 6, .line = 7}};
	write_excerpt(out, STR("新闻稿"), &region, &(struct writer_options){.ambiguous_width = 1, .color = true}, STYLE_ERROR, &arena);
	putc(0, out);
	ck_assert_str_eq(take(), "    7 | 新\033[1;31m闻\033[0m稿\n      |   \033[1;31m^~\033[0m\n");
}
END_TEST

START_TEST(only_the_first_line_of_a_region_is_shown)
{
	ck_assert_str_eq(excerpt(STR("一二\r\n三四"), 3, 14, 2), "    7 | 一二\n      |   ^~\n");
}
END_TEST

START_TEST(numbers_are_masked)
{
	ck_assert_str_eq(excerpt(STR("电话13812345678!"), 17, 18, 2), "    7 | 电话138******78!\n      |                ^\n");
}
END_TEST

static struct str repeat(const char *text, size_t count)
{
	size_t size = strlen(text);
	char *all = arena_alloc(&arena, size * count + 1);
	for (size_t i = 0; i < count; i++)
		memcpy(all + i * size, text, size);
	return (struct str){all, size * count};
}

static unsigned cells_of(const char *line)
{
	unsigned cells = 0;
	for (const char *at = line; *at != '\n';) {
		int width = character_width(character_decode(&at), 2);
		cells += width > 0 ? (unsigned)width : 0;
	}
	return cells - 8; /* the margin */
}

START_TEST(long_lines_are_cut_round_the_place)
{
	struct str text = repeat("文", 1000);
	const char *middle = excerpt(text, 1500, 1503, 2);
	ck_assert_ptr_nonnull(strstr(middle, "| …文"));
	ck_assert_ptr_nonnull(strstr(middle, "文…\n"));
	ck_assert_uint_le(cells_of(middle), 104);
	const char *caret = strstr(strchr(middle, '\n'), "^~");
	ck_assert_int_eq(caret - strchr(middle, '\n') - 1, 8 + 2 + 40);
	const char *first = excerpt(text, 0, 3, 2);
	ck_assert_ptr_null(strstr(first, "| …"));
	ck_assert_ptr_nonnull(strstr(first, "文…\n      | ^~\n"));
	const char *last = excerpt(text, 2997, 3000, 2);
	ck_assert_ptr_nonnull(strstr(last, "| …文"));
	ck_assert_ptr_null(strstr(last, "文…\n"));
}
END_TEST

START_TEST(a_wide_region_is_cut_too)
{
	const char *text = excerpt(repeat("文", 1000), 300, 2700, 2);
	ck_assert_ptr_nonnull(strstr(text, "文…\n"));
	ck_assert_uint_le(strlen(strchr(text, '\n') + 1), 8 + 104 + 1);
}
END_TEST

START_TEST(broken_text_does_not_matter)
{
	struct str text = repeat("\xE4\xBD\x80\x80", 300);
	for (size_t byte = 0; byte < text.size; byte += 37)
		ck_assert_ptr_nonnull(strchr(excerpt(text, byte, byte + 1, 2), '^'));
}
END_TEST

/* A finding with everything: key, related place, fix, a personal number. */
static const struct check_message sample_messages[] = {
	{"first", "“{0}” is wrong", SEVERITY_NOTE, PROFILE_DEFAULT, CONFIDENCE_HIGH},
	{NULL, "“{0}” is wrong too", SEVERITY_ERROR, PROFILE_DEFAULT, CONFIDENCE_HIGH},
	{0},
};
static const struct check sample = {.struct_size = sizeof sample, .name = "sample", .summary = "a sample", .messages = sample_messages};
static const char sample_source[] = "电话13812345678，\n新闻😀!\n";

static const struct related sample_related = {
	.region = {.begin = {.byte = 0, .line = 1, .column = 1, .byte_column = 1, .utf16_column = 1, .display_column = 1, .narrow_column = 1},
		.end = {.byte = 6, .line = 1, .column = 3, .byte_column = 7, .utf16_column = 3, .display_column = 5, .narrow_column = 5}},
	.text = "see “{0}”",
	.argument = {"13812345678", 11},
};
static const struct region sample_region = {
	.begin = {.byte = 31, .line = 2, .column = 4, .byte_column = 11, .utf16_column = 5, .display_column = 7, .narrow_column = 6},
	.end = {.byte = 32, .line = 2, .column = 5, .byte_column = 12, .utf16_column = 6, .display_column = 8, .narrow_column = 7},
};
static const struct str sample_argument = {"!", 1};
static struct edit sample_edit;

static struct diagnostic sample_diagnostic(void)
{
	sample_edit = (struct edit){sample_region, STR("！")};
	return (struct diagnostic){.path = "a b/新.txt", .check = &sample, .message = &sample_messages[0], .severity = SEVERITY_WARNING,
		.confidence = CONFIDENCE_MEDIUM, .region = sample_region, .arguments = &sample_argument, .argument_count = 1, .related = &sample_related,
		.related_count = 1, .edits = &sample_edit, .edit_count = 1, .fix_kind = FIX_UNSAFE, .source = STR(sample_source)};
}

static const char *print_findings(const struct writer *writer, struct writer_options options, const struct diagnostic *diagnostics, size_t count)
{
	void *state = writer->begin(out, &options, &arena);
	for (size_t i = 0; i < count; i++)
		writer->finding(state, &diagnostics[i], &arena);
	if (writer->failure) {
		writer->failure(state, "no\nfile", "cannot \"open\"");
		writer->failure(state, NULL, "cannot write");
	}
	struct writer_summary summary = {.files = 1, .failures = 2, .findings = {0, 1, 0},
		.capped = (struct capped[]){{"b.txt", &sample, 0}}, .capped_count = 1};
	if (writer->end)
		writer->end(state, &summary);
	putc(0, out);
	return take();
}

static const char *print_finding(const char *format, struct writer_options options)
{
	struct diagnostic diagnostic = sample_diagnostic();
	return print_findings(writer_find(format), options, &diagnostic, 1);
}

START_TEST(gcc_prints_lines)
{
	ck_assert_str_eq(print_finding("gcc", (struct writer_options){.ambiguous_width = 2}),
		"a b/新.txt:2:4: warning: “!” is wrong [sample]\n"
		"a b/新.txt:1:1: note: see “138******78”\n");
	static const struct {
		struct writer_options options;
		const char *column;
	} units[] = {
		{{.column_unit = COLUMN_BYTE, .ambiguous_width = 2}, ":2:11: "},
		{{.column_unit = COLUMN_UTF16, .ambiguous_width = 2}, ":2:5: "},
		{{.column_unit = COLUMN_DISPLAY, .ambiguous_width = 2}, ":2:7: "},
		{{.column_unit = COLUMN_DISPLAY, .ambiguous_width = 1}, ":2:6: "},
	};
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		ck_assert_ptr_nonnull(strstr(print_finding("gcc", units[i].options), units[i].column));
}
END_TEST

START_TEST(gcc_shows_both_places)
{
	ck_assert_str_eq(print_finding("gcc", (struct writer_options){.show_source = true, .ambiguous_width = 2}),
		"a b/新.txt:2:4: warning: “!” is wrong [sample]\n"
		"    2 | 新闻😀!\n"
		"      |       ^\n"
		"a b/新.txt:1:1: note: see “138******78”\n"
		"    1 | 电话138******78，\n"
		"      | ^~~~\n");
}
END_TEST

#define SAMPLE_REGION \
	"\"region\":{\"begin\":{\"line\":2,\"column\":4,\"utf16_column\":5,\"byte_column\":11,\"offset\":31}," \
	"\"end\":{\"line\":2,\"column\":5,\"utf16_column\":6,\"byte_column\":12,\"offset\":32}}"

#define SAMPLE_SUMMARY \
	"\"summary\":{\"files\":1,\"failures\":2,\"errors\":0,\"warnings\":1,\"notes\":0," \
	"\"capped\":[{\"path\":\"b.txt\",\"check\":\"sample\",\"limit\":10000}]}"

static const char *without_fingerprint(const char *text)
{
	char *at = strstr(text, "\"fingerprint\":\"");
	ck_assert_ptr_nonnull(at);
	ck_assert_int_eq(at[15 + 16], ':');
	memset(at + 15, 'f', 16);
	return text;
}

START_TEST(json_holds_everything)
{
	ck_assert_str_eq(without_fingerprint(print_finding("jsonl", (struct writer_options){0})),
		"{\"path\":\"a b/新.txt\",\"check\":\"sample\",\"key\":\"first\",\"severity\":\"warning\",\"confidence\":\"medium\","
		"\"message\":\"“!” is wrong\",\"fingerprint\":\"ffffffffffffffff:1\",\"converted\":false," SAMPLE_REGION
		",\"related\":[{\"message\":\"see “138******78”\",\"region\":{\"begin\":{\"line\":1,\"column\":1,\"utf16_column\":1,\"byte_column\":1,"
		"\"offset\":0},\"end\":{\"line\":1,\"column\":3,\"utf16_column\":3,\"byte_column\":7,\"offset\":6}}}],"
		"\"fix\":{\"safe\":false,\"edits\":[{\"replacement\":\"！\"," SAMPLE_REGION "}]}}\n"
		"{\"failure\":{\"path\":\"no\\nfile\",\"message\":\"cannot \\\"open\\\"\"}}\n"
		"{\"failure\":{\"path\":null,\"message\":\"cannot write\"}}\n"
		"{" SAMPLE_SUMMARY "}\n");
}
END_TEST

START_TEST(json_is_one_object)
{
	const char *text = print_finding("json", (struct writer_options){0});
	ck_assert_ptr_nonnull(strstr(text, "\"failures\":[\n{\"path\":\"no\\nfile\","));
	ck_assert_ptr_nonnull(strstr(text, SAMPLE_SUMMARY "}\n"));
	text = print_findings(&writer_json, (struct writer_options){0}, NULL, 0);
	ck_assert_ptr_nonnull(strstr(text, "\n\"findings\":[],\n\"failures\":["));
}
END_TEST

START_TEST(offsets_are_those_of_the_file)
{
	struct diagnostic diagnostic = sample_diagnostic();
	diagnostic.skipped = 3;
	const char *text = print_findings(&writer_jsonl, (struct writer_options){0}, &diagnostic, 1);
	ck_assert_ptr_nonnull(strstr(text, "\"byte_column\":11,\"offset\":34}"));
	text = print_findings(&writer_sarif, (struct writer_options){0}, &diagnostic, 1);
	ck_assert_ptr_nonnull(strstr(text, "\"byteOffset\":34,\"byteLength\":1"));
	diagnostic.converted = true;
	text = print_findings(&writer_sarif, (struct writer_options){0}, &diagnostic, 1);
	ck_assert_ptr_null(strstr(text, "byteOffset"));
}
END_TEST

START_TEST(a_fix_never_shows_a_personal_number)
{
	struct diagnostic diagnostic = sample_diagnostic();
	sample_edit.replacement = STR("13812345678");
	const char *text = print_findings(&writer_jsonl, (struct writer_options){0}, &diagnostic, 1);
	ck_assert_ptr_nonnull(strstr(text, "\"fix\":null}"));
	ck_assert_ptr_null(strstr(text, "13812345678"));
	text = print_findings(&writer_sarif, (struct writer_options){0}, &diagnostic, 1);
	ck_assert_ptr_null(strstr(text, "\"fixes\""));
	ck_assert_ptr_null(strstr(text, "13812345678"));
}
END_TEST

START_TEST(sarif_has_what_the_standard_asks)
{
	static const char *const parts[] = {
		"\"version\":\"2.1.0\"",
		"\"columnKind\":\"unicodeCodePoints\"",
		"{\"ruleId\":\"sample\",\"ruleIndex\":0,\"level\":\"warning\",\"message\":{\"text\":\"“!” is wrong\"}",
		"\"artifactLocation\":{\"uri\":\"a%20b/%E6%96%B0.txt\"}",
		"\"region\":{\"startLine\":2,\"startColumn\":4,\"endLine\":2,\"endColumn\":5,\"byteOffset\":31,\"byteLength\":1,\"snippet\":{\"text\":\"!\"}}",
		"\"relatedLocations\":[{\"id\":1,\"message\":{\"text\":\"see “138******78”\"},\"physicalLocation\":",
		"\"fixes\":[{\"properties\":{\"safe\":false},\"artifactChanges\":[",
		"\"insertedContent\":{\"text\":\"！\"}",
		"\"properties\":{\"confidence\":\"medium\",\"key\":\"first\"}",
		"{\"id\":\"sample\",\"defaultConfiguration\":{\"level\":\"error\"},\"shortDescription\":{\"text\":\"a sample\"},"
		"\"fullDescription\":{\"text\":\"a sample\"},\"properties\":{\"tags\":[\"sample\"]}}",
		"\"executionSuccessful\":false",
		"{\"level\":\"error\",\"message\":{\"text\":\"cannot \\\"open\\\"\"},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"no%0Afile\"}}}]}",
		"{\"level\":\"error\",\"message\":{\"text\":\"cannot write\"}}",
		"{\"level\":\"warning\",\"message\":{\"text\":\"only the first 10000 findings of sample are shown\"},\"locations\":"
		"[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"b.txt\"}}}],\"associatedRule\":{\"id\":\"sample\",\"index\":0}}",
	};
	const char *text = print_finding("sarif", (struct writer_options){0});
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		ck_assert_msg(strstr(text, parts[i]) != NULL, "no %s in %s", parts[i], text);
}
END_TEST

START_TEST(sarif_snippets_are_masked)
{
	struct diagnostic diagnostic = sample_diagnostic();
	diagnostic.region = (struct region){.begin = {.byte = 9, .line = 1, .column = 6, .byte_column = 10}, .end = {.byte = 15, .line = 1, .column = 12, .byte_column = 16}};
	const char *text = print_findings(&writer_sarif, (struct writer_options){0}, &diagnostic, 1);
	ck_assert_ptr_nonnull(strstr(text, "\"snippet\":{\"text\":\"******\"}"));
}
END_TEST

/* The fingerprints of two findings of one text, one after the other. */
static void fingerprints_of(const char *source, size_t begin, uint32_t byte_column, char prints[2][20])
{
	struct diagnostic diagnostics[2] = {sample_diagnostic(), sample_diagnostic()};
	for (int i = 0; i < 2; i++) {
		diagnostics[i].source = str_from(source);
		diagnostics[i].region.begin.byte = begin;
		diagnostics[i].region.begin.byte_column = byte_column;
	}
	const char *at = print_findings(&writer_jsonl, (struct writer_options){0}, diagnostics, 2);
	for (int i = 0; i < 2; i++) {
		at = strstr(at, "\"fingerprint\":\"") + 15;
		snprintf(prints[i], 20, "%.18s", at);
		at++;
	}
}

START_TEST(fingerprints_depend_on_their_line_only)
{
	char here[2][20], elsewhere[2][20], changed[2][20];
	fingerprints_of("一二!\n", 6, 7, here);
	fingerprints_of("前\n\n  一二!\r\n后", 13, 9, elsewhere);
	fingerprints_of("一三!\n", 6, 7, changed);
	ck_assert_str_eq(here[0], elsewhere[0]);
	ck_assert_str_eq(here[1], elsewhere[1]);
	ck_assert_str_ne(here[0], here[1]);
	ck_assert_int_eq(here[0][16], ':');
	ck_assert_int_eq(here[0][17], '1');
	ck_assert_int_eq(here[1][17], '2');
	ck_assert_str_ne(here[0], changed[0]);
}
END_TEST

/* What goes on from the title into the text ends with the title. */
START_TEST(a_region_is_of_one_member)
{
	static const struct record_names names = {"text", "title", "id"};
	struct record record = {.names = &names, .line = 1, .text_begin = 8, .text_line = 2};
	struct diagnostic diagnostic = sample_diagnostic();
	diagnostic.record = &record;
	diagnostic.source = STR("标题\n\n正文");
	diagnostic.region = (struct region){.begin = {.byte = 3, .line = 1, .column = 2, .byte_column = 4, .utf16_column = 2},
		.end = {.byte = 11, .line = 3, .column = 2, .byte_column = 4, .utf16_column = 2}};
	const char *text = print_findings(&writer_jsonl, (struct writer_options){0}, &diagnostic, 1);
	ck_assert_ptr_nonnull(strstr(text, "\"in_record\":{\"field\":\"title\",\"begin\":{\"line\":1,\"column\":2,\"utf16_column\":2,\"byte_column\":4,\"offset\":3},"
					   "\"end\":{\"line\":1,\"column\":3,\"utf16_column\":3,\"byte_column\":7,\"offset\":6}}"));
	text = print_findings(&writer_sarif, (struct writer_options){0}, &diagnostic, 1);
	ck_assert_ptr_nonnull(strstr(text, "\"field\":\"title\",\"startLine\":1,\"startColumn\":2,\"endLine\":1,\"endColumn\":3}"));
}
END_TEST

Suite *suite_output(void)
{
	Suite *suite = suite_create("output");
	TCase *cases = tcase_create("output");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, json_strings);
	tcase_add_test(cases, escapes_for_terminals);
	tcase_add_test(cases, a_caret_stands_under_wide_characters);
	tcase_add_test(cases, ambiguous_width_moves_the_caret);
	tcase_add_test(cases, emoji_take_two_cells_however_they_are_made);
	tcase_add_test(cases, a_place_inside_a_joined_character_is_the_whole);
	tcase_add_test(cases, a_line_is_cut_to_the_terminal);
	tcase_add_test(cases, colours_mark_the_region_and_the_caret);
	tcase_add_test(cases, an_empty_region_has_one_caret);
	tcase_add_test(cases, tabs_and_combining_marks);
	tcase_add_test(cases, what_shows_nothing_is_made_visible);
	tcase_add_test(cases, only_the_first_line_of_a_region_is_shown);
	tcase_add_test(cases, numbers_are_masked);
	tcase_add_test(cases, long_lines_are_cut_round_the_place);
	tcase_add_test(cases, a_wide_region_is_cut_too);
	tcase_add_test(cases, broken_text_does_not_matter);
	TCase *writers_case = tcase_create("writers");
	tcase_add_checked_fixture(writers_case, set_up, tear_down);
	tcase_add_test(writers_case, gcc_prints_lines);
	tcase_add_test(writers_case, gcc_shows_both_places);
	tcase_add_test(writers_case, json_holds_everything);
	tcase_add_test(writers_case, json_is_one_object);
	tcase_add_test(writers_case, offsets_are_those_of_the_file);
	tcase_add_test(writers_case, a_fix_never_shows_a_personal_number);
	tcase_add_test(writers_case, sarif_has_what_the_standard_asks);
	tcase_add_test(writers_case, sarif_snippets_are_masked);
	tcase_add_test(writers_case, fingerprints_depend_on_their_line_only);
	tcase_add_test(writers_case, a_region_is_of_one_member);
	suite_add_tcase(suite, writers_case);
	suite_add_tcase(suite, cases);
	return suite;
}
