//@ [views]
//@ args = '--api-style symmetric'

// World test of test.wit: gives back what it is given.

#include "test_cpp.h"

#include "../given.h"

namespace exports::test::table_values::tables {

/// A map that is given: the names of its keys and values as they are owned and as they are looked at.
template <class K, class V, class ViewedK, class ViewedV>
using Map = Given<wit::unordered_map<K, V>, std::span<std::pair<ViewedK, ViewedV> const>>;

using GivenNames = Map<uint32_t, wit::string, uint32_t, std::string_view>;
using GivenNumbers = Map<wit::string, uint32_t, std::string_view, uint32_t>;

Numbers Turned(GivenNames names) {
  auto numbers = Numbers::allocate(names.size());
  size_t i = 0;
  for (auto& [number, name] : names) numbers.initialize(i++, {owned(name), number});
  return numbers;
}

using Bytes = wit::unordered_map<wit::string, wit::vector<uint8_t>>;
Bytes EchoBytes(Map<wit::string, wit::vector<uint8_t>, std::string_view, std::span<uint8_t const>> v) {
  return owned(v);
}

using Options = wit::unordered_map<uint32_t, std::optional<wit::string>>;
Options EchoOptions(Map<uint32_t, std::optional<wit::string>, uint32_t, std::optional<std::string_view>> v) {
  return owned(v);
}

using Half = wit::unordered_map<bool, Names>;
using Nested = wit::unordered_map<wit::string, Half>;
Nested EchoNested(Map<wit::string, Half, std::string_view, Map<bool, Names, bool, GivenNames>> v) { return owned(v); }

Labelled EchoLabelled(Labelled v) { return v; }
Entries EchoEntries(Entries v) { return v; }
wit::expected<Names, wit::string> EchoResult(wit::expected<Names, wit::string> v) { return v; }
std::tuple<Names, Numbers> EchoPair(GivenNames a, GivenNumbers b) { return {owned(a), owned(b)}; }

using Row = wit::unordered_map<int64_t, std::tuple<uint8_t, wit::string>>;
wit::vector<Row> EchoList(List<Row> v) { return owned(v); }

wit::unordered_map<uint32_t, uint64_t> Squares(uint32_t n) {
  auto squares = wit::unordered_map<uint32_t, uint64_t>::allocate(n);
  for (uint32_t i = 0; i < n; ++i) squares.initialize(i, {i, uint64_t{i} * i});
  return squares;
}

}  // namespace exports::test::table_values::tables
