/* Carries out the calls of consumers, each a shared object that finds its provider beside it.

   runner time ROUNDS CALL CONSUMER...     nanoseconds a call, round after round: every consumer in turn in each
   runner count CALL CONSUMER...           allocations a call by consumer, provider and others; with the counter preloaded
   runner repeat CALL CONSUMER...          nothing: a profiler counts what is done between the calls of `measured_CALL`

   Every line of output is for one consumer. All must answer the same. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef uint64_t measured(uint64_t times);

enum { most_consumers = 64, nanoseconds_a_turn = 200000, counted_calls = 8 };

static measured *consumers[most_consumers];

static void fail(char const *what) {
  fprintf(stderr, "runner: %s\n", what);
  exit(1);
}

/* Loads the consumers. One that was given an answer of its own by a mistake is no peer of the others. */
static int load(char const *call, char **paths) {
  char symbol[128];
  snprintf(symbol, sizeof symbol, "measured_%s", call);
  uint64_t expected = 0;
  int count = 0;
  for (; paths[count]; count++) {
    if (count == most_consumers) fail("too many consumers");
    void *object = dlopen(paths[count], RTLD_NOW | RTLD_LOCAL);
    if (!object) fail(dlerror());
    void *function = dlsym(object, symbol);
    if (!function) fail(dlerror());
    memcpy(&consumers[count], &function, sizeof function);
    uint64_t const answer = consumers[count](3);
    if (count == 0) expected = answer;
    if (answer != expected) fail(paths[count]);
  }
  return count;
}

static double nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static double turn(measured *call, uint64_t times) {
  double const start = nanoseconds();
  call(times);
  return (nanoseconds() - start) / (double)times;
}

static void measure(int count, int rounds) {
  double *taken = malloc(sizeof(double) * (size_t)count * (size_t)rounds);
  uint64_t times = 1;
  while (turn(consumers[0], times) * (double)times < nanoseconds_a_turn) times *= 2;
  for (int round = 0; round < rounds; round++) {
    for (int index = 0; index < count; index++) {
      /* Who comes first changes from round to round. */
      int const next = (index + round) % count;
      taken[next * rounds + round] = turn(consumers[next], times);
    }
  }
  for (int index = 0; index < count; index++) {
    for (int round = 0; round < rounds; round++) printf("%.4f ", taken[index * rounds + round]);
    printf("\n");
  }
  free(taken);
}

/* What is allocated for one call: half of the calls have as much to prepare as all of them. */
static void allocations(int count) {
  void (*start)(void);
  unsigned long const *(*stop)(void);
  *(void **)&start = dlsym(RTLD_DEFAULT, "start_counting");
  *(void **)&stop = dlsym(RTLD_DEFAULT, "stop_counting");
  if (!start || !stop) fail("nothing counts");
  for (int index = 0; index < count; index++) {
    unsigned long half[3];
    start();
    consumers[index](counted_calls);
    memcpy(half, stop(), sizeof half);
    start();
    consumers[index](2 * counted_calls);
    unsigned long const *all = stop();
    for (int by = 0; by < 3; by++) printf("%g ", (double)(all[by] - half[by]) / counted_calls);
    printf("\n");
  }
}

/* Some calls, and then twice as many, so that a profiler knows the cost of some without what is done once. */
static void repeat(int count) {
  for (int index = 0; index < count; index++) {
    consumers[index](counted_calls);
    consumers[index](2 * counted_calls);
  }
}

int main(int argc, char **argv) {
  if (argc > 4 && strcmp(argv[1], "time") == 0) measure(load(argv[3], argv + 4), atoi(argv[2]));
  else if (argc > 3 && strcmp(argv[1], "count") == 0) allocations(load(argv[2], argv + 3));
  else if (argc > 3 && strcmp(argv[1], "repeat") == 0) repeat(load(argv[2], argv + 3));
  else fail("time ROUNDS CALL CONSUMER... | count CALL CONSUMER... | repeat CALL CONSUMER...");
  return 0;
}
