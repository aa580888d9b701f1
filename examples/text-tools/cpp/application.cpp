// An editor that asks a plug-in to check its texts, and prints all that passes between the two.
// What it does, step by step, is said in ../README.md.

#include "application_cpp.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace checker = demo::text_tools::checker;
namespace types = demo::text_tools::types;

/// Documents are the application's own. To the functions of the plug-in they are handles like any others.
using Document = exports::demo::text_tools::editor::Document;
using DocumentHandle = demo::text_tools::editor::Document;

using Findings = wit::vector<types::Finding>;

// ---- the transcript ----

namespace {

/// How deep in calls back the application is.
int depth = 0;

void print(std::string const& text) {
  for (int i = 0; i < depth; ++i) std::fputs("  ", stdout);
  std::puts(text.c_str());
}

void asks(std::string const& call) {
  print("app -> plug-in  " + call);
  ++depth;
}

void is_told(std::string const& answer) {
  --depth;
  print("app <- plug-in  " + answer);
}

void is_asked(std::string const& call) { print("plug-in -> app  " + call); }
void answers(std::string const& answer) { print("plug-in <- app  " + answer); }

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (char c : text) {
    if (c == '\n') result += "\\n";
    else if (c == '"' || c == '\\') (result += '\\') += c;
    else result += c;
  }
  return result + '"';
}

std::string counted(size_t count, std::string const& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

template <class Texts>
std::string quoted_list(Texts const& texts) {
  std::string result = "[";
  for (std::string_view text : texts) result += (result.size() > 1 ? ", " : "") + quoted(text);
  return result + "]";
}

void print_line(std::string const& line) { print(line.empty() ? "    |" : "    | " + line); }

void print_title(char const* title) {
  static bool is_first = true;
  std::printf("%s== %s ==\n", std::exchange(is_first, false) ? "" : "\n", title);
}

size_t count_characters(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The lines of a text, each of which ends where the next begins or the text ends.
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    size_t const end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::map<std::string, std::string, std::less<>> settings;

}  // namespace

// ---- what the application offers ----

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
  auto document = Document::New(name.to_string(), "");
  answers("a document");
  return document;
}

Document::~Document() {
  --open_;
  print("(document " + quoted(name_) + " is closed)");
}

wit::string Document::Name() const {
  is_asked("document.name()");
  answers(quoted(name_));
  return wit::string(name_);
}

wit::vector<wit::string> Document::Lines() const {
  is_asked("document.lines(" + quoted(name_) + ")");
  auto const all = lines();
  answers(counted(all.size(), "line"));
  return wit::vector<wit::string>::from_range(all);
}

std::vector<std::string> Document::lines() const { return split(text_); }

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

// ---- asking the plug-in ----

namespace {

/// A document that the application has open.
class OpenDocument {
public:
  OpenDocument(std::string name, std::string text)
      : name_(name),
        handle_(wit::as_imported<DocumentHandle>(Document::New(std::move(name), std::move(text)))) {}

