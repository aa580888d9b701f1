// A notebook of the consumer's: resource notebook of interface callbacks.

#pragma once

#include "consumer_cpp.h"

#include <string>
#include <string_view>
#include <vector>

namespace exports::test::pairs::callbacks {

class Notebook : public wit::ResourceExportBase<Notebook> {
public:
  explicit Notebook(std::string_view title) : title_(title) { ++open_; }
  ~Notebook() { --open_; }

  wit::string Title() const { return wit::string(title_); }
  void Write(std::string_view line) { lines_.emplace_back(line); }
  wit::vector<wit::string> Lines() const {
    return wit::vector<wit::string>::from_view(std::span<std::string const>(lines_));
  }

  static uint32_t open() { return open_; }

private:
  std::string title_;
  std::vector<std::string> lines_;

  inline static uint32_t open_ = 0;
};

}  // namespace exports::test::pairs::callbacks
