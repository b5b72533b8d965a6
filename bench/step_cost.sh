#!/usr/bin/env bash
# Counts the instructions that placing and cancelling a two-line order cost, in this tree and in an
# older one, and prints the ratios; then, in this tree, those that paying and shipping cost, and
# ending orders of many lines. Callgrind's counts do not depend on what else the machine does.
#
# usage: bench/step_cost.sh [--base REV] [--at-most RATIO] [--ship-at-most RATIO]
#                           [--line-at-most RATIO] [--only hot|large] [--keep DIR]
#   --base REV       what to compare with (default 1cc5c49)
#   --at-most RATIO  end with status 1 when a row costs more than RATIO of the base
#   --ship-at-most RATIO
#                    end with status 1 when shipping an order costs more than RATIO of paying it
#   --line-at-most RATIO
#                    end with status 1 when a line of 600, of which half have left, costs more than
#                    RATIO of one of 60 when their order is cancelled
#   --only ROW       hot (2,000 SKUs x 4 nodes) or large (2,000,000 x 5; some minutes and 4 GB):
#                    the states of limit_bench
#   --keep DIR       build there, and use again what was built (default: a temporary folder)
#
# example: bench/step_cost.sh --at-most 0.95 --only hot
set -euo pipefail

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; }
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
base=1cc5c49
at_most=
ship_at_most=
line_at_most=
rows=(hot large)
keep=
while (($#)); do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --base) base=${2:?"--base needs a revision"}; shift ;;
    --at-most) at_most=${2:?"--at-most needs a ratio"}; shift ;;
    --ship-at-most) ship_at_most=${2:?"--ship-at-most needs a ratio"}; shift ;;
    --line-at-most) line_at_most=${2:?"--line-at-most needs a ratio"}; shift ;;
    --only) rows=("${2:?"--only needs hot or large"}"); shift ;;
    --keep) keep=${2:?"--keep needs a directory"}; shift ;;
    *) usage >&2; printf "step_cost: unknown argument '%s'\n" "$1" >&2; exit 2 ;;
  esac
  shift
done
command -v valgrind >/dev/null || { echo "step_cost: install valgrind" >&2; exit 2; }

work=$keep
if [[ -z $work ]]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi
mkdir -p "$work"
work=$(cd "$work" && pwd)

# link TREE NAME PROGRAM: builds bench/step_cost/PROGRAM.cpp of this tree with the library of another.
link() {
  local tree=$1 name=$2 program=$3
  g++ -std=c++20 -O3 -DNDEBUG -fno-ipa-icf -I"$tree/include" -I"$tree/src" -I"$tree/bench" \
    "$top/bench/step_cost/$program.cpp" "$tree/bench/limit/workload.cpp" \
    "$work/$name/liballot.a" -lxxhash -lpthread -o "$work/$name/$program"
}

# Builds the library of the tree $1 and the program with it, as $2.
build() {
  local tree=$1 name=$2
  cmake -S "$tree" -B "$work/$name" -G Ninja -DCMAKE_BUILD_TYPE=Release -DALLOT_TESTS=OFF \
    -DALLOT_BENCH=OFF -DALLOT_PROGRAM=OFF >/dev/null
  cmake --build "$work/$name" --target allot >/dev/null
  link "$tree" "$name" step_cost
}

# count NAME PROGRAM "FUNCTION:N..." ARGUMENT...: prints of each function the instructions for one
# command, or line, of which the program printed N-th how many there were.
count() {
  local name=$1 program=$2 functions=$3 out counts
  shift 3
  out=$work/$name/$program.out
  counts=$(valgrind --quiet --tool=callgrind --instr-atstart=no --callgrind-out-file="$out" \
    "$work/$name/$program" "$@")
  callgrind_annotate --inclusive=yes --threshold=100 "$out" |
    awk -v counts="$counts" -v functions="$functions" '
      BEGIN {
        split(counts, n, " ")
        wanted = split(functions, f, " ")
        for (i = 1; i <= wanted; ++i) { split(f[i], of, ":"); name[i] = of[1]; each[i] = n[of[2]] }
      }
      match($0, /:[a-z_]+( |$)/) {
        part = substr($0, RSTART + 1, RLENGTH - 1); sub(/ .*/, "", part)
        gsub(",", "", $1)
        if ($1 > cost[part]) cost[part] = $1
      }
      END {
        for (i = 1; i <= wanted; ++i) printf "%.1f ", cost[name[i]] / each[i]
        print ""
      }'
}

