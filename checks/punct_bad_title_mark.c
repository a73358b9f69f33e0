/*
 * punct_bad_title_mark: 《》 round what is no work: licences and certificates, prizes, courses, meetings, brands, cups, festivals,
 * activities, publishing houses (《营业执照》, 《五一》, 《闪光》牌). A note, in the newsroom.
 *
 * Book-title marks are for works; other names have “” or nothing (GB/T 15834 4.15.3 and annex A.13.1). The name alone does not
 * tell (《结婚证》 is a novel, 《五四》 a poem), so there must be a second sign: the verb before it (办理, 荣获, 召开) or the noun
 * after it (课程, 牌, 书法大赛, 假期).
 *
 * Passes: laws, rules, plans and contracts with such names (《营业执照管理办法》, 《身份证法》), television programmes, films and
 * songs, words for works near by (电影, 小说, 播出), names of tunes (《西江月》词牌). Misses: names without such a sign.
 */
#include "check.h"

enum { MESSAGE_NO_WORK };

enum {
	LOOK = 8,        /* how far before a name its verb may be, and 赛 after it */
	LOOK_LATER = 20, /* how far after it the verb of a meeting may be */
	LOOK_WORK = 16,  /* how far on both sides a word for works may be */
	NAME_LONGEST = 40,
};

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

/*
 * One kind of thing that is no work. The name ends with ENDINGS (or is one of NAMES), and VERBS stand before it, NOUNS right after
 * it, CONTESTS some characters after it, or LATER further on in its clause. A null list asks nothing.
 */
struct kind {
	const char *const *endings;
	const char *const *names;
	const char *const *verbs;
	const char *const *nouns;
	const char *const *contests;
	const char *const *later; /* verbs after it in its clause */
};

static const char *const works[] = {"电影", "電影", "影片", "小说", "小說", "歌曲", "专辑", "專輯", "单曲", "單曲", "电视剧", "電視劇", "剧集",
	"劇集", "播出", "上映", "节目", "節目", "栏目", "欄目", "杂志", "雜誌", "纪录片", "紀錄片", "绘本", "繪本", "漫画", "漫畫", "动画", "動畫",
	"游戏", "遊戲", "话剧", "話劇", "舞台剧", "舞臺劇", "散文", "诗", "詩", "主演", "出演", "饰演", "飾演", "导演", "導演", "作者", "撰写",
	"撰寫", "收录", "收錄", "油画", "油畫", "主题曲", "主題曲", "演唱", "改编", "改編", "书中", "書中", "一书", "一書", "一文", "专栏", "專欄",
	NULL};

static const char *const courses[] = {"学", "學", "管理", "原理", "概论", "概論", "导论", "導論", "基础", "基礎", "设计", "設計", "营销", "行銷",
	"实务", "實務", "教育", "语文", "語文", "数学", "數學", "英语", "英語", "政治", "历史", "歷史", "音乐", "音樂", "实验", "實驗", "写作",
	"寫作", "程序", "程式", "经济", "經濟", "会计", "會計", "入门", "入門", "课", "課", "课程", "課程", "书法", "書法", "篆刻", "绘画", "繪畫",
	"美术", "美術", "体育", "體育", "舞蹈", "声乐", "聲樂", "科学", "科學", "物理", "地理", "健康", "礼仪", "禮儀", "茶艺", "茶藝", "烹饪",
	"烹飪", "编程", "編程", "口语", "口語", "听力", "聽力", "阅读", "閱讀", "作文", "技术", "技術", "技能", "工程", "理论", "理論", "鉴赏",
	"鑑賞", "欣赏", "欣賞", "实践", "實踐", "训练", "訓練", "法治", "安全", NULL};

static const char *const meetings[] = {"会议", "會議", "研讨会", "研討會", "座谈会", "座談會", "年会", "年會", "论坛", "論壇", "峰会", "高峰會",
	"发布会", "發表會", "交流会", "交流會", "讲座", "講座", "培训班", "研習營", "例会", "例會", "推进会", "动员会", "评审会", "立项会", "说明会",
	"說明會", "博览会", "博覽會", "展览会", "展覽會", "展销会", "展銷會", "交易会", "交易會", "洽谈会", "洽談會", "运动会", "運動會", NULL};

