// The class behind resource Tank of world w: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "w_cpp.h"

namespace exports::test::worlds_own {

class Tank : public wit::ResourceExportBase<Tank> {
public:
  Tank();
  void Draw(Source&& from, std::reference_wrapper<Source const> beside);
};

}  // namespace exports::test::worlds_own
