/*
 * hostile: rows of numbers that nobody writes, with every check on. Four times the text must not take more than eight times the
 * time; under the sanitizers nothing may overflow.
 *
 * usage: hostile DATA [BYTES [PIECE]]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "harness.h"

enum { SMALL = 250000, TIMES = 4, SLOWER = 8 };

/* Seconds that no machine is asked to tell apart. */
static const double trifle = 0.15;

static const char *const pieces[] = {"9", "一", "〇", "亿", "壹亿", "亿万", "千百十", "二OO", "○", "1,", "1,000,", "1.", "1-", "−", "-", "－3", "1e999 ", "1:", "3：",
	"1/", "3/4/", "A1", "半", "两个半", "三成五", "一米八", "三块五毛", "百分之", "三分之", "5%", "5%、", "％", "3‰，", "月", "5月", "日", "第", "第三", "第一、", "年", "2024年",
	"2024-05-01", "8:30", "8时", "点", "三点", "上午", "星期", "星期三", "周三", "（三）", "5月1日（星期三）", "3人", "3人、", "三人，", "3万人次；", "3元/", "3元/吨", "1 ", "三 ",
	"三至", "3—", "3～5", "由3到", "五比", "3:2，", "“三", "“三”", "一是", "一是甲；", "（一）", "①", "其一，", "首先，其次，", "一、", "1、2、", "\n一、甲。", "\n1. 甲", "\n3人",
	"\n（一）甲\n1. 乙\n", "三项：甲、乙、", "三项措施：", "三项，", "甲、乙两人", "东湖、西湖3个", "共3人，", "共3人，其中", "其中3人，", "男3人、女2人，", "由3家增至5家，", "增长5%，",
	"由3家增至5家，增长5%。", "比上年增长5%，", "同比", "翻一番", "3倍", "3岁，", "1998年成立，", "成立20周年", "约", "约3", "近3人左右", "多", "余", "几十", "十几", "数百",
	"110101199001011237", "13800138000", "978-7-", "电话", "KW", "3x4", "（3", "3）", "「3", "3人。", "3人\n\n", "3亿4500万元，", "GDP3亿元，增长3%；"};

/* User time, as the machine may be busy with other things. */
static double lint_seconds(const char *piece, size_t size)
{
	size_t length = strlen(piece);
	char *text = malloc(size + length + 1);
	clock_t begin;
	if (!text)
		exit(2);
	for (size_t i = 0; i < size; i += length)
		memcpy(text + i, piece, length);
	size = size / length * length;
	begin = clock();
	harness_lint("hostile.txt", text, size);
	free(text);
	return (double)(clock() - begin) / CLOCKS_PER_SEC;
}

static bool is_linear(const char *piece, size_t size)
{
	double once = 0, more = 0;
	/* A second look at what seems slow: the first may have met a busy machine. */
	for (int look = 0; look < 3; look++) {
		once = lint_seconds(piece, size);
		more = lint_seconds(piece, TIMES * size);
		if (more < trifle || more < SLOWER * once)
			return true;
	}
	printf("hostile: “%s”: %.2f s, four times as much %.2f s\n", piece, once, more);
	return false;
}

int main(int argc, char **argv)
{
	size_t size = argc > 2 ? strtoul(argv[2], NULL, 10) : SMALL;
	unsigned slow = 0, rows = sizeof pieces / sizeof *pieces;
	if (argc < 2 || size == 0) {
		fprintf(stderr, "usage: hostile DATA [BYTES [PIECE]]\n");
		return 2;
	}
	harness_init(argv[1]);
	if (argc > 3)
		return !is_linear(argv[3], size);
	for (unsigned i = 0; i < rows; i++)
		slow += !is_linear(pieces[i], size);
	printf("hostile: %u rows, %u not linear\n", rows, slow);
	return slow > 0;
}
