// A book with a title: resource book of interface shelf.

#pragma once

#include "test_cpp.h"

#include "../given.h"

#include <string>

namespace exports::test::options::shelf {

class Book : public wit::ResourceExportBase<Book> {
public:
  explicit Book(Text title) : title_(std::string_view(title)) {}

  wit::string Title() const { return wit::string(title_); }
  void Extend(Text by) { title_ += std::string_view(by); }
  void Cut(uint32_t length) { title_.resize(length); }

  void rename(wit::string title) { title_ = std::string_view(title); }

private:
  std::string title_;
};

}  // namespace exports::test::options::shelf
