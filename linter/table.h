/*
 * table: the cells of a Markdown table, or of the rows of a plain text whose columns are set apart by tabs or several spaces.
 *
 * A row of a plain table is cut at its gaps, so that its columns are those of the table only if all rows have as many: others are no
 * tables here. At most TABLE_CELLS cells are read; a greater table is passed over. Linear.
 */
#ifndef KANLINT_TABLE_H
#define KANLINT_TABLE_H

#include "amount.h"

enum { TABLE_CELLS = 4096 };

struct table {
	struct span *cells; /* rows × columns, row by row; a missing one is empty */
	uint32_t rows, columns;
	uint32_t next;      /* the paragraph behind it */
};

/* The next table at or after the paragraph table->next (begin with a zeroed one), in an arena. False: there is none. */
bool table_next(const struct article *article, struct arena *arena, struct table *table);

static inline struct span table_cell(const struct table *table, uint32_t row, uint32_t column)
{
	return table->cells[row * table->columns + column];
}

/* The number that is all of a cell, but for its unit; NULL: there is none. */
const struct figure *table_number(const struct article *article, struct span cell);

/* A cell without text, or with a dash. */
bool table_is_blank(const struct article *article, struct span cell);

/* 合计, 总计, 小计 and the like, and nothing else. */
bool table_is_total(const struct article *article, struct span cell);
bool table_is_subtotal(const struct article *article, struct span cell);

#endif
