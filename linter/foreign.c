/* foreign: the table of sounds. */
#include "foreign.h"

/* Characters that render the sounds of foreign names, without the commonest of ordinary text, sorted. */
static const uint32_t sounds[] = U"丁万丘东丹丽义乌乔亚亞亨京什代伊休伦伯伽佐佛佩侬侯保倫傑儂儒克兰兹凡凯凱切列利加努劳勃勒勞勿华博卜卡卢卫厄古可史吉"
				 U"吐吕哈哥唐喀喬嘉因图圖圣坎坡坦埃培基堤堪塔塞墨士夏多夫奇奎契奥奧妮姆威娜宁安宾密察寧尔"
				 U"尚尤尼居屈巴布希帕库庫康廉廷弗彼得德怀恩愛懷戈戴扎托披拉拿捷提摩撒斯施昂易普曼朗李杜杰東林果柏查柯根格桑梅森欧歇歐"
				 U"比汀汉汤汶沃沙治波泰泽洛派济温湯溫漢潘濟烈烏爱爵爾特狄玛珀珊班琳琼瑞瑟瑪瓊瓜瓦甘甫略登"
				 U"白皮盖盛盧祿禄福科穆米約納紐素索維约纳纽维罕罗羅義翰考耶聖肖肯胡舍舒艾芬芳苏若英茉茨茲荣莉莎莫莱華菲萊萨萬葛蒂蒙蓋"
				 U"蕾薇薛薩蘇蘭衛西詹諾謝诺谢貝費賈賓賴賽贝费贾赖赛赫路辛达迈迦迪逊達遜邁那邦采里金闵阿陀"
				 U"隆雅雨雪雷霍韋韦頓顿馬马魯鮑鲁鲍麗麥麦黎默黛齊齐";

bool foreign_has_sound(uint32_t code_point)
{
	return CHARACTER_IS_IN(code_point, sounds);
}

bool foreign_is_sound(const struct article *article, uint32_t at)
{
	return article_is_han(article, at) && foreign_has_sound(article->cp[at]);
}
