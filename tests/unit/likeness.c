/* likeness: how characters sound and look. */
#include <check.h>

#include "../article.h"
#include "../../linter/likeness.h"

static uint32_t first_of(const char **text)
{
	return character_decode(text);
}

static enum likeness_sound sound(const char *pair)
{
	uint32_t a = first_of(&pair), b = first_of(&pair);
	struct likeness likeness = likeness_of(test_data, a, b), other = likeness_of(test_data, b, a);
	ck_assert_int_eq(likeness_sound(&likeness), likeness_sound(&other));
	return likeness_sound(&likeness);
}

static bool shape(const char *pair)
{
	uint32_t a = first_of(&pair), b = first_of(&pair);
	struct likeness likeness = likeness_of(test_data, a, b), other = likeness_of(test_data, b, a);
	ck_assert_int_eq(likeness_shape(&likeness), likeness_shape(&other));
	return likeness_shape(&likeness);
}

START_TEST(sounds)
{
	static const char *const same[] = {"城诚", "釜斧", "厉历", "城誠", "的得", "绿率", "行航", "己挤"};
	static const char *const near[] = {"因英", "针争", "是四", "南兰", "恨横", "胡服"};
	static const char *const other[] = {"人天", "城山", "aa", "城a", "。，"};
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		ck_assert_msg(sound(same[i]) == SOUND_SAME, "%s", same[i]);
	for (size_t i = 0; i < sizeof near / sizeof *near; i++)
		ck_assert_msg(sound(near[i]) == SOUND_NEAR, "%s", near[i]);
	for (size_t i = 0; i < sizeof other / sizeof *other; i++)
		ck_assert_msg(sound(other[i]) == SOUND_OTHER, "%s", other[i]);
}
END_TEST

START_TEST(shapes)
{
	static const char *const like[] = {"已己", "未末", "城诚", "晴睛", "拙绌", "侯候", "戊戍"};
	static const char *const unlike[] = {"人水", "城山", "因英", "城a"};
	for (size_t i = 0; i < sizeof like / sizeof *like; i++)
		ck_assert_msg(shape(like[i]), "%s", like[i]);
	for (size_t i = 0; i < sizeof unlike / sizeof *unlike; i++)
		ck_assert_msg(!shape(unlike[i]), "%s", unlike[i]);
}
END_TEST

Suite *suite_likeness(void);

Suite *suite_likeness(void)
{
	Suite *suite = suite_create("likeness");
	TCase *characters = tcase_create("characters");
	tcase_add_checked_fixture(characters, test_open, test_close);
	tcase_add_test(characters, sounds);
	tcase_add_test(characters, shapes);
	suite_add_tcase(suite, characters);
	return suite;
}
