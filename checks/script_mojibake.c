/*
 * script_mojibake: the signs of a broken conversion.
 *
 * U+FFFD and bytes that are not UTF-8; what programs leave when they lose text (锟斤拷, 烫烫烫, 屯屯屯, 嚙踝蕭); UTF-8 that was read as
 * GBK (浣犲ソ), as Big5 or as Latin-1 (Ã©, â€œ, ï¼Œ), GBK read as Latin-1 (ÄãºÃ); HTML entities and escapes left in prose. The text
 * there is damaged: often it cannot be repaired, and nobody can read it.
 *
 * Passes on purpose: text that speaks of encodings; 鈥 the element, 锟 in names; “烫烫烫” as a cry; lists of Latin letters; ranges of
 * regular expressions, what is left of an address.
 * Misses: a damaged character or two of GBK or Big5 that happen to be common ones, Big5 read as GBK.
 */
#include "check.h"

enum { MESSAGE_LOST, MESSAGE_BYTES, MESSAGE_TRACE, MESSAGE_GBK, MESSAGE_BIG5, MESSAGE_LATIN, MESSAGE_LATIN_GBK, MESSAGE_ENTITY, MESSAGE_ESCAPE };

enum {
	TALK_REACH = 40,   /* how near the text says that it is about encodings */
	GAP = 3,           /* characters between damaged ones of one run */
	RUN_MAXIMUM = 256, /* of escapes, or of letters, in one finding */
	BYTES_SHOWN = 4,
	KANA_REACH = 12,
	KANA_MAXIMUM = 2,
	PROOF = 3, /* weights of damaged characters that are enough */
};

/* GBK E480-E9BF, E280, E380, EFBC, EFBF: the first two of the three bytes of Chinese in UTF-8. */
static const char32_t gbk_first[] =
	U"妗妞妤妫妯妲妾姊姒姗姘姝姣姹娅娆娈娉娌娑娓娣娲娴娼婀婊婕婢婧婵宀宄宓宕宥宸寤寮寰搴杈杌杓杞杩棣棰椁椋椐椤椴椹楂楗楝楠楣楦"
	U"楫楱楸楹榀榄榇榈榉榘榛榧榫榭榻槌槎洄洇洌洎洙洚洧洫洮洳洵洹浃浈浍浏浒浔浜浞浠浣浯浼涑涓涔涞涠淇渚澧澶澹濂濉濞濠濡濮濯瀚瀛"
	U"瀣瀵瀹灏灞琚琛瑁瑕瑗瑙瑜瑭瑷瑾璀璁璇璋璎璐璜璞璧璨璩璺瓒甯纭纰纾绀绁绂绉绋绌绐绔绗绛绠绡绨绫绮绯绱绲绶绺绻绾缁缂缃缇缈缍"
	U"褰蹇鈥銆鋩鋪鋫鋬鋭鋮鋯鋰鋱鋲鋳鋴鋵鋶鋷鋸鋹鋺鋻鋼鋽鋾鋿錀錁錂錃錄錅錆錇錈錉鍊鍋鍌鍍鍎鍏鍐鍑鍒鍓鍔鍕鍖鍗鍘鍙鍚鍛鍜鍝鍞鍟鍠"
	U"鍡鍢鍣鍤鍥鍦鍧鍨鍩鍫鎬鎭鎮鎯鎰鎱鎲鎳鎴鎵鎶鎷鎸鎹鎺鎻鎼鎽鎾鎿鏀鏁鏂鏃鏄鏅鏆鏇鏈鏉鏋鏌鏍鐎鐏鐐鐑鐒鐓鐔鐕鐖鐗鐘鐙鐚鐛鐜鐝鐞"
	U"鐟鐠鐡鐢鐣鐤鐥鐦鐧鐨鐩鐪鐫鐬鐭鐮鑰鑱鑲鑳鑴鑵鑶鑷鑸鑹鑺鑻鑼鑽鑾鑿钀钁钂钃钄钑钖钘铇铏铓铔铚铦铻锛锜锟锠閫閬閭閮閯閰閱閲閳"
	U"閴閵閶閷閸閹閺閻閼閽閾閿闀闁闂闃闄闅闆闇闈闉闊闋韪韫韬骞";
