// An editor that keeps documents, and prints what a plug-in calls while it is at work.
// What it does is said in ../README.md.

#include "text_editor_cpp.h"
#include "text.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace console = demo::text_tools::console;

namespace {

/// What others than the plug-in call is not in the transcript.
bool plugin_is_at_work = false;

std::map<std::string, std::string, std::less<>> settings;

void is_asked(std::string const& call) {
  if (plugin_is_at_work) console::Print("  plug-in -> editor  " + call);
}

void answers(std::string const& answer) {
  if (plugin_is_at_work) console::Print("  plug-in <- editor  " + answer);
}

size_t count_characters(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

namespace exports::demo::text_tools::editor {

void Log(wit::string message) { is_asked("log(" + quoted(message) + ")"); }

std::optional<wit::string> Setting(wit::string name) {
  is_asked("setting(" + quoted(name) + ")");
  auto const setting = settings.find(name.get_view());
  answers(setting == settings.end() ? "not set" : quoted(setting->second));
  if (setting == settings.end()) return std::nullopt;
  return wit::string(setting->second);
}

wit::Owned<Document> OpenScratch(wit::string name) {
  is_asked("open-scratch(" + quoted(name) + ")");
  auto document = Document::New(name.to_string());
  answers("a document");
  return document;
}

Document::~Document() {
  --open_;
  console::Print((plugin_is_at_work ? "  (document " : "(document ") + quoted(name_) + " is closed)");
}

wit::string Document::Name() const {
  is_asked("document.name()");
  answers(quoted(name_));
  return wit::string(name_);
}

wit::vector<wit::string> Document::Lines() const {
  is_asked("document.lines(" + quoted(name_) + ")");
  auto const all = split(text_);
  answers(counted(all.size(), "line"));
  return wit::vector<wit::string>::from_range(all);
}

uint64_t Document::Insert(Position at, wit::string text) {
  std::string const place = std::to_string(at.line) + ":" + std::to_string(at.column);
  is_asked("document.insert(" + quoted(name_) + ", " + place + ", " + quoted(text) + ")");
  size_t byte = 0;
  for (uint32_t line = 0; line < at.line && byte < text_.size(); ++line) {
    byte = std::min(text_.find('\n', byte), text_.size() - 1) + 1;
  }
  for (uint32_t column = 0; column < at.column && byte < text_.size() && text_[byte] != '\n'; ++column) {
    do ++byte;
    while (byte < text_.size() && (static_cast<unsigned char>(text_[byte]) & 0xC0) == 0x80);
  }
  text_.insert(byte, text.get_view());
  size_t const characters = count_characters(text_);
  answers(counted(characters, "character"));
  return characters;
}

}  // namespace exports::demo::text_tools::editor

namespace exports::demo::text_tools::desk {

void Watch(bool is_at_work) { plugin_is_at_work = is_at_work; }

void Set(wit::string name, std::optional<wit::string> value) {
  if (value) settings[name.to_string()] = value->to_string();
  else settings.erase(name.to_string());
}

uint32_t OpenDocuments() { return editor::Document::open(); }

}  // namespace exports::demo::text_tools::desk
