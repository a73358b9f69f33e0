/*
 * control: a fixed amount of work, shared among threads that have nothing to wait for: what the machine itself gains by them, and so
 * the most that a benchmark of threads can show. About a second in one thread.
 *
 * usage: control THREADS
 */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { THREADS_MAXIMUM = 64 };
static const uint64_t work = 1000000000;

struct part {
	uint64_t rounds, result;
};

static void *burn(void *argument)
{
	struct part *part = argument;
	uint64_t state = 88172645463325252u;
	for (uint64_t i = 0; i < part->rounds; i++)
		state = state * 6364136223846793005u + 1442695040888963407u;
	part->result = state;
	return NULL;
}

int main(int argc, char **argv)
{
	unsigned long threads = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
	pthread_t handles[THREADS_MAXIMUM];
	struct part parts[THREADS_MAXIMUM];
	uint64_t sum = 0;
	if (threads < 1 || threads > THREADS_MAXIMUM) {
		fprintf(stderr, "usage: control THREADS\n");
		return 2;
	}
	for (unsigned long i = 0; i < threads; i++) {
		parts[i] = (struct part){.rounds = work / threads};
		if (pthread_create(&handles[i], NULL, burn, &parts[i]) != 0)
			return 1;
	}
	for (unsigned long i = 0; i < threads; i++) {
		pthread_join(handles[i], NULL);
		sum += parts[i].result;
	}
	printf("%llu\n", (unsigned long long)sum);
	return 0;
}