revision=$(git -C "$top" rev-parse --quiet --verify --short "$base^{commit}") || {
  printf 'step_cost: this clone has no commit %s; a shallow one has to be deepened\n' "$base" >&2
  exit 2
}
if [[ ! -x $work/$revision/step_cost ]]; then
  git -C "$top" worktree prune
  rm -rf "$work/base_tree"
  git -C "$top" worktree add -f --detach "$work/base_tree" "$revision" >/dev/null 2>&1
  build "$work/base_tree" "$revision"
  git -C "$top" worktree remove --force "$work/base_tree"
fi
build "$top" here
link "$top" here later_cost

status=0
for row in "${rows[@]}"; do
  case "$row" in
    hot) arguments=(2000 4 1000 1024 40) ;;
    large) arguments=(2000000 5 1000000 500000 40) ;;
    *) printf "step_cost: no row '%s'; hot or large\n" "$row" >&2; exit 2 ;;
  esac
  parts="place_decide:1 place_encode:1 cancel_decide:2 cancel_encode:2"
  before=$(count "$revision" step_cost "$parts" "${arguments[@]}")
  after=$(count here step_cost "$parts" "${arguments[@]}")
  awk -v row="$row" -v base="$base" -v a="$before" -v b="$after" -v most="$at_most" '
    BEGIN {
      split(a, x, " "); split(b, y, " ")
      split("place: decide,place: record,cancel: decide,cancel: record", name, ",")
      printf "%-6s %-16s %10s %10s %7s\n", row, "instructions", base, "here", "ratio"
      for (i = 1; i <= 4; ++i) printf "%-6s %-16s %10.1f %10.1f %7.3f\n", row, name[i], x[i], y[i], y[i] / x[i]
      for (i = 1; i <= 3; i += 2) {
        ratio = (y[i] + y[i + 1]) / (x[i] + x[i + 1])
        printf "%-6s %-16s %10.1f %10.1f %7.3f\n", row, (i == 1 ? "placing" : "cancelling"),
               x[i] + x[i + 1], y[i] + y[i + 1], ratio
        if (most != "" && ratio > most) bad = 1
      }
      exit bad
    }' || { status=1; echo "step_cost: a row costs more than $at_most of $base" >&2; }
  parts="pay_decide:1 pay_encode:1 ship_decide:1 ship_encode:1 end_few_lines:2 end_many_lines:3"
  later=$(count here later_cost "$parts" "${arguments[@]}")
  awk -v row="$row" -v costs="$later" -v ship_most="$ship_at_most" -v line_most="$line_at_most" '
    BEGIN {
      split(costs, c, " ")
      pay = c[1] + c[2]; ship = c[3] + c[4]
      printf "%-6s %-16s %10s %10s %7s\n", row, "instructions", "paying", "shipping", "ratio"
      printf "%-6s %-16s %10.1f %10.1f %7.3f\n", row, "decide", c[1], c[3], c[3] / c[1]
      printf "%-6s %-16s %10.1f %10.1f %7.3f\n", row, "record", c[2], c[4], c[4] / c[2]
      printf "%-6s %-16s %10.1f %10.1f %7.3f\n", row, "both", pay, ship, ship / pay
      printf "%-6s %-16s %10s %10s %7s\n", row, "instructions", "of 60", "of 600", "ratio"
      printf "%-6s %-16s %10.1f %10.1f %7.3f\n", row, "ending a line", c[5], c[6], c[6] / c[5]
      if (ship_most != "" && ship / pay > ship_most) {
        print "step_cost: shipping costs more than " ship_most " of paying" > "/dev/stderr"; bad = 1
      }
      if (line_most != "" && c[6] / c[5] > line_most) {
        print "step_cost: a line of many costs more than " line_most " of one of few" > "/dev/stderr"
        bad = 1
      }
      exit bad
    }' || status=1
done
exit $status
