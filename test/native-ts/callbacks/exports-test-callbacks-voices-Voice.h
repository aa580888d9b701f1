#pragma once

#include <utility>

#include "plugin_cpp.h"

namespace exports::test::callbacks::voices {

/// Overwrites its name when it ends, so that whoever asks for it later is noticed.
class Voice : public wit::ResourceExportBase<Voice> {
public:
  explicit Voice(wit::string name) : name_(std::move(name)) {}
  Voice(Voice const&) = delete;
  Voice& operator=(Voice const&) = delete;
  ~Voice() { name_ = wit::string::from_view("nobody"); }

  wit::string const& Name() const { return name_; }

  wit::string Speak(wit::string how) {
    ::test::callbacks::host::Plain(how);
    return name_;
  }

private:
  wit::string name_;
};

}  // namespace exports::test::callbacks::voices
