/*
 * gen_characters: writes linter/character_*_table.c from the Unicode Character Database, Unihan and OpenCC's dictionaries.
 *
 * usage: gen_characters UNICODE_FOLDER WORK_FOLDER OUT_FOLDER
 *
 * UNICODE_FOLDER holds UnicodeData.txt, Scripts.txt, EquivalentUnifiedIdeograph.txt, EastAsianWidth.txt and
 * emoji/emoji-data.txt; WORK_FOLDER the unpacked Unihan_Readings.txt, Unihan_OtherMappings.txt and Unihan_DictionaryLikeData.txt and OpenCC's tables as text
 * (tools/gen_characters.sh makes it).
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../linter/character.h"
#include "../linter/character_table_p.h"

enum { CODE_POINTS = 0x110000, BLOCKS = CODE_POINTS / 256, SYLLABLES = 2048, ROW_COLUMNS = 150 };

static uint8_t class_of[CODE_POINTS];
static bool is_han[CODE_POINTS];
static bool in_tgh[CODE_POINTS];       /* 通用规范汉字表 */
static bool in_big5[CODE_POINTS];
static bool is_regional[CODE_POINTS];  /* a standard form of Taiwan or Hong Kong (OpenCC's TWVariants, HKVariants) */
static uint32_t simplified[CODE_POINTS], traditional[CODE_POINTS];
static bool keeps_simplified[CODE_POINTS];  /* OpenCC lists the character itself among its simplified forms */
static bool keeps_traditional[CODE_POINTS];
static bool several_simplified[CODE_POINTS], several_traditional[CODE_POINTS];
static bool is_ambiguous[CODE_POINTS]; /* one cell or two, as the terminal has it */
static uint32_t unified[CODE_POINTS];
static uint16_t reading[CODE_POINTS];
static char syllables[SYLLABLES][16];
static unsigned syllable_count = 1;
static uint32_t shape[CHARACTER_SHAPES];

static FILE *open_in(const char *folder, const char *name)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	FILE *file = fopen(path, "r");
	if (!file) {
		fprintf(stderr, "gen_characters: cannot open %s\n", path);
		exit(1);
	}
	return file;
}

static void set_range(uint32_t from, uint32_t to, enum character_class value)
{
	for (uint32_t cp = from; cp <= to; cp++)
		class_of[cp] = (uint8_t)value;
}

static void set_each(const char *characters, enum character_class value)
{
	while (*characters)
		class_of[character_decode(&characters)] = (uint8_t)value;
}

/* General categories, from UnicodeData.txt; ranges are two lines, "First" and "Last". */
static void read_categories(const char *folder)
{
	FILE *file = open_in(folder, "UnicodeData.txt");
	char line[1024];
	uint32_t first = 0;
	set_range(0, CODE_POINTS - 1, CLASS_SYMBOL);
	while (fgets(line, sizeof line, file)) {
		char *name = strchr(line, ';') + 1;
		char *category = strchr(name, ';') + 1;
		uint32_t cp = (uint32_t)strtoul(line, NULL, 16);
		bool last = strstr(name, ", Last>;") != NULL;
		enum character_class value = CLASS_SYMBOL;
		if (category[0] == 'L' || category[0] == 'M')
			value = CLASS_LETTER;
		else if (!strncmp(category, "Zs", 2))
			value = CLASS_ODD_SPACE;
		else if (!strncmp(category, "Zl", 2) || !strncmp(category, "Zp", 2) || !strncmp(category, "Cc", 2) || !strncmp(category, "Cf", 2))
			value = CLASS_INVISIBLE;
		else if (!strncmp(category, "Co", 2))
			value = CLASS_PRIVATE;
		else if (!strncmp(category, "Cs", 2))
			value = CLASS_BAD;
		set_range(last ? first : cp, cp, value);
		first = cp;
		/* A canonical decomposition to one character (field 5) of a compatibility ideograph. */
		if (!strncmp(name, "CJK COMPATIBILITY IDEOGRAPH", 27)) {
			char *field = category;
			for (int i = 0; i < 3; i++)
				field = strchr(field, ';') + 1;
			unified[cp] = (uint32_t)strtoul(field, NULL, 16);
		}
	}
	fclose(file);
}

