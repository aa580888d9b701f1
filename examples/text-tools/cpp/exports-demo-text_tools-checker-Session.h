// A check that remembers: resource session of interface checker.

#pragma once

#include "plugin_cpp.h"

#include <set>
#include <string>

namespace exports::demo::text_tools::checker {

class Session : public wit::ResourceExportBase<Session> {
public:
  explicit Session(wit::string language) : language_(std::move(language)) {}

  wit::expected<wit::vector<Finding>, Failure> Check(std::reference_wrapper<Document const> text);
  wit::vector<wit::string> Learn(wit::vector<wit::string> words);
  uint32_t Reported() const { return reported_; }

private:
  wit::string language_;
  std::set<std::string> learned_;
  uint32_t reported_ = 0;
};

}  // namespace exports::demo::text_tools::checker
