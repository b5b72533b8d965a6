#!/usr/bin/env bash
# Makes everything that follows from src/messages/allot.fbs, the one description of commands, events,
# reasons, enums and limits, and the table of the C interface, and puts it where it is checked in.
#
# usage: scripts/generate.sh [--check] [--build DIR]
#   --check      change nothing; name the files that are stale, and end with status 1 if there is one
#   --build DIR  a build that has the generator (default: build/dev, configured when absent)
#
# example: scripts/generate.sh
set -euo pipefail

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; }
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$top/build/dev
check=false
while (($#)); do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --check) check=true ;;
    --build) build=${2:?"--build needs a directory"}; shift ;;
    *) usage >&2; printf "generate: unknown argument '%s'\n" "$1" >&2; exit 2 ;;
  esac
  shift
done

if ! $check; then
  [[ -f $build/CMakeCache.txt ]] || cmake -S "$top" -B "$build" -G Ninja >/dev/null
  cmake --build "$build" --target message_generator >"$build/generate.log" ||
    { cat "$build/generate.log" >&2; exit 1; }
fi

made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
"$build/bin/message_generator" "$build/src/generator/allot.bfbs" "$made" >"$made.list"
mapfile -t files <"$made.list"
rm -f "$made.list"
cp "$top/.clang-format" "$made"
for file in "${files[@]}"; do
  case "$file" in
    *.h|*.hpp|*.c|*.cpp) clang-format-19 -i "$made/$file" ;;
  esac
done

stale=0
for file in "${files[@]}"; do
  cmp -s "$made/$file" "$top/$file" && continue
  stale=$((stale + 1))
  if $check; then
    printf '%s is not what src/messages/allot.fbs says; run scripts/generate.sh\n' "$file"
  else
    mkdir -p "$(dirname "$top/$file")"
    cp "$made/$file" "$top/$file"
    printf 'wrote %s\n' "$file"
  fi
done
# The table of the C interface follows from its headers, those written by hand too.
abi=bindings/c/abi.txt
files+=("$abi")
mkdir -p "$made/bindings/c"
python3 "$top/bindings/c/abi_table.py" "${CC:-cc}" "$top/include" >"$made/$abi"
if ! cmp -s "$made/$abi" "$top/$abi"; then
  stale=$((stale + 1))
  if $check; then
    printf '%s is not what include/allot/allot.h says; run scripts/generate.sh\n' "$abi"
  else
    cp "$made/$abi" "$top/$abi"
    printf 'wrote %s\n' "$abi"
  fi
fi
printf '%d files made, %d %s\n' "${#files[@]}" "$stale" "$($check && echo stale || echo written)"
! $check || ((stale == 0))
