#!/usr/bin/env bash
# Counts the instructions that placing a two-line order costs while nobody judges it, and while ten
# rules on three features do. Callgrind's counts do not depend on what else the machine does.
#
# usage: bench/rules_step.sh [--at-most RATIO] [--rules FILE]
#   --at-most RATIO  end with status 1 when judging makes an order cost more than RATIO of a plain one
#   --rules FILE     another rule file, none of whose rules may hit (default bench/rules_step/ten.rules)
#
# example: bench/rules_step.sh --at-most 1.5
set -euo pipefail

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; }
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
at_most=
rules=$top/bench/rules_step/ten.rules
while (($#)); do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --at-most) at_most=${2:?"--at-most needs a ratio"}; shift ;;
    --rules) rules=${2:?"--rules needs a file"}; shift ;;
    *) usage >&2; printf "rules_step: unknown argument '%s'\n" "$1" >&2; exit 2 ;;
  esac
  shift
done
command -v valgrind >/dev/null || { echo "rules_step: install valgrind" >&2; exit 2; }

work=$top/build/rules_step
mkdir -p "$work"
cmake -S "$top" -B "$work" -G Ninja -DCMAKE_BUILD_TYPE=Release -DALLOT_TESTS=OFF -DALLOT_BENCH=OFF \
  -DALLOT_PROGRAM=ON >/dev/null
cmake --build "$work" --target allot allot_rules >"$work/build.log" 2>&1 || { tail -n 50 "$work/build.log"; exit 1; }
g++ -std=c++20 -O3 -DNDEBUG -fno-ipa-icf -I"$top/include" -I"$top/src" -I"$top/bench" \
  "$top/bench/rules_step/rules_step.cpp" "$top/bench/limit/workload.cpp" \
  "$work/src/rules/liballot_rules.a" "$work/liballot.a" -lflatbuffers -lxxhash -lpthread -o "$work/rules_step"

# count RULES: prints the instructions for one order: to decide it, to record it.
count() {
  local out=$work/callgrind.out orders
  orders=$(valgrind --quiet --tool=callgrind --instr-atstart=no --callgrind-out-file="$out" \
    "$work/rules_step" "$1" 2000 4 1000 1024 40)
  callgrind_annotate --inclusive=yes --threshold=100 "$out" |
    awk -v orders="$orders" '
      match($0, /:place_(decide|encode)( |$)/) {
        part = substr($0, RSTART + 1, RLENGTH - 1); sub(/ .*/, "", part)
        gsub(",", "", $1)
        if ($1 > cost[part]) cost[part] = $1
      }
      END { printf "%.1f %.1f\n", cost["place_decide"] / orders, cost["place_encode"] / orders }'
}

plain=$(count -)
judged=$(count "$rules")
awk -v a="$plain" -v b="$judged" -v most="$at_most" '
  BEGIN {
    split(a, x, " "); split(b, y, " ")
    printf "%-8s %10s %10s %7s\n", "placing", "no rules", "judged", "ratio"
    printf "%-8s %10.1f %10.1f %7.3f\n", "decide", x[1], y[1], y[1] / x[1]
    printf "%-8s %10.1f %10.1f %7.3f\n", "record", x[2], y[2], y[2] / x[2]
    ratio = (y[1] + y[2]) / (x[1] + x[2])
    printf "%-8s %10.1f %10.1f %7.3f\n", "both", x[1] + x[2], y[1] + y[2], ratio
    if (most != "" && ratio > most) {
      print "rules_step: an order that is judged costs more than " most " of a plain one" > "/dev/stderr"
      exit 1
    }
  }'
