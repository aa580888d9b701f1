// Linked into the components alone: the C++ library says why it aborts, and for that would ask for the files of a host.

#include <version>

extern "C" [[noreturn]] void abort_message(char const*, ...) { __builtin_trap(); }

_LIBCPP_BEGIN_NAMESPACE_STD
[[noreturn]] void __libcpp_verbose_abort(char const*, ...) noexcept { __builtin_trap(); }
_LIBCPP_END_NAMESPACE_STD
