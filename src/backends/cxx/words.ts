/** Words that cannot be names in emitted C++. */
import { snakeCase } from '../../emit/names.js';

/** Keywords, alternative operator tokens and words with a meaning in some context. */
const keywords = `
  alignas alignof and and_eq asm atomic_cancel atomic_commit atomic_noexcept auto bitand bitor bool break
  case catch char char8_t char16_t char32_t class co_await co_return co_yield compl concept const const_cast
  consteval constexpr constinit continue contract_assert decltype default delete do double dynamic_cast else
  enum explicit export extern false final float for friend goto if import inline int long module mutable
  namespace new noexcept not not_eq nullptr operator or or_eq override private protected public reflexpr
  register reinterpret_cast requires return short signed sizeof static static_assert static_cast struct
  switch synchronized template this thread_local throw true try typedef typeid typename typeof union unsigned
  using virtual void volatile wchar_t while xor xor_eq`;

/** Lower-case macros of common C headers and compilers. */
const macros = `assert complex errno i386 imaginary linux major makedev minor noreturn setjmp sigsetjmp stderr stdin
  stdout unix va_arg va_copy va_end va_start near far interface small`;

/** Kept for agreement with other generators of this API, which reserve them. */
const agreed = 'ret err';

/** Types that emitted code names without their namespace. */
const types = 'size_t uint8_t uint16_t uint32_t uint64_t int8_t int16_t int32_t int64_t';

/** Namespaces that emitted code refers to. */
const namespaces = 'std wit';

/** Every word that gets a trailing underscore. */
export const reservedWords: ReadonlySet<string> = new Set(
  `${keywords} ${macros} ${agreed} ${types} ${namespaces}`.trim().split(/\s+/),
);

/** `thread-local` → `thread_local_`: the name of a field, parameter, local or namespace. */
export function identifier(name: string): string {
  const snake = snakeCase(name);
  return reservedWords.has(snake) ? `${snake}_` : snake;
}
