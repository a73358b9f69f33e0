/* figure_endings: what makes another word of a unit of one character. */
#include "figure_p.h"

const char32_t *figure_word_endings(uint32_t unit)
{
	/* clang-format off */
	switch (unit) {
	case U'分': return U"别別之为為析配布类類成数數公支局队隊行店校院裂割享子歧离離界辨散";
	case U'成': return U"立员員為为长長功果就本熟品都型色因绩績分效交因";
	case U'行': return U"动動业業为為政驶駛程星军軍李使銷销";
	case U'部': return U"分份门門队隊署属屬长長落件首委";
	case U'节': return U"日目约約能气氣";
	case U'節': return U"日目約能氣";
	case U'场': return U"地所景面馆館合";
	case U'場': return U"地所景面館合";
	case U'组': return U"织織成合长長装裝";
	case U'組': return U"織成合長";
	case U'队': return U"员員长長";
	case U'隊': return U"員長";
	case U'口': return U"号號径徑味罩岸感";
	case U'道': return U"路德教理";
	case U'种': case U'種': return U"植族";
	case U'条': case U'條': return U"例";
	case U'批': return U"评評判准發发";
	case U'国': return U"内內际際道";
	case U'國': return U"內際道";
	case U'方': return U"法式针針向案便";
	case U'地': return U"方址位";
	case U'校': return U"园園长長友";
	case U'市': return U"场場民长長";
	case U'区': return U"别別域间";
	case U'區': return U"別域間";
	case U'村': return U"民";
	case U'院': return U"长長士";
	case U'人': return U"员員类類才口民生们們事";
	case U'元': return U"旦首老帅帥";
	case U'名': return U"字称稱义義义词詞额額";
	case U'面': return U"对對向临臨积積";
	case U'点': return U"击擊评評燃";
	case U'點': return U"擊評燃";
	case U'代': return U"表替码碼号號称稱码理";
	case U'度': return U"过過";
	case U'天': return U"空气氣地";
	case U'回': return U"答复復应應";
	case U'号': case U'號': return U"召";
	case U'层': case U'層': return U"次面";
	case U'党': return U"员員";
	case U'黨': return U"員";
	case U'社': return U"会會交";
	case U'车': return U"站辆輛间間";
	case U'站': return U"点點";
	case U'团': return U"体體结結";
	case U'團': return U"體結";
	case U'角': return U"色度落";
	case U'重': return U"要点點视視大";
	case U'周': return U"围圍边邊";
	case U'级': return U"别別";
	case U'等': return U"待候";
	case U'期': return U"间間待望";
	case U'关': return U"于於键鍵系係注";
	case U'關': return U"於鍵係注";
	case U'例': return U"如";
	case U'章': return U"程";
	case U'集': return U"体體中团團合";
	case U'起': return U"来來义義初";
	case U'把': return U"握";
	case U'发': return U"现現展生表";
	case U'發': return U"現展生";
	case U'单': return U"位位";
	case U'單': return U"位";
	case U'出': return U"头頭口生版现現场場台發发路色局任席来來去";
	case U'首': return U"次";
	case U'位': return U"于於置";
	case U'世': return U"界纪紀代间間";
	case U'圆': case U'圓': return U"形孔桌锥";
	case U'副': return U"总總主院校部局";
	case U'卡': return U"通车車";
	case U'路': return U"军軍段过過";
	case U'轮': case U'輪': return U"车車胎毂转轉";
	case U'军': case U'軍': return U"队隊人官民事校";
	case U'折': return U"叠疊页頁屏扇腰";
	case U'圈': return U"子套";
	case U'步': return U"兵行枪槍";
	case U'局': return U"长長部势勢";
	case U'家': return U"长長务務族谱譜";
	case U'班': return U"主长長级級车車组組";
	case U'声': case U'聲': return U"音波称稱明";
	case U'丝': case U'絲': return U"绸綢毫";
	case U'品': return U"种種牌质質味";
	case U'味': return U"道精";
	case U'股': return U"东東份票市";
	case U'票': return U"房价價";
	case U'户': case U'戶': return U"籍口";
	case U'晚': return U"会會报報宴";
	case U'岛': case U'島': return U"屿嶼国國";
	default: return U"";
	}
	/* clang-format on */
}
