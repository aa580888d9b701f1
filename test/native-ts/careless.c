/* What a component may do with memory, for counting.c to count. */
#include <stdlib.h>

/* Memory, asked for in one of the ways that there are. */
void *ask(int way) {
  void *memory = NULL;
  switch (way) {
    case 0: return malloc(8);
    case 1: return calloc(2, 8);
    case 2: return realloc(NULL, 8);
    case 3: return realloc(malloc(8), 80000);
    case 4: return aligned_alloc(64, 64);
    case 5: return posix_memalign(&memory, 64, 64) == 0 ? memory : NULL;
    default: return NULL;
  }
}

void give_back(void *memory) { free(memory); }

void give_back_twice(void *volatile memory) {
  free(memory);
  free(memory);
}
