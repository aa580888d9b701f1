#pragma once

namespace exports::demo::app::api {

class Counter : public wit::ResourceExportBase<Counter> {
public:
  explicit Counter(uint32_t start) : start_(start) {}
  ~Counter();
  static Owned New(uint32_t start) { return Owned(new Counter(start)); }
  uint32_t Get() const { return start_; }
  static void Dtor(Counter* self) { delete self; }

private:
  uint32_t start_;
};

}  // namespace exports::demo::app::api
