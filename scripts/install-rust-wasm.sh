#!/usr/bin/env bash
# Builds Rust's standard library for wasm32 and says where the compiler is that uses it. Takes about a minute once;
# does nothing where that has been done.
#
# Debian's packages hold a compiler and the source of its library with all that it depends on, so neither a registry of
# crates nor Rust's own server is asked. They are unpacked into one folder rather than installed: root is not needed,
# and the Rust of this machine stays as it is. A library works only with the very compiler that built it.
set -euo pipefail

# What is run is built for the first; the second is there to be compiled for, and so gets no time of the optimizer.
declare -A profile_of=([wasm32-unknown-unknown]=release [wasm32-wasip1]=quick)
prefix=${XDG_CACHE_HOME:-$HOME/.cache}/wit-gen/rust-wasm
# Raised when what is built changes: what an older script left is built again.
edition=2

if [ "$(cat "$prefix/edition" 2>/dev/null)" = "$edition" ]; then
  echo "$prefix/rustc"
  exit 0
fi

for tool in apt-get dpkg-deb tar; do
  command -v "$tool" >/dev/null || {
    echo "Rust for wasm32 is built from Debian packages, which need $tool" >&2
    exit 1
  }
done

mkdir -p "$(dirname "$prefix")"
work=$(mktemp -d "$prefix.XXXXXX")
trap 'rm -rf "$work"' EXIT
unpacked=$work/unpacked
mkdir "$work/packages" "$unpacked"

as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
apt-cache show rust-web-src >/dev/null 2>&1 || "${as_root[@]}" apt-get update -qq

# The compiler needs its library for this machine by name: where these packages are installed, nothing else asks for it.
library=$(apt-cache depends libstd-rust-web-dev | sed -n 's/.*Depends: \(libstd-rust-web-[0-9].*\)/\1/p' | head -n 1)
wanted=(rustc-web cargo-web rust-web-src libstd-rust-web-dev "$library")
mapfile -t packages < <(
  apt-get install --simulate --reinstall --no-install-recommends "${wanted[@]}" | sed -n 's/^Inst \([^ ]*\).*/\1/p'
)
[ ${#packages[@]} -ge ${#wanted[@]} ] || {
  echo "apt-get knows no way to install ${wanted[*]}; is its list of packages up to date?" >&2
  exit 1
}
# As root apt-get would rather download as a user of its own, who has no access here, and warns.
(cd "$work/packages" && apt-get download -qq -o APT::Sandbox::User=root "${packages[@]}")
for package in "$work"/packages/*.deb; do
  case $package in
    */rust-web-src_*)
      # The compiler's own source is far larger than the library's.
      dpkg-deb --fsys-tarfile "$package" |
        tar -C "$unpacked" -x --wildcards './usr/src/rustc-*/library' ./usr/lib/rustlib/src
      ;;
    *) dpkg-deb --fsys-tarfile "$package" | tar -C "$unpacked" -x --exclude ./usr/share ;;
  esac
done
rm -r "$work/packages"

libraries=$(basename "$(dirname "$(find "$unpacked/usr/lib" -name 'librustc_driver-*.so' | head -n 1)")")
for tool in rustc cargo; do
  cat >"$work/$tool" <<WRAPPER
#!/bin/sh
usr=\$(dirname "\$0")/unpacked/usr
LD_LIBRARY_PATH=\$usr/lib/$libraries\${LD_LIBRARY_PATH:+:\$LD_LIBRARY_PATH} exec "\$usr/bin/$tool" "\$@"
WRAPPER
  chmod +x "$work/$tool"
done

# A package without content makes cargo build the library and what the library depends on, from where that lies.
project=$work/project
mkdir -p "$project/src" "$project/.cargo"
echo '#![no_std]' >"$project/src/lib.rs"
cat >"$project/Cargo.toml" <<'MANIFEST'
[package]
name = "nothing"
version = "0.0.0"
edition = "2021"

[profile.release]
panic = "abort"
opt-level = "s"
debug = 0

[profile.quick]
inherits = "release"
opt-level = 0
MANIFEST
cat >"$project/.cargo/config.toml" <<CONFIG
[source.crates-io]
replace-with = "vendored"

[source.vendored]
directory = "$unpacked/usr/lib/rustlib/src/rust/library/vendor"
CONFIG
for target in "${!profile_of[@]}"; do
  profile=${profile_of[$target]}
  # Only nightly compilers may build the library, but for this variable.
  (
    cd "$project"
    env -u RUSTFLAGS CARGO_HOME="$project/home" RUSTC="$work/rustc" RUSTC_BOOTSTRAP=1 \
      "$work/cargo" build --quiet --offline -Zbuild-std=std,panic_abort -Zbuild-std-features= \
      "--target=$target" "--profile=$profile"
  )
  built=$unpacked/usr/lib/rustlib/$target/lib
  mkdir -p "$built"
  cp "$project/target/$target/$profile/deps"/lib*.rlib "$built/"
  rm -f "$built"/libnothing-*
done
rm -r "$project" "$unpacked"/usr/src "$unpacked"/usr/lib/rustlib/src

echo "$edition" >"$work/edition"
rm -rf "$prefix"
mv "$work" "$prefix"
trap - EXIT
echo "$prefix/rustc"
