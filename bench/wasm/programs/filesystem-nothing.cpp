#include "imports_cpp.h"

extern "C" __attribute__((export_name("run"))) int run() { return 0; }