/* GBK 81-A0 before E2-E9, EF: the last byte of one and the first of the next; characters that nobody uses. */
static const char32_t gbk_second[] =
	U"佲佷佸佹佺佽侀侊傗傘傚傛傜傝傞傦冣冦冧冨冩冪冭冮冿勨勩勪勫勬勭勮勯勶呪呫呬呭呮呯呰呴咃嗏嗐嗕嗗嗘嗙嗚嗛嗭団囥囦囧囨囩囪囬"
	U"囷堚堛堜堝堟堢堣堥堬夆夈変夊夋夌夎夐夛娾娿婂婃婄婅婇婏嬧嬨嬩嬫嬬嬭嬮嬶屸屻屼屽屾岀岃岄岋嶁嶃嶅嶆嶇嶈嶉嶏庘庛庝庡庢庣庤庨"
	U"庯忊忋忎忓忔忕忚忛忥愨愩愪愬愭愮愯愰愶戔戙戜戝戞戠戣戯掆掋掍掑掓掔掕掗掞撯撱撲撳撴撶撹撻斺斻斾斿旀旂旇旈旓曗曘曚曞曟曠曡"
	U"曢曪栤栥栦栧栨栫栬栭栵椻椼椾楀楁楃楄楅楋樷樻樼樿橀橈欌欍欎欏欐欑欒欓欙氥氬氭氱氳氶涒涖涗涘涙涚涜涢涳溾溿滀滃滆滈滐濄濅濆"
	U"濇濈濋濓炩炪炰炲炴炵炶烇熲熴熶熷熸熺熻熼燂犫犮犱犲犳犵犺犻狅";
/* The same as gbk_first of Big5. */
static const char32_t big5_first[] =
	U"嚗嚙慦憌憍憒憓憛憟憡憪憭憯憳憸憿戭摨摮摰撅撉撊撋撌撏撖撗撘撜撟撠撣撱撽擃擉擏擐擖擗擙擛擳攳敶敹敺敼敿斢暺暻暽暾曀曈曊曋曌"
	U"曏朣樴橦獢瑹瑼瑽璁璅璆璇璈璉璊甇甈畾瘙瘚瘛瘜瘝瘞瘣瘥瘨皛皜皝皞瞈瞉瞍瞏蝎蝏蝐蝑蝒蝔蝖蝘蝚蝛蝜蝝蝞蝟蝡蝢蝣蝤蝥蝧蝪蝬蝭蝮蝯"
	U"蝳蝵蝷蝺蝻蟡鈭鉹鉽鉾鉿銂銆銇銈銊銋銌銎銕銗銙銚銝銡銢銣銦銧銩銫銴銵鋆鋡鋮镼閫閬閮閰隞隡隢隤雓雿霂霅霈靘靚靽鞈鞊鞎韏韐頛頝"
	U"頞頠頦頧頨頩颲餈";

/* The characters that are common words as well, so that the next one alone is no proof. */
static const char32_t gbk_common[] = U"鋼錄寮鎮鏈姊妾鐘鑼鑿璋閱闊棣鏡鐵鑑鍊鎖鍾鎚";

static const char *const traces[] = {"锟斤拷", "錕斤拷", "烫烫烫", "燙燙燙", "屯屯屯", "嚙踝蕭", "嚙踝", NULL};

/* Windows-1252, bytes 80 to 9F; the five that it lacks stand as themselves. */
static const uint16_t windows_1252[32] = {0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
	0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178};

/* What a character may be a part of, and where to look closer. */
enum {
	GBK_FIRST = 1,
	GBK_SECOND = 2,
	GBK_COMMON = 4,
	BIG5_FIRST = 8,
	TRIGGER = 16,
};

struct settings {
	struct character_set *kinds; /* prepared; it may take a character beyond the Basic Multilingual Plane for another */
};

static void add_all(struct character_set *set, const char32_t *characters, uint8_t kinds)
{
	while (*characters)
		character_set_add(set, *characters++, kinds);
}

