/* foreign: the characters of config/names/sounds.txt. */
#include "foreign.h"

#include "name_p.h"

bool foreign_has_sound(uint32_t code_point)
{
	return name_is(code_point, NAME_ROLE_SOUND);
}

bool foreign_is_sound(const struct article *article, uint32_t at)
{
	return article_is_han(article, at) && foreign_has_sound(article->cp[at]);
}
