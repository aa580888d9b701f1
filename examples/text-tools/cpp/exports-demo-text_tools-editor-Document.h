// An open text: resource document of interface editor. Its capitalised functions are what plug-ins call.

#pragma once

#include "application_cpp.h"

#include <string>
#include <vector>

namespace exports::demo::text_tools::editor {

class Document : public wit::ResourceExportBase<Document> {
public:
  Document(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) { ++open_; }
  ~Document();

  wit::string Name() const;
  wit::vector<wit::string> Lines() const;
  uint64_t Insert(Position at, wit::string text);

  std::string const& name() const { return name_; }
  std::vector<std::string> lines() const;
  static size_t open() { return open_; }

private:
  std::string name_;
  std::string text_;

  inline static size_t open_ = 0;
};

}  // namespace exports::demo::text_tools::editor
