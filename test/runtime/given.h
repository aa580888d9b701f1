// What the components of this folder are given: values of their own or, in the way `views`, what lies with the caller.

#pragma once

#include "wit.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#ifdef VIEWS
/// The type of a parameter: `Given<wit::string, std::string_view>`.
template <class Owned, class View>
using Given = View;

/// What a value is called that owns what this one looks at, and how it is made.
template <class T>
struct Own {
  using Type = T;
  static Type of(T const& v) { return v; }
};

template <class T>
using Owned = typename Own<T>::Type;

/// A value of one's own.
template <class T>
Owned<T> owned(T const& v) {
  return Own<T>::of(v);
}

template <>
struct Own<std::string_view> {
  using Type = wit::string;
  static Type of(std::string_view v) { return Type(v); }
};

template <class T>
struct Own<std::optional<T>> {
  using Type = std::optional<Owned<T>>;
  static Type of(std::optional<T> const& v) { return v ? Type(owned(*v)) : std::nullopt; }
};

template <class T>
struct Own<std::array<T, 2>> {
  using Type = std::array<Owned<T>, 2>;
  static Type of(std::array<T, 2> const& v) { return {owned(v[0]), owned(v[1])}; }
};

template <class T>
struct Own<std::span<T const>> {
  using Type = wit::vector<Owned<T>>;
  static Type of(std::span<T const> v) {
    auto all = Type::allocate(v.size());
    for (size_t i = 0; i < v.size(); ++i) all.initialize(i, owned(v[i]));
    return all;
  }
};

template <class K, class V>
struct Own<std::span<std::pair<K, V> const>> {
  using Type = wit::unordered_map<Owned<K>, Owned<V>>;
  static Type of(std::span<std::pair<K, V> const> v) {
    auto all = Type::allocate(v.size());
    for (size_t i = 0; i < v.size(); ++i) all.initialize(i, {owned(v[i].first), owned(v[i].second)});
    return all;
  }
};
#else
template <class Owned, class View>
using Given = Owned;

template <class T>
T owned(T& v) {
  return std::move(v);
}
#endif

/// A text that is given.
using Text = Given<wit::string, std::string_view>;

/// A list that is given: its elements own what they consist of.
template <class T>
using List = Given<wit::vector<T>, std::span<T const>>;
