// std::expected for compilers that do not have it yet. Included by wit.h where it is needed.

#ifndef WIT_GEN_WIT_EXPECTED_H
#define WIT_GEN_WIT_EXPECTED_H

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <initializer_list>
#include <memory>
#include <type_traits>
#include <utility>

namespace wit {

/// Says that an `expected` is made with an error.
struct unexpect_t {
  explicit unexpect_t() = default;
};
inline constexpr unexpect_t unexpect{};

/// An error on its way into an `expected`.
template <class E>
class unexpected {
public:
  template <class Error = E>
    requires(!std::is_same_v<std::remove_cvref_t<Error>, unexpected> &&
             !std::is_same_v<std::remove_cvref_t<Error>, std::in_place_t> && std::is_constructible_v<E, Error>)
  constexpr explicit unexpected(Error&& error) : error_(std::forward<Error>(error)) {}
  template <class... Arguments>
    requires std::is_constructible_v<E, Arguments...>
  constexpr explicit unexpected(std::in_place_t, Arguments&&... arguments)
      : error_(std::forward<Arguments>(arguments)...) {}

  constexpr E const& error() const& noexcept { return error_; }
  constexpr E& error() & noexcept { return error_; }
  constexpr E&& error() && noexcept { return std::move(error_); }
  constexpr E const&& error() const&& noexcept { return std::move(error_); }

  template <class F>
  friend constexpr bool operator==(unexpected const& a, unexpected<F> const& b) {
    return a.error() == b.error();
  }

private:
  E error_;
};
template <class E>
unexpected(E) -> unexpected<E>;

template <class T, class E>
class expected;

namespace detail {

[[noreturn]] inline void bad_expected_access() noexcept {
  std::fputs("wit: the value of a result that is an error\n", stderr);
  std::abort();
}

template <class T>
inline constexpr bool is_expected = false;
template <class T, class E>
inline constexpr bool is_expected<expected<T, E>> = true;
template <class T>
inline constexpr bool is_unexpected = false;
template <class E>
inline constexpr bool is_unexpected<unexpected<E>> = true;

/// Whether a T is better made of the whole `expected<U, G>` than of what is in it.
template <class T, class U, class G>
inline constexpr bool wants_whole =
    std::is_constructible_v<T, expected<U, G>&> || std::is_constructible_v<T, expected<U, G> const&> ||
    std::is_constructible_v<T, expected<U, G>> || std::is_convertible_v<expected<U, G>&, T> ||
    std::is_convertible_v<expected<U, G> const&, T> || std::is_convertible_v<expected<U, G>, T>;

}  // namespace detail

/// A value or the error that there is instead: `std::expected` of C++23. Where that one throws, this one ends the program.
template <class T, class E>
class expected {
public:
  using value_type = T;
  using error_type = E;
  using unexpected_type = unexpected<E>;

  constexpr expected()
    requires std::is_default_constructible_v<T>
      : value_(), has_value_(true) {}
  template <class U = T>
    requires(!std::is_same_v<std::remove_cvref_t<U>, std::in_place_t> &&
             !std::is_same_v<std::remove_cvref_t<U>, unexpect_t> && !std::is_same_v<std::remove_cvref_t<U>, expected> &&
             !detail::is_unexpected<std::remove_cvref_t<U>> && std::is_constructible_v<T, U>)
  constexpr explicit(!std::is_convertible_v<U, T>) expected(U&& value)
      : value_(static_cast<T>(std::forward<U>(value))), has_value_(true) {}
  template <class G>
    requires std::is_constructible_v<E, G const&>
  constexpr explicit(!std::is_convertible_v<G const&, E>) expected(unexpected<G> const& other)
      : error_(other.error()), has_value_(false) {}
  template <class G>
    requires std::is_constructible_v<E, G>
  constexpr explicit(!std::is_convertible_v<G, E>) expected(unexpected<G>&& other)
      : error_(std::move(other).error()), has_value_(false) {}
  template <class U, class G>
    requires(std::is_constructible_v<T, U> && std::is_constructible_v<E, G> && !std::is_same_v<expected<U, G>, expected> &&
             !detail::wants_whole<T, U, G>)
  constexpr explicit(!std::is_convertible_v<U, T> || !std::is_convertible_v<G, E>) expected(expected<U, G> other)
      : has_value_(other.has_value()) {
    if (has_value_) std::construct_at(std::addressof(value_), *std::move(other));
    else std::construct_at(std::addressof(error_), std::move(other).error());
  }
  template <class... Arguments>
    requires std::is_constructible_v<T, Arguments...>
  constexpr explicit expected(std::in_place_t, Arguments&&... arguments)
      : value_(std::forward<Arguments>(arguments)...), has_value_(true) {}
  template <class... Arguments>
    requires std::is_constructible_v<E, Arguments...>
  constexpr explicit expected(unexpect_t, Arguments&&... arguments)
      : error_(std::forward<Arguments>(arguments)...), has_value_(false) {}