/* Calls with each range of a UCD property file, "XXXX..YYYY ; Value # comment". */
static void read_property(const char *folder, const char *name, void (*each)(uint32_t, uint32_t, const char *))
{
	FILE *file = open_in(folder, name);
	char line[1024];
	while (fgets(line, sizeof line, file)) {
		char value[64];
		char *semicolon = strchr(line, ';');
		if (line[0] == '#' || !semicolon || sscanf(semicolon + 1, " %63[^ #\n]", value) != 1)
			continue;
		char *end;
		uint32_t from = (uint32_t)strtoul(line, &end, 16);
		uint32_t to = end[0] == '.' ? (uint32_t)strtoul(end + 2, NULL, 16) : from;
		each(from, to, value);
	}
	fclose(file);
}

static void each_script(uint32_t from, uint32_t to, const char *script)
{
	for (uint32_t cp = from; cp <= to; cp++) {
		if (!strcmp(script, "Han"))
			is_han[cp] = true;
		if (class_of[cp] != CLASS_LETTER)
			continue;
		if (!strcmp(script, "Latin"))
			class_of[cp] = CLASS_LATIN;
		else if (!strcmp(script, "Hiragana") || !strcmp(script, "Katakana"))
			class_of[cp] = CLASS_KANA;
		else if (!strcmp(script, "Hangul"))
			class_of[cp] = CLASS_HANGUL;
		else if (!strcmp(script, "Bopomofo"))
			class_of[cp] = CLASS_BOPOMOFO;
		else if (!strcmp(script, "Han"))
			class_of[cp] = CLASS_HAN;
	}
}

static void each_equivalent(uint32_t from, uint32_t to, const char *value)
{
	for (uint32_t cp = from; cp <= to; cp++)
		unified[cp] = (uint32_t)strtoul(value, NULL, 16);
}

static void each_emoji(uint32_t from, uint32_t to, const char *value)
{
	if (!strcmp(value, "Emoji_Presentation"))
		for (uint32_t cp = from; cp <= to; cp++)
			if (class_of[cp] == CLASS_SYMBOL)
				class_of[cp] = CLASS_EMOJI;
}

static void each_width(uint32_t from, uint32_t to, const char *width)
{
	if (!strcmp(width, "A"))
		for (uint32_t cp = from; cp <= to; cp++)
			is_ambiguous[cp] = true;
}

/* One line of an OpenCC table: the character, a tab, its forms in the other variant, commonest first. */
static void read_variants(const char *folder, const char *name, uint32_t *first, bool *keeps, bool *several)
{
	FILE *file = open_in(folder, name);
	char line[1024];
	while (fgets(line, sizeof line, file)) {
		const char *at = line;
		uint32_t from = character_decode(&at);
		if (*at++ != '\t')
			continue;
		while (*at && *at != '\n') {
			uint32_t to = character_decode(&at);
			if (first[from] && to != from && to != first[from])
				several[from] = true;
			if (!first[from] && to != from)
				first[from] = to;
			if (to == from)
				keeps[from] = several[from] = true;
			while (*at == ' ')
				at++;
		}
	}
	fclose(file);
}

/* OpenCC's own standard (爲 衆 裏) is nobody's: what it makes becomes the form of Taiwan (為 眾 裡). */
static void write_as_taiwan(const char *folder)
{
	static uint32_t taiwan[CODE_POINTS];
	static bool ignored[CODE_POINTS];
	read_variants(folder, "TWVariants.txt", taiwan, ignored, ignored);
	for (uint32_t cp = 0; cp < CODE_POINTS; cp++)
		if (traditional[cp] && taiwan[traditional[cp]] && taiwan[traditional[cp]] != cp)
			traditional[cp] = taiwan[traditional[cp]];
}

static void read_regional(const char *folder, const char *name)
{
	FILE *file = open_in(folder, name);
	char line[1024];
	while (fgets(line, sizeof line, file)) {
		const char *at = strchr(line, '\t');
		if (at) {
			at++;
			is_regional[character_decode(&at)] = true;
		}
	}
	fclose(file);
}

/* "ǔ" and its like to the vowel without its tone; pinyin as Unihan writes it. */
static void strip_tone(const char *pinyin, char *out)
{
	static const char *const vowels[] = {"āáǎà", "ēéěèê", "īíǐì", "ōóǒò", "ūúǔù", "ǖǘǚǜü", "ńňǹ", "ḿ"};
	static const char plain[] = "aeiouvnm";
	while (*pinyin) {
		uint32_t cp = character_decode(&pinyin);
		char written = cp < 0x80 ? (char)cp : 0;
		for (size_t i = 0; !written && i < sizeof vowels / sizeof *vowels; i++)
			for (const char *vowel = vowels[i]; *vowel;)
				if (character_decode(&vowel) == cp)
					written = plain[i];
		if (written)  /* combining marks fall away */
			*out++ = written;
	}
	*out = 0;
}

