/* table: rows and columns. */
#include "table.h"

enum { COLUMNS_MOST = 64, UNIT_LONGEST = 6 };

/* Where the next gap of a plain row begins, and in *AFTER where it ends. */
static uint32_t next_gap(const struct article *article, uint32_t at, uint32_t end, uint32_t *after)
{
	for (; at < end; at++) {
		uint32_t stop = article_skip(article, at, end, CLASSES_SPACE);
		bool wide = stop - at >= 2 || (stop > at && (article->cp[at] == '\t' || article->cp[at] == 0x3000));
		if (wide) {
			*after = stop;
			return at;
		}
	}
	*after = end;
	return end;
}

static uint32_t cut_row(const struct article *article, struct span row, struct span *cells)
{
	uint32_t count = 0, after;
	row = article_trim(article, row);
	for (uint32_t at = row.begin; at < row.end && count < COLUMNS_MOST; at = after) {
		uint32_t end = next_gap(article, at, row.end, &after);
		cells[count++] = (struct span){at, end};
	}
	return count;
}

static bool read_plain(const struct article *article, struct arena *arena, struct table *table, uint32_t first, uint32_t end)
{
	struct span cells[COLUMNS_MOST];
	table->columns = cut_row(article, article->paragraphs[first].span, cells);
	table->rows = end - first;
	if (table->columns < 2 || table->columns == COLUMNS_MOST || table->rows > TABLE_CELLS / table->columns)
		return false;
	table->cells = ARENA_ARRAY(arena, struct span, table->rows * table->columns);
	for (uint32_t row = 0; row < table->rows; row++) {
		if (cut_row(article, article->paragraphs[first + row].span, cells) != table->columns)
			return false;
		memcpy(table->cells + row * table->columns, cells, table->columns * sizeof *cells);
	}
	return true;
}

/* The reader leaves out a cell || without a space, so the columns behind it are not known. */
static bool follows_nothing(const struct article *article, uint32_t cell)
{
	uint32_t byte = article_byte(article, cell);
	const char *source = article->source.data;
	while (byte > 0 && source[byte - 1] != '|' && source[byte - 1] != '\n')
		byte--;
	return byte > 1 && source[byte - 1] == '|' && source[byte - 2] == '|';
}

static bool read_markdown(const struct article *article, struct arena *arena, struct table *table, uint32_t first, uint32_t end)
{
	table->columns = 0;
	table->rows = article->paragraphs[end - 1].level / TABLE_ROW;
	for (uint32_t i = first; i < end; i++)
		if (article->paragraphs[i].level % TABLE_ROW > table->columns)
			table->columns = article->paragraphs[i].level % TABLE_ROW;
	if (table->columns < 2 || table->rows > TABLE_CELLS / table->columns)
		return false;
	table->cells = ARENA_ARRAY(arena, struct span, table->rows * table->columns);
	for (uint32_t i = first; i < end; i++) {
		uint32_t level = article->paragraphs[i].level;
		if (follows_nothing(article, article->paragraphs[i].span.begin))
			return false;
		table->cells[(level / TABLE_ROW - 1) * table->columns + level % TABLE_ROW - 1] = article_trim(article, article->paragraphs[i].span);
	}
	return true;
}

/* Does the table go on with the next paragraph? */
static bool goes_on(const struct paragraph *before, const struct paragraph *next)
{
	if (next->role != ROLE_TABLE || (before->level == 0) != (next->level == 0))
		return false;
	return next->level == 0 ? next->blanks == 0 : next->level > before->level;
}

bool table_next(const struct article *article, struct arena *arena, struct table *table)
{
	const struct paragraph *paragraphs = article->paragraphs;
	while (table->next < article->paragraph_count) {
		uint32_t first = table->next, end = first + 1;
		if (paragraphs[first].role != ROLE_TABLE) {
			table->next++;
			continue;
		}
		while (end < article->paragraph_count && goes_on(&paragraphs[end - 1], &paragraphs[end]))
			end++;
		table->next = end;
		bool read =
			paragraphs[first].level ? read_markdown(article, arena, table, first, end) : read_plain(article, arena, table, first, end);
		if (read && table->rows >= 3)
			return true;
	}
	return false;
}

const struct figure *table_number(const struct article *article, struct span cell)
{
	uint32_t index = figure_from(article, cell.begin);
	if (span_length(cell) == 0 || index == article->figure_count)
		return NULL;
	const struct figure *figure = &article->figures[index];
	bool whole = figure->span.begin == cell.begin && figure->span.end <= cell.end && cell.end - figure->span.end <= UNIT_LONGEST &&
		     article_skip(article, figure->span.end, cell.end, CLASSES_HAN | CLASSES_SPACE) == cell.end;
	bool alone = index + 1 == article->figure_count || article->figures[index + 1].span.begin >= cell.end;
	return whole && alone && figure->kind == FIGURE_CARDINAL && figure->value.known ? figure : NULL;
}

bool table_is_blank(const struct article *article, struct span cell)
{
	return article_skip(article, cell.begin, cell.end, CLASSES_BLANK | CLASS_BIT(CLASS_DASH)) == cell.end;
}

/* 合　计 has a space inside. */
static bool is_word(const struct article *article, struct span cell, const char *const *words)
{
	for (uint32_t i = 0; words[i]; i++) {
		const char *text = words[i];
		uint32_t at = cell.begin;
		while (at < cell.end && *text && article->cp[at] == character_decode(&text))
			at = article_skip(article, at + 1, cell.end, CLASSES_SPACE);
		if (at == cell.end && !*text && at > cell.begin)
			return true;
	}
	return false;
}

bool table_is_total(const struct article *article, struct span cell)
{
	static const char *const words[] = {
		"合计", "合計", "总计", "總計", "共计", "共計", "总数", "總數", "总共", "總共", "全部合计", "总额", "總額", NULL};
	return is_word(article, cell, words);
}

bool table_is_subtotal(const struct article *article, struct span cell)
{
	static const char *const words[] = {"小计", "小計", NULL};
	return is_word(article, cell, words);
}
