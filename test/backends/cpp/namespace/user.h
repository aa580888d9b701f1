#include <cstdint>

namespace left::own {
uint32_t use();
}
namespace right {
uint32_t use();
}