  constexpr expected(expected const& other)
    requires(std::is_copy_constructible_v<T> && std::is_copy_constructible_v<E>)
      : has_value_(other.has_value_) {
    if (has_value_) std::construct_at(std::addressof(value_), other.value_);
    else std::construct_at(std::addressof(error_), other.error_);
  }
  constexpr expected(expected&& other) noexcept(
      std::is_nothrow_move_constructible_v<T> && std::is_nothrow_move_constructible_v<E>)
    requires(std::is_move_constructible_v<T> && std::is_move_constructible_v<E>)
      : has_value_(other.has_value_) {
    if (has_value_) std::construct_at(std::addressof(value_), std::move(other.value_));
    else std::construct_at(std::addressof(error_), std::move(other.error_));
  }
  constexpr expected& operator=(expected const& other)
    requires(std::is_copy_constructible_v<T> && std::is_copy_constructible_v<E>)
  {
    if (this != &other) *this = expected(other);
    return *this;
  }
  constexpr expected& operator=(expected&& other) noexcept
    requires(std::is_move_constructible_v<T> && std::is_move_constructible_v<E>)
  {
    if (this == &other) return *this;
    std::destroy_at(this);
    std::construct_at(this, std::move(other));
    return *this;
  }
  constexpr ~expected() {
    if (has_value_) std::destroy_at(std::addressof(value_));
    else std::destroy_at(std::addressof(error_));
  }

  constexpr bool has_value() const noexcept { return has_value_; }
  constexpr explicit operator bool() const noexcept { return has_value_; }

  constexpr T& operator*() & noexcept { return value_; }
  constexpr T const& operator*() const& noexcept { return value_; }
  constexpr T&& operator*() && noexcept { return std::move(value_); }
  constexpr T const&& operator*() const&& noexcept { return std::move(value_); }
  constexpr T* operator->() noexcept { return std::addressof(value_); }
  constexpr T const* operator->() const noexcept { return std::addressof(value_); }

  constexpr T& value() & { return check().value_; }
  constexpr T const& value() const& { return check().value_; }
  constexpr T&& value() && { return std::move(check().value_); }
  constexpr T const&& value() const&& { return std::move(check().value_); }

  constexpr E& error() & noexcept { return error_; }
  constexpr E const& error() const& noexcept { return error_; }
  constexpr E&& error() && noexcept { return std::move(error_); }
  constexpr E const&& error() const&& noexcept { return std::move(error_); }

  template <class U>
  constexpr T value_or(U&& otherwise) const& {
    return has_value_ ? value_ : static_cast<T>(std::forward<U>(otherwise));
  }
  template <class U>
  constexpr T value_or(U&& otherwise) && {
    return has_value_ ? std::move(value_) : static_cast<T>(std::forward<U>(otherwise));
  }
  template <class G = E>
  constexpr E error_or(G&& otherwise) const& {
    return has_value_ ? static_cast<E>(std::forward<G>(otherwise)) : error_;
  }
  template <class G = E>
  constexpr E error_or(G&& otherwise) && {
    return has_value_ ? static_cast<E>(std::forward<G>(otherwise)) : std::move(error_);
  }
  template <class... Arguments>
  constexpr T& emplace(Arguments&&... arguments) noexcept {
    *this = expected(std::in_place, std::forward<Arguments>(arguments)...);
    return value_;
  }
  constexpr void swap(expected& other) noexcept {
    expected mine(std::move(*this));
    *this = std::move(other);
    other = std::move(mine);
  }

