// Both sides of an interface whose types neither generated header declares.
#include <app_cpp.h>
#include <provider_cpp.h>

namespace kinds = demo::shop::kinds;
namespace store = demo::shop::store;

namespace exports::demo::shop::store {

std::tuple<wit::vector<Item>, wit::vector<Point>> Echo(wit::vector<Item> items, wit::vector<Point> points) {
  return {std::move(items), std::move(points)};
}

std::tuple<wit::vector<Colour>, Rights> Paint(wit::vector<Colour> colours, Rights rights) {
  return {std::move(colours), rights};
}

Ticket Pass(Ticket&& ticket) { return std::move(ticket); }

}  // namespace exports::demo::shop::store

static void check(bool holds, char const* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

int main() {
  kinds::Item const items[] = {
      {wit::string::from_view("a lamp"), kinds::Colour::kGreen, kinds::Rights::kWrite,
       {kinds::Shape::Label{wit::string::from_view("fragile")}}},
      {wit::string::from_view("a dot"), kinds::Colour::kBlue, kinds::Rights::k_None, {kinds::Shape::Dot{{3, 4}}}},
  };
  kinds::Point const points[] = {{1, 2}, {30, 40}};
  auto const [echoed, moved] = store::Echo(items, points);
  check(echoed.size() == 2 && echoed[0].name.get_view() == "a lamp", "names");
  check(echoed[0].colour == kinds::Colour::kGreen && echoed[0].rights == kinds::Rights::kWrite, "numbers");
  check(std::get<kinds::Shape::Label>(echoed[0].shape.variants).value.get_view() == "fragile", "a label");
  check(std::get<kinds::Shape::Dot>(echoed[1].shape.variants).value.Sum() == 7, "a dot");
  check(moved.size() == 2 && moved[1].Sum() == 70, "points");

  kinds::Colour const colours[] = {kinds::Colour::kBlue, kinds::Colour::kRed};
  auto const [painted, rights] = store::Paint(colours, kinds::Rights::kRead);
  check(painted[0] == kinds::Colour::kBlue && painted[1] == kinds::Colour::kRed, "colours");
  check(rights == kinds::Rights::kRead, "rights");

  uint8_t place = 0;
  kinds::Ticket passed = store::Pass(kinds::Ticket(wit::ResourceImportBase(&place)));
  check(passed.into_handle() == &place, "a ticket");
}
