// A spell checker for any application that speaks text-tools.wit. What it does is said in ../README.md.

#include "plugin_cpp.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace editor = demo::text_tools::editor;

using demo::text_tools::editor::Document;
using demo::text_tools::types::Failure;
using demo::text_tools::types::Finding;
using demo::text_tools::types::Position;
using demo::text_tools::types::Severity;

namespace {

using Corrections = std::map<std::string, std::string, std::less<>>;

/// The misspellings of each language, in lower case.
std::map<std::string, Corrections, std::less<>> const languages = {
    {"en",
     {{"alot", "a lot"},
      {"definately", "definitely"},
      {"occured", "occurred"},
      {"recieve", "receive"},
      {"seperate", "separate"},
      {"teh", "the"},
      {"untill", "until"},
      {"wich", "which"}}},
    {"de",
     {{"agressiv", "aggressiv"},
      {"ebend", "eben"},
      {"standart", "standard"},
      {"vieleicht", "vielleicht"},
      {"wiederspiegeln", "widerspiegeln"},
      {"zuende", "zu Ende"}}},
};

constexpr size_t most_lines = 1000;

// ---- characters and words ----

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// Bytes past ASCII are parts of letters: good enough for text in UTF-8.
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

bool is_inside_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string lower_case(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

/// The end of the run that begins at `start`, of letters or of spaces.
size_t end_of_run(std::string_view line, size_t start) {
  size_t end = start;
  if (line[start] == ' ') {
    while (end < line.size() && line[end] == ' ') ++end;
  } else {
    while (end < line.size() && is_letter(line[end])) ++end;
  }
  return end;
}

uint32_t column_of(std::string_view line, size_t byte) {
  std::string_view const before = line.substr(0, byte);
  return static_cast<uint32_t>(before.size()) -
         static_cast<uint32_t>(std::count_if(before.begin(), before.end(), is_inside_character));
}

/// Where a column begins in a line, if it does.
std::optional<size_t> byte_of(std::string_view line, uint32_t column) {
  uint32_t passed = 0;
  for (size_t byte = 0; byte < line.size(); ++byte) {
    if (is_inside_character(line[byte])) continue;
    if (passed == column) return byte;
    ++passed;
  }
  return std::nullopt;
}

// ---- looking at a text ----

/// Why a text cannot be looked at, if it cannot.
std::optional<Failure> objection(wit::vector<wit::string> const& lines) {
  auto const is_blank = [](std::string_view line) { return line.find_first_not_of(' ') == line.npos; };
  if (std::all_of(lines.begin(), lines.end(), is_blank)) return Failure{Failure::EmptyText{}};
  if (lines.size() > most_lines) return Failure{Failure::TooLong{static_cast<uint32_t>(lines.size())}};
  return std::nullopt;
}

class Inspector {
public:
  Inspector(Corrections const& corrections, std::set<std::string> const& learned)
      : corrections_(corrections), learned_(learned) {}

  void inspect(uint32_t number, std::string_view line) {
    std::string word_before;
    for (size_t start = 0; start < line.size();) {
      Position const at{number, column_of(line, start)};
      if (is_letter(line[start])) {
        size_t const end = end_of_run(line, start);
        std::string_view const word = line.substr(start, end - start);
        std::string lower = lower_case(word);
        check_spelling(at, word, lower);
        if (lower == word_before) report(at, Severity::kWarning, quoted(word) + " is repeated", std::nullopt);
        word_before = std::move(lower);
        start = end;
      } else if (line[start] == ' ') {
        size_t const end = end_of_run(line, start);
        if (end - start > 1 && start > 0 && end < line.size()) report(at, Severity::kHint, "several spaces", " ");
        start = end;
      } else {
        word_before.clear();
        ++start;
      }
    }
  }

  std::vector<Finding> take_findings() { return std::move(findings_); }

private:
  static std::string quoted(std::string_view word) { return '"' + std::string(word) + '"'; }

  void check_spelling(Position at, std::string_view word, std::string const& lower) {
    auto const correction = corrections_.find(lower);
    if (correction == corrections_.end() || learned_.contains(lower)) return;
    std::string right = correction->second;
    if (is_upper(word.front())) right.front() = static_cast<char>(right.front() - 'a' + 'A');
    report(at, Severity::kError, quoted(word) + " is misspelled", right);
  }

  void report(Position at, Severity severity, std::string_view message, std::optional<std::string_view> replacement) {
    findings_.push_back({at, severity, wit::string(message), std::nullopt});
    if (replacement) findings_.back().replacement.emplace(*replacement);
  }

  Corrections const& corrections_;
  std::set<std::string> const& learned_;
  std::vector<Finding> findings_;
};

/// How many findings the user wants to see.
size_t most_findings() {
  auto const setting = editor::Setting("max-findings");
  if (!setting || setting->empty() || setting->size() > 9) return SIZE_MAX;
  size_t most = 0;
  for (char c : *setting) {
    if (c < '0' || c > '9') return SIZE_MAX;
    most = 10 * most + static_cast<size_t>(c - '0');
  }
  return most;
}

std::string counted_findings(size_t count) { return std::to_string(count) + (count == 1 ? " finding" : " findings"); }

std::string share_of_findings(size_t part, size_t whole) {
  return std::to_string(part) + " of " + std::to_string(whole) + " findings";
}

// ---- repairing ----

/// Replaces the word or the spaces at a place. Says whether there was something to replace.
bool replace_at(std::vector<std::string>& lines, Position at, std::string_view replacement) {
  if (at.line >= lines.size()) return false;
  std::string& line = lines[at.line];
  auto const start = byte_of(line, at.column);
  if (!start || (line[*start] != ' ' && !is_letter(line[*start]))) return false;
  line.replace(*start, end_of_run(line, *start) - *start, replacement);
  return true;
}

/// The findings that say what to do by their places, the last place first; of several for one place, the first.
auto repairs_among(wit::vector<Finding> const& findings) {
  std::map<std::pair<uint32_t, uint32_t>, Finding const*, std::greater<>> repairs;
  for (Finding const& finding : findings) {
    if (finding.replacement) repairs.try_emplace({finding.at.line, finding.at.column}, &finding);
  }
  return repairs;
}

std::string joined(std::vector<std::string> const& lines) {
  std::string text;
  for (std::string const& line : lines) {
    if (&line != &lines.front()) text += '\n';
    text += line;
  }
  return text;
}

std::string report_line(Finding const& finding) {
  constexpr std::string_view severities[] = {"hint", "warning", "error"};
  std::string line = std::to_string(finding.at.line + 1) + ":" + std::to_string(finding.at.column + 1) + " ";
  line += severities[static_cast<size_t>(finding.severity)];
  line += ": " + finding.message.to_string();
  if (finding.replacement) line += " -> \"" + finding.replacement->to_string() + "\"";
  return line + "\n";
}

}  // namespace

// ---- what the plug-in offers ----

namespace exports::demo::text_tools::checker {

Description Describe() { return {"spell-checker", {uint8_t{1}, uint8_t{0}, uint8_t{0}}, {"en", "de"}}; }

wit::expected<wit::vector<Finding>, Failure> Session::Check(std::reference_wrapper<Document const> text) {
  auto const corrections = languages.find(language_.get_view());
  if (corrections == languages.end()) return wit::unexpected(Failure{Failure::UnknownLanguage{language_}});

  auto const lines = text.get().Lines();
  if (auto failure = objection(lines)) return wit::unexpected(std::move(*failure));

  Inspector inspector(corrections->second, learned_);
  for (size_t i = 0; i < lines.size(); ++i) inspector.inspect(static_cast<uint32_t>(i), lines[i]);
  std::vector<Finding> findings = inspector.take_findings();

  size_t const found = findings.size();
  if (size_t const most = most_findings(); found > most) {
    findings.erase(findings.begin() + static_cast<std::ptrdiff_t>(most), findings.end());
  }
  reported_ += static_cast<uint32_t>(findings.size());

  std::string const share =
      findings.size() < found ? share_of_findings(findings.size(), found) : counted_findings(found);
  editor::Log("checked " + text.get().Name().to_string() + ": " + share);
  return wit::vector<Finding>::from_range(std::move(findings));
}

wit::vector<wit::string> Session::Learn(wit::vector<wit::string> words) {
  std::vector<wit::string> added;
  for (wit::string& word : words) {
    if (!word.empty() && learned_.insert(lower_case(word)).second) added.push_back(std::move(word));
  }
  return wit::vector<wit::string>::from_range(std::move(added));
}

wit::expected<wit::string, Failure> Repair(Document&& text, wit::vector<Finding> findings) {
  std::optional<Document> document(std::move(text));
  std::string const name = document->Name().to_string();
  auto const given = document->Lines();
  if (auto failure = objection(given)) return wit::unexpected(std::move(*failure));

  std::vector<std::string> lines(given.begin(), given.end());
  size_t applied = 0;
  for (auto const& [place, repair] : repairs_among(findings)) {
    if (replace_at(lines, repair->at, *repair->replacement)) ++applied;
  }
  document.reset();
  editor::Log("repaired " + name + ": " + share_of_findings(applied, findings.size()));
  return wit::string(joined(lines));
}

Document Report(wit::vector<Finding> findings) {
  Document report = editor::OpenScratch("report.txt");
  report.Insert({0, 0}, counted_findings(findings.size()) + "\n");
  uint32_t line = 0;
  for (Finding const& finding : findings) report.Insert({++line, 0}, report_line(finding));
  return report;
}

}  // namespace exports::demo::text_tools::checker
