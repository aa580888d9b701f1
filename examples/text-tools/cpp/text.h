// Texts as the transcript shows them.

#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// A text between quotation marks.
inline std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (char c : text) {
    if (c == '\n') result += "\\n";
    else if (c == '"' || c == '\\') (result += '\\') += c;
    else result += c;
  }
  return result + '"';
}

/// `1 line`, `2 lines`.
inline std::string counted(size_t count, std::string const& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

/// The lines of a text, each of which ends where the next begins or the text ends.
inline std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    size_t const end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}
