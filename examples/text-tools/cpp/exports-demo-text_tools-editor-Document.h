// An open text: resource document of interface editor. Its capitalised functions are what others call.

#pragma once

#include "text_editor_cpp.h"

#include <cstdint>
#include <string>

namespace exports::demo::text_tools::editor {

class Document : public wit::ResourceExportBase<Document> {
public:
  explicit Document(std::string name) : name_(std::move(name)) { ++open_; }
  ~Document();

  wit::string Name() const;
  wit::vector<wit::string> Lines() const;
  uint64_t Insert(Position at, wit::string text);

  static uint32_t open() { return open_; }

private:
  std::string name_;
  std::string text_;

  inline static uint32_t open_ = 0;
};

}  // namespace exports::demo::text_tools::editor
