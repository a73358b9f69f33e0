/* hash: xxHash, taken from its header so that nothing has to be linked. */
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "hash_p.h"

uint64_t hash_text(struct str text)
{
	return XXH64(text.data, text.size, 0);
}
