/* input: encodings, what is refused and with which sentence, URLs and addresses in plain text. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../../linter/input/reader_p.h"

Suite *suite_input(void);

static struct arena arena;
static struct input input;
static struct error error;

static void set_up(void)
{
	arena_init(&arena);
}

static void tear_down(void)
{
	arena_release(&arena);
}

/* Reads these bytes as a file. */
static bool read_bytes(const char *bytes, size_t size, const char *encoding)
{
	char path[64];
	int file = memfd_create("input", 0);
	ck_assert_int_eq(write(file, bytes, size), (ssize_t)size);
	snprintf(path, sizeof path, "/proc/self/fd/%d", file);
	error.text[0] = 0;
	bool done = input_read(&input, path, "input.txt", encoding, &arena, &error);
	close(file);
	return done;
}

#define READ(literal, encoding) read_bytes((literal), sizeof(literal) - 1, (encoding))

static void expect_text(const char *wanted)
{
	ck_assert_str_eq(error.text, "");
	ck_assert_uint_eq(input.text.size, strlen(wanted));
	ck_assert_mem_eq(input.text.data, wanted, strlen(wanted));
}

START_TEST(utf8_is_taken_as_it_is)
{
	ck_assert(READ("中文。\n", NULL));
	expect_text("中文。\n");
	ck_assert(!input.converted && input.skipped == 0);
	ck_assert(READ("", NULL));
	expect_text("");
	ck_assert(READ("中", "UTF-8"));
	expect_text("中");
}
END_TEST

START_TEST(a_mark_is_skipped)
{
	ck_assert(READ("\xEF\xBB\xBF中文", NULL));
	expect_text("中文");
	ck_assert_uint_eq(input.skipped, 3);
	ck_assert_uint_eq(input.bytes.size, 9);
}
END_TEST

START_TEST(utf16_by_its_mark)
{
	ck_assert(READ("\xFF\xFE\x2D\x4E\x87\x65\x3D\xD8\x00\xDE", NULL));
	expect_text("中文😀");
	ck_assert(input.converted);
	ck_assert(READ("\xFE\xFF\x4E\x2D\x65\x87", NULL));
	expect_text("中文");
	ck_assert(!READ("\xFF\xFE\x2D\x4E\x00\xDE", NULL));
	ck_assert_str_eq(error.text, "is not UTF-16: broken sequence at byte offset 4");
	ck_assert(!READ("\xFF\xFE\x2D\x4E\x87", NULL));
	ck_assert_str_eq(error.text, "is not UTF-16: broken sequence at byte offset 4");
}
END_TEST

START_TEST(other_encodings_by_name)
{
	ck_assert(READ("\xD6\xD0\xCE\xC4\xA1\xA3", "gb18030"));
	expect_text("中文。");
	ck_assert(READ("\xA4\xA4\xA4\xE5", "big5"));
	expect_text("中文");
	ck_assert(!READ("\xD6\xD0\xCE\xC4\xFF\xFF", "gb18030"));
	ck_assert_str_eq(error.text, "is not gb18030: broken sequence at byte offset 4");
	ck_assert(!READ("x", "gb18031"));
	ck_assert_str_eq(error.text, "cannot be read: there is no encoding “gb18031”; iconv --list names those there are");
	ck_assert(!READ("x", "gb18030//IGNORE"));
	ck_assert(!READ("x", ""));
}
END_TEST

/* A text of so many characters in another encoding, made by iconv from ours. */
static void expect_guess(const char *text, const char *encoding, const char *hint)
{
	char command[128], bytes[4096];
	char path[] = "/tmp/kanlint-test-XXXXXX";
	int file = mkstemp(path);
	ck_assert_int_eq(write(file, text, strlen(text)), (ssize_t)strlen(text));
	close(file);
	snprintf(command, sizeof command, "iconv -f utf-8 -t %s %s", encoding, path);
	FILE *pipe = popen(command, "r");
	size_t size = fread(bytes, 1, sizeof bytes, pipe);
	ck_assert_int_eq(pclose(pipe), 0);
	unlink(path);
	ck_assert(!read_bytes(bytes, size, NULL));
	ck_assert_msg(strncmp(error.text, "is not UTF-8: ", 14) == 0, "%s", error.text);
	if (hint)
		ck_assert_msg(strstr(error.text, hint) != NULL, "%s", error.text);
	else
		ck_assert_msg(strstr(error.text, "looks like") == NULL, "%s", error.text);
}

