/* Counts allocations by who asks for them. Preloaded, these functions take the place of the C library's, which they
   call under its own names for them; Rust's allocator and `operator new` come here, too. An allocation belongs to the
   shared object that the call came from. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stddef.h>
#include <string.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);
extern void *__libc_memalign(size_t align, size_t size);

/* By the consumer, by the provider, by anyone else. The program has one thread. */
static unsigned long counts[3];
static int counting;

/* Starts to count. */
void start_counting(void) {
  memset(counts, 0, sizeof counts);
  counting = 1;
}

/* Ends it, and answers what was counted. */
unsigned long const *stop_counting(void) {
  counting = 0;
  return counts;
}

static void count(void const *caller) {
  Dl_info object;
  if (!counting) return;
  counting = 0;
  int const known = dladdr(caller, &object) != 0 && object.dli_fname;
  int const consumer = known && strstr(object.dli_fname, "consumer-");
  int const provider = known && strstr(object.dli_fname, "provider-");
  counts[consumer ? 0 : provider ? 1 : 2]++;
  counting = 1;
}

#define COUNTED(memory) (count(__builtin_return_address(0)), (memory))

void *malloc(size_t size) { return COUNTED(__libc_malloc(size)); }
void *calloc(size_t elements, size_t size) { return COUNTED(__libc_calloc(elements, size)); }
void *realloc(void *memory, size_t size) { return COUNTED(__libc_realloc(memory, size)); }
void *memalign(size_t align, size_t size) { return COUNTED(__libc_memalign(align, size)); }
void *aligned_alloc(size_t align, size_t size) { return COUNTED(__libc_memalign(align, size)); }

int posix_memalign(void **memory, size_t align, size_t size) {
  void *allocated = COUNTED(__libc_memalign(align, size));
  if (!allocated) return ENOMEM;
  *memory = allocated;
  return 0;
}