static void read_readings(const char *folder)
{
	FILE *file = open_in(folder, "Unihan_Readings.txt");
	char line[4096];
	while (fgets(line, sizeof line, file)) {
		char field[64], value[256], syllable[256];
		unsigned cp;
		if (sscanf(line, "U+%X\t%63s\t%255s", &cp, field, value) != 3 || strcmp(field, "kMandarin"))
			continue;
		strip_tone(value, syllable);
		unsigned number = 1;
		while (number < syllable_count && strcmp(syllables[number], syllable))
			number++;
		if (number == syllable_count) {
			if (syllable_count == SYLLABLES || strlen(syllable) >= sizeof syllables[0])
				exit(1);
			memcpy(syllables[syllable_count++], syllable, strlen(syllable) + 1);
		}
		reading[cp] = (uint16_t)number;
	}
	fclose(file);
}

/* The letters of the Cangjie code, five bits each, the last one lowest: characters of one component share the end or the beginning. */
static void read_shapes(const char *folder)
{
	FILE *file = open_in(folder, "Unihan_DictionaryLikeData.txt");
	char line[4096];
	while (fgets(line, sizeof line, file)) {
		char field[64], value[64];
		unsigned cp;
		if (sscanf(line, "U+%X\t%63s\t%63s", &cp, field, value) != 3 || strcmp(field, "kCangjie"))
			continue;
		if (cp < CHARACTER_SHAPE_FIRST || cp - CHARACTER_SHAPE_FIRST >= CHARACTER_SHAPES || (!in_tgh[cp] && !in_big5[cp]))
			continue;
		uint32_t code = 0;
		for (const char *letter = value; *letter >= 'A' && *letter <= 'Z'; letter++)
			code = code << 5 | (uint32_t)(*letter - 'A' + 1);
		shape[cp - CHARACTER_SHAPE_FIRST] = code;
	}
	fclose(file);
}

static void read_charsets(const char *folder)
{
	FILE *file = open_in(folder, "Unihan_OtherMappings.txt");
	char line[4096];
	while (fgets(line, sizeof line, file)) {
		char field[64];
		unsigned cp;
		if (sscanf(line, "U+%X\t%63s", &cp, field) != 2)
			continue;
		if (!strcmp(field, "kTGH"))
			in_tgh[cp] = true;
		else if (!strcmp(field, "kBigFive"))
			in_big5[cp] = true;
	}
	fclose(file);
}

/* Characters that edited text of the other variant does hold, against the charsets of use. 麺 is Japanese, 祢 says “you” to God. */
static const char accepted_in_hant[] = "吓恒晒栖痴秘群峰床卧着台里面泄污粽咤疴疱糍麺祢";
static const char accepted_in_hans[] = "乾瞭藉著徵甯锺馀霑濛淩澐";

/* 通用规范汉字表 lists it as a surname; elsewhere it is 于. */
static const char surname_in_hans[] = "於";

/* Big5 holds these as other, dead characters (儿 rén, 广 yǎn, 体 bèn): in a modern text they are the simplified ones. */
static const char dead_in_hant[] = "与儿广厂体价听优机极构惊触怀坏圣确茧蚕网吨岭异忏怜扑扰柜气泞洁肮赶离宁复";

static bool holds(const char *characters, uint32_t code_point)
{
	while (*characters)
		if (character_decode(&characters) == code_point)
			return true;
	return false;
}

/*
 * A character is never right in Simplified text if OpenCC simplifies it to another one only, 通用规范汉字表 does not
 * list it, and does list the other: characters outside that table are not simplified by analogy, so the rare ones in
 * names stay as they are. Never right in Traditional text if OpenCC has a traditional form only and Big5 does not hold
 * it. HKSCS does not count: it holds 国 学 会 and would silence the commonest slips.
 */
