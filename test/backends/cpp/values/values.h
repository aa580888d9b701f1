// Conversions between values and views of them, for programs that do not care which of the two a function deals in.

#pragma once

#include "wit.h"

#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

inline void check(bool holds, char const* what, char const* file, int line) {
  if (holds) return;
  std::fprintf(stderr, "%s:%d: %s does not hold\n", file, line, what);
  std::exit(1);
}
#define CHECK(...) check((__VA_ARGS__), #__VA_ARGS__, __FILE__, __LINE__)

/// The type of a parameter of a function that is declared already.
template <class Function, size_t Index = 0>
struct ParameterOf;
template <class Result, class... Parameters, size_t Index>
struct ParameterOf<Result(Parameters...), Index> {
  using type = std::tuple_element_t<Index, std::tuple<Parameters...>>;
};
template <class Result, class Class, class... Parameters, size_t Index>
struct ParameterOf<Result (Class::*)(Parameters...) const, Index> : ParameterOf<Result(Parameters...), Index> {};
template <class Function, size_t Index = 0>
using Parameter = typename ParameterOf<Function, Index>::type;

// ---- views to values ----

/// How something becomes a value of one's own; what is one already is moved.
template <class T>
struct Own {
  static T of(T value) { return value; }
};

template <class T>
auto own(T&& value) {
  return Own<std::remove_cvref_t<T>>::of(std::forward<T>(value));
}

template <>
struct Own<std::string_view> {
  static wit::string of(std::string_view text) { return wit::string(text); }
};
template <class T>
struct Own<std::optional<T>> {
  static auto of(std::optional<T> value) {
    using Result = std::optional<decltype(own(std::move(*value)))>;
    return value ? Result(own(std::move(*value))) : Result();
  }
};
template <class A, class B>
struct Own<std::pair<A, B>> {
  static auto of(std::pair<A, B> value) {
    return std::pair(own(std::move(value.first)), own(std::move(value.second)));
  }
};
template <class... Items>
struct Own<std::tuple<Items...>> {
  static auto of(std::tuple<Items...> value) {
    return std::apply([](auto&... items) { return std::tuple(own(std::move(items))...); }, value);
  }
};
template <class T, size_t Count>
struct Own<std::array<T, Count>> {
  static auto of(std::array<T, Count> value) {
    return std::apply([](auto&... items) { return std::array{own(std::move(items))...}; }, value);
  }
};
template <class T>
struct Own<std::span<T>> {
  static auto of(std::span<T> list) {
    auto result = wit::vector<decltype(own(std::move(list[0])))>::allocate(list.size());
    for (size_t index = 0; index < list.size(); ++index) result.initialize(index, own(std::move(list[index])));
    return result;
  }
};
template <class Entry>
auto own_map(std::span<Entry> map) {
  using Key = decltype(own(std::move(map[0].first)));
  using Value = decltype(own(std::move(map[0].second)));
  auto result = wit::unordered_map<Key, Value>::allocate(map.size());
  for (size_t index = 0; index < map.size(); ++index) result.initialize(index, own(std::move(map[index])));
  return result;
}
template <class K, class V>
struct Own<std::span<std::pair<K, V>>> {
  static auto of(std::span<std::pair<K, V>> map) { return own_map(map); }
};
template <class K, class V>
struct Own<std::span<std::pair<K, V> const>> {
  static auto of(std::span<std::pair<K, V> const> map) { return own_map(map); }
};

// ---- values to views ----

/// Keeps the arrays that views look at.
class Arena {
public:
  template <class T>
  std::span<T> keep(std::vector<T> elements) {
    auto kept = std::make_shared<std::vector<T>>(std::move(elements));
    kept_.push_back(kept);
    return *kept;
  }

private:
  std::deque<std::shared_ptr<void>> kept_;
};

/// How a value is passed as an argument of type `To`: as a copy, or moved if it cannot be copied.
template <class To>
struct Lend {
  template <class From>
  static To of(From& value, Arena&) {
    if constexpr (std::is_copy_constructible_v<From>) return To(value);
    else return To(std::move(value));
  }
};

template <class To, class From>
To lend(From& value, Arena& arena) {
  return Lend<std::remove_cvref_t<To>>::of(value, arena);
}

template <class T>
struct Lend<std::optional<T>> {
  template <class From>
  static std::optional<T> of(From& value, Arena& arena) {
    return value ? std::optional<T>(lend<T>(*value, arena)) : std::nullopt;
  }
};
template <class A, class B>
struct Lend<std::pair<A, B>> {
  template <class From>
  static std::pair<A, B> of(From& value, Arena& arena) {
    return {lend<A>(value.first, arena), lend<B>(value.second, arena)};
  }
};
template <class... Items>
struct Lend<std::tuple<Items...>> {
  template <class From>
  static std::tuple<Items...> of(From& value, Arena& arena) {
    return std::apply([&](auto&... items) { return std::tuple<Items...>(lend<Items>(items, arena)...); }, value);
  }
};
template <class T, size_t Count>
struct Lend<std::array<T, Count>> {
  template <class From>
  static std::array<T, Count> of(From& value, Arena& arena) {
    return std::apply([&](auto&... items) { return std::array<T, Count>{lend<T>(items, arena)...}; }, value);
  }
};
template <class T>
struct Lend<std::span<T>> {
  template <class From>
  static std::span<T> of(From& list, Arena& arena) {
    using Element = std::remove_const_t<T>;
    std::vector<Element> elements;
    for (auto& element : list) elements.push_back(lend<Element>(element, arena));
    return arena.keep(std::move(elements));
  }
};

/// Calls an imported function with a value of one's own and answers its result.
#define PASS(function, value)                                         \
  [&] {                                                               \
    Arena arena;                                                      \
    return function(lend<Parameter<decltype(function)>>(value, arena)); \
  }()
