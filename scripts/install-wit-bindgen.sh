#!/usr/bin/env bash
# Builds the crate `wit-bindgen` for wasm32, whose modules the tests run under TypeScript glue. Takes about a minute once; does
# nothing where that has been done. Needs crates.io, and the compiler that `install-rust-wasm.sh` makes: what the crate is
# built with must build what uses it, so it lies in the compiler's folder, and goes with it.
set -euo pipefail

version=0.60.0
compiler=${XDG_CACHE_HOME:-$HOME/.cache}/wit-gen/rust-wasm
prefix=$compiler/wit-bindgen

if [ "$(cat "$prefix/version" 2>/dev/null)" = "$version" ]; then
  echo "$prefix"
  exit 0
fi

work=$(mktemp -d "$compiler/wit-bindgen.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/project" "$work/built"
cat >"$work/project/Cargo.toml" <<MANIFEST
[package]
name = "nothing"
version = "0.0.0"
edition = "2024"

[lib]
path = "nothing.rs"

[dependencies.wit-bindgen]
version = "=$version"
default-features = false
features = ["macros", "realloc", "std", "bitflags"]

[profile.dev]
debug = 0
MANIFEST
echo '#![no_std]' >"$work/project/nothing.rs"

# Without a network it shall say so soon.
(
  cd "$work/project"
  env -u RUSTFLAGS CARGO_NET_RETRY=1 CARGO_HTTP_TIMEOUT=20 RUSTC="$compiler/rustc" \
    "$compiler/cargo" build --quiet --target=wasm32-unknown-unknown --target-dir "$work/target"
)
cp "$work"/target/wasm32-unknown-unknown/debug/deps/lib*.rlib "$work"/target/debug/deps/libwit_bindgen_*.so "$work/built/"
rm "$work"/built/libnothing-*
# One name for those who link it; the others are found by what is in them.
mv "$work"/built/libwit_bindgen-*.rlib "$work/built/libwit_bindgen.rlib"
echo "$version" >"$work/built/version"

rm -rf "$prefix"
mv "$work/built" "$prefix"
echo "$prefix"
