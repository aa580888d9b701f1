/* Runs a consumer of `test/pairs` in a module for wasm32, and counts its allocations: `--wrap` has the linker give the
   C library's functions other names. They are exported under their own for modules that have no C heap. */

#include <stddef.h>
#include <stdio.h>

#define EXPORTED(name) __attribute__((__export_name__(#name)))

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__real_aligned_alloc(size_t align, size_t size);
int __real_posix_memalign(void **memory, size_t align, size_t size);
void __real_free(void *memory);

static long live;

/* How many allocations have not been freed. */
long wit_test_live_allocations(void) { return live; }

static void *counted(void *memory) {
  live += memory != NULL;
  return memory;
}

EXPORTED(malloc) void *__wrap_malloc(size_t size) { return counted(__real_malloc(size)); }
EXPORTED(calloc) void *__wrap_calloc(size_t count, size_t size) { return counted(__real_calloc(count, size)); }
EXPORTED(aligned_alloc) void *__wrap_aligned_alloc(size_t align, size_t size) { return counted(__real_aligned_alloc(align, size)); }

EXPORTED(posix_memalign) int __wrap_posix_memalign(void **memory, size_t align, size_t size) {
  int const answer = __real_posix_memalign(memory, align, size);
  live += answer == 0;
  return answer;
}

EXPORTED(realloc) void *__wrap_realloc(void *memory, size_t size) {
  live += memory == NULL;
  return __real_realloc(memory, size);
}

EXPORTED(free) void __wrap_free(void *memory) {
  live -= memory != NULL;
  __real_free(memory);
}

/* How programs in Rust ask for the count: there is nothing to load dynamically, and this is the one name that they look up. */
void *dlsym(void *handle, char const *name) {
  (void)handle;
  (void)name;
  return (void *)&wit_test_live_allocations;
}

/* `main` as programs without arguments have it on wasm32. */
int __main_void(void);

EXPORTED(wit_test_run) int wit_test_run(void) {
  int const status = __main_void();
  fflush(NULL);
  return status;
}
