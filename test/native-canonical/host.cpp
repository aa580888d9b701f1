// A host of a native library with canonical bindings, written by hand: it has the table of the library's resource, asks
// `cabi_realloc` for memory and cleans up by `cabi_post_`. The symbols are those of wit-bindgen's fork.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string_view>

#define EXPORTED(name) demoX3AappX2FapiX401X2E2X2E3X23##name
#define CLEANS_UP(name) cabi_post_demoX3AappX2FapiX401X2E2X2E3X23##name
#define TABLE(name) X5BexportX5DdemoX3AappX2FapiX401X2E2X2E3X00X5Bresource_##name##X5Dcounter

namespace {

std::map<int32_t, uint8_t*> table;
int32_t next_handle = 1;

struct Text {
  uint8_t* bytes;
  size_t length;
};

struct Point {
  int32_t x;
  Text name;
};

struct Points {
  Point* first;
  size_t count;
};

struct Counters {
  int32_t* first;
  size_t count;
};

std::string_view view(Text const& text) { return {reinterpret_cast<char const*>(text.bytes), text.length}; }

#define EXPECT(condition)                                           \
  do {                                                              \
    if (!(condition)) {                                             \
      std::fprintf(stderr, "line %d: %s\n", __LINE__, #condition);  \
      std::exit(1);                                                 \
    }                                                               \
  } while (false)

}  // namespace

extern "C" {

uint8_t* cabi_realloc(uint8_t*, size_t, size_t, size_t);
int32_t EXPORTED(X5BconstructorX5Dcounter)(int32_t, uint8_t*, size_t);
uint64_t EXPORTED(X5BmethodX5DcounterX2Eadd)(uint8_t*, uint64_t);
Text* EXPORTED(X5BmethodX5DcounterX2Elabel)(uint8_t*);
void CLEANS_UP(X5BmethodX5DcounterX2Elabel)(Text*);
void EXPORTED(X5BdtorX5Dcounter)(uint8_t*);
Text* EXPORTED(greet)(uint8_t*, size_t);
void CLEANS_UP(greet)(Text*);
Points* EXPORTED(sum)(Point*, size_t);
void CLEANS_UP(sum)(Points*);
Counters* EXPORTED(all)();
void CLEANS_UP(all)(Counters*);

int32_t TABLE(new)(uint8_t* representation) {
  table.emplace(next_handle, representation);
  return next_handle++;
}

uint8_t* TABLE(rep)(int32_t handle) { return table.at(handle); }

void TABLE(drop)(int32_t handle) {
  auto const entry = table.extract(handle);
  EXPORTED(X5BdtorX5Dcounter)(entry.mapped());
}

}  // extern "C"

namespace {

// Memory that the library is given.
Text give(std::string_view text) {
  auto const bytes = cabi_realloc(nullptr, 0, 1, text.size());
  std::memcpy(bytes, text.data(), text.size());
  return {bytes, text.size()};
}

void values() {
  auto const name = give("host");
  auto const greeting = EXPORTED(greet)(name.bytes, name.length);
  EXPECT(view(*greeting) == "Hello, host!");
  CLEANS_UP(greet)(greeting);

  auto const points = reinterpret_cast<Point*>(cabi_realloc(nullptr, 0, alignof(Point), 2 * sizeof(Point)));
  points[0] = {20, give("a")};
  points[1] = {22, give("b")};
  auto const sum = EXPORTED(sum)(points, 2);
  EXPECT(sum->count == 1 && sum->first->x == 42 && view(sum->first->name) == "ab");
  CLEANS_UP(sum)(sum);
}

void growing() {
  auto const less = give("abc");
  auto const more = cabi_realloc(less.bytes, 3, 1, 4096);
  EXPECT(std::memcmp(more, "abc", 3) == 0);
  EXPECT(cabi_realloc(more, 4096, 8, 0) == reinterpret_cast<uint8_t*>(8));
}

void resources() {
  auto const name = give("count");
  auto const handle = EXPORTED(X5BconstructorX5Dcounter)(3, name.bytes, name.length);
  auto const representation = table.at(handle);
  EXPECT(EXPORTED(X5BmethodX5DcounterX2Eadd)(representation, 4) == 7);
  auto const label = EXPORTED(X5BmethodX5DcounterX2Elabel)(representation);
  EXPECT(view(*label) == "count");
  CLEANS_UP(X5BmethodX5DcounterX2Elabel)(label);

  auto const all = EXPORTED(all)();
  EXPECT(all->count == 1 && EXPORTED(X5BmethodX5DcounterX2Eadd)(table.at(*all->first), 1) == 8);
  TABLE(drop)(*all->first);
  CLEANS_UP(all)(all);
  TABLE(drop)(handle);
  EXPECT(table.empty());
}

}  // namespace

int main() {
  values();
  growing();
  resources();
}
