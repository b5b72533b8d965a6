#!/usr/bin/env bash
# Builds the release into build/release: the libraries, what cmake --install needs, the program
# build/release/bin/allot, and the README's first one.
#
# usage: scripts/build.sh [--all]
#   --all  the tests and the benchmarks too
#
# example: scripts/build.sh --all && build/release/bin/allot --help
#
# Compiles with gcc at -O3 for any x86-64 (what needs newer instructions asks the processor first),
# with ccache if it is there. What must be installed: scripts/setup.sh build.
set -euo pipefail

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; }
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
targets=(allot allot_c allot_program first_order)
case "${1:-}" in
  '') ;;
  -h|--help) usage; exit 0 ;;
  --all) targets=(all) ;;
  *) usage >&2; printf "build: unknown argument '%s'\n" "$1" >&2; exit 1 ;;
esac

cd "$top"
mkdir -p build
if ! cmake --preset release >build/configure.log 2>&1; then
  cat build/configure.log >&2
  printf 'build: configuring failed; scripts/setup.sh build installs what is needed\n' >&2
  exit 1
fi
cmake --build build/release --target "${targets[@]}"
