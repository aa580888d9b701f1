#pragma once

#include "exporter_cpp.h"
#include "owners.h"

namespace exports::test::records_of_views::records {

class Thing : public wit::ResourceExportBase<Thing> {
public:
  template <class Text>
  explicit Thing(Text&& label) : label_(own(std::forward<Text>(label))) {
    ++alive;
  }
  ~Thing() { --alive; }
  /// The label, with as many more tags as `x` says.
  Label Get(Plain plain) const {
    std::vector<std::string_view> tags(label_.tags.begin(), label_.tags.end());
    tags.resize(tags.size() + plain.x, "more");
    return {label_.text, wit::vector<wit::string>::from_range(tags)};
  }
  template <class List>
  static wit::vector<wit::Owned<Thing>> Merge(List&& all) {
    auto things = wit::vector<wit::Owned<Thing>>::allocate(all.size());
    for (size_t index = 0; index < all.size(); ++index) things.initialize(index, New(all[index]));
    return things;
  }

  inline static int alive = 0;

private:
  Label label_;
};

}  // namespace exports::test::records_of_views::records
