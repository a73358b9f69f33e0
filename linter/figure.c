/* figure: every number of an article. */
#include "figure.h"

#include "layer_p.h"

void article_build_figures(struct article *article, const struct data *data)
{
	(void)article;
	(void)data;
}