static void mark_variants(void)
{
	for (uint32_t cp = 0; cp < CODE_POINTS; cp++) {
		if (class_of[cp] != CLASS_HAN)
			continue;
		bool is_old_form = !keeps_simplified[cp] && !in_tgh[cp] && in_tgh[simplified[cp]] && simplified[cp] < 0x10000;
		if (simplified[cp] && (is_old_form || holds(surname_in_hans, cp)) && !holds(accepted_in_hans, cp))
			class_of[cp] = CLASS_HAN_TRADITIONAL;
		else if (traditional[cp] && !is_regional[cp] && !holds(accepted_in_hant, cp) &&
			(holds(dead_in_hant, cp) || (!keeps_traditional[cp] && !in_big5[cp])))
			class_of[cp] = CLASS_HAN_SIMPLIFIED;
	}
}

/* Marks by their job in text; GB/T 15834 for the Chinese ones. */
static void mark_signs(void)
{
	for (uint32_t cp = 0; cp < CODE_POINTS; cp++)
		if (is_han[cp] && class_of[cp] == CLASS_SYMBOL && unified[cp])
			class_of[cp] = CLASS_COMPATIBILITY;
	for (uint32_t cp = 0; cp < CODE_POINTS; cp++)
		if (unified[cp])
			class_of[cp] = CLASS_COMPATIBILITY;
	/* The twelve in the block of compatibility ideographs that are not: U+FA0E FA0F FA11 FA13 FA14 FA1F FA21 FA23 FA24 FA27 FA28 FA29 have no decomposition. */
	set_range(0x2E80, 0x2EF3, CLASS_COMPATIBILITY);
	set_range(0x2F00, 0x2FD5, CLASS_COMPATIBILITY);
	set_range('0', '9', CLASS_DIGIT);
	set_range(0xFF10, 0xFF19, CLASS_FULL_DIGIT);
	set_range(0xFF21, 0xFF3A, CLASS_FULL_LATIN);
	set_range(0xFF41, 0xFF5A, CLASS_FULL_LATIN);
	set_range(0x0300, 0x036F, CLASS_LATIN);  /* combining marks */
	set_range(0x02B0, 0x02FF, CLASS_LATIN);  /* modifier letters */
	set_each("ーｰ", CLASS_KANA);             /* the script property gives them to both kana */
	set_range(0xFE00, 0xFE0F, CLASS_INVISIBLE);
	set_range(0xE0100, 0xE01EF, CLASS_INVISIBLE);
	set_range(0x1F1E6, 0x1F1FF, CLASS_EMOJI);
	set_range(0x1F3FB, 0x1F3FF, CLASS_EMOJI);
	set_each("。？！｡︒⁇⁈⁉‼．", CLASS_END_STOP);
	set_each("，、；：､﹐﹑﹔﹕︐︑︓︔", CLASS_INNER_STOP);
	set_each(",.;:?!", CLASS_HALF_STOP);
	set_each("“‘「『（［〔【〖《〈｛〘〚｟﹁﹃︵︷︹︻︽︿﹙﹛﹝｢", CLASS_OPEN);
	set_each("”’」』）］〕】〗》〉｝〙〛｠﹂﹄︶︸︺︼︾﹀﹚﹜﹞｣", CLASS_CLOSE);
	set_each("([{", CLASS_HALF_OPEN);
	set_each(")]}", CLASS_HALF_CLOSE);
	set_each("\"'", CLASS_HALF_QUOTE);
	set_each("…⋯‥", CLASS_ELLIPSIS);
	set_each("—–―─━⸺⸻～~-‐‑‒−－〜﹣﹘", CLASS_DASH);
	set_each("·•‧・･⋅∙", CLASS_INTERPUNCT);
	set_each(" \t\xE3\x80\x80", CLASS_SPACE);
	set_each("\n", CLASS_NEWLINE);
	/* Without 陆陸參伍, far more often something else: the figures layer tells them from their neighbours. */
	set_each("〇零一二三四五六七八九十百千万萬亿億兆两兩几幾半廿卅卌壹贰貳叁肆柒捌玖拾佰仟", CLASS_HAN_NUMERAL);
	set_each("々〻", CLASS_HAN);
	class_of['\r'] = CLASS_INVISIBLE;
	class_of[CHARACTER_OBJECT] = CLASS_OBJECT;
	class_of[CHARACTER_BAD] = CLASS_BAD;
}

/* Writes a value of a list, on a new row where the last one has no room for it. *COLUMN: characters in the row, 0 before the first. */
static void write_value(const char *value, unsigned *column)
{
	unsigned size = (unsigned)strlen(value);
	if (*column + size > ROW_COLUMNS) {
		putchar('\n');
		*column = 0;
	}
	fputs(value, stdout);
	*column += size;
}

