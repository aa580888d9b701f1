#!/usr/bin/env bash
# Installs what the compile-and-run tests need beyond Node, g++ and rustc, from Debian packages.
# Does nothing where everything is there already.
set -euo pipefail

declare -A package_of=(
  [clang++-19]="clang-19 libclang-rt-19-dev libc++-19-dev libc++abi-19-dev"
  [wasm-ld-19]="lld-19"
  [valgrind]="valgrind"
  [cmake]="cmake make"
)

packages=()
for tool in "${!package_of[@]}"; do
  command -v "$tool" >/dev/null || packages+=(${package_of[$tool]})
done
# The compiler alone is not enough: sanitizers and libc++ come in packages of their own.
for package in libclang-rt-19-dev libc++-19-dev libc++abi-19-dev; do
  dpkg -s "$package" >/dev/null 2>&1 || packages+=("$package")
done
[ ${#packages[@]} -eq 0 ] && exit 0

command -v apt-get >/dev/null || {
  echo "Please install: ${packages[*]} (no apt-get here)" >&2
  exit 1
}
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}"