static bool prepare(void *settings, const struct data *data, struct arena *arena, struct error *error)
{
	struct character_set *set = ((struct settings *)settings)->kinds = ARENA_NEW(arena, struct character_set);
	(void)data, (void)error;
	add_all(set, gbk_first, GBK_FIRST | TRIGGER);
	add_all(set, gbk_second, GBK_SECOND);
	add_all(set, gbk_common, GBK_COMMON);
	add_all(set, big5_first, BIG5_FIRST | TRIGGER);
	for (size_t i = 0; traces[i]; i++) {
		const char *text = traces[i];
		character_set_add(set, character_decode(&text), TRIGGER);
	}
	for (uint32_t cp = 0xA1; cp <= 0xFF; cp++)
		character_set_add(set, cp, TRIGGER);
	return true;
}

/* Does the text there speak of such things? */
static bool is_about_encodings(const struct article *article, uint32_t at)
{
	static const char *const words[] = {"乱码", "亂碼", "编码", "編碼", "转义", "轉義", "跳脫", "字元", "字符", "码点", "碼位", "正则", "正則",
		"实体", "實體", "解码", "解碼", "Unicode", "UTF-8", "GBK", "Big5", "HTML", "JSON", "URL", NULL};
	return article_holds_any(article, (struct span){article_back(article, at, TALK_REACH), article_ahead(article, at, TALK_REACH)}, words);
}

/* ---- Characters that are lost ---- */

/* A U+FFFD of the file's own, not made by the reader of broken bytes. */
static bool is_written(const struct article *article, uint32_t at)
{
	uint32_t byte = article_byte(article, at);
	return article_byte_end(article, at + 1) - byte == 3 && !memcmp(article->source.data + byte, "\xEF\xBF\xBD", 3);
}

static void report_bytes(struct check_context *context, struct span span)
{
	static const char digits[] = "0123456789ABCDEF";
	const struct article *article = context->article;
	uint32_t byte = article_byte(article, span.begin), end = article_byte_end(article, span.end);
	char text[3 * BYTES_SHOWN + 4] = "", *at = text;
	for (uint32_t i = byte; i < end && i < byte + BYTES_SHOWN; i++) {
		unsigned char value = (unsigned char)article->source.data[i];
		*at++ = digits[value >> 4];
		*at++ = digits[value & 15];
		*at++ = ' ';
	}
	memcpy(at - 1, end - byte > BYTES_SHOWN ? "…" : "", end - byte > BYTES_SHOWN ? 4 : 1);
	finding_string(report_add(context->report, MESSAGE_BYTES, span), text);
}

/* Broken characters with little between them, none of it Han: one finding. */
static void check_bad(struct check_context *context)
{
	const struct article *article = context->article;
	const struct character_set *set = ((const struct settings *)context->settings)->kinds;
	const struct positions *bad = &article->index[CLASS_BAD];
	for (uint32_t i = 0; i < bad->count;) {
		struct span span = {bad->at[i], bad->at[i] + 1};
		bool written = is_written(article, span.begin);
		for (i++; i < bad->count && bad->at[i] - span.end <= GAP && is_written(article, bad->at[i]) == written; i++) {
			struct span between = {span.end, bad->at[i]};
			if (article_count(article, between, CLASSES_WIDE_STOP | CLASS_BIT(CLASS_NEWLINE)))
				break;
			span.end = bad->at[i] + 1;
		}
		/* 浼氳�: a part of what is reported as such */
		bool is_part = character_set_kinds(set, article->cp[span.begin - 1], GBK_FIRST | GBK_SECOND);
		if (!written)
			report_bytes(context, span);
		else if (!is_part && !is_about_encodings(article, span.begin))
			finding_text(report_add(context->report, MESSAGE_LOST, span), span);
	}
}

/* ---- Chinese read as another encoding of Chinese ---- */

static uint32_t trace_end(const struct article *article, uint32_t at)
{
	uint32_t end = at;
	for (size_t i = 0; traces[i] && end == at; i++)
		if (article_starts(article, at, traces[i])) {
			const char *text = traces[i];
			while (*text) {
				character_decode(&text);
				end++;
			}
		}
	/* more of the same: 锟斤拷锟斤拷 */
	for (uint32_t period = article->cp[at] == article->cp[at + 1] ? 1 : 3;
		end > at && end < article->end && article->cp[end] == article->cp[end - period];)
		end++;
	return end;
}

