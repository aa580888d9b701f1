// The class behind resource Document of world application.
#pragma once

#include "application_cpp.h"

namespace exports::test::implied::editor {

class Document : public wit::ResourceExportBase<Document> {
 public:
  explicit Document(wit::string text);
  Document(Document const&) = delete;
  Document& operator=(Document const&) = delete;
  ~Document();

  wit::string Text() const;

 private:
  wit::string text_;
};

}  // namespace exports::test::implied::editor
