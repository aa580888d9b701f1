// A component that implements the interface `answers` of hostile.wit under the symmetric ABI, wrongly: it says what lies.inc has,
// and asks the component of ours for each in a process of its own.

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <initializer_list>

#include <sys/wait.h>
#include <unistd.h>

namespace {

/// What is given next: by itself, or in memory.
struct Said {
  int32_t value;
  void (*in_memory)(uint8_t* area);
};
Said said;

template <class T>
void store(uint8_t* place, T value) {
  std::memcpy(place, &value, sizeof(T));
}

/// Bytes that whoever is given them will free.
uint8_t* copy(std::initializer_list<uint8_t> bytes) {
  auto* memory = static_cast<uint8_t*>(std::malloc(bytes.size()));
  std::memcpy(memory, bytes.begin(), bytes.size());
  return memory;
}

}  // namespace

#define DIRECT(kind)                                                                          \
  extern "C" uint32_t testX3AhostileX2FaskedX00ask_##kind();                                  \
  extern "C" int32_t testX3AhostileX2FanswersX00give_##kind() { return said.value; }
#define IN_MEMORY(kind)                                                                       \
  extern "C" uint32_t testX3AhostileX2FaskedX00ask_##kind();                                  \
  extern "C" void testX3AhostileX2FanswersX00give_##kind(uint8_t* area) { said.in_memory(area); }

DIRECT(bool)
DIRECT(small)
DIRECT(letter)
DIRECT(colour)
DIRECT(access)
IN_MEMORY(shape)
IN_MEMORY(option)
IN_MEMORY(result)
IN_MEMORY(text)
IN_MEMORY(numbers)
IN_MEMORY(bools)
IN_MEMORY(letters)
IN_MEMORY(colours)
IN_MEMORY(texts)
IN_MEMORY(entries)

extern "C" uint32_t testX3AhostileX2FaskedX00ask_thing();
extern "C" uint8_t* testX3AhostileX2FanswersX00give_thing() { return nullptr; }
// Whoever gets so far has taken null for a handle.
extern "C" uint32_t testX3AhostileX2FanswersX00X5BmethodX5DthingX2Evalue(uint8_t*) { return 0; }
extern "C" void testX3AhostileX2FanswersX00X5Bresource_dropX5Dthing(uint8_t*) {}

int main() {
  struct Lie {
    uint32_t (*ask)();
    Said said;
  };
  Lie const lies[] = {
#include "lies.inc"
  };
  for (auto const& lie : lies) {
    std::fflush(stdout);
    if (fork() == 0) {
      said = lie.said;
      std::printf("%u\n", lie.ask());
      std::fflush(stdout);
      _exit(0);
    }
    int status = 0;
    wait(&status);
    if (WIFSIGNALED(status)) std::printf(WTERMSIG(status) == SIGABRT ? "refused\n" : "signal %d\n", WTERMSIG(status));
  }
}
