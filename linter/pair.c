/* pair: marks that belong together. */
#include "pair.h"

#include "layer_p.h"

void article_build_pairs(struct article *article)
{
	(void)article;
}