START_TEST(the_encoding_is_guessed)
{
	const char *hans = "今天上午，社区图书馆重新开门，来了很多读者。\n管理员说，新书还要再等一个月。\n";
	const char *hant = "今天上午，社區圖書館重新開門，來了很多讀者。\n管理員說，新書還要再等一個月。\n";
	expect_guess(hans, "gb18030", "; looks like GB18030; try --encoding=gb18030");
	expect_guess(hans, "gbk", "; looks like GB18030; try --encoding=gb18030");
	expect_guess(hant, "big5", "; looks like Big5; try --encoding=big5");
	expect_guess("测试文件。\n", "gb18030", "GB18030");
	expect_guess("測試檔案。\n", "big5", "Big5");
	expect_guess("Le café près de l'hôtel a été fermé à l'été, où était-il ?\n", "latin1", NULL);
	expect_guess("한국어로 쓴 글이다. 오늘 아침 도서관이 다시 문을 열었고 많은 사람이 찾아왔다. 새 책은 한 달을 더 기다려야 한다.\n", "euc-kr", NULL);
}
END_TEST

START_TEST(a_few_broken_bytes_are_let_through)
{
	char text[3000];
	memset(text, 'a', sizeof text);
	text[100] = text[200] = text[300] = '\xFF';
	ck_assert(read_bytes(text, sizeof text, NULL));
	text[400] = '\xFF';
	ck_assert(!read_bytes(text, sizeof text, NULL));
	ck_assert_str_eq(error.text, "is not UTF-8: 4 of its 3000 bytes are in broken sequences, the first at byte offset 100");
}
END_TEST

START_TEST(what_has_nul_is_no_text)
{
	ck_assert(!READ("\x7F""ELF\2\1\1\0\0\0", NULL));
	ck_assert_str_eq(error.text, "is not text: it has a NUL byte at byte offset 7");
	ck_assert(!READ("a\0b\0c\0\n\0", NULL));
	ck_assert_ptr_nonnull(strstr(error.text, "; looks like UTF-16; try --encoding=utf-16le"));
	ck_assert(!READ("\0a\0b", NULL));
	ck_assert_ptr_nonnull(strstr(error.text, "utf-16be"));
	ck_assert(READ("a\0b\0", "utf-16le"));
	expect_text("ab");
}
END_TEST

START_TEST(folders_and_devices_are_named)
{
	ck_assert(!input_read(&input, "/tmp", "/tmp", NULL, &arena, &error));
	ck_assert_str_eq(error.text, "is a folder, not a file");
	ck_assert(!input_read(&input, "/dev/null", "/dev/null", NULL, &arena, &error));
	ck_assert_str_eq(error.text, "is a device, not a file");
	ck_assert(!input_read(&input, "/nonexistent/a.txt", "a.txt", NULL, &arena, &error));
	ck_assert_str_eq(error.text, "there is no such file or folder");
}
END_TEST

/* The article of a plain text with each object shown as the source between [ and ]. */
static void expect_masks(const char *text, const char *wanted)
{
	struct input plain = {.path = "a.txt", .text = str_from(text)};
	const struct article *article = reader_article(&plain, &arena);
	char shown[1024];
	size_t size = 0;
	for (uint32_t i = article->begin; i < article->end; i++) {
		size_t begin = article_byte(article, i), end = article_byte_end(article, i + 1);
		bool object = article->cp[i] == CHARACTER_OBJECT;
		size += (size_t)snprintf(shown + size, sizeof shown - size, object ? "[%.*s]" : "%.*s", (int)(end - begin), text + begin);
	}
	ck_assert_str_eq(shown, wanted);
}

