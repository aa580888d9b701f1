//@ args = '--with test:options/kinds=kinds.h'

// World runner of test.wit, with types of its own.

#include "runner_cpp.h"

#include "../check.h"

using namespace test::options::kinds;
using namespace test::options::shelf;

void exports::runner::Run() {
  LEAVES_NOTHING;
  Book book("one");
  book.Extend(" more");
  CHECK(book.Title() == "one more");
  CHECK_ONLY((book.Cut(3), book.Title() == "one"));
  book = Renamed(std::move(book), "another");
  CHECK(book.Title() == "another");
  CHECK_ONLY(Torn(std::move(book)).is("another", 7));

  Tag const tags[] = {{"", 0}, {"long", 0xFFFFFFFE}};
  auto const [back, marks] = Marked(tags, Marks::kOld | Marks::kRare);
  CHECK(back.size() == 2 && back[0].is("", 1) && back[1].is("long", 0xFFFFFFFF));
  CHECK(marks == (Marks::kOld | Marks::kRare));

  CHECK_COSTS_NOTHING(Refused(true).error() == Refusal::kLost && Refused(false).error() == Refusal::kClosed);
  CHECK_COSTS_NOTHING(LeftOut() == 7);
}