static void write_numbers(const uint16_t *values, unsigned count)
{
	unsigned column = 0;
	for (unsigned i = 0; i < count; i++) {
		char value[16];
		snprintf(value, sizeof value, "%u,", values[i]);
		write_value(value, &column);
	}
}

static void write_stage(const char *type, const char *stem, const void *values, size_t size, unsigned blocks)
{
	static uint8_t seen[BLOCKS][512];
	static uint16_t stage1[BLOCKS];
	unsigned count = 0;
	for (unsigned block = 0; block < blocks; block++) {
		const uint8_t *content = (const uint8_t *)values + block * 256 * size;
		unsigned index = 0;
		while (index < count && memcmp(seen[index], content, 256 * size))
			index++;
		if (index == count)
			memcpy(seen[count++], content, 256 * size);
		stage1[block] = (uint16_t)index;
	}
	printf("const uint16_t %s_stage1[%u] = {\n", stem, blocks);
	write_numbers(stage1, blocks);
	printf("\n};\n\nconst %s %s_stage2[][256] = {\n", type, stem);
	for (unsigned index = 0; index < count; index++) {
		uint16_t wide[256];
		for (unsigned i = 0; i < 256; i++)
			wide[i] = seen[index][i];
		if (size == 2)
			memcpy(wide, seen[index], sizeof wide);
		printf("{\n");
		write_numbers(wide, 256);
		printf("\n},\n");
	}
	printf("};\n\n");
}

/* The index of TEXT in a list; it is added if it is new. */
static unsigned number_in(char (*list)[16], unsigned *count, const char *text)
{
	unsigned number = 0;
	while (number < *count && strcmp(list[number], text))
		number++;
	if (number == *count)
		memcpy(list[(*count)++], text, strlen(text) + 1);
	return number;
}

/*
 * What many people hear in a syllable: zh ch sh are z c s, l is n, -ng is -n; an initial in the high byte, a final in the low one,
 * each from 1; 0: none.
 */
static uint16_t sound_of(const char *syllable)
{
	static char initials[64][16], finals[128][16];
	static unsigned initial_count = 1, final_count = 1;
	size_t length = strspn(syllable, "bpmfdtnlgkhjqxzcsryw");
	char initial[16] = {syllable[0]}, final[16];
	if (length == 0)
		initial[0] = '0';
	else if (initial[0] == 'l')
		initial[0] = 'n';
	snprintf(final, sizeof final, "%s", syllable + length);
	size_t size = strlen(final);
	if (size > 1 && final[size - 1] == 'g')
		final[size - 1] = 0;
	return (uint16_t)(number_in(initials, &initial_count, initial) << 8 | number_in(finals, &final_count, final));
}

static void write_sounds(void)
{
	uint16_t sounds[SYLLABLES] = {0};
	for (unsigned i = 1; i < syllable_count; i++)
		sounds[i] = sound_of(syllables[i]);
	printf("const uint16_t character_syllable_sound[] = {\n");
	write_numbers(sounds, syllable_count);
	printf("\n};\nconst uint32_t character_syllable_count = %u;\n\n", syllable_count);
}

static void write_shapes(void)
{
	unsigned column = 0;
	printf("const uint32_t character_shape[CHARACTER_SHAPES] = {\n");
	for (unsigned i = 0; i < CHARACTER_SHAPES; i++) {
		char value[16];
		snprintf(value, sizeof value, "%u,", shape[i]);
		write_value(value, &column);
	}
	printf("\n};\n");
}

/* A byte for each character of the Basic Multilingual Plane: what nearly every character of a text asks for is one look away. */
static void write_plane(const char *name, const uint8_t *values)
{
	unsigned column = 0;
	printf("const uint8_t %s[0x10000] = {\n", name);
	for (unsigned i = 0; i < 0x10000; i++) {
		char value[8];
		snprintf(value, sizeof value, "%u,", values[i]);
		write_value(value, &column);
	}
	printf("\n};\n\n");
}

