/* json: members that are wanted, texts and their bytes in the file, what is no JSON. */
#include <check.h>
#include <stdio.h>

#include "../../linter/input/json_scan_p.h"

Suite *suite_json(void);

static struct arena arena;
static struct json_value values[JSON_WANTED];
static struct json_fault fault;

static void set_up(void)
{
	arena_init(&arena);
}

static void tear_down(void)
{
	arena_release(&arena);
}

static bool scan(const char *text, const char *first, const char *second)
{
	const char *const paths[JSON_WANTED] = {first, second};
	fault = (struct json_fault){0};
	return json_scan(str_from(text), paths, values, &arena, &fault);
}

static void expect_raw(int index, enum json_kind kind, const char *raw)
{
	ck_assert_int_eq(values[index].kind, kind);
	ck_assert_uint_eq(values[index].raw.size, strlen(raw));
	ck_assert_mem_eq(values[index].raw.data, raw, strlen(raw));
}

START_TEST(members_are_found_at_any_depth)
{
	ck_assert(scan("{\"x\":{\"text\":1},\"text\":\"a\",\"data\":{\"n\":[{}],\"text\":\"b\"}}", "text", "data.text"));
	expect_raw(0, JSON_STRING, "a");
	expect_raw(1, JSON_STRING, "b");
	ck_assert(scan("{\"a.b\":1,\"a\":{\"b.c\":{\"d\":[1, 2]}}}", "a.b", "a.b.c.d"));
	expect_raw(0, JSON_NUMBER, "1");
	expect_raw(1, JSON_ARRAY, "[1, 2]");
	ck_assert(scan(" { } ", "a", "b"));
	ck_assert_int_eq(values[0].kind, JSON_MISSING);
	ck_assert(scan("{\"\":true,\"\\u0061\":false,\"ab\":null}", "a", "ab"));
	expect_raw(0, JSON_FALSE, "false");
	expect_raw(1, JSON_NULL, "null");
}
END_TEST

static const struct {
	const char *text;
	size_t byte;
} broken[] = {
	{"", 0}, {"x", 0}, {"[]", 0}, {"\"a\"", 0}, {"{", 1}, {"{\"a\"", 4}, {"{\"a\":", 5}, {"{\"a\":1", 6}, {"{\"a\":1,}", 7}, {"{\"a\":1}1", 7},
	{"{a:1}", 1}, {"{\"a\":'1'}", 5}, {"{\"a\":01}", 6}, {"{\"a\":+1}", 5}, {"{\"a\":.5}", 5}, {"{\"a\":1.}", 7}, {"{\"a\":1e}", 7}, {"{\"a\":-}", 6},
	{"{\"a\":tru}", 5}, {"{\"a\":NaN}", 5}, {"{\"a\":[1,]}", 8}, {"{\"a\":[1}", 7}, {"{\"a\":{]}", 6}, {"{\"a\":\"x\ty\"}", 7}, {"{\"a\":\"\\q\"}", 6},
	{"{\"a\":\"\\u12\"}", 6}, {"{\"a\":\"x", 5}, {"{\"a\":1,\"a\":2}", 7}, {"{\"a\":1 \"b\":2}", 7}, {"\xEF\xBB\xBF{}", 0},
};

START_TEST(faults_have_their_place)
{
	ck_assert_msg(!scan(broken[_i].text, "a", NULL), "%s is taken", broken[_i].text);
	ck_assert_msg(fault.byte == broken[_i].byte, "%s: the fault is at %zu", broken[_i].text, fault.byte);
	ck_assert_uint_gt(strlen(fault.error.text), 0);
}
END_TEST

START_TEST(depth_has_an_end)
{
	char text[2 * JSON_DEPTH + 64], *end = text + (size_t)snprintf(text, sizeof text, "{\"b\":");
	for (int i = 0; i < JSON_DEPTH; i++)
		*end++ = '[';
	for (int i = 0; i < JSON_DEPTH; i++)
		*end++ = ']';
	memcpy(end, "}", 2);
	ck_assert(scan(text, "a", NULL));
	ck_assert(!scan(arena_format(&arena, "{\"b\":[%.*s]}", 2 * JSON_DEPTH, text + 5).data, "a", NULL));
	ck_assert_ptr_nonnull(strstr(fault.error.text, "deep"));
}
END_TEST

