// A counter with a label: resource counter of interface store.

#pragma once

#include "provider_cpp.h"

namespace exports::test::pairs::store {

class Counter : public wit::ResourceExportBase<Counter> {
public:
  Counter(uint32_t start, wit::string label) : value_(start), label_(std::move(label)) { ++alive_; }
  ~Counter() { --alive_; }

  /// Borrowed counters are const to C++, but counting is what they are borrowed for.
  uint64_t Add(uint64_t n) const { return value_ += n; }
  wit::string Label() const { return label_; }
  static wit::Owned<Counter> Merge(wit::Owned<Counter> a, std::reference_wrapper<Counter const> b);

  uint64_t value() const { return value_; }
  static uint32_t alive() { return alive_; }

private:
  mutable uint64_t value_;
  wit::string label_;

  inline static uint32_t alive_ = 0;
};

}  // namespace exports::test::pairs::store
