#!/usr/bin/env bash
# Counts the instructions that one event costs one feature, by the feature's shape: to feed it, to
# read it, both in one call, and to ask memory for it ahead. Callgrind's counts do not depend on
# what else the machine does.
#
# usage: bench/feature_cost.sh [--at-most INSTRUCTIONS] [--only SHAPE]
#   --at-most N   end with status 1 when feeding and reading in one call costs more than N
#   --only SHAPE  count, sum, count_in_steps, sum_in_steps, distinct, age, evicting (the
#                table is full), ten_counts (ten features of one key) or three_keys (three
#                features, each of another)
#
# example: bench/feature_cost.sh --at-most 400
set -euo pipefail

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; }
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
at_most=
shapes=(count sum count_in_steps sum_in_steps distinct age evicting ten_counts three_keys)
known=" ${shapes[*]} "
while (($#)); do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --at-most) at_most=${2:?"--at-most needs a number"}; shift ;;
    --only) shapes=("${2:?"--only needs a shape"}"); shift ;;
    *) usage >&2; printf "feature_cost: unknown argument '%s'\n" "$1" >&2; exit 2 ;;
  esac
  shift
done
if [[ $known != *" ${shapes[0]} "* ]]; then
  printf "feature_cost: no shape '%s'; one of:%s\n" "${shapes[0]}" "$known" >&2
  exit 2
fi
command -v valgrind >/dev/null || { echo "feature_cost: install valgrind" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
g++ -std=c++20 -O3 -DNDEBUG -fno-ipa-icf -I"$top/include" -I"$top/src" -I"$top/tests" \
  "$top"/bench/feature_cost/feature_cost.cpp "$top"/src/features/*.cpp -o "$work/feature_cost"

status=0
printf '%-16s %8s %8s %8s %9s\n' instructions feed read both prefetch
for shape in "${shapes[@]}"; do
  counts=$(valgrind --quiet --tool=callgrind --instr-atstart=no \
    --callgrind-out-file="$work/out" "$work/feature_cost" "$shape")
  callgrind_annotate --inclusive=yes --threshold=100 "$work/out" |
    awk -v shape="$shape" -v counts="$counts" -v most="$at_most" '
      match($0, /:feature_[a-z]+( |$)/) {
        part = substr($0, RSTART + 1, RLENGTH - 1); sub(/ .*/, "", part)
        gsub(",", "", $1)
        if ($1 > cost[part]) cost[part] = $1
      }
      END {
        split(counts, n, " ")
        both = cost["feature_observe"] / n[3]
        printf "%-16s %8.1f %8.1f %8.1f %9.1f\n", shape, cost["feature_feed"] / n[1],
               cost["feature_read"] / n[2], both, cost["feature_prefetch"] / n[4]
        if (most != "" && both > most) {
          print "feature_cost: " shape " costs more than " most > "/dev/stderr"; exit 1
        }
      }' || status=1
done
exit $status