static const char *const festivals[] = {"五一", "十一", "六一", "七一", "八一", "五四", "三八", "元旦", "春节", "春節", "国庆", "國慶", "中秋",
	"端午", "清明", "双十一", "雙十一", "双十", "雙十", "双11", "双12", "三八妇女节", "五一劳动节", "六一儿童节", "国庆节", "國慶節", "中秋节",
	"中秋節", "端午节", "端午節", "教师节", "教師節", "劳动节", "勞動節", "儿童节", "兒童節", "元宵节", "元宵節", "清明节", "清明節", "重阳节",
	"重陽節", "妇女节", "婦女節", "建军节", "母亲节", "母親節", "父亲节", "父親節", "圣诞节", "聖誕節", NULL};

static const struct kind kinds[] = {
	/* licences and certificates */
	{.endings = LIST("执照", "執照", "许可证", "許可證", "身份证", "身分證", "毕业证", "畢業證", "学位证", "學位證", "结婚证", "結婚證", "离婚证",
		 "合格证", "合格證", "资格证", "資格證", "居住证", "居留證", "工作证", "工作證", "学生证", "學生證", "驾驶证", "駕駛證", "行驶证",
		 "房产证", "产权证", "通行证", "通行證", "老年证", "敬老证", "敬老證", "优待证", "優待證", "残疾证", "准考证", "出生证", "出入证",
		 "会员证", "會員證", "借书证", "借書證", "健康证", "健康證", "上岗证", "登记证", "登記證", "使用证", "护照", "護照", "证书", "證書",
		 "驾照", "駕照", "户口簿", "户口本", "戶口名簿", "社保卡", "健保卡", "聘书", "聘書", "奖状", "獎狀"),
		.verbs = LIST("办理", "辦理", "颁发", "頒發", "发放", "發放", "核发", "核發", "换发", "換發", "补办", "補辦", "领取", "領取", "领到",
			"領到", "申领", "申領", "申请", "申請", "取得", "获得", "獲得", "持有", "出示", "吊销", "吊銷", "考取", "考到", "考上",
			"凭着", "憑著", "凭借", "憑藉", "拿到", "携带", "攜帶", "伪造", "偽造", "注销", "註銷")},
	/* prizes */
	{.endings = LIST("奖", "獎", "奖项", "獎項", "奖杯", "獎盃", "金奖", "金獎", "称号", "稱號"),
		.verbs = LIST("获", "獲", "获得", "獲得", "荣获", "榮獲", "颁发", "頒發", "评为", "評為", "授予", "夺得", "奪得", "摘得", "捧得")},
	{.endings = LIST("模范", "模範", "标兵", "標兵", "劳模", "先进个人", "先進個人", "先进集体", "先进单位", "先进工作者", "优秀员工", "優秀員工",
		 "优秀教师", "優秀教師", "优秀学生", "優秀學生", "三好学生", "文明单位", "文明城市", "示范单位", "示范基地"),
		.verbs = LIST("评为", "評為", "授予", "荣获", "榮獲", "获评", "獲評", "当选", "當選", "命名为", "命名為", "获得", "獲得")},
	{.nouns = LIST("称号", "稱號", "荣誉称号", "榮譽稱號", "奖状", "獎狀", "奖杯", "獎盃", "证书", "證書")},
	{.endings = LIST("工程", "计划", "計畫", "行动", "行動"), .nouns = LIST("奖", "獎")},
	{.endings = courses,
		.nouns = LIST("课程", "課程", "课", "課", "等课程", "等課程", "两门课", "兩門課", "选修课", "選修課", "必修课", "必修課", "这门课",
			"這門課")},
	{.endings = courses, .verbs = LIST("开设", "開設", "选修", "選修", "必修", "修读", "修讀", "开课", "開課")},
	{.nouns = LIST("课题", "課題")},
	/* meetings */
	{.endings = meetings,
		.verbs = LIST("召开", "召開", "举行", "舉行", "举办", "舉辦", "出席", "参加", "參加", "承办", "承辦", "主持召开", "参展")},
	{.endings = meetings, .later = LIST("召开", "召開", "举行", "舉行", "举办", "舉辦", "开幕", "開幕", "闭幕", "閉幕")},
	{.endings = LIST("大会", "大會"), .verbs = LIST("召开", "召開", "出席")},
	{.endings = LIST("大会", "大會"), .later = LIST("召开", "召開", "开幕", "開幕", "闭幕", "閉幕")},
	/* brands */
	{.nouns = LIST("牌")},
	{.nouns = LIST("矿泉水", "礦泉水", "啤酒", "白酒", "香烟", "香菸", "牙膏", "洗衣粉", "洗发水", "洗髮精", "空调", "轿车", "轎車", "冰箱")},
	/* contests */
	{.endings = LIST("杯", "盃"), .contests = LIST("赛", "賽", "征文", "徵文")},
	/* festivals */
	{.names = festivals, .verbs = LIST("迎接", "欢度", "歡度", "庆祝", "慶祝", "喜迎", "欢庆", "歡慶", "恰逢", "适逢", "適逢")},
	{.names = festivals,
		.nouns = LIST("节", "節", "假期", "期间", "期間", "小长假", "长假", "長假", "连假", "連假", "放假", "黄金周", "前后", "前後", "前夕",
			"当天", "當天", "国际", "國際", "劳动节", "勞動節", "晚会", "晚會", "联欢", "聯歡", "长周末", "促销", "促銷", "购物节",
			"購物節", "当日", "到来", "到來", "来临", "來臨", "将至", "將至")},
	/* activities */
	{.endings = LIST("月", "周", "週", "日", "节", "節", "行动", "行動", "行"),
		.nouns = LIST("活动", "活動", "主题活动", "主題活動", "系列活动", "系列活動")},
	{.verbs = LIST("开展", "開展", "展开", "展開", "举行", "舉行", "举办", "舉辦"),
		.nouns = LIST("活动", "活動", "主题活动", "主題活動", "系列活动", "系列活動")},
	/* publishing houses and offices */
	{.endings = LIST("杂志社", "雜誌社", "出版社", "报社", "報社", "编辑部", "編輯部", "有限公司", "委员会", "委員會"),
		.nouns = LIST("编辑", "編輯", "记者", "記者", "主编", "主編", "总编", "總編", "社长", "社長", "出版", "董事长", "董事長", "总经理",
			"總經理", "员工", "員工", "负责人", "負責人", "主任", "工作人员", "工作人員")},
};