START_TEST(urls_are_masked)
{
	expect_masks("见https://example.org/a?b=1&c=2。后文", "见[https://example.org/a?b=1&c=2]。后文");
	expect_masks("网址（http://example.org/）和 www.example.com.cn，", "网址（[http://example.org/]）和 [www.example.com.cn]，");
	expect_masks("See http://example.org/a_(b), or (ftp://example.org/x).", "See [http://example.org/a_(b)], or ([ftp://example.org/x]).");
	expect_masks("https://example.org", "[https://example.org]");
	expect_masks("打开file:///etc/hosts看", "打开[file:///etc/hosts]看");
	expect_masks("比分3://4，://和a://", "比分3://4，://和a://");
	expect_masks("www.、www和WWW.EXAMPLE.COM、awww.a.b", "www.、www和[WWW.EXAMPLE.COM]、awww.a.b");
	expect_masks("http://example.org/路径", "[http://example.org/]路径");
}
END_TEST

START_TEST(addresses_are_masked)
{
	expect_masks("来信：zhang.san+a@mail.example.com.cn。", "来信：[zhang.san+a@mail.example.com.cn]。");
	expect_masks("信箱a@b.cc.", "信箱[a@b.cc].");
	expect_masks("@张三 你好 a@b 和 3@4.5 还有@", "@张三 你好 a@b 和 3@4.5 还有@");
	expect_masks("x@y.org,z@y.org", "[x@y.org],[z@y.org]");
}
END_TEST

START_TEST(hooks_are_found_wherever_they_stand)
{
	for (size_t before = 0; before < 70; before++) {
		char text[128], wanted[128];
		memset(text, '-', before);
		snprintf(text + before, sizeof text - before, " http://a.cn/ ");
		memset(wanted, '-', before);
		snprintf(wanted + before, sizeof wanted - before, " [http://a.cn/] ");
		expect_masks(text, wanted);
	}
}
END_TEST

/* A text of SIZE bytes, cut between its lines; the first TITLE bytes are its title. */
static void expect_pieces(size_t size, size_t title)
{
	struct arena own;
	char *text = arena_alloc_raw(&arena, size);
	size_t at = 0, from = 0, pieces = 0;
	for (size_t i = 0; i < size; i++)
		text[i] = i % 300 == 299 ? '\n' : 'x';
	input = (struct input){.path = "input.txt", .format = FORMAT_PLAIN, .text = {text, size}, .title_size = title};
	arena_init(&own);
	for (struct article *article; (article = reader_next(&input, &at, &own)); pieces++) {
		ck_assert_uint_eq(article->end - article->begin, at - from);
		ck_assert_msg(pieces > 0 || at >= title, "the title of %zu bytes of %zu is cut at %zu", title, size, at);
		ck_assert(at == size || text[at - 1] == '\n');
		ck_assert_int_eq(article->goes_on, at < size);
		from = at;
		arena_clear(&own);
	}
	ck_assert_uint_eq(at, size);
	ck_assert_uint_ge(pieces, (size - title) / (2 * INPUT_PIECE));
	arena_release(&own);
}

START_TEST(a_title_is_never_cut)
{
	static const size_t titles[] = {0, 1, 300, INPUT_PIECE - 1, INPUT_PIECE, INPUT_PIECE + 1, 4 * INPUT_PIECE, 5 * INPUT_PIECE, 6 * INPUT_PIECE - 1, 6 * INPUT_PIECE};
	expect_pieces(6 * INPUT_PIECE, titles[_i]);
}
END_TEST

Suite *suite_input(void)
{
	Suite *suite = suite_create("input");
	TCase *cases = tcase_create("input");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, utf8_is_taken_as_it_is);
	tcase_add_test(cases, a_mark_is_skipped);
	tcase_add_test(cases, utf16_by_its_mark);
	tcase_add_test(cases, other_encodings_by_name);
	tcase_add_test(cases, the_encoding_is_guessed);
	tcase_add_test(cases, a_few_broken_bytes_are_let_through);
	tcase_add_test(cases, what_has_nul_is_no_text);
	tcase_add_test(cases, folders_and_devices_are_named);
	tcase_add_test(cases, urls_are_masked);
	tcase_add_test(cases, addresses_are_masked);
	tcase_add_test(cases, hooks_are_found_wherever_they_stand);
	tcase_add_loop_test(cases, a_title_is_never_cut, 0, 10);
	suite_add_tcase(suite, cases);
	return suite;
}
