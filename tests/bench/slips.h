/* slips: what proofreading leaves in printed text, put in at random. */
#ifndef KANLINT_BENCH_SLIPS_H
#define KANLINT_BENCH_SLIPS_H

#include "draft.h"

/* Makes one slip in EVERY characters or so, in what stands from BEGIN on. */
void draft_slip(struct draft *draft, size_t begin, unsigned every, uint64_t *random);

#endif