static uint32_t check_trace(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	struct span span = {at, trace_end(article, at)};
	bool is_cry = span_length(span) == 3 && article->cp[at] == article->cp[at + 1] && article->cp[at] != 0x5C6F &&
		      (pair_around(article, at, PAIRS_QUOTE) || character_is_one_of(article->cp[span.end], U"！!"));
	if (span.end == at)
		return at;
	if (!is_cry && !is_about_encodings(article, at))
		finding_text(report_add(context->report, MESSAGE_TRACE, span), span);
	return span.end;
}

/* Is what follows a half character: one that only the rest of UTF-8 makes, or what stands for none? */
static bool is_rest(const struct article *article, const struct character_set *set, uint8_t kinds, uint32_t at)
{
	return character_set_kinds(set, article->cp[at], kinds) || article->cls[at] == CLASS_PRIVATE || article->cls[at] == CLASS_BAD;
}

/* How damaged a place is. */
static unsigned gbk_weight(const struct character_set *set, const struct article *article, uint32_t at)
{
	uint32_t cp = article->cp[at];
	if (!character_set_kinds(set, cp, GBK_FIRST))
		return 0;
	if (is_rest(article, set, GBK_SECOND, at + 1) || (character_is_one_of(cp, U"锛銆鈥") && article->cp[at + 1] == '?'))
		return character_set_kinds(set, cp, GBK_COMMON) ? PROOF - 1 : PROOF;
	/* 鏃ユ湰: kana and letters lie among the bytes, too; many of them are Japanese */
	const uint64_t letters = CLASS_BIT(CLASS_KANA) | CLASS_BIT(CLASS_BOPOMOFO) | CLASS_BIT(CLASS_LETTER);
	struct span near = {article_back(article, at, KANA_REACH), article_ahead(article, at, KANA_REACH)};
	if (article_is(article, at + 1, letters) && article_count(article, near, letters) <= KANA_MAXIMUM)
		return PROOF - 1;
	return character_set_kinds(set, cp, GBK_COMMON) ? 0 : 1;
}

static unsigned big5_weight(const struct character_set *set, const struct article *article, uint32_t at)
{
	if (!character_set_kinds(set, article->cp[at], BIG5_FIRST))
		return 0;
	return is_rest(article, set, 0, at + 1) || article->cp[at + 1] == '?' ? PROOF - 1 : 1;
}

/* From a damaged character to the last that has not more than a few others before it. */
static uint32_t check_charset(struct check_context *context, uint32_t at, unsigned message)
{
	const struct article *article = context->article;
	const struct character_set *set = ((const struct settings *)context->settings)->kinds;
	struct span span = {at, at};
	unsigned weight = 0, most = 0;
	uint32_t limit = article_ahead(article, at, RUN_MAXIMUM);
	for (uint32_t i = at; i < limit && article->cls[i] != CLASS_NEWLINE && i <= span.end + GAP; i++) {
		unsigned one = message == MESSAGE_GBK ? gbk_weight(set, article, i) : big5_weight(set, article, i);
		weight += one;
		most = one > most ? one : most;
		if (one)
			span.end = i + 1 + (article->cls[i + 1] != CLASS_NEWLINE);
	}
	if (weight < PROOF || most < PROOF - 1)
		return at;
	/* the third of three */
	if (message == MESSAGE_GBK && character_set_kinds(set, article->cp[span.end - 1], GBK_SECOND))
		span.end += article_is(article, span.end, CLASSES_HAN | CLASS_BIT(CLASS_KANA) | CLASS_BIT(CLASS_PRIVATE));
	if (!is_about_encodings(article, at))
		finding_text(report_add(context->report, message, span), span);
	return span.end;
}

/* ---- Chinese read as Latin-1 ---- */

static int byte_of(uint32_t cp)
{
	if (cp >= 0x80 && cp <= 0xFF)
		return (int)cp;
	for (int i = 0; i < 32; i++)
		if (windows_1252[i] == cp)
			return 0x80 + i;
	return -1;
}

