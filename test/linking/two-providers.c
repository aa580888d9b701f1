/* Opens providers of one interface, all for everyone to see, and lets each consume an object that it made. */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>

#define P "demoX3AappX2FapiX401X2E2X2E3X00"

int main(int count, char** paths) {
  for (int at = 1; at < count; ++at) {
    if (dlopen(paths[at], RTLD_NOW | RTLD_GLOBAL) == NULL) return puts(dlerror()), 1;
  }
  for (int at = 1; at < count; ++at) {
    void* provider = dlopen(paths[at], RTLD_NOW | RTLD_GLOBAL);
    void* (*make)(int32_t) = (void* (*)(int32_t))dlsym(provider, P "X5BconstructorX5Dcounter");
    void (*consume)(void*) = (void (*)(void*))dlsym(provider, P "consume");
    consume(make(1));
    fflush(stdout);
  }
  return 0;
}
