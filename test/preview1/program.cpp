#include "program_cpp.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

wit::expected<wit::string, wit::string> exports::program::ReadText(wit::string path) {
  ::program::Reading(path.get_view());
  std::FILE* file = std::fopen(path.to_string().c_str(), "r");
  if (file == nullptr) return wit::unexpected(wit::string(std::strerror(errno)));
  std::string text;
  char part[16];
  while (size_t const size = std::fread(part, 1, sizeof part, file)) text.append(part, size);
  std::fclose(file);
  std::printf("%zu bytes\n", text.size());
  std::fflush(stdout);
  return wit::string(text);
}
