#!/usr/bin/env bash
# Counts the instructions that deciding an order by a decision table costs, with 40 rows and with
# 4,000, and prints the ratio, by the table's shape. Callgrind's counts do not depend on what else
# the machine does. Links what was built (target allot_rules).
#
# usage: bench/table_cost.sh [--at-most RATIO] [--build DIR] [--only SHAPE] [--orders N]
#   --at-most RATIO  end with status 1 when 4,000 rows cost more than RATIO of 40
#   --build DIR      where the libraries are (default build/release)
#   --only SHAPE     keys, bands, grid, overlaps or lists (bench/table_cost/table_cost.cpp)
#   --orders N       random orders (default 2,000)
#
# example: bench/table_cost.sh --at-most 5
set -euo pipefail

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; }
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
at_most=
build=$top/build/release
orders=2000
shapes=(keys bands grid overlaps lists)
known=" ${shapes[*]} "
while (($#)); do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --at-most) at_most=${2:?"--at-most needs a ratio"}; shift ;;
    --build) build=${2:?"--build needs a directory"}; shift ;;
    --only) shapes=("${2:?"--only needs a shape"}"); shift ;;
    --orders) orders=${2:?"--orders needs a number"}; shift ;;
    *) usage >&2; printf "table_cost: unknown argument '%s'\n" "$1" >&2; exit 2 ;;
  esac
  shift
done
if [[ $known != *" ${shapes[0]} "* ]]; then
  printf "table_cost: no shape '%s'; one of:%s\n" "${shapes[0]}" "$known" >&2
  exit 2
fi
command -v valgrind >/dev/null || { echo "table_cost: install valgrind" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
g++ -std=c++20 -O2 -DNDEBUG -I"$top/include" -I"$top/src" -I"$top/tests" \
  "$top/bench/table_cost/table_cost.cpp" "$build/src/rules/liballot_rules.a" "$build/liballot.a" \
  -lxxhash -lpthread -o "$work/table_cost"

# cost SHAPE POLICY ROWS: instructions for one order.
cost() {
  valgrind --quiet --tool=callgrind --instr-atstart=no --callgrind-out-file="$work/out" \
    "$work/table_cost" "$1" "$2" "$3" "$orders"
  callgrind_annotate --inclusive=yes --threshold=100 "$work/out" |
    awk -v orders="$orders" '
      /:table_decide( |$)/ { gsub(",", "", $1); if ($1 > cost) cost = $1 }
      END { printf "%.0f\n", cost / orders }'
}

status=0
printf '%-18s %8s %8s %8s\n' instructions 40 4,000 ratio
for shape in "${shapes[@]}"; do
  for policy in first collect; do
    small=$(cost "$shape" "$policy" 40)
    large=$(cost "$shape" "$policy" 4000)
    awk -v what="$shape, $policy" -v small="$small" -v large="$large" -v most="$at_most" 'BEGIN {
      if (small == 0 || large == 0) { print "table_cost: nothing was counted" > "/dev/stderr"; exit 1 }
      ratio = large / small
      printf "%-18s %8d %8d %8.2f\n", what, small, large, ratio
      if (most != "" && ratio > most) {
        print "table_cost: " what " costs more than " most " times" > "/dev/stderr"; exit 1
      }
    }' || status=1
  done
done
exit "$status"
