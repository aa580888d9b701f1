/* Says pointers that have more bits than a number of JavaScript's: tags in the highest byte, as on some machines. */
#include <stddef.h>
#include <stdint.h>

#define TAG ((uintptr_t)1 << 56)

uintptr_t tagged(uintptr_t pointer) { return pointer | TAG; }

static void (*import)(uintptr_t pointer, uint64_t number);

int32_t bind_tagged(void **functions, size_t count) {
  if (count != 1) return 0;
  import = (void (*)(uintptr_t, uint64_t))functions[0];
  return 1;
}

void pass(uintptr_t pointer) { import(pointer, pointer | TAG); }
