// World lies of lies.wit, without bindings: those would not say it.

#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace {

struct Sample {
  uint32_t letter;
  uint8_t grade;
  uint8_t has_weight;
  uint8_t weight;
  char* name;
  size_t length;
};

Sample sample(char const* name) {
  size_t const length = std::strlen(name);
  auto* const text = static_cast<char*>(std::malloc(length));
  std::memcpy(text, name, length);
  return {'x', 1, 1, 5, text, length};
}

}  // namespace

extern "C" void testX3AliesX2FapiX00lie(int32_t how, uint8_t* result) {
  auto* const samples = static_cast<Sample*>(std::malloc(3 * sizeof(Sample)));
  samples[0] = sample("first");
  samples[1] = sample(how == 3 ? "\xff" : "second");
  samples[2] = sample("third");
  if (how == 0) samples[1].letter = 0xDC00;
  if (how == 1) samples[1].grade = 7;
  if (how == 2) samples[1].has_weight = 2;
  size_t const count = 3;
  std::memcpy(result, &samples, sizeof samples);
  std::memcpy(result + sizeof samples, &count, sizeof count);
}
