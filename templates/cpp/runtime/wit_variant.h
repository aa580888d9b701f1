// A variant of very many cases. Bindings use std::variant until compilers take too long over it.

#ifndef WIT_GEN_WIT_VARIANT_H
#define WIT_GEN_WIT_VARIANT_H

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <new>
#include <type_traits>
#include <utility>

#include "wit.h"

namespace wit {

namespace detail {

/// One alternative and its number; a class that derives from all of them finds either by the other.
template <size_t Index, class T>
struct Numbered {};

template <class Indices, class... Ts>
struct Alternatives;
template <size_t... Indices, class... Ts>
struct Alternatives<std::index_sequence<Indices...>, Ts...> : Numbered<Indices, Ts>... {};

template <class T, size_t Index>
std::integral_constant<size_t, Index> number_of(Numbered<Index, T> const*);
template <size_t Index, class T>
std::type_identity<T> type_at(Numbered<Index, T> const*);

/// A fold over so many operands would be nested too deeply for some compilers.
constexpr bool all(std::initializer_list<bool> facts) noexcept {
  for (bool const fact : facts) {
    if (!fact) return false;
  }
  return true;
}

}  // namespace detail

/// Does what std::variant does, under the same names: `index`, `emplace`, and the functions `get`, `get_if`,
/// `holds_alternative` and `visit`, all of which may be called without naming a namespace. What is different
/// is that a compiler's work grows with the number of cases rather than with its square. Always holds a value.
template <class... Ts>
class variant {
  using Alternatives = detail::Alternatives<std::index_sequence_for<Ts...>, Ts...>;
  static constexpr Alternatives const* alternatives = nullptr;

public:
  template <size_t Index>
  using alternative = typename decltype(detail::type_at<Index>(alternatives))::type;

  variant() noexcept : index_(0) { make<alternative<0>>(); }
  template <class T, size_t Index = decltype(detail::number_of<std::remove_cvref_t<T>>(alternatives))::value>
  variant(T&& value) : index_(Index) {
    make<std::remove_cvref_t<T>>(std::forward<T>(value));
  }
  variant(variant const& other)
    requires(detail::all({std::is_copy_constructible_v<Ts>...}))
      : index_(other.index_) {
    using Copy = void (*)(variant&, variant const&);
    static constexpr Copy copies[] = {&copy_as<Ts>...};
    copies[index_](*this, other);
  }
  variant(variant&& other) noexcept : index_(other.index_) { take(other); }
  variant& operator=(variant const& other)
    requires(detail::all({std::is_copy_constructible_v<Ts>...}))
  {
    if (this != &other) *this = variant(other);
    return *this;
  }
  variant& operator=(variant&& other) noexcept {
    if (this == &other) return *this;
    destroy();
    index_ = other.index_;
    take(other);
    return *this;
  }
  ~variant() { destroy(); }

  size_t index() const noexcept { return index_; }

  /// What this holds if that is a `T`, else null.
  template <class T, size_t Index = decltype(detail::number_of<T>(alternatives))::value>
  T* get_if() noexcept {
    return index_ == Index ? as<T>() : nullptr;
  }
  template <class T, size_t Index = decltype(detail::number_of<T>(alternatives))::value>
  T const* get_if() const noexcept {
    return index_ == Index ? as<T>() : nullptr;
  }

  template <class T, size_t Index = decltype(detail::number_of<T>(alternatives))::value, class... Arguments>
  T& emplace(Arguments&&... arguments) {
    T made{std::forward<Arguments>(arguments)...};
    destroy();
    index_ = Index;
    return make<T>(std::move(made));
  }
  template <size_t Index, class... Arguments>
  alternative<Index>& emplace(Arguments&&... arguments) {
    return emplace<alternative<Index>>(std::forward<Arguments>(arguments)...);
  }

  friend bool operator==(variant const& a, variant const& b)
    requires(detail::all({std::equality_comparable<Ts>...}))
  {
    using Equal = bool (*)(variant const&, variant const&);
    static constexpr Equal equals[] = {&equal_as<Ts>...};
    return a.index_ == b.index_ && equals[a.index_](a, b);
  }

private:
  /// The storage, which holds a `T`.
  template <class T>
  T* as() noexcept {
    return std::launder(reinterpret_cast<T*>(storage_));
  }
  template <class T>
  T const* as() const noexcept {
    return std::launder(reinterpret_cast<T const*>(storage_));
  }
  template <class T, class... Arguments>
  T& make(Arguments&&... arguments) {
    return *::new (static_cast<void*>(storage_)) T{std::forward<Arguments>(arguments)...};
  }