/* The character that a sequence of UTF-8 stood for; *LENGTH characters are read. 0: no sequence. */
static uint32_t decode_latin(const struct article *article, uint32_t at, uint32_t *length)
{
	int lead = byte_of(article->cp[at]);
	if (lead < 0xC2 || lead > 0xF4)
		return 0;
	*length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	uint32_t cp = (uint32_t)lead & (0xFFu >> (*length + 1));
	for (uint32_t i = 1; i < *length; i++) {
		int trail = byte_of(article->cp[at + i]);
		/* a no-break space is often made plain */
		if (trail < 0 && article->cp[at + i] == ' ' && i == 2)
			trail = 0xA0;
		if (trail < 0x80 || trail > 0xBF)
			return 0;
		cp = cp << 6 | ((uint32_t)trail & 0x3F);
	}
	return cp < (*length == 2 ? 0x80 : *length == 3 ? 0x800 : 0x10000) || cp > 0x10FFFF ? 0 : cp;
}

/* «café»… has two marks after its é: a letter that may be one, with no other sequence beside it, proves nothing. */
static bool is_lone_letter(const struct article *article, uint32_t at, uint32_t length)
{
	bool after_letter = article->cls[at - 1] == CLASS_LATIN && article->cp[at - 1] < 0x80;
	if (length == 2)
		return article_is(article, at + 1, CLASS_BIT(CLASS_LATIN)) || (after_letter && article->cp[at] >= 0xC4);
	return article->cp[at] >= 0xE0 && article->cp[at] != 0xE2 && article->cp[at] < 0xEF && after_letter;
}

static uint32_t check_utf8(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	uint32_t right[RUN_MAXIMUM], count = 0, length = 0, one;
	struct span span = {at, at};
	while (count < RUN_MAXIMUM && (one = decode_latin(article, span.end, &length)) != 0 &&
		!class_in(character_class(one), CLASS_BIT(CLASS_PRIVATE) | CLASS_BIT(CLASS_BAD))) {
		right[count++] = one;
		span.end += length;
	}
	if (count == 0 || (count == 1 && is_lone_letter(article, at, length)))
		return at;
	if (!is_about_encodings(article, at)) {
		struct finding *finding = report_add(context->report, MESSAGE_LATIN, span);
		finding_text(finding, span);
		finding_characters(finding, right, count);
		finding_fix_characters(finding, FIX_SAFE, span, right, count);
	}
	return span.end;
}

/* Four and more letters and signs of the upper half of Latin-1, both kinds: no language writes that. */
static uint32_t check_latin(struct check_context *context, uint32_t at)
{
	enum { MINIMUM = 4 };
	const struct article *article = context->article;
	uint32_t end = at, letters = 0, signs_seen = 0;
	for (; end - at < RUN_MAXIMUM && article->cp[end] >= 0xA1 && article->cp[end] <= 0xFF; end++) {
		letters += article->cp[end] >= 0xC0 && article->cp[end] != 0xD7 && article->cp[end] != 0xF7;
		signs_seen += article->cp[end] < 0xC0 && !character_is_one_of(article->cp[end], U"«»¡¿");
	}
	if (end - at < MINIMUM || letters < 2 || signs_seen == 0 || is_about_encodings(article, at))
		return at;
	finding_text(report_add(context->report, MESSAGE_LATIN_GBK, (struct span){at, end}), (struct span){at, end});
	return end;
}

/* ---- Entities and escapes ---- */

static uint32_t check_entity(struct check_context *context, uint32_t at)
{
	const struct article *article = context->article;
	uint32_t length, right = escape_entity(article, at, &length);
	struct span span = {at, at + length};
	if (!right)
		return at;
	if (is_about_encodings(article, at))
		return span.end;
	bool is_space = class_in(character_class(right), CLASSES_SPACE);
	if (is_space)
		right = ' ';
	struct finding *finding = report_add(context->report, MESSAGE_ENTITY, span);
	finding_text(finding, span);
	if (is_space)
		finding_string(finding, " ");
	else
		finding_character(finding, right);
	finding_fix_character(finding, character_is_one_of(right, U"<>& ") ? FIX_UNSAFE : FIX_SAFE, span, right);
	return span.end;
}

