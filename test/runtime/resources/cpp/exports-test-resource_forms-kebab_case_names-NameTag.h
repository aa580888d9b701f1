// A tag with a name of 1 to 20 bytes: resource name-tag of interface kebab-case-names.

#pragma once

#include "test_cpp.h"

#include "../given.h"

namespace exports::test::resource_forms::kebab_case_names {

class NameTag : public wit::ResourceExportBase<NameTag> {
public:
  explicit NameTag(wit::string name) : name_(std::move(name)) {}

  static wit::expected<wit::Owned<NameTag>, Refusal> Create(Text name);
  wit::string Get() const { return name_; }
  wit::expected<void, Refusal> Rename(Text name);
  static void SwapNames(std::reference_wrapper<NameTag const> a, std::reference_wrapper<NameTag const> b);
  static wit::string IntoName(wit::Owned<NameTag> tag);
  wit::vector<uint32_t> Letters() const;
  wit::vector<wit::string> WithSuffixes(List<wit::string> suffixes) const;

private:
  // What is borrowed is const to C++, but may change.
  mutable wit::string name_;
};

}  // namespace exports::test::resource_forms::kebab_case_names