static const struct {
	const char *string, *text;
} strings[] = {
	{"", ""},
	{"好", "好"},
	{"\\u597D\\u597d", "好好"},
	{"a\\n\\r\\t\\b\\f\\/\\\\\\\"b", "a\n\r\t\b\f/\\\"b"},
	{"\\ud83d\\ude00x\\uD842\\uDFB7", "😀x𠮷"},
	{"好\\u000a好", "好\n好"},
};

START_TEST(texts_are_decoded_and_found_again)
{
	char object[200];
	struct str text;
	snprintf(object, sizeof object, "{\"a\":\"%s\"}", strings[_i].string);
	ck_assert(scan(object, "a", NULL));
	ck_assert(json_decode(&values[0], &text, &arena, &fault));
	ck_assert(str_equal(text, str_from(strings[_i].text)));
	struct json_walk walk = {.raw = values[0].raw};
	for (size_t byte = 0; byte <= text.size; byte++) {
		struct json_value rest = values[0];
		struct str tail;
		if (byte < text.size && ((unsigned char)text.data[byte] & 0xC0) == 0x80)
			continue;
		size_t at = json_walk_to(&walk, byte);
		rest.raw = (struct str){rest.raw.data + at, rest.raw.size - at};
		ck_assert(json_decode(&rest, &tail, &arena, &fault));
		ck_assert(str_equal(tail, (struct str){text.data + byte, text.size - byte}));
	}
	snprintf(object, sizeof object, "{\"a\":\"%.*s\"}", (int)json_encode(text, &arena).size, json_encode(text, &arena).data);
	ck_assert(scan(object, "a", NULL));
	ck_assert(json_decode(&values[0], &text, &arena, &fault));
	ck_assert(str_equal(text, str_from(strings[_i].text)));
}
END_TEST

static const struct {
	const char *string;
	size_t byte;
} no_texts[] = {{"x\\ud800", 1}, {"\\udc00", 0}, {"\\ud83d\\u0041", 0}, {"\\ud83d \\ude00", 0}, {"好\\u0000", 3}, {"\\ude00\\ud83d", 0}};

START_TEST(halves_and_nuls_are_no_text)
{
	struct json_value value = {JSON_STRING, str_from(no_texts[_i].string), true};
	struct str text;
	ck_assert(!json_decode(&value, &text, &arena, &fault));
	ck_assert_uint_eq(fault.byte, no_texts[_i].byte);
}
END_TEST

START_TEST(lists_are_of_strings)
{
	struct json_value value;
	size_t at = 0, count = 0;
	for (; json_next_string(STR("[ \"a\" ,\"b\\n\", \"\" ]"), &at, &value); count++)
		;
	ck_assert_uint_eq(count, 3);
	ck_assert(json_is_strings(STR("[]")));
	ck_assert(json_is_strings(STR("[ \"a\" , \"b\" ]")));
	ck_assert(!json_is_strings(STR("[\"a\",1]")));
	ck_assert(!json_is_strings(STR("[[]]")));
}
END_TEST

Suite *suite_json(void)
{
	Suite *suite = suite_create("json");
	TCase *tests = tcase_create("json");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, members_are_found_at_any_depth);
	tcase_add_loop_test(tests, faults_have_their_place, 0, sizeof broken / sizeof *broken);
	tcase_add_test(tests, depth_has_an_end);
	tcase_add_loop_test(tests, texts_are_decoded_and_found_again, 0, sizeof strings / sizeof *strings);
	tcase_add_loop_test(tests, halves_and_nuls_are_no_text, 0, sizeof no_texts / sizeof *no_texts);
	tcase_add_test(tests, lists_are_of_strings);
	suite_add_tcase(suite, tests);
	return suite;
}
