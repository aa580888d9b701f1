// A stamp with a number: resource stamp of interface home.

#pragma once

#include "test_cpp.h"

namespace exports::test::resource_forms::home {

class Stamp : public wit::ResourceExportBase<Stamp> {
public:
  explicit Stamp(uint32_t number) : number_(number) { ++alive_; }
  ~Stamp() { --alive_; }

  uint32_t Number() const { return number_; }
  static uint32_t Alive() { return alive_; }

private:
  uint32_t number_;

  inline static uint32_t alive_ = 0;
};

}  // namespace exports::test::resource_forms::home
