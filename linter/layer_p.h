/* layer: builds what stands on the characters of an article. Called by the engine before the checks run. */
#ifndef KANLINT_LAYER_P_H
#define KANLINT_LAYER_P_H

#include "article.h"

struct data;

/* Each sets its fields of the article; memory comes from article->arena. All need the characters; later ones need the earlier. */
void article_build_paragraphs(struct article *article);
void article_build_sentences(struct article *article);
void article_build_pairs(struct article *article);
void article_build_figures(struct article *article, const struct data *data);
void article_build_bigrams(struct article *article, const struct data *data);
void article_build_lexicon(struct article *article, const struct data *data, struct arena *scratch);
void article_build_names(struct article *article, const struct data *data);

#endif
