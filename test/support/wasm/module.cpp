// Linked into the C++ modules of the tests: counts what is allocated, and keeps what is said on the standard streams, so that
// a module needs nothing of WASI. Linked with `--wrap` for the functions that allocate.

#include <cstddef>
#include <cstdint>

namespace {

int32_t live = 0;
int32_t made = 0;
bool watched = false;
char said[4096];
size_t length = 0;

struct Chunk {
  char const* start;
  size_t length;
};

void* counted(void* block) {
  if (block != nullptr) {
    ++live;
    ++made;
  }
  return block;
}

}  // namespace

extern "C" {

void* __real_malloc(size_t size);
void* __real_calloc(size_t count, size_t size);
void* __real_realloc(void* block, size_t size);
void* __real_aligned_alloc(size_t alignment, size_t size);
void __real_free(void* block);

void* __wrap_malloc(size_t size) { return counted(__real_malloc(size)); }

void* __wrap_calloc(size_t count, size_t size) { return counted(__real_calloc(count, size)); }

void* __wrap_realloc(void* block, size_t size) {
  void* const moved = __real_realloc(block, size);
  return block == nullptr ? counted(moved) : moved;
}

void* __wrap_aligned_alloc(size_t alignment, size_t size) {
  return counted(__real_aligned_alloc(alignment, size));
}

void __wrap_free(void* block) {
  if (block != nullptr) --live;
  __real_free(block);
}

// How many blocks are allocated.
__attribute__((export_name("wit_test_live_allocations"))) int32_t wit_test_live_allocations() { return live; }

// Called after a first run: what is allocated from then on is a call's.
__attribute__((export_name("wit_test_watch"))) void wit_test_watch() { watched = true; }

// What programs ask in `test/runtime/check.h`. This module's allocations are all that it knows of.
long wit_test_live() { return watched ? live : 0; }
long wit_test_made() { return watched ? made : 0; }
bool wit_test_others_look() { return false; }

// What was said so far, up to a zero.
__attribute__((export_name("wit_test_said"))) char const* wit_test_said() { return said; }

// What the C library of WASI imports, answered here: 0 is success, 8 a bad descriptor.

int32_t __imported_wasi_snapshot_preview1_fd_write(int32_t, Chunk const* chunks, int32_t count, size_t* written) {
  *written = 0;
  for (int32_t i = 0; i < count; ++i) {
    for (size_t j = 0; j < chunks[i].length && length + 1 < sizeof said; ++j) said[length++] = chunks[i].start[j];
    *written += chunks[i].length;
  }
  return 0;
}

int32_t __imported_wasi_snapshot_preview1_fd_read(int32_t, Chunk const*, int32_t, size_t*) { return 8; }

int32_t __imported_wasi_snapshot_preview1_fd_close(int32_t) { return 0; }

int32_t __imported_wasi_snapshot_preview1_fd_seek(int32_t, int64_t, int32_t, int64_t*) { return 8; }

int32_t __imported_wasi_snapshot_preview1_fd_fdstat_get(int32_t, void*) { return 8; }

// There are no environment variables.
int32_t __imported_wasi_snapshot_preview1_environ_sizes_get(size_t* count, size_t* bytes) {
  *count = 0;
  *bytes = 0;
  return 0;
}

int32_t __imported_wasi_snapshot_preview1_environ_get(char**, char*) { return 0; }

[[noreturn]] void __imported_wasi_snapshot_preview1_proc_exit(int32_t) { __builtin_trap(); }

}  // extern "C"
