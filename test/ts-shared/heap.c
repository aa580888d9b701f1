/* The heap of modules on one memory, which counts. The functions of the C library go by their names outside. */

#include <stddef.h>
#include <stdlib.h>

#define EXPORTED(name) __attribute__((__export_name__(#name)))

static long live;

/* How many allocations have not been freed. */
EXPORTED(live_allocations) long live_allocations(void) { return live; }

static void *counted(void *memory) {
  live += memory != NULL;
  return memory;
}

EXPORTED(malloc) void *counted_malloc(size_t size) { return counted(malloc(size)); }
EXPORTED(calloc) void *counted_calloc(size_t count, size_t size) { return counted(calloc(count, size)); }
EXPORTED(aligned_alloc) void *counted_aligned_alloc(size_t align, size_t size) {
  return counted(aligned_alloc(align, size));
}

EXPORTED(posix_memalign) int counted_posix_memalign(void **memory, size_t align, size_t size) {
  int const answer = posix_memalign(memory, align, size);
  live += answer == 0;
  return answer;
}

EXPORTED(realloc) void *counted_realloc(void *memory, size_t size) {
  live += memory == NULL;
  return realloc(memory, size);
}

EXPORTED(free) void counted_free(void *memory) {
  live -= memory != NULL;
  free(memory);
}
