// Values as text, for debugging: wit::debug(value) of anything that a WIT type becomes in C++. The text is WAVE, in which
// the tools of the Component Model write values, with more for what that lacks: a map is `{key: value}` and a
// resource `<handle 0x1234>`. A char looks like a u32 where nothing but its C++ type is known of it.

#ifndef WIT_GEN_WIT_DEBUG_H
#define WIT_GEN_WIT_DEBUG_H

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "wit.h"

namespace wit {

/// A `uint32_t` that is known to be a char.
struct DebugChar {
  uint32_t value;
};

/// How values of a type are written. Records, variants, enums and flags bring a function `wit_debug`.
template <class T>
struct DebugOf;

/// Appends the text of a value.
template <class T>
void debug_to(std::string& out, T const& value) {
  DebugOf<T>::to(out, value);
}

/// The text of a value.
template <class T>
std::string debug(T const& value) {
  std::string out;
  debug_to(out, value);
  return out;
}

namespace detail {

template <class T>
concept Imported = requires(T const& value) {
  typename T::handle_t;
  value.get_handle();
};

template <class T>
concept Exported = std::is_base_of_v<ResourceExportBase<T>, T>;

template <class Handle>
void debug_handle(std::string& out, Handle handle) {
  char digits[2 * sizeof(void*) + 16];
  if constexpr (std::is_pointer_v<Handle>) {
    std::snprintf(digits, sizeof(digits), "<handle %p>", static_cast<void const*>(handle));
  } else {
    std::snprintf(digits, sizeof(digits), "<handle %ld>", static_cast<long>(handle));
  }
  out += digits;
}

template <class Number>
void debug_number(std::string& out, Number value) {
  char digits[64];
  auto const [end, error] = std::to_chars(digits, digits + sizeof(digits), value);
  out.append(digits, error == std::errc() ? end : digits);
}

inline void debug_character(std::string& out, uint32_t character, char quote) {
  static constexpr std::pair<uint32_t, char const*> escapes[] = {
      {'\\', "\\\\"}, {'\n', "\\n"}, {'\r', "\\r"}, {'\t', "\\t"}};
  for (auto const& [escaped, text] : escapes) {
    if (character == escaped) {
      out += text;
      return;
    }
  }
  if (character == static_cast<uint32_t>(quote)) out += '\\';
  if (character < 0x20 || character == 0x7F) {
    char digits[16];
    std::snprintf(digits, sizeof(digits), "\\u{%x}", static_cast<unsigned>(character));
    out += digits;
  } else if (character < 0x80) {
    out += static_cast<char>(character);
  } else {
    int const tail = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
    static constexpr uint32_t heads[] = {0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(heads[tail] | character >> (6 * tail));
    for (int rest = tail - 1; rest >= 0; --rest) out += static_cast<char>(0x80 | (character >> (6 * rest) & 0x3F));
  }
}

inline void debug_string(std::string& out, std::string_view text) {
  out += '"';
  for (char const byte : text) {
    // What is not ASCII stays as it is.
    if (static_cast<unsigned char>(byte) >= 0x80) out += byte;
    else debug_character(out, static_cast<unsigned char>(byte), '"');
  }
  out += '"';
}

template <class List>
void debug_list(std::string& out, List const& list) {
  out += '[';
  bool is_first = true;
  for (auto const& element : list) {
    if (!std::exchange(is_first, false)) out += ", ";
    debug_to(out, element);
  }
  out += ']';
}

template <class Map>
void debug_map(std::string& out, Map const& map) {
  out += '{';
  bool is_first = true;
  for (auto const& [key, value] : map) {
    if (!std::exchange(is_first, false)) out += ", ";
    debug_to(out, key);
    out += ": ";
    debug_to(out, value);
  }
  out += '}';
}

inline void debug_fields(std::string&) {}
template <class Field, class... Rest>
void debug_fields(std::string& out, char const* name, Field const& field, Rest const&... rest) {
  if (out.back() != '{') out += ", ";
  out += name;
  out += ": ";
  debug_to(out, field);
  debug_fields(out, rest...);
}

}  // namespace detail

template <class T>
struct DebugOf {
  static void to(std::string& out, T const& value) {
    if constexpr (std::is_same_v<T, bool>) out += value ? "true" : "false";
    else if constexpr (std::is_integral_v<T>) detail::debug_number(out, value);
    else if constexpr (std::is_convertible_v<T const&, std::string_view>) detail::debug_string(out, value);
    else if constexpr (detail::Exported<T>) detail::debug_handle(out, &value);
    else if constexpr (detail::Imported<T>) detail::debug_handle(out, value.get_handle());
    else wit_debug(out, value);
  }
};

template <class T>
  requires std::is_floating_point_v<T>
struct DebugOf<T> {
  static void to(std::string& out, T value) {
    if (std::isnan(value)) out += "nan";
    else detail::debug_number(out, value);
  }
};

template <>
struct DebugOf<DebugChar> {
  static void to(std::string& out, DebugChar character) {
    out += '\'';
    detail::debug_character(out, character.value, '\'');
    out += '\'';
  }
};

template <class T>
struct DebugOf<std::optional<T>> {
  static void to(std::string& out, std::optional<T> const& value) {
    if (!value) {
      out += "none";
      return;
    }
    out += "some(";
    debug_to(out, *value);
    out += ')';
  }
};

template <class T, class E>
struct DebugOf<expected<T, E>> {
  static void to(std::string& out, expected<T, E> const& value) {
    out += value.has_value() ? "ok" : "err";
    if (!value.has_value()) {
      if constexpr (!std::is_same_v<E, Void>) in_brackets(out, value.error());
    } else {
      if constexpr (!std::is_void_v<T>) in_brackets(out, *value);
    }
  }

private:
  template <class Payload>
  static void in_brackets(std::string& out, Payload const& payload) {
    out += '(';
    debug_to(out, payload);
    out += ')';
  }
};

template <class... Items>
struct DebugOf<std::tuple<Items...>> {
  static void to(std::string& out, std::tuple<Items...> const& value) {
    out += '(';
    [[maybe_unused]] bool is_first = true;
    auto const write = [&](auto const& item) {
      if (!std::exchange(is_first, false)) out += ", ";
      debug_to(out, item);
    };
    std::apply([&](auto const&... items) { (write(items), ...); }, value);
    out += ')';
  }
};

template <class T>
struct DebugOf<vector<T>> {
  static void to(std::string& out, vector<T> const& list) { detail::debug_list(out, list); }
};
template <class T>
struct DebugOf<std::span<T>> {
  static void to(std::string& out, std::span<T> list) { detail::debug_list(out, list); }
};
template <class T, size_t Count>
struct DebugOf<std::array<T, Count>> {
  static void to(std::string& out, std::array<T, Count> const& list) { detail::debug_list(out, list); }
};
template <class K, class V>
struct DebugOf<unordered_map<K, V>> {
  static void to(std::string& out, unordered_map<K, V> const& map) { detail::debug_map(out, map); }
};
template <class K, class V>
struct DebugOf<std::span<std::pair<K, V>>> {
  static void to(std::string& out, std::span<std::pair<K, V>> map) { detail::debug_map(out, map); }
};
template <class K, class V>
struct DebugOf<std::span<std::pair<K, V> const>> {
  static void to(std::string& out, std::span<std::pair<K, V> const> map) { detail::debug_map(out, map); }
};

template <class R>
struct DebugOf<std::reference_wrapper<R>> {
  static void to(std::string& out, std::reference_wrapper<R> resource) {
    debug_to(out, static_cast<std::remove_const_t<R> const&>(resource.get()));
  }
};
template <class R>
struct DebugOf<std::unique_ptr<R, Deregister<R>>> {
  static void to(std::string& out, Owned<R> const& resource) { detail::debug_handle(out, resource.get()); }
};

// ---- what `wit_debug` of a generated type is written with ----

/// `{x: 1, y: 2}`, of names and fields in turn.
template <class... NamesAndFields>
void debug_record(std::string& out, NamesAndFields const&... fields) {
  out += '{';
  detail::debug_fields(out, fields...);
  out += '}';
}

/// `name` or `name(payload)`.
inline void debug_case(std::string& out, char const* name) { out += name; }
template <class Payload>
void debug_case(std::string& out, char const* name, Payload const& payload) {
  out += name;
  out += '(';
  debug_to(out, payload);
  out += ')';
}

/// The name of a case, or the number of a value that is none.
template <size_t Count>
void debug_enum(std::string& out, char const* const (&names)[Count], size_t number) {
  if (number < Count) out += names[number];
  else detail::debug_number(out, number);
}

/// `{read, write}`.
inline void debug_flags(std::string& out, std::initializer_list<std::pair<char const*, bool>> flags) {
  out += '{';
  bool is_first = true;
  for (auto const& [name, is_set] : flags) {
    if (!is_set) continue;
    if (!std::exchange(is_first, false)) out += ", ";
    out += name;
  }
  out += '}';
}

}  // namespace wit

#endif  // WIT_GEN_WIT_DEBUG_H