  template <class T>
  static void destroy_as(variant& whole) noexcept {
    whole.template as<T>()->~T();
  }
  template <class T>
  static void take_as(variant& whole, variant& other) noexcept {
    whole.template make<T>(std::move(*other.template as<T>()));
  }
  template <class T>
  static void copy_as(variant& whole, variant const& other) {
    whole.template make<T>(*other.template as<T>());
  }
  template <class T>
  static bool equal_as(variant const& a, variant const& b) {
    return *a.template as<T>() == *b.template as<T>();
  }

  void destroy() noexcept {
    using Destroy = void (*)(variant&) noexcept;
    static constexpr Destroy destroys[] = {&destroy_as<Ts>...};
    destroys[index_](*this);
  }
  /// Moves the value out of another variant in the same case.
  void take(variant& other) noexcept {
    using Take = void (*)(variant&, variant&) noexcept;
    static constexpr Take takes[] = {&take_as<Ts>...};
    takes[index_](*this, other);
  }

  size_t index_;
  alignas(Ts...) unsigned char storage_[std::max({sizeof(Ts)...})];
};

template <class T, class... Ts>
T* get_if(variant<Ts...>* whole) noexcept {
  return whole->template get_if<T>();
}
template <class T, class... Ts>
T const* get_if(variant<Ts...> const* whole) noexcept {
  return whole->template get_if<T>();
}
template <size_t Index, class... Ts>
auto* get_if(variant<Ts...>* whole) noexcept {
  return whole->template get_if<typename variant<Ts...>::template alternative<Index>>();
}
template <size_t Index, class... Ts>
auto const* get_if(variant<Ts...> const* whole) noexcept {
  return whole->template get_if<typename variant<Ts...>::template alternative<Index>>();
}

template <class T, class... Ts>
bool holds_alternative(variant<Ts...> const& whole) noexcept {
  return whole.template get_if<T>() != nullptr;
}

/// What a variant holds, which must be a `T`.
template <class T, class... Ts>
T& get(variant<Ts...>& whole) noexcept {
  T* const held = whole.template get_if<T>();
  if (held == nullptr) trap("a variant is in another case");
  return *held;
}
template <class T, class... Ts>
T const& get(variant<Ts...> const& whole) noexcept {
  T const* const held = whole.template get_if<T>();
  if (held == nullptr) trap("a variant is in another case");
  return *held;
}
template <class T, class... Ts>
T&& get(variant<Ts...>&& whole) noexcept {
  return std::move(get<T>(whole));
}
template <size_t Index, class... Ts>
auto& get(variant<Ts...>& whole) noexcept {
  return get<typename variant<Ts...>::template alternative<Index>>(whole);
}
template <size_t Index, class... Ts>
auto const& get(variant<Ts...> const& whole) noexcept {
  return get<typename variant<Ts...>::template alternative<Index>>(whole);
}

namespace detail {

template <class Result, class T, class Visitor, class Variant>
Result visit_as(Visitor&& visitor, Variant& whole) {
  return std::forward<Visitor>(visitor)(*whole.template get_if<T>());
}

template <class Visitor, class Variant, class T, class... Ts>
decltype(auto) visit(Visitor&& visitor, Variant& whole) {
  using First = std::conditional_t<std::is_const_v<Variant>, T const&, T&>;
  using Result = std::invoke_result_t<Visitor, First>;
  using Visit = Result (*)(Visitor&&, Variant&);
  static constexpr Visit visits[] = {
      &visit_as<Result, T, Visitor, Variant>, &visit_as<Result, Ts, Visitor, Variant>...};
  return visits[whole.index()](std::forward<Visitor>(visitor), whole);
}

}  // namespace detail

/// Calls a function with what a variant holds. All cases have the type of result that the first has.
template <class Visitor, class... Ts>
decltype(auto) visit(Visitor&& visitor, variant<Ts...>& whole) {
  return detail::visit<Visitor, variant<Ts...>, Ts...>(std::forward<Visitor>(visitor), whole);
}
template <class Visitor, class... Ts>
decltype(auto) visit(Visitor&& visitor, variant<Ts...> const& whole) {
  return detail::visit<Visitor, variant<Ts...> const, Ts...>(std::forward<Visitor>(visitor), whole);
}

}  // namespace wit

#endif  // WIT_GEN_WIT_VARIANT_H
