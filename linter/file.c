/* file: reading whole files, and replacing them so that nobody ever sees a half. */
#include "file_p.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

bool file_read_descriptor(int descriptor, size_t limit, struct str *bytes, struct arena *arena)
{
	size_t size = 0, capacity = 64 * 1024;
	char *data = arena_alloc_raw(arena, capacity);
	for (;;) {
		if (size + 1 >= capacity) {
			char *larger = arena_alloc_raw(arena, capacity * 2);
			memcpy(larger, data, size);
			data = larger;
			capacity *= 2;
		}
		ssize_t got = read(descriptor, data + size, capacity - size - 1);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return false;
		if (got == 0)
			break;
		size += (size_t)got;
		if (size > limit) {
			errno = EFBIG;
			return false;
		}
	}
	data[size] = 0;
	*bytes = (struct str){data, size};
	return true;
}

bool file_read(const char *path, size_t limit, struct str *bytes, struct arena *arena, struct error *error)
{
	bool standard = !strcmp(path, "-");
	int descriptor = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	bool done = descriptor >= 0 && file_read_descriptor(descriptor, limit, bytes, arena);
	int why = errno;
	if (descriptor >= 0 && !standard)
		close(descriptor);
	if (!done)
		error_set(error, "%s: cannot read: %s", standard ? "standard input" : path, strerror(why));
	return done;
}

bool file_write_descriptor(int descriptor, struct str bytes)
{
	while (bytes.size) {
		ssize_t put = write(descriptor, bytes.data, bytes.size);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		bytes.data += put;
		bytes.size -= (size_t)put;
	}
	return true;
}

/* Owner first: giving a file away takes its set-user bits. A new file (no links yet) has the right owner already. */
static bool keep_attributes(int descriptor, const struct stat *old)
{
	struct stat now;
	if (fstat(descriptor, &now) != 0)
		return false;
	bool differs = now.st_uid != old->st_uid || now.st_gid != old->st_gid;
	if (old->st_nlink && differs && fchown(descriptor, old->st_uid, old->st_gid) != 0)
		return false;
	return fchmod(descriptor, old->st_mode & 07777) == 0;
}

static mode_t usual_mode(void)
{
	mode_t mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

/* Brings the entry of a folder to the disk; file systems that cannot do that for folders are not at fault. */
static bool sync_folder(const char *folder)
{
	int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool done = descriptor >= 0 && (fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP);
	if (descriptor >= 0)
		close(descriptor);
	return done || errno == EACCES;
}

/* What the path names at the end of its links, and its attributes; a new file gets the usual mode. */
static bool find_target(const char *path, bool create, char target[PATH_MAX], struct stat *status, struct error *error)
{
	if (!realpath(path, target)) {
		struct stat link;
		if (!create || errno != ENOENT || lstat(path, &link) == 0)
			return error_set(error, "cannot be written: %s", strerror(errno));
		*status = (struct stat){.st_mode = usual_mode()};
		return snprintf(target, PATH_MAX, "%s", path) < PATH_MAX || error_set(error, "cannot be written: %s", strerror(ENAMETOOLONG));
	}
	if (stat(target, status) != 0)
		return error_set(error, "cannot be written: %s", strerror(errno));
	if (!S_ISREG(status->st_mode))
		return error_set(error, "cannot be written: it is not a regular file");
	if (access(target, W_OK) != 0)
		return error_set(error, "cannot be written: %s", strerror(errno));
	return true;
}

bool file_holds(const char *path, struct str bytes)
{
	char chunk[64 * 1024];
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got = -1;
	while (descriptor >= 0 && ((got = read(descriptor, chunk, sizeof chunk)) > 0 || (got < 0 && errno == EINTR))) {
		if (got < 0)
			continue;
		if ((size_t)got > bytes.size || memcmp(chunk, bytes.data, (size_t)got) != 0)
			break;
		bytes.data += got;
		bytes.size -= (size_t)got;
	}
	if (descriptor >= 0)
		close(descriptor);
	return got == 0 && bytes.size == 0;
}

bool file_replace(const char *path, struct str bytes, bool create, struct error *error)
{
	char target[PATH_MAX], temporary[PATH_MAX + 32], folder[PATH_MAX];
	struct stat status;
	if (!find_target(path, create, target, &status, error))
		return false;
	const char *slash = strrchr(target, '/');
	int length = slash ? (int)(slash - target) : 0;
	snprintf(folder, sizeof folder, "%.*s", slash ? length + !length : 1, slash ? target : ".");
	snprintf(temporary, sizeof temporary, "%s/.kanlint-XXXXXX", folder);
	int descriptor = mkostemp(temporary, O_CLOEXEC);
	if (descriptor < 0)
		return error_set(error, "cannot be written: no file can be made in its folder: %s", strerror(errno));
	bool done = file_write_descriptor(descriptor, bytes) && keep_attributes(descriptor, &status) && fsync(descriptor) == 0;
	int why = errno;
	if (close(descriptor) != 0 && done) {
		done = false;
		why = errno;
	}
	if (done && rename(temporary, target) != 0) {
		done = false;
		why = errno;
	}
	if (!done) {
		unlink(temporary);
		return error_set(error, "cannot be written: %s", strerror(why));
	}
	return sync_folder(folder) || error_set(error, "was written, but may be lost: %s", strerror(errno));
}
