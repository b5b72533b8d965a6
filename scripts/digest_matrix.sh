#!/usr/bin/env bash
# Builds the program digest_matrix with gcc and clang 19, at -O0 and -O3, runs each on the same generated
# log and compares what they print. Any difference is a bug in the deterministic core.
#
# usage: scripts/digest_matrix.sh [argument of digest_matrix]...
#
# example: scripts/digest_matrix.sh --commands 1000000 --seed 7
#
# Builds in build/matrix-NAME, as deep as other builds lie, so that a compiler cache knows what it has in
# common with them. What must be installed: scripts/setup.sh.
set -euo pipefail

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; }
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
case "${1:-}" in
  -h|--help) usage; exit 0 ;;
esac
cd "$top"

# name, C++ compiler, build type (Debug is -O0, Release is -O3)
matrix=("gcc-O0 g++ Debug" "gcc-O3 g++ Release" "clang-O0 clang++-19 Debug" "clang-O3 clang++-19 Release")

first=''
differs=0
for entry in "${matrix[@]}"; do
  read -r name compiler build_type <<<"$entry"
  folder=build/matrix-$name
  mkdir -p "$folder"
  cmake -S . -B "$folder" -G Ninja -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_BUILD_TYPE="$build_type" \
    -DALLOT_BENCH=OFF -DALLOT_PROGRAM=OFF >"$folder/configure.log" 2>&1 || {
    cat "$folder/configure.log"
    exit 1
  }
  cmake --build "$folder" --target digest_matrix >"$folder/build.log" 2>&1 || {
    cat "$folder/build.log"
    exit 1
  }
  output=$("$folder/bin/digest_matrix" "$@")
  printf '%-9s %s\n' "$name" "$output"
  [[ -n $first ]] || first=$output
  [[ $output == "$first" ]] || differs=1
done
if ((differs)); then
  printf 'digest_matrix: the outputs differ; bisect with --commands N\n' >&2
  exit 1
fi