/* A set: for each block of 256 the index of its row, for each row 8 words of 32 bits. */
static void write_set(const char *stem, const bool *set)
{
	static uint32_t rows[BLOCKS][8];
	unsigned count = 0;
	printf("const uint8_t %s_stage1[0x110000 / 256] = {", stem);
	for (unsigned block = 0; block < BLOCKS; block++) {
		uint32_t row[8] = {0};
		unsigned index = 0;
		for (unsigned i = 0; i < 256; i++)
			row[i / 32] |= (uint32_t)set[block * 256 + i] << i % 32;
		while (index < count && memcmp(rows[index], row, sizeof row))
			index++;
		if (index == count)
			memcpy(rows[count++], row, sizeof row);
		if (index > UINT8_MAX)
			exit(1);
		printf("%s%u,", block % 32 ? "" : "\n", index);
	}
	printf("\n};\n\nconst uint32_t %s_stage2[][8] = {\n", stem);
	for (unsigned index = 0; index < count; index++) {
		printf("{");
		for (unsigned i = 0; i < 8; i++)
			printf("0x%X,", rows[index][i]);
		printf("},\n");
	}
	printf("};\n\n");
}

/* Pairs sorted by their first; one with several forms is marked. SEVERAL may be NULL. */
/* Where the pairs of each page of the Basic Multilingual Plane begin, and at the end those outside it. */
static void write_pages(const char *stem, const uint32_t *to)
{
	unsigned count = 0, column = 0;
	printf("const uint16_t %s_pages[] = {\n", stem);
	for (uint32_t cp = 0; cp <= 0x10000; cp++) {
		char value[32];
		if (cp % CHARACTER_PAGE == 0) {
			snprintf(value, sizeof value, "%u,", count);
			write_value(value, &column);
		}
		count += to[cp] != 0;
	}
	printf("\n};\n\n");
}

static void write_pairs(const char *stem, const uint32_t *to, const bool *several)
{
	unsigned count = 0, column = 0;
	printf("const uint32_t %s_pairs[][2] = {\n", stem);
	for (uint32_t cp = 0; cp < CODE_POINTS; cp++) {
		char value[32];
		if (!to[cp])
			continue;
		snprintf(value, sizeof value, "{0x%X,0x%X},", cp, to[cp] | (several && several[cp] ? CHARACTER_SEVERAL : 0));
		write_value(value, &column);
		count++;
	}
	printf("\n};\nconst uint32_t %s_count = %u;\n\n", stem, count);
	write_pages(stem, to);
}

/* What is printed from here on goes to a table's own file. */
static void begin_table(const char *folder, const char *name)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/character_%s_table.c", folder, name);
	if (fflush(stdout) != 0 || !freopen(path, "w", stdout)) {
		fprintf(stderr, "gen_characters: cannot write %s\n", path);
		exit(1);
	}
	printf("/* Made by tools/gen_characters.c from Unicode 15.0, Unihan and OpenCC: do not edit. */\n");
	printf("#include \"character_table_p.h\"\n\n");
}

int main(int argc, char **argv)
{
	if (argc != 4) {
		fprintf(stderr, "usage: gen_characters UNICODE_FOLDER WORK_FOLDER OUT_FOLDER\n");
		return 1;
	}
	read_categories(argv[1]);
	read_property(argv[1], "Scripts.txt", each_script);
	read_property(argv[1], "EquivalentUnifiedIdeograph.txt", each_equivalent);
	read_property(argv[1], "emoji/emoji-data.txt", each_emoji);
	read_property(argv[1], "EastAsianWidth.txt", each_width);
	read_charsets(argv[2]);
	read_readings(argv[2]);
	read_shapes(argv[2]);
	read_variants(argv[2], "TSCharacters.txt", simplified, keeps_simplified, several_simplified);
	read_variants(argv[2], "STCharacters.txt", traditional, keeps_traditional, several_traditional);
	write_as_taiwan(argv[2]);
	read_regional(argv[2], "TWVariants.txt");
	read_regional(argv[2], "HKVariants.txt");
	mark_variants();
	mark_signs();

	begin_table(argv[3], "class");
	write_plane("character_class_bmp", class_of);
	write_stage("uint8_t", "character_class", class_of + 0x10000, 1, BLOCKS - 256);
	begin_table(argv[3], "reading");
	write_stage("uint16_t", "character_reading", reading, 2, BLOCKS);
	begin_table(argv[3], "likeness");
	write_sounds();
	write_shapes();
	begin_table(argv[3], "listed");
	write_set("character_listed", in_tgh);
	begin_table(argv[3], "ambiguous");
	write_set("character_ambiguous", is_ambiguous);
	begin_table(argv[3], "variant");
	write_pairs("character_simplified", simplified, several_simplified);
	write_pairs("character_traditional", traditional, several_traditional);
	begin_table(argv[3], "unified");
	write_pairs("character_unified", unified, NULL);
	if (fflush(stdout) != 0)
		return 1;
	return 0;
}
