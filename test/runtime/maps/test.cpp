// World test of test.wit: gives back what it is given.

#include "test_cpp.h"

namespace exports::test::table_values::tables {

Numbers Turned(Names names) {
  auto numbers = Numbers::allocate(names.size());
  size_t i = 0;
  for (auto& [number, name] : names) numbers.initialize(i++, {std::move(name), number});
  return numbers;
}

using Bytes = wit::unordered_map<wit::string, wit::vector<uint8_t>>;
Bytes EchoBytes(Bytes v) { return v; }

using Options = wit::unordered_map<uint32_t, std::optional<wit::string>>;
Options EchoOptions(Options v) { return v; }

using Nested = wit::unordered_map<wit::string, wit::unordered_map<bool, Names>>;
Nested EchoNested(Nested v) { return v; }

Labelled EchoLabelled(Labelled v) { return v; }
Entries EchoEntries(Entries v) { return v; }
wit::expected<Names, wit::string> EchoResult(wit::expected<Names, wit::string> v) { return v; }
std::tuple<Names, Numbers> EchoPair(Names a, Numbers b) { return {std::move(a), std::move(b)}; }

using Rows = wit::vector<wit::unordered_map<int64_t, std::tuple<uint8_t, wit::string>>>;
Rows EchoList(Rows v) { return v; }

wit::unordered_map<uint32_t, uint64_t> Squares(uint32_t n) {
  auto squares = wit::unordered_map<uint32_t, uint64_t>::allocate(n);
  for (uint32_t i = 0; i < n; ++i) squares.initialize(i, {i, uint64_t{i} * i});
  return squares;
}

}  // namespace exports::test::table_values::tables
