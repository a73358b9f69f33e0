/* Fuzzes the configuration: any bytes are a policy or an error with its place. The data file is named by KANLINT_DATA. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../../linter/config_p.h"
#include "../../linter/data_p.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static struct arena data_arena;
	static const struct data *data;
	struct arena arena;
	struct error error = {""};
	char path[64];
	bool said;
	arena_init(&arena);
	if (!data)
		data = data_open(getenv("KANLINT_DATA"), &data_arena, &error);
	int file = memfd_create("kanlint.yaml", 0);
	if (file < 0 || write(file, bytes, size) != (ssize_t)size)
		BUG("no memory file");
	snprintf(path, sizeof path, "/proc/self/fd/%d", file);
	struct config_options options = {.config = path, .variant = -1, .fail_on = -1, .confidence = -1};
	struct config *config = config_new(&options, data, &arena, &error);
	if (!config || !config_policy(config, "article.txt", &error, &said))
		if (error.text[0] == 0)
			BUG("an error without a sentence");
	config_release(config);
	close(file);
	arena_release(&arena);
	return 0;
}
