/* foreign: the table of sounds. */
#include "foreign.h"

/* Characters that render the sounds of foreign names, without the commonest of ordinary text. */
static const char sounds[] =
	"斯克德特爾尔利史姆里拉卡米吉尼罗羅翰伯布威哈約约洛治格普廉雷马馬夫奧奥巴科赫維维喬乔伊阿瑟亨塞恩托西勒安比迪麥麦波蒂弗多保納纳"
	"兰蘭霍亞亚艾林傑杰古埃希博戴查梅沙瑞莫菲塔玛瑪索卫衛伦倫加瓦福路基曼韋韦貝贝森柏烈琳李戈杜達达萊莱麗丽朗得蒙庫库易莉帕可辛華华"
	"諾诺费費茨丁魯鲁勞劳圖图彼沃夏坦士因穆顿頓根皮墨金什歇妮甘奇厄肯漢汉居万萬佩蕾密列哥考娜默雅盧卢伽烏乌歐欧凱凯英泰察邦隆賓宾"
	"鮑鲍萨薩莎那登柯舍契佛芬略喀白摩切坎芳班施佐丹捷素凡耶邁迈勃湯汤義义胡愛爱謝谢祿禄濟济珊宁寧卜尤唐派堤披汶堪尚提舒屈休若瓊琼溫"
	"温蘇苏蓋盖詹儒葛勿懷怀薛泽齐齊薇兹茲荣潘闵采赛賽黛雪嘉康拿果扎珀逊遜培代賈贾甫撒坡瓜吕狄圣聖迦茉侬儂侯吐盛东東京丘陀雨黎肖昂廷汀爵罕桑奎努紐"
	"纽赖賴";

bool foreign_is_sound(const struct article *article, uint32_t at)
{
	return article_is_han(article, at) && character_is_one_of(article->cp[at], sounds);
}
