// The program that a process starts with: it prints what it is told to, and starts the application.

#include "terminal_cpp.h"

#include <cstdio>

namespace exports::demo::text_tools::console {

void Print(wit::string line) { std::printf("%.*s\n", static_cast<int>(line.size()), line.data()); }

}  // namespace exports::demo::text_tools::console

int main() { demo::text_tools::program::Run(); }
