// What all programs here share.

#pragma once

#include <cstdint>

/// Keeps the compiler from leaving out that memory is filled.
inline void touch(void const* memory) { __asm__ volatile("" : : "r"(memory) : "memory"); }

/// One call, so many times; answers a sum over what came back, which every consumer must agree on.
#define MEASURED(name) extern "C" __attribute__((__visibility__("default"))) uint64_t measured_##name(uint64_t times)

/// What lists and texts are made of.
inline constexpr uint32_t list_length = 1000;
inline constexpr uint32_t short_text = 16;
inline constexpr uint32_t long_text = 64 << 10;