/* 牌 as in brand, not 牌照, 牌匾, 牌坊 or the name of a tune. */
static bool is_other_word(const struct article *article, uint32_t at)
{
	static const char *const words[] = {"牌照", "牌匾", "牌坊", "牌位", "牌子曲", "牌楼", "牌樓", "牌局", "课本", "課本", "课文", "課文",
		"课题组", "課題組", "节选", "節選", "奖学", "獎學", "出版的", "出版于", "出版於", "出版后", "出版後", NULL};
	static const char *const tunes[] = {"词", "詞", "曲", NULL};
	return article_starts_any(article, at, words) || article_starts_any(article, at, tunes);
}

/* 办《身份证》: verbs of one character only right before the name. */
static bool follows_verb(const struct article *article, uint32_t open, const char *const *verbs)
{
	static const char *const short_verbs[] = {"办", "辦", "持", "凭", "憑", "发", "發", NULL};
	uint32_t begin = article_skip_back(article, open, article_back(article, open, LOOK), ~(CLASSES_STOP | CLASS_BIT(CLASS_NEWLINE)));
	return article_holds_any(article, (struct span){begin, open}, verbs) || article_ends_any(article, open, short_verbs);
}

/* 《工作会议》昨天在市政府召开 */
static bool goes_on_with(const struct article *article, uint32_t at, const char *const *verbs)
{
	static const char *const nouns[] = {"的", "一", NULL};
	struct span after = {at, article_find(article, at, article_ahead(article, at, LOOK_LATER), CLASSES_STOP | CLASS_BIT(CLASS_OPEN))};
	return article_holds_any(article, after, verbs) && !article_starts_any(article, at, nouns);
}

