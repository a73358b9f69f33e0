/* gen_idioms: the part of gen_words that makes the index of set phrases and the table of what characters sound and look like. */
#ifndef KANLINT_GEN_IDIOMS_H
#define KANLINT_GEN_IDIOMS_H

#include "../linter/data_p.h"

/* The sections; arrays that stay. */
struct idioms_made {
	const uint16_t *texts;
	size_t text_count;
	const uint32_t *buckets;
	const uint32_t *postings;
	size_t posting_count;
	const uint8_t *filter;
	const struct likeness_entry *likenesses;
	size_t likeness_count;
};

/* Reads WORK_FOLDER; DATA is the dictionary as far as it is made. A word that it does not hold is no set phrase either. */
void idioms_make(const char *folder, const struct data *data, struct idioms_made *made);

#endif
