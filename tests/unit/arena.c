/* Memory from arenas: alignment, zeroes, clearing, and the limit that ends in the handler. */
#include <check.h>
#include <stdint.h>

#include "arena.h"

Suite *suite_arena(void);

START_TEST(memory_is_aligned_and_zeroed)
{
	struct arena arena;
	arena_init(&arena);
	for (size_t size = 1; size < 100000; size = size * 3 + 1) {
		unsigned char *memory = arena_alloc(&arena, size);
		ck_assert_uint_eq((uintptr_t)memory % 16, 0);
		for (size_t i = 0; i < size; i++)
			ck_assert_uint_eq(memory[i], 0);
		memset(memory, 0xAA, size);
	}
	arena_clear(&arena);
	unsigned char *again = arena_alloc(&arena, 64);
	for (size_t i = 0; i < 64; i++)
		ck_assert_uint_eq(again[i], 0);
	arena_release(&arena);
}
END_TEST

START_TEST(pushing_keeps_what_was_there)
{
	struct arena arena;
	int *numbers = NULL;
	size_t count = 0, capacity = 0;
	arena_init(&arena);
	for (int i = 0; i < 10000; i++)
		ARENA_PUSH(&arena, numbers, count, capacity, i);
	ck_assert_uint_eq(count, 10000);
	for (int i = 0; i < 10000; i++)
		ck_assert_int_eq(numbers[i], i);
	arena_release(&arena);
}
END_TEST

START_TEST(the_limit_jumps_to_the_handler)
{
	struct arena arena;
	jmp_buf overflow;
	volatile size_t got = 0;
	arena_init(&arena);
	arena.limit = 1 << 20;
	arena.overflow = &overflow;
	if (setjmp(overflow) == 0)
		for (;;) {
			arena_alloc(&arena, 1000);
			got += 1000;
		}
	ck_assert_uint_gt(got, 100000);
	ck_assert_uint_le(got, 1 << 20);
	arena_release(&arena);
}
END_TEST

START_TEST(a_size_that_overflows_is_an_overflow)
{
	struct arena arena;
	jmp_buf overflow;
	arena_init(&arena);
	arena.overflow = &overflow;
	if (setjmp(overflow) == 0) {
		arena_alloc_raw(&arena, SIZE_MAX - 3);
		ck_abort_msg("memory of that size cannot be");
	}
	arena_release(&arena);
}
END_TEST

START_TEST(formats_and_copies)
{
	struct arena arena;
	arena_init(&arena);
	struct str text = arena_format(&arena, "%d 项，%s", 3, "措施");
	ck_assert_str_eq(text.data, "3 项，措施");
	ck_assert_uint_eq(text.size, strlen("3 项，措施"));
	ck_assert_str_eq(arena_copy(&arena, (struct str){"abcdef", 3}).data, "abc");
	ck_assert_str_eq(arena_strdup(&arena, "xyz"), "xyz");
	arena_release(&arena);
}
END_TEST

Suite *suite_arena(void)
{
	Suite *suite = suite_create("arena");
	TCase *all = tcase_create("all");
	tcase_add_test(all, memory_is_aligned_and_zeroed);
	tcase_add_test(all, pushing_keeps_what_was_there);
	tcase_add_test(all, the_limit_jumps_to_the_handler);
	tcase_add_test(all, a_size_that_overflows_is_an_overflow);
	tcase_add_test(all, formats_and_copies);
	suite_add_tcase(suite, all);
	return suite;
}
