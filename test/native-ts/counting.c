/*
 * Counts what components have allocated and nobody has freed, in a process that allocates for itself all the time: Node. It is
 * loaded before everything else (LD_PRELOAD). What counts is who asks for memory: an object below COUNTED, or koffi, by which
 * JavaScript asks.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);
extern void *__libc_memalign(size_t align, size_t size);
extern void __libc_free(void *memory);

enum { SLOTS = 1 << 18 };
static void *counted[SLOTS];
static long live;
static int counting;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* From the first call of this on, everything counts. Answers how much there is. */
long wit_test_live_of_components(void) {
  counting = 1;
  pthread_mutex_lock(&lock);
  long const answer = live;
  pthread_mutex_unlock(&lock);
  return answer;
}

static int counts(void const *caller) {
  Dl_info info;
  if (!counting || !dladdr(caller, &info) || !info.dli_fname) return 0;
  return strstr(info.dli_fname, COUNTED) || strstr(info.dli_fname, "koffi");
}

static size_t slot(void const *memory) { return ((uintptr_t)memory >> 4) * 0x9E3779B1u % SLOTS; }

static void *note(void *memory, void const *caller) {
  if (!memory || !counts(caller)) return memory;
  pthread_mutex_lock(&lock);
  size_t at = slot(memory);
  while (counted[at] && counted[at] != (void *)1) at = (at + 1) % SLOTS;
  counted[at] = memory;
  live++;
  pthread_mutex_unlock(&lock);
  return memory;
}

static void forget(void const *memory) {
  if (!memory || !counting) return;
  pthread_mutex_lock(&lock);
  for (size_t at = slot(memory); counted[at]; at = (at + 1) % SLOTS) {
    if (counted[at] != memory) continue;
    counted[at] = (void *)1;
    live--;
    break;
  }
  pthread_mutex_unlock(&lock);
}

#define CALLER __builtin_return_address(0)

void *malloc(size_t size) { return note(__libc_malloc(size), CALLER); }
void *calloc(size_t count, size_t size) { return note(__libc_calloc(count, size), CALLER); }
void *memalign(size_t align, size_t size) { return note(__libc_memalign(align, size), CALLER); }
void *aligned_alloc(size_t align, size_t size) { return note(__libc_memalign(align, size), CALLER); }

int posix_memalign(void **memory, size_t align, size_t size) {
  void *const allocated = note(__libc_memalign(align, size), CALLER);
  if (!allocated) return ENOMEM;
  *memory = allocated;
  return 0;
}

void *realloc(void *memory, size_t size) {
  forget(memory);
  return note(__libc_realloc(memory, size), CALLER);
}

void free(void *memory) {
  forget(memory);
  __libc_free(memory);
}
