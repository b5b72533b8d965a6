#!/usr/bin/env bash
# Makes what others install without a compiler, into build/packages, and says what it made, with sizes
# and SHA-256:
#   allot-VERSION-cp310-abi3-manylinux_*.whl   the Python package, for CPython 3.10 and later, with the
#                                              program in it
#   allot-VERSION-linux-MACHINE.tar.gz         the program, its manual, completion for bash, zsh and fish
#   allot_VERSION_*.deb, allot-dev_*.deb       program and C library; headers and libraries to build with
#
# usage: scripts/package.sh [wheel|tarball|deb]...
# Without arguments, all of them.
#
# example: scripts/package.sh wheel && pip install build/packages/allot-*.whl
#
# The program of wheel and .deb needs glibc 2.35 and nothing else. That of the tarball has glibc in it too,
# so that it runs on any Linux of this processor, whatever its C library; it reads files in UTF-8 and UTF-16
# only, since glibc would load other converters at run time and those of another version may crash it. Made
# twice from one commit the packages are the same, byte for byte: times are those of the commit, and no path
# of the machine is in them.
# Needs: scripts/setup.sh.
set -euo pipefail

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; }
say() { printf 'package: %s\n' "$*"; }
fail() { printf 'package: %s\n' "$*" >&2; exit 1; }

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
kinds=()
for argument in "$@"; do
  case "$argument" in
    -h|--help) usage; exit 0 ;;
    wheel|tarball|deb) kinds+=("$argument") ;;
    *) usage >&2; fail "unknown argument '$argument'; expected wheel, tarball or deb" ;;
  esac
done
((${#kinds[@]})) || kinds=(wheel tarball deb)

build=$top/build/package
packages=$top/build/packages
program=$build/bin/allot
python=$top/.venv/bin/python
[[ -x $python ]] || fail "there is no .venv; run scripts/setup.sh"
mkdir -p "$build" "$packages"

# quietly NAME COMMAND...: its output is in build/package/NAME.log, and here when it fails.
quietly() {
  local log=$build/$1.log
  shift
  "$@" >"$log" 2>&1 || { tail -n 60 "$log" >&2; fail "failed: $*"; }
}

SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CMakeLists.txt)
export SOURCE_DATE_EPOCH
# Not what the umask says, but what a package should have.
umask 022
# Where a check of the program fails it names its file, from the top of the tree on.
flags="-ffile-prefix-map=$top/="

build_program() {
  quietly configure cmake -S "$top" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_INSTALL_PREFIX=/usr -DCMAKE_C_FLAGS="$flags" -DCMAKE_CXX_FLAGS="$flags" \
    -DALLOT_PORTABLE_PROGRAM=ON -DALLOT_TESTS=OFF -DALLOT_BENCH=OFF -DCMAKE_UNITY_BUILD=ON
  say "building the program and the libraries"
  quietly build cmake --build "$build" --target allot allot_c allot_program allot_static_program
  version=$("$program" --version --json | sed 's/.*"version":"\([^"]*\)".*/\1/')
  strip -o "$build/allot" "$program"
  rm -rf "$build/tree"
  DESTDIR=$build/tree quietly install cmake --install "$build" --component program --strip
}

make_wheel() {
  say "building the Python package"
  local raw=$build/wheel
  rm -rf "$raw"
  CFLAGS=$flags CXXFLAGS=$flags quietly wheel "$python" -m pip wheel --no-deps --no-build-isolation \
    --disable-pip-version-check -w "$raw" -C build-dir="$build/python" \
    -C cmake.define.ALLOT_WHEEL_PROGRAM="$build/allot" \
    -C cmake.define.ALLOT_WHEEL_COPYRIGHT="$build/tree/usr/share/doc/allot/copyright" "$top"
  # Takes libxxhash in, and finds the oldest glibc that will do.
  rm -f "$packages"/allot-*.whl
  PATH=$top/.venv/bin:$PATH quietly repair "$python" -m auditwheel repair -w "$packages" "$raw"/*.whl
}

make_tarball() {
  local name
  name=allot-$version-linux-$(uname -m)
  rm -rf "$build/tarball" "$packages"/allot-*.tar.gz
  local root=$build/tarball/$name
  mkdir -p "$build/tarball"
  cp -r "$build/tree/usr" "$root"
  strip -o "$root/bin/allot" "$build/bin/allot-static"
  cp README.md CHANGELOG.md SECURITY.md LICENSE "$root"
  cp -r examples "$root"
  tar -C "$build/tarball" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner \
    --format=gnu -c "$name" | gzip -n9 >"$packages/$name.tar.gz"
}

make_deb() {
  rm -rf "$build/packages" "$packages"/*.deb
  # CPack's own process must find the umask and the time of above.
  (cd "$build" && quietly cpack cpack -G DEB)
  cp "$build"/packages/*.deb "$packages"
}

build_program
for kind in "${kinds[@]}"; do "make_$kind"; done
(cd "$packages" && for file in *; do
  printf '%9d bytes  %s  %s\n' "$(stat -c %s "$file")" "$(sha256sum "$file" | cut -d' ' -f1)" "$file"
done)
say "made $(find "$packages" -type f | wc -l) packages of $version in build/packages"
