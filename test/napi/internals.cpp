// World internals of internals.wit, without bindings: it is the addon that is tried.

#include <cstddef>
#include <cstdint>

namespace {

struct Pair {
  uint8_t key;
  uint32_t number;
};

uint32_t ended = 0;

uint8_t* thing(int32_t number) { return reinterpret_cast<uint8_t*>(new int32_t(number)); }

}  // namespace

extern "C" uint8_t* testX3AinternalsX2FthingsX00X5BconstructorX5Dthing(int32_t number) { return thing(number); }
extern "C" uint8_t* testX3AinternalsX2FthingsX00another(int32_t number) { return thing(number); }
extern "C" int32_t testX3AinternalsX2FthingsX00X5BmethodX5DthingX2Enumber(uint8_t* self) {
  return *reinterpret_cast<int32_t*>(self);
}
extern "C" void testX3AinternalsX2FthingsX00X5Bresource_dropX5Dthing(uint8_t* self) {
  delete reinterpret_cast<int32_t*>(self);
  ++ended;
}
extern "C" int32_t testX3AinternalsX2FthingsX00sum(uint8_t* pairs, size_t count) {
  uint32_t sum = 0;
  for (size_t index = 0; index < count; ++index) sum += reinterpret_cast<Pair*>(pairs)[index].number;
  return static_cast<int32_t>(sum);
}

/// How many things have ended, and a number.
extern "C" int32_t dispose(int32_t number) { return static_cast<int32_t>(ended) + number; }
extern "C" int32_t adopt(int32_t number) { return number + 1; }
extern "C" int32_t exchange(int32_t number) { return number + 2; }