/* ROW: the titles side by side of which this is one, 《甲》《乙》、《丙》. */
static bool is_kind(const struct article *article, const struct pair *pair, struct span row, const struct kind *kind)
{
	static const char *const classics[] = {"大学", "大學", NULL};
	struct span name = {pair->open + 1, pair->close};
	if (kind->endings && (!article_ends_any(article, name.end, kind->endings) || article_is_any(article, name, classics)))
		return false;
	if (kind->names && !article_is_any(article, name, kind->names))
		return false;
	if (kind->nouns && (!article_starts_any(article, row.end, kind->nouns) || is_other_word(article, row.end)))
		return false;
	struct span after = {row.end, article_ahead(article, row.end, LOOK)};
	after.end = article_find(article, after.begin, after.end, CLASSES_STOP);
	if (kind->contests && !article_holds_any(article, after, kind->contests))
		return false;
	if (kind->later && !goes_on_with(article, row.end, kind->later))
		return false;
	return !kind->verbs || follows_verb(article, row.begin, kind->verbs);
}

/* A word for works near by: then it is one. Where the noun after it says what it is, only one right before it: 电影《红旗》奖. */
static bool is_called_work(const struct article *article, struct span row, const struct kind *kind)
{
	static const char *const comes_out[] = {"出版", "发行", "發行", "首演", "首映", "公映", "上演", NULL};
	struct span before = {article_back(article, row.begin, LOOK_WORK), row.begin};
	struct span after = {row.end, article_ahead(article, row.end, LOOK_WORK)};
	if (kind->endings && kind->nouns)
		return article_ends_any(article, row.begin, works);
	if (article_starts_any(article, row.end, comes_out))
		return true;
	before.begin = article_skip_back(article, before.end, before.begin, ~CLASSES_STOP);
	after.end = article_find(article, after.begin, after.end, CLASS_BIT(CLASS_END_STOP));
	return article_holds_any(article, before, works) || article_holds_any(article, after, works);
}

static void check_name(struct check_context *context, const struct pair *pair, struct span row)
{
	const struct article *article = context->article;
	struct span span = {pair->open, pair->close + 1};
	if (pair->kind != PAIR_TITLE || span_length(span) > NAME_LONGEST)
		return;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		if (is_kind(article, pair, row, &kinds[k])) {
			if (!is_called_work(article, row, &kinds[k]))
				finding_text(report_add(context->report, MESSAGE_NO_WORK, span), span);
			return;
		}
}

static void run(struct check_context *context)
{
	static const char *const joints[] = {"、", "和", "与", "與", "及", "，", "《", NULL};
	const struct article *article = context->article;
	for (uint32_t i = 0, next; i < article->pair_count; i = next) {
		struct span row = {article->pairs[i].open, article->pairs[i].close + 1};
		for (next = i + 1; next < article->pair_count && article->pairs[i].kind == PAIR_TITLE; next++) {
			const struct pair *pair = &article->pairs[next];
			if (pair->kind != PAIR_TITLE || pair->open < row.end || pair->open - row.end > 1 ||
				!article_starts_any(article, row.end, joints))
				break;
			row.end = pair->close + 1;
		}
		for (uint32_t k = i; k < next; k++)
			check_name(context, &article->pairs[k], row);
	}
}

static const struct check_message messages[] = {
	[MESSAGE_NO_WORK] = {NULL, N_("{0} is no work: write it in “” or without marks"), SEVERITY_NOTE, PROFILE_NEWSROOM | PROFILE_STRICT,
		CONFIDENCE_HIGH},
	{0},
};

const struct check check_punct_bad_title_mark = {
	.struct_size = sizeof(struct check),
	.name = "punct_bad_title_mark",
	.summary = N_("book-title marks round what is no work"),
	.needs = NEED_PAIRS,
	.scope = SCOPE_PARAGRAPH,
	.messages = messages,
	.run = run,
};
