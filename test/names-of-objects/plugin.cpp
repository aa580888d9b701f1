// Hands values to the host and back, and makes objects of its classes.

#include "plugin_cpp.h"

#include <string>
#include <utility>

namespace host = ::test::objects::host;

namespace exports::test::objects::api {

Item::Item(uint32_t number) : number_(number) {}
wit::Owned<Item> Item::Constructor(uint32_t number) { return Item::New(number + 1); }
uint32_t Item::Number() const { return number_; }
wit::string Item::ToString() const { return wit::string("item " + std::to_string(number_)); }

Other::Other() = default;
uint32_t Other::Constructor(uint32_t number) { return number + 2; }

Thing OneThing(Thing value) { return host::OneThing(std::move(value)); }
wit::vector<Thing> Things(wit::vector<Thing> value) { return host::Things(value); }
Deep OneDeep(Deep value) { return host::OneDeep(std::move(value)); }
wit::vector<Deep> Deeps(wit::vector<Deep> value) { return host::Deeps(value); }
Marks Marked(Marks value) { return host::Marked(value); }
wit::vector<Marks> ManyMarked(wit::vector<Marks> value) { return host::ManyMarked(value); }

wit::string Asked(uint32_t number) {
  std::string said = std::to_string(host::Item(number).Number());
  host::Item const item = host::Item::Constructor(number);
  said += " " + std::to_string(item.Number()) + " ";
  said += item.ToString().get_view();
  return wit::string(said + " " + std::to_string(host::Other().Constructor(number)));
}

}  // namespace exports::test::objects::api
