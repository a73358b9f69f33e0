/* automaton: texts found in one pass. */
#include <check.h>

#include "../article.h"
#include "../../linter/automaton_p.h"

/* Builds an automaton over texts, which end in NULL; VALUE of each is its place. */
static struct automaton automaton_of(const char *const *list, struct automaton_text *texts)
{
	struct automaton automaton;
	uint32_t count = 0;
	for (; list[count]; count++) {
		const char *at = list[count];
		uint32_t *cp = ARENA_ARRAY(&test_arena, uint32_t, strlen(at)), length = 0;
		while (*at)
			cp[length++] = character_decode(&at);
		texts[count] = (struct automaton_text){cp, length, count};
	}
	automaton_build(&automaton, texts, count, &test_arena);
	ck_assert(automaton_is_sound(&automaton, count));
	return automaton;
}

/* The texts found in another, as PLACE:VALUE. */
static const char *found_in(const char *const *list, const char *text)
{
	struct automaton_text texts[16];
	struct automaton_end ends[8];
	struct automaton automaton = automaton_of(list, texts);
	struct str out = STR("");
	uint32_t cp[AUTOMATON_BLOCK + 2] = {0}, length = 0;
	while (*text)
		cp[length++] = character_decode(&text);
	for (uint32_t at = 0; at < length; at++) {
		uint32_t count = automaton_find(&automaton, cp + at, length - at, ends, 8);
		ck_assert(count == 0 || automaton_candidates(&automaton, cp + at, 1));
		ck_assert(count == 0 || ends[count - 1].length == 1 || automaton_may_begin(&automaton, cp + at));
		ck_assert((automaton_candidates(&automaton, cp, AUTOMATON_BLOCK) >> at & 1) == automaton_candidates(&automaton, cp + at, 1));
		for (uint32_t i = 0; i < count; i++)
			out = arena_format(&test_arena, "%.*s%s%u:%u", (int)out.size, out.data, out.size ? " " : "", at, texts[ends[i].first].value);
	}
	return arena_format(&test_arena, "%.*s", (int)out.size, out.data).data;
}

START_TEST(all_at_a_place)
{
	static const char *const list[] = {"安装", "安", "安装工", "装工", NULL};
	ck_assert_str_eq(found_in(list, "请安装工人"), "1:1 1:0 1:2 2:3");
	ck_assert_str_eq(found_in(list, "装"), "");
	ck_assert_str_eq(found_in(list, "心安"), "1:1");
}
END_TEST

START_TEST(the_same_text_twice)
{
	static const char *const list[] = {"自已", "A", "自已", "😀字", NULL};
	ck_assert_str_eq(found_in(list, "自已A😀字"), "0:0 2:1 3:3");
}
END_TEST

START_TEST(nothing_to_find)
{
	static const char *const list[] = {NULL};
	ck_assert_str_eq(found_in(list, "自已"), "");
}
END_TEST

START_TEST(damage)
{
	static const char *const list[] = {"安装", "安全", NULL};
	struct automaton_text texts[2];
	struct automaton automaton = automaton_of(list, texts);
	struct automaton_node nodes[8];
	ck_assert_uint_le(automaton.node_count, 8);
	for (uint32_t i = 0; i + 1 < automaton.node_count; i++) {
		memcpy(nodes, automaton.nodes, automaton.node_count * sizeof *nodes);
		nodes[i].children = 100;
		ck_assert(!automaton_is_sound(&(struct automaton){nodes, automaton.node_count, automaton.filter, automaton.filter_bits, false}, 2));
		nodes[i].children = i;
		ck_assert(!automaton_is_sound(&(struct automaton){nodes, automaton.node_count, automaton.filter, automaton.filter_bits, false}, 2));
	}
	ck_assert(!automaton_is_sound(&automaton, 1));
	ck_assert(!automaton_is_sound(&(struct automaton){automaton.nodes, automaton.node_count, automaton.filter, 100, false}, 2));
}
END_TEST

Suite *suite_automaton(void);

Suite *suite_automaton(void)
{
	Suite *suite = suite_create("automaton");
	TCase *test = tcase_create("all");
	tcase_add_unchecked_fixture(test, test_open, test_close);
	tcase_add_test(test, all_at_a_place);
	tcase_add_test(test, the_same_text_twice);
	tcase_add_test(test, nothing_to_find);
	tcase_add_test(test, damage);
	suite_add_tcase(suite, test);
	return suite;
}