  std::string const& name() const { return name_; }
  DocumentHandle const& lend() const { return handle_; }
  DocumentHandle&& give() { return std::move(handle_); }

private:
  std::string name_;
  DocumentHandle handle_;
};

std::string described(types::Failure const& failure) {
  using types::Failure;
  if (auto const* unknown = std::get_if<Failure::UnknownLanguage>(&failure.variants)) {
    return "failure: unknown language " + quoted(unknown->value);
  }
  if (auto const* too_long = std::get_if<Failure::TooLong>(&failure.variants)) {
    return "failure: " + counted(too_long->value, "line") + " are too many";
  }
  return "failure: the text is empty";
}

std::string described(types::Finding const& finding) {
  constexpr std::string_view severities[] = {"hint", "warning", "error"};
  std::string text = std::to_string(finding.at.line + 1) + ":" + std::to_string(finding.at.column + 1) + " ";
  text += severities[static_cast<size_t>(finding.severity)];
  text += ": " + finding.message.to_string();
  if (finding.replacement) text += " -> \"" + finding.replacement->to_string() + "\"";
  return text;
}

void describe() {
  asks("describe()");
  auto const [name, version, languages] = checker::Describe();
  auto const [major, minor, patch] = version;
  std::string text = name.to_string() + " " + std::to_string(major) + "." + std::to_string(minor) + "." +
                     std::to_string(patch) + ", speaks ";
  for (auto const& language : languages) {
    if (&language != languages.begin()) text += ", ";
    text += language.get_view();
  }
  is_told(text);
}

checker::Session start_session(std::string const& language) {
  asks("session(" + quoted(language) + ")");
  checker::Session session(language);
  is_told("a session");
  return session;
}

/// The session goes with the parameter.
void drop(checker::Session) { print("app -> plug-in  drop session"); }

Findings check(checker::Session const& session, OpenDocument const& document) {
  asks("session.check(" + quoted(document.name()) + ")");
  auto result = session.Check(document.lend());
  if (!result) {
    is_told(described(result.error()));
    return {};
  }
  is_told(counted(result->size(), "finding"));
  for (types::Finding const& finding : *result) print_line(described(finding));
  return std::move(*result);
}

void learn(checker::Session const& session, std::vector<std::string_view> const& words) {
  asks("session.learn(" + quoted_list(words) + ")");
  is_told("new: " + quoted_list(session.Learn(words)));
}

void ask_reported(checker::Session const& session) {
  asks("session.reported()");
  is_told(std::to_string(session.Reported()));
}

void repair(OpenDocument document, Findings const& findings) {
  asks("repair(" + quoted(document.name()) + ", " + counted(findings.size(), "finding") + ")");
  auto const result = checker::Repair(document.give(), findings);
  is_told(result ? "repaired" : described(result.error()));
  if (!result) return;
  for (std::string const& line : split(*result)) print_line(line);
}

wit::Owned<Document> report(Findings const& findings) {
  asks("report(" + counted(findings.size(), "finding") + ")");
  auto document = wit::as_exported<Document>(checker::Report(findings));
  is_told("document " + quoted(document->name()));
  for (std::string const& line : document->lines()) print_line(line);
  return document;
}

constexpr auto notes_text =
    "Teh editor will recieve a letter.\n"
    "It came  in in a seperate envelope.\n"
    "Grüße, untill teh next time!\n";

}  // namespace

int main() {
  print_title("Who are you?");
  describe();

  print_title("A text is lent");
  OpenDocument notes("notes.txt", notes_text);
  print("The text " + quoted(notes.name()) + ":");
  for (std::string const& line : split(notes_text)) print_line(line);
  auto session = start_session("en");
  Findings const first_findings = check(session, notes);

  print_title("A setting changes the answer");
  settings["max-findings"] = "2";
  print("The user sets max-findings to 2.");
  check(session, notes);
  settings.clear();
  print("The user takes the setting away.");

  print_title("The plug-in learns");
  learn(session, {"Teh", "wit", "teh"});
  learn(session, {"wit", "abi"});
  Findings const later_findings = check(session, notes);
  ask_reported(session);

  print_title("What can go wrong");
  {
    std::string long_text;
    for (int i = 0; i < 1001; ++i) long_text += "x\n";
    auto empty = std::make_unique<OpenDocument>("empty.txt", "  \n");
    check(session, *empty);
    auto too_long = std::make_unique<OpenDocument>("long.txt", long_text);
    check(session, *too_long);
    auto klingon = start_session("tlh");
    check(klingon, notes);
    drop(std::move(klingon));
    empty.reset();
    too_long.reset();
  }

  print_title("Another language");
  OpenDocument brief("brief.txt", "Das ist vieleicht der Standart.\n");
  auto german = start_session("de");
  check(german, brief);
  drop(std::move(german));

  print_title("A document comes back");
  report(later_findings).reset();

  print_title("A document is given away");
  repair(std::move(notes), first_findings);
  repair(std::move(brief), {});

  print_title("A failure closes it too");
  repair(OpenDocument("blank.txt", ""), {});

  print_title("Goodbye");
  drop(std::move(session));
  print(counted(Document::open(), "document") + " are open.");
  print("Everything lent came back, everything given was closed.");
}