  template <class F>
  constexpr auto and_then(F&& next) & { return and_then_on(*this, next); }
  template <class F>
  constexpr auto and_then(F&& next) const& { return and_then_on(*this, next); }
  template <class F>
  constexpr auto and_then(F&& next) && { return and_then_on(std::move(*this), next); }
  template <class F>
  constexpr auto or_else(F&& next) & { return or_else_on(*this, next); }
  template <class F>
  constexpr auto or_else(F&& next) const& { return or_else_on(*this, next); }
  template <class F>
  constexpr auto or_else(F&& next) && { return or_else_on(std::move(*this), next); }
  template <class F>
  constexpr auto transform(F&& change) & { return transform_on(*this, change); }
  template <class F>
  constexpr auto transform(F&& change) const& { return transform_on(*this, change); }
  template <class F>
  constexpr auto transform(F&& change) && { return transform_on(std::move(*this), change); }
  template <class F>
  constexpr auto transform_error(F&& change) & { return transform_error_on(*this, change); }
  template <class F>
  constexpr auto transform_error(F&& change) const& { return transform_error_on(*this, change); }
  template <class F>
  constexpr auto transform_error(F&& change) && { return transform_error_on(std::move(*this), change); }

  template <class U, class G>
    requires(!std::is_void_v<U>)
  friend constexpr bool operator==(expected const& a, expected<U, G> const& b) {
    if (a.has_value() != b.has_value()) return false;
    return a.has_value() ? *a == *b : a.error() == b.error();
  }
  template <class U>
    requires(!detail::is_expected<U> && !detail::is_unexpected<U>)
  friend constexpr bool operator==(expected const& a, U const& b) {
    return a.has_value() && *a == b;
  }
  template <class G>
  friend constexpr bool operator==(expected const& a, unexpected<G> const& b) {
    return !a.has_value() && a.error() == b.error();
  }

private:
  template <class, class>
  friend class expected;

  constexpr expected& check() {
    if (!has_value_) detail::bad_expected_access();
    return *this;
  }
  constexpr expected const& check() const {
    if (!has_value_) detail::bad_expected_access();
    return *this;
  }

  template <class Self, class F>
  static constexpr auto and_then_on(Self&& self, F& next) {
    using Result = std::remove_cvref_t<std::invoke_result_t<F&, decltype(*std::forward<Self>(self))>>;
    if (self.has_value()) return Result(std::invoke(next, *std::forward<Self>(self)));
    return Result(unexpect, std::forward<Self>(self).error());
  }
  template <class Self, class F>
  static constexpr auto or_else_on(Self&& self, F& next) {
    using Result = std::remove_cvref_t<std::invoke_result_t<F&, decltype(std::forward<Self>(self).error())>>;
    if (self.has_value()) return Result(std::in_place, *std::forward<Self>(self));
    return Result(std::invoke(next, std::forward<Self>(self).error()));
  }
  template <class Self, class F>
  static constexpr auto transform_on(Self&& self, F& change) {
    using U = std::remove_cv_t<std::invoke_result_t<F&, decltype(*std::forward<Self>(self))>>;
    if (!self.has_value()) return expected<U, E>(unexpect, std::forward<Self>(self).error());
    if constexpr (std::is_void_v<U>) {
      std::invoke(change, *std::forward<Self>(self));
      return expected<U, E>();
    } else {
      return expected<U, E>(std::in_place, std::invoke(change, *std::forward<Self>(self)));
    }
  }
  template <class Self, class F>
  static constexpr auto transform_error_on(Self&& self, F& change) {
    using G = std::remove_cv_t<std::invoke_result_t<F&, decltype(std::forward<Self>(self).error())>>;
    if (self.has_value()) return expected<T, G>(std::in_place, *std::forward<Self>(self));
    return expected<T, G>(unexpect, std::invoke(change, std::forward<Self>(self).error()));
  }

