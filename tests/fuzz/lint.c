/* Fuzzes readers, layers and checks. The first byte tells the format. The data file is named by KANLINT_DATA. */
#include <stdint.h>
#include <stdlib.h>

#include "../harness.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static int ready;
	if (!ready) {
		harness_init(getenv("KANLINT_DATA"));
		ready = 1;
	}
	if (size > 0)
		harness_lint(bytes[0] & 1 ? "fuzz.md" : "fuzz.txt", (const char *)bytes + 1, size - 1);
	return 0;
}
