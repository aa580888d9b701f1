#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace exports::demo::chain::store {

// The same class for the leaf, which counts, and for the proxy, which asks the leaf: `Impl` is the one or the other.
struct Impl;

class Cursor : public wit::ResourceExportBase<Cursor> {
public:
  explicit Cursor(std::string_view prefix);
  ~Cursor();
  static Owned New(wit::string prefix) { return Owned(new Cursor(prefix.get_view())); }
  std::optional<wit::string> Next();
  static void Dtor(Cursor* self) { delete self; }

private:
  Impl* impl_;
};

}  // namespace exports::demo::chain::store