/* Returns where a run of escapes ends. In a range of a regular expression, a path or an address they are at home. */
static uint32_t check_escapes(struct check_context *context, uint32_t at, uint32_t (*decode)(const struct article *, uint32_t, uint32_t *))
{
	const struct article *article = context->article;
	uint32_t right[RUN_MAXIMUM], count = 0, length, one;
	struct span span = {at, at};
	while (count < RUN_MAXIMUM && (one = decode(article, span.end, &length)) != 0) {
		right[count++] = one;
		span.end += length;
	}
	bool is_path = character_is_one_of(article->cp[at - 1], U"[-/=?_.:^\\") || character_is_one_of(article->cp[span.end], U"-]/?=_\\") ||
		       (article->cp[at - 1] < 0x80 && article->cls[at - 1] == CLASS_LATIN);
	if (count && !is_path && !is_about_encodings(article, at)) {
		struct finding *finding = report_add(context->report, MESSAGE_ESCAPE, span);
		finding_text(finding, span);
		finding_characters(finding, right, count);
		finding_fix_characters(finding, FIX_UNSAFE, span, right, count);
	}
	return span.end;
}

static void check_signs(struct check_context *context)
{
	const struct article *article = context->article;
	const struct positions *signs = &article->index[CLASS_SYMBOL];
	uint32_t done = 0;
	for (uint32_t i = 0; i < signs->count; i++) {
		uint32_t at = signs->at[i], cp = article->cp[at];
		if (at < done)
			continue;
		if (cp == '&')
			done = check_entity(context, at);
		else if (cp == '\\')
			done = check_escapes(context, at, escape_unicode);
		else if (cp == '%')
			done = check_escapes(context, at, escape_percent);
	}
}

static void check_characters(struct check_context *context)
{
	const struct article *article = context->article;
	const struct character_set *set = ((const struct settings *)context->settings)->kinds;
	uint32_t at = article->begin;
	for (; (at = character_set_next(set, TRIGGER, article->cp, at, article->end)) < article->end; at++) {
		uint32_t end;
		if (article->cp[at] <= 0xFF)
			end = (end = check_utf8(context, at)) > at ? end : check_latin(context, at);
		else if ((end = check_trace(context, at)) == at && (end = check_charset(context, at, MESSAGE_GBK)) == at)
			end = check_charset(context, at, MESSAGE_BIG5);
		at = end > at ? end - 1 : at;
	}
}

static void run(struct check_context *context)
{
	check_bad(context);
	check_signs(context);
	check_characters(context);
}

static const struct check_message messages[] = {
	[MESSAGE_LOST] = {"lost", N_("“{0}” stands for a character that a conversion has lost"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_BYTES] = {"bytes", N_("bytes that are not UTF-8: {0}"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_TRACE] = {"trace", N_("“{0}” is what a broken conversion leaves of lost text"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_GBK] = {"gbk", N_("“{0}” is UTF-8 that was read as GBK"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_BIG5] = {"big5", N_("“{0}” is UTF-8 that was read as Big5"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_LATIN] = {"latin", N_("“{0}” is UTF-8 that was read as Latin-1, write “{1}”"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_LATIN_GBK] = {"latin_chinese", N_("“{0}” is Chinese that was read as Latin-1"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_ENTITY] = {"entity", N_("“{0}” is an HTML entity left in the text, write “{1}”"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	[MESSAGE_ESCAPE] = {"escape", N_("“{0}” is an escape left in the text, write “{1}”"), SEVERITY_ERROR, PROFILES_ALL, CONFIDENCE_HIGH},
	{0},
};

const struct check check_script_mojibake = {
	.struct_size = sizeof(struct check),
	.name = "script_mojibake",
	.summary = N_("signs of a broken conversion: lost characters, wrong encodings, entities and escapes"),
	.needs = NEED_PAIRS,
	.scope = SCOPE_ARTICLE,
	.messages = messages,
	.settings_size = sizeof(struct settings),
	.prepare = prepare,
	.run = run,
};
