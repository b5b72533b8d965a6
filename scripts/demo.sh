#!/usr/bin/env bash
# Rehearses a peak sale, from nothing: installs what is missing, builds, runs the sale, replays its
# log and ends with a summary in words that also says where the files are.
#
# usage: scripts/demo.sh [argument of `allot simulate`]...
#
# examples:
#   scripts/demo.sh                                       orders from the built-in generator
#   scripts/demo.sh --orders online_retail.csv.zst        real orders (UCI Online Retail)
#   scripts/demo.sh --orders online_retail.csv --scale 3  three times as many of them
#
# Progress goes to stderr. All arguments: build/release/bin/allot simulate --help
set -euo pipefail

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; }
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
case "${1:-}" in
  -h|--help) usage; exit 0 ;;
esac

# Standard output belongs to the summary alone, so that --json can be piped into another program.
"$top/scripts/setup.sh" build >&2
"$top/scripts/build.sh" >&2
# A peak sale is what it shows: of real orders, too, a share is moved into the peaks.
scenario=(--scenario "$top/examples/scenarios/peak.json")
[[ " $* " != *" --scenario"* ]] || scenario=()
# In virtual time and live, which of real orders is done only when it is asked for.
mode=(--mode both)
[[ " $* " != *" --mode"* ]] || mode=()
"$top/build/release/bin/allot" simulate "${scenario[@]}" "${mode[@]}" "$@"