  union {
    T value_;
    E error_;
  };
  bool has_value_;
};

/// Success without a value, or an error.
template <class E>
class expected<void, E> {
public:
  using value_type = void;
  using error_type = E;
  using unexpected_type = unexpected<E>;

  constexpr expected() noexcept : nothing_(), has_value_(true) {}
  constexpr explicit expected(std::in_place_t) noexcept : expected() {}
  template <class G>
    requires std::is_constructible_v<E, G const&>
  constexpr explicit(!std::is_convertible_v<G const&, E>) expected(unexpected<G> const& other)
      : error_(other.error()), has_value_(false) {}
  template <class G>
    requires std::is_constructible_v<E, G>
  constexpr explicit(!std::is_convertible_v<G, E>) expected(unexpected<G>&& other)
      : error_(std::move(other).error()), has_value_(false) {}
  template <class G>
    requires(std::is_constructible_v<E, G> && !std::is_same_v<G, E>)
  constexpr explicit(!std::is_convertible_v<G, E>) expected(expected<void, G> other)
      : nothing_(), has_value_(other.has_value()) {
    if (!has_value_) std::construct_at(std::addressof(error_), std::move(other).error());
  }
  template <class... Arguments>
    requires std::is_constructible_v<E, Arguments...>
  constexpr explicit expected(unexpect_t, Arguments&&... arguments)
      : error_(std::forward<Arguments>(arguments)...), has_value_(false) {}

  constexpr expected(expected const& other)
    requires std::is_copy_constructible_v<E>
      : nothing_(), has_value_(other.has_value_) {
    if (!has_value_) std::construct_at(std::addressof(error_), other.error_);
  }
  constexpr expected(expected&& other) noexcept(std::is_nothrow_move_constructible_v<E>)
    requires std::is_move_constructible_v<E>
      : nothing_(), has_value_(other.has_value_) {
    if (!has_value_) std::construct_at(std::addressof(error_), std::move(other.error_));
  }
  constexpr expected& operator=(expected const& other)
    requires std::is_copy_constructible_v<E>
  {
    if (this != &other) *this = expected(other);
    return *this;
  }
  constexpr expected& operator=(expected&& other) noexcept
    requires std::is_move_constructible_v<E>
  {
    if (this == &other) return *this;
    std::destroy_at(this);
    std::construct_at(this, std::move(other));
    return *this;
  }
  constexpr ~expected() {
    if (!has_value_) std::destroy_at(std::addressof(error_));
  }

  constexpr bool has_value() const noexcept { return has_value_; }
  constexpr explicit operator bool() const noexcept { return has_value_; }
  constexpr void operator*() const noexcept {}
  constexpr void value() const {
    if (!has_value_) detail::bad_expected_access();
  }
  constexpr E& error() & noexcept { return error_; }
  constexpr E const& error() const& noexcept { return error_; }
  constexpr E&& error() && noexcept { return std::move(error_); }
  constexpr E const&& error() const&& noexcept { return std::move(error_); }
  template <class G = E>
  constexpr E error_or(G&& otherwise) const& {
    return has_value_ ? static_cast<E>(std::forward<G>(otherwise)) : error_;
  }
  template <class G = E>
  constexpr E error_or(G&& otherwise) && {
    return has_value_ ? static_cast<E>(std::forward<G>(otherwise)) : std::move(error_);
  }
  constexpr void emplace() noexcept { *this = expected(); }
  constexpr void swap(expected& other) noexcept {
    expected mine(std::move(*this));
    *this = std::move(other);
    other = std::move(mine);
  }

  template <class G>
  friend constexpr bool operator==(expected const& a, expected<void, G> const& b) {
    if (a.has_value() != b.has_value()) return false;
    return a.has_value() || a.error() == b.error();
  }
  template <class G>
  friend constexpr bool operator==(expected const& a, unexpected<G> const& b) {
    return !a.has_value() && a.error() == b.error();
  }

private:
  struct nothing {};
  union {
    nothing nothing_;
    E error_;
  };
  bool has_value_;
};

}  // namespace wit

#endif  // WIT_GEN_WIT_EXPECTED_H
