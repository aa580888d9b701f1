// World application of application.wit.

#include "application_cpp.h"

#include <functional>
#include <tuple>
#include <utility>

namespace checker = ::test::implied::checker;

static uint32_t alive = 0;

namespace exports::test::implied::editor {

Document::Document(wit::string text) : text_(std::move(text)) { ++alive; }
Document::~Document() { --alive; }
wit::string Document::Text() const { return wit::string(text_.get_view()); }

wit::string Title() { return wit::string("from C++"); }

std::tuple<wit::string, wit::vector<Mark>, wit::string> Review() {
  checker::Document draft("draft");
  checker::Document const other("other");
  std::reference_wrapper<checker::Document const> const others[] = {other, draft};
  wit::string said = checker::Look(draft, others);
  auto const found = checker::Check("text");
  auto marks = wit::vector<Mark>::allocate(found.size());
  for (size_t index = 0; index < found.size(); ++index) marks.initialize(index, Mark{found[index].at});
  return {std::move(said), std::move(marks), checker::Replace(std::move(draft)).Text()};
}

uint32_t Alive() { return alive; }

}  // namespace exports::test::implied::editor
