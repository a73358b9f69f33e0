/*
 * measure: runs a command, and prints what it took: microseconds on the clock and of the processors, peak memory in KiB, exit status.
 * A program of its own, as small as can be: the peak of a child is never less than the parent's when it was born.
 *
 * usage: measure TIMES COMMAND [ARGUMENT]...         TIMES in turn; the sums, and the greatest peak; its output is thrown away
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct cost {
	long long wall, processor; /* microseconds */
	long peak;
	int status;
};

static long long microseconds(struct timeval time)
{
	return time.tv_sec * 1000000LL + time.tv_usec;
}

static long long now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

static void be_command(char **command)
{
	int null = open("/dev/null", O_RDWR);
	if (null < 0 || dup2(null, 0) < 0 || dup2(null, 1) < 0 || dup2(null, 2) < 0)
		_exit(127);
	execvp(command[0], command);
	_exit(127);
}

static void run_once(char **command, struct cost *cost)
{
	struct rusage usage;
	int status;
	long long begin = now();
	pid_t child = fork();
	if (child == 0)
		be_command(command);
	if (child < 0 || wait4(child, &status, 0, &usage) != child) {
		perror("measure");
		exit(127);
	}
	cost->wall += now() - begin;
	cost->processor += microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
	cost->peak = usage.ru_maxrss > cost->peak ? usage.ru_maxrss : cost->peak;
	if (cost->status == 0)
		cost->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(int argc, char **argv)
{
	struct cost cost = {0};
	long times = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
	if (times < 1) {
		fprintf(stderr, "usage: measure TIMES COMMAND [ARGUMENT]...\n");
		return 2;
	}
	for (long i = 0; i < times; i++)
		run_once(argv + 2, &cost);
	printf("%lld %lld %ld %d\n", cost.wall, cost.processor, cost.peak, cost.status);
	return 0;
}
