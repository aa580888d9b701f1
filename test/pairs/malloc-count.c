/* Counts the live allocations of the whole process, shared objects included. Linked into an executable, these
   functions take the place of the C library's, which they call under its own names for them. Not for sanitizers. */

#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);
extern void *__libc_memalign(size_t align, size_t size);
extern void __libc_free(void *memory);

static atomic_long live;
static atomic_long made;

/* How many allocations have not been freed. */
long wit_test_live_allocations(void) { return atomic_load(&live); }

/* How many allocations there have been, freed or not; growing in place is none. */
long wit_test_allocations(void) { return atomic_load(&made); }

static void *counted(void *memory) {
  if (!memory) return memory;
  atomic_fetch_add(&live, 1);
  atomic_fetch_add(&made, 1);
  return memory;
}

void *malloc(size_t size) { return counted(__libc_malloc(size)); }
void *calloc(size_t count, size_t size) { return counted(__libc_calloc(count, size)); }
void *memalign(size_t align, size_t size) { return counted(__libc_memalign(align, size)); }
void *aligned_alloc(size_t align, size_t size) { return counted(__libc_memalign(align, size)); }

int posix_memalign(void **memory, size_t align, size_t size) {
  void *allocated = counted(__libc_memalign(align, size));
  if (!allocated) return ENOMEM;
  *memory = allocated;
  return 0;
}

void *realloc(void *memory, size_t size) {
  if (!memory) return malloc(size);
  void *moved = __libc_realloc(memory, size);
  if (!moved && size == 0) atomic_fetch_sub(&live, 1);
  return moved;
}

void free(void *memory) {
  if (memory) atomic_fetch_sub(&live, 1);
  __libc_free(memory);
}
