//@ [views]
//@ args = '--api-style symmetric'

// World test of test.wit.

#include "test_cpp.h"

#include "../given.h"

namespace exports::test::options::shelf {

wit::Owned<Book> Renamed(wit::Owned<Book> book, Text title) {
  book->rename(owned(title));
  return book;
}

Tag Torn(wit::Owned<Book> book) {
  auto title = book->Title();
  auto const length = static_cast<uint32_t>(title.size());
  return {std::move(title), length};
}

std::tuple<wit::vector<Tag>, Marks> Marked(List<Tag> tags, Marks marks) {
  auto higher = owned(tags);
  for (Tag& tag : higher) ++tag.number;
  return {std::move(higher), marks};
}

wit::expected<void, Refusal> Refused(bool lost) { return wit::unexpected(lost ? Refusal::kLost : Refusal::kClosed); }
uint32_t LeftOut() { return 7; }

}  // namespace exports::test::options::shelf
