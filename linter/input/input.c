/* input: the bytes of a file. */
#include "reader_p.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

bool input_read(struct input *input, const char *path, const char *format_path, const char *encoding, struct arena *arena, struct error *error)
{
	(void)encoding, (void)arena;
	*input = (struct input){.path = path, .format_path = format_path};
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat status;
	if (fd < 0 || fstat(fd, &status) != 0)
		return error_set(error, "cannot open: %s", strerror(errno));
	if (status.st_size > 0) {
		input->mapping_size = (size_t)status.st_size;
		input->mapping = mmap(NULL, input->mapping_size, PROT_READ, MAP_PRIVATE, fd, 0);
		if (input->mapping == MAP_FAILED)
			return error_set(error, "cannot read: %s", strerror(errno));
	}
	close(fd);
	input->bytes = input->text = (struct str){input->mapping, input->mapping_size};
	return true;
}

void input_release(struct input *input)
{
	if (input->mapping)
		munmap(input->mapping, input->mapping_size);
	input->mapping = NULL;
}

struct article *reader_article(const struct input *input, struct arena *arena)
{
	struct article_builder *builder = article_builder_new(arena, input->path, input->text);
	read_plain(builder, input->text);
	return article_builder_finish(builder);
}

struct directive *reader_directives(const struct input *input, struct arena *arena)
{
	(void)input, (void)arena;
	return NULL;
}
