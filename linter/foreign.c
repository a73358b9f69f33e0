/* foreign: the characters of config/names/sounds.txt. */
#include "foreign.h"

#include "name_p.h"

bool foreign_is_sound(const struct article *article, uint32_t at)
{
	return article_is_han(article, at) && name_is(article->cp[at], NAME_ROLE_SOUND);
}
