// The class behind resource cart of interface shop: another one in each world that exports it.

#pragma once

#if __has_include("middle_cpp.h")
#include "middle-cart.h"
#else
#include "leaf-cart.h"
#endif
