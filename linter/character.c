/* character: look-ups in the generated tables. */
#include "character.h"

#include <stddef.h>
#include <utf8proc.h>

#include "character_table_p.h"

uint8_t character_class(uint32_t code_point)
{
	return code_point < 0x110000 ? character_class_valid(code_point) : CLASS_BAD;
}

static uint32_t pair_find(const uint32_t (*pairs)[2], const uint16_t *pages, uint32_t count, uint32_t key)
{
	uint32_t page = key / CHARACTER_PAGE;
	uint32_t low = pages[page < CHARACTER_PAGES ? page : CHARACTER_PAGES], high = page < CHARACTER_PAGES ? pages[page + 1] : count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (pairs[middle][0] < key)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && pairs[low][0] == key ? pairs[low][1] : 0;
}

#define FIND(name, key) pair_find(character_##name##_pairs, character_##name##_pages, character_##name##_count, key)

uint32_t character_to_simplified(uint32_t code_point)
{
	return FIND(simplified, code_point) & ~CHARACTER_SEVERAL;
}

uint32_t character_to_traditional(uint32_t code_point)
{
	return FIND(traditional, code_point) & ~CHARACTER_SEVERAL;
}

bool character_has_several(uint32_t code_point)
{
	return ((FIND(simplified, code_point) | FIND(traditional, code_point)) & CHARACTER_SEVERAL) != 0;
}

uint32_t character_unified(uint32_t code_point)
{
	return FIND(unified, code_point);
}

uint16_t character_reading(uint32_t code_point)
{
	if (code_point >= 0x110000)
		return 0;
	return character_reading_stage2[character_reading_stage1[code_point >> 8]][code_point & 0xFF];
}

uint16_t character_sound(uint32_t code_point)
{
	uint16_t reading = character_reading(code_point);
	return reading < character_syllable_count ? character_syllable_sound[reading] : 0;
}

bool character_is_in(uint32_t code_point, const uint32_t *sorted, size_t count)
{
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (sorted[middle] < code_point)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && sorted[low] == code_point;
}

bool character_is_surname(uint32_t code_point)
{
	static const uint32_t surnames[] =
		U"丁万严乔于付任伍何余侯俞倪傅党兰关冉农冯冷凌凤刘劉包华卓单卜卢卫古史叶司吉向吕吳吴呂周唐喬單喻嚴塗夏姚姜娄婁孔孙孟季孫宁安宋宫宮寧尚尤尹屈屠岑岳崔左巫"
		U"席常庄庞康廖张張彭徐成戚戴房敖文方於施时易時晏景曲曹曾朱李杜杨林柏柯柳柴梁梅楊樊欧歐武段殷毕毛江池汤汪沈洪涂温游湯溫滕潘焦熊牛牟王甄甘田申畢白盛盧石祁"
		U"祝秦程穆窦竇章童符简管範簡紀繆纪缪罗羅翁翟耿聂聶肖胡舒艾芦花苏苗范莊莫華萧萬葉葛董蒋蒙蒲蓝蔡蔣蕭薛藍蘆蘇蘭衛袁裴褚覃解許詹謝譚许谢谭谷費賀賈賴费贺贾赖"
		U"赵趙路車车辛農连連邓邝邢邱邵邹郑郝郭鄒鄘鄧鄭鄺金鈕錢鍾钟钮钱閔閻關闫闵阎阮阳陆陈陳陶陸陽雷霍靳韋韓韦韩項顏顧项顾颜餘饒饶馬馮駱马骆高魏魯鮑鲁鲍鳳麥麦黃"
		U"黄黎黨齊齐龍龐龔龙龚";
	return CHARACTER_IS_IN(code_point, surnames);
}

static bool is_ambiguous(uint32_t code_point)
{
	const uint32_t *row = character_ambiguous_stage2[character_ambiguous_stage1[code_point >> 8]];
	return row[(code_point & 0xFF) / 32] >> code_point % 32 & 1;
}

int character_width(uint32_t code_point, int ambiguous)
{
	/* utf8proc counts East Asian Ambiguous as one cell. */
	int width = utf8proc_charwidth((utf8proc_int32_t)code_point);
	return width == 1 && code_point > 0x7F && is_ambiguous(code_point) ? ambiguous : width;
}
