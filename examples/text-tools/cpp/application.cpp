// An application that asks a plug-in to check texts, and prints all that passes between the two.
// What it does, step by step, is said in ../README.md.

#include "application_cpp.h"
#include "text.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace checker = demo::text_tools::checker;
namespace console = demo::text_tools::console;
namespace desk = demo::text_tools::desk;
namespace editor = demo::text_tools::editor;
namespace types = demo::text_tools::types;

using demo::text_tools::editor::Document;
using Findings = wit::vector<types::Finding>;

namespace {

// ---- the transcript ----

void print(std::string const& text) { console::Print(text); }

/// Calls the plug-in and prints that it does; what the plug-in calls meanwhile is printed by the editor.
template <class Work>
auto plug_in(std::string const& call, Work work) {
  print("app -> plug-in  " + call);
  desk::Watch(true);
  auto result = work();
  desk::Watch(false);
  return result;
}

void returned(std::string const& answer) { print("app <- plug-in  " + answer); }

template <class Texts>
std::string quoted_list(Texts const& texts) {
  std::string result = "[";
  for (std::string_view text : texts) result += (result.size() > 1 ? ", " : "") + quoted(text);
  return result + "]";
}

void print_line(std::string const& line) { print(line.empty() ? "    |" : "    | " + line); }

void print_title(char const* title) {
  static bool is_first = true;
  if (!std::exchange(is_first, false)) print("");
  print(std::string("== ") + title + " ==");
}

// ---- asking the plug-in ----

Document open_document(std::string_view name, std::string_view text) {
  Document document = editor::OpenScratch(name);
  document.Insert({0, 0}, text);
  return document;
}

/// The document goes with the parameter.
void close(Document) {}

void print_lines(Document const& document) {
  for (auto const& line : document.Lines()) print_line(line.to_string());
}

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
  auto const [name, version, languages] = plug_in("describe()", checker::Describe);
  auto const [major, minor, patch] = version;
  std::string text = name.to_string() + " " + std::to_string(major) + "." + std::to_string(minor) + "." +
                     std::to_string(patch) + ", speaks ";
  for (auto const& language : languages) {
    if (&language != languages.begin()) text += ", ";
    text += language.get_view();
  }
  returned(text);
}

checker::Session start_session(std::string const& language) {
  auto session = plug_in("session(" + quoted(language) + ")", [&] { return checker::Session(language); });
  returned("a session");
  return session;
}

/// The session goes with the parameter.
void drop(checker::Session) { print("app -> plug-in  drop session"); }

Findings check(checker::Session const& session, Document const& document) {
  std::string const call = "session.check(" + quoted(document.Name()) + ")";
  auto result = plug_in(call, [&] { return session.Check(document); });
  if (!result) {
    returned(described(result.error()));
    return {};
  }
  returned(counted(result->size(), "finding"));
  for (types::Finding const& finding : *result) print_line(described(finding));
  return std::move(*result);
}

void learn(checker::Session const& session, std::vector<std::string_view> const& words) {
  auto const added = plug_in("session.learn(" + quoted_list(words) + ")", [&] { return session.Learn(words); });
  returned("new: " + quoted_list(added));
}

void ask_reported(checker::Session const& session) {
  returned(std::to_string(plug_in("session.reported()", [&] { return session.Reported(); })));
}

void repair(Document document, Findings const& findings) {
  std::string const call = "repair(" + quoted(document.Name()) + ", " + counted(findings.size(), "finding") + ")";
  auto const result = plug_in(call, [&] { return checker::Repair(std::move(document), findings); });
  returned(result ? "repaired" : described(result.error()));
  if (!result) return;
  for (std::string const& line : split(*result)) print_line(line);
}

/// The document goes when it has been shown.
void report(Findings const& findings) {
  std::string const call = "report(" + counted(findings.size(), "finding") + ")";
  Document const document = plug_in(call, [&] { return checker::Report(findings); });
  returned("document " + quoted(document.Name()));
  print_lines(document);
}

constexpr auto notes_text =
    "Teh editor will recieve a letter.\n"
    "It came  in in a seperate envelope.\n"
    "Grüße, untill teh next time!\n";

}  // namespace

namespace exports::demo::text_tools::program {

void Run() {
  print_title("Who are you?");
  describe();

  print_title("A text is lent");
  Document notes = open_document("notes.txt", notes_text);
  print("The text " + quoted(notes.Name()) + ":");
  print_lines(notes);
  auto session = start_session("en");
  Findings const first_findings = check(session, notes);

  print_title("A setting changes the answer");
  desk::Set("max-findings", "2");
  print("The user sets max-findings to 2.");
  check(session, notes);
  desk::Set("max-findings", std::nullopt);
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
    Document empty = open_document("empty.txt", "  \n");
    check(session, empty);
    Document too_long = open_document("long.txt", long_text);
    check(session, too_long);
    auto klingon = start_session("tlh");
    check(klingon, notes);
    drop(std::move(klingon));
    close(std::move(empty));
    close(std::move(too_long));
  }

  print_title("Another language");
  Document brief = open_document("brief.txt", "Das ist vieleicht der Standart.\n");
  auto german = start_session("de");
  check(german, brief);
  drop(std::move(german));

  print_title("A document comes back");
  report(later_findings);

  print_title("A document is given away");
  repair(std::move(notes), first_findings);
  repair(std::move(brief), {});

  print_title("A failure closes it too");
  repair(open_document("blank.txt", ""), {});

  print_title("Goodbye");
  drop(std::move(session));
  print(counted(desk::OpenDocuments(), "document") + " are open.");
  print("Everything lent came back, everything given was closed.");
}

}  // namespace exports::demo::text_tools::program
