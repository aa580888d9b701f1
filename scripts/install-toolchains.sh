#!/usr/bin/env bash
# Installs what the compile-and-run tests need beyond Node, g++ and rustc, from Debian packages: native toolchains, those
# for wasm32 in C++ and in Rust, and a browser. Does nothing where everything is there already.
set -euo pipefail

declare -A package_of=(
  [clang++-19]="clang-19 libclang-rt-19-dev libc++-19-dev libc++abi-19-dev"
  [wasm-ld-19]="lld-19"
  [valgrind]="valgrind"
  [cmake]="cmake make"
  [chromium]="chromium"
)

packages=()
for tool in "${!package_of[@]}"; do
  command -v "$tool" >/dev/null || packages+=(${package_of[$tool]})
done
# The compiler alone is not enough: sanitizers and libc++ come in packages of their own, and so does all for wasm32.
libraries=(libclang-rt-19-dev libc++-19-dev libc++abi-19-dev)
libraries+=(wasi-libc libc++-19-dev-wasm32 libc++abi-19-dev-wasm32 libclang-rt-19-dev-wasm32)
for package in "${libraries[@]}"; do
  dpkg -s "$package" >/dev/null 2>&1 || packages+=("$package")
done

if [ ${#packages[@]} -gt 0 ]; then
  command -v apt-get >/dev/null || {
    echo "Please install: ${packages[*]} (no apt-get here)" >&2
    exit 1
  }
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}"
fi

bash "$(dirname "$0")/install-rust-wasm.sh"
bash "$(dirname "$0")/install-wit-bindgen.sh" ||
  echo "There is no wit-bindgen for wasm32: tests that run its modules are skipped." >&2
