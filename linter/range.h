/*
 * range: two figures with a line or 至 between them, FIRST with FIGURE_RANGE_BEGIN and SECOND the next figure: which end is the greater,
 * and what the text round them says about their order (needs figures).
 *
 * Nothing here says that a range is wrong.
 */
#ifndef KANLINT_RANGE_H
#define KANLINT_RANGE_H

#include "figure.h"

/* A number that counts or numbers: no date, code or score. */
bool range_is_quantity(const struct figure *figure);

/*
 * Both ends are known and the first is greater. In 3.6—3.2亿元 the 亿 is for both, but 3000—5万元 means what it says. 101—10页,
 * 1998—99年 and 2000—01年度 leave out what both ends share: they do not run backwards.
 */
bool range_runs_backwards(const struct article *article, const struct figure *first, const struct figure *second);

/* 60—50岁、50—40岁、40—30岁: other ranges of this sentence and unit run backwards: somebody counts down, or the numbers are no ranges. */
bool range_has_company(const struct article *article, const struct figure *first);

/* Words that tell of a change or count down (由, 下降, 海拔), before AT in its clause. */
bool range_follows_change(const struct article *article, uint32_t at);

/* 赛前30～20分钟, 出发前3～1天: what stands before AT makes it the time that is left. */
bool range_counts_down(const struct article *article, uint32_t at);

/* 10—3=7, 3+5-2 */
bool range_is_arithmetic(const struct article *article, const struct figure *first, const struct figure *second);

/* 10-6米 was 10⁻⁶米 before its markup was lost. */
bool range_is_power_of_ten(const struct article *article, const struct figure *first, const struct figure *second);

/* 页 and 章 name places in a book: 101—10页 is 101 to 110. */
bool range_unit_is_place(const struct article *article, struct span unit);

#endif
