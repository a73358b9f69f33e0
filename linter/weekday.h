/*
 * weekday: the day of the week that a text names. 星期三, 周三, 週三, 礼拜三, 星期日, 星期天; but not 每周三次, 一周三天, 下周一起去,
 * 四周一片, 本周日程, where 周 and the numeral belong to different words.
 *
 * Constant time for a place. The numeral of a weekday is no figure.
 */
#ifndef KANLINT_WEEKDAY_H
#define KANLINT_WEEKDAY_H

#include "article.h"

/*
 * The weekday whose name begins at a position: 1 is Monday, 7 is Sunday (ISO 8601), as in calendar.h; 0: none. *END is where the name
 * ends. Whether it is every such day (每周三) or the one of a date must be asked of the words round it.
 */
int weekday_at(const struct article *article, uint32_t at, uint32_t *end);

/*
 * The weekday in brackets behind a date: （三）, (週三), （星期三）, also with more after it: （周三，农历初五）. AT is the opening bracket,
 * *END where the name ends. Elsewhere （三） is a list marker: ask only where a date ends.
 */
int weekday_in_brackets(const struct article *article, uint32_t at, uint32_t *end);

#endif
