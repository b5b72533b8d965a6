#!/usr/bin/env bash
# Counts the instructions that placing and cancelling a two-line order cost, in this tree and in an
# older one, and prints the ratios. Callgrind's counts do not depend on what else the machine does.
#
# usage: bench/step_cost.sh [--base REV] [--at-most RATIO] [--only hot|large] [--keep DIR]
#   --base REV       what to compare with (default 1cc5c49)
#   --at-most RATIO  end with status 1 when a row costs more than RATIO of the base
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
rows=(hot large)
keep=
while (($#)); do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --base) base=${2:?"--base needs a revision"}; shift ;;
    --at-most) at_most=${2:?"--at-most needs a ratio"}; shift ;;
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

# Builds the library of the tree $1 and the program with it, as $2.
build() {
  local tree=$1 name=$2
  cmake -S "$tree" -B "$work/$name" -G Ninja -DCMAKE_BUILD_TYPE=Release -DALLOT_TESTS=OFF \
    -DALLOT_BENCH=OFF -DALLOT_PROGRAM=OFF >/dev/null
  cmake --build "$work/$name" --target allot >/dev/null
  g++ -std=c++20 -O3 -DNDEBUG -fno-ipa-icf -I"$tree/include" -I"$tree/src" -I"$tree/bench" \
    "$top/bench/step_cost/step_cost.cpp" "$tree/bench/limit/workload.cpp" \
    "$work/$name/liballot.a" -lxxhash -lpthread -o "$work/$name/step_cost"
}

# Prints "place_decide place_encode cancel_decide cancel_encode", instructions for one command.
count() {
  local name=$1 out
  shift
  out=$work/$name/callgrind.out
  local counts
  counts=$(valgrind --quiet --tool=callgrind --instr-atstart=no --callgrind-out-file="$out" \
    "$work/$name/step_cost" "$@")
  callgrind_annotate --inclusive=yes --threshold=100 "$out" | awk -v counts="$counts" '
    BEGIN { split(counts, n, " ") }
    match($0, /:(place|cancel)_(decide|encode)( |$)/) {
      part = substr($0, RSTART + 1, RLENGTH - 1); sub(/ .*/, "", part)
      gsub(",", "", $1); cost[part] = $1
    }
    END {
      printf "%.1f %.1f %.1f %.1f\n", cost["place_decide"] / n[1], cost["place_encode"] / n[1],
             cost["cancel_decide"] / n[2], cost["cancel_encode"] / n[2]
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

status=0
for row in "${rows[@]}"; do
  case "$row" in
    hot) arguments=(2000 4 1000 1024 40) ;;
    large) arguments=(2000000 5 1000000 500000 40) ;;
    *) printf "step_cost: no row '%s'; hot or large\n" "$row" >&2; exit 2 ;;
  esac
  before=$(count "$revision" "${arguments[@]}")
  after=$(count here "${arguments[@]}")
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
    }' || status=1
done
((status == 0)) || echo "step_cost: a row costs more than $at_most of $base" >&2
exit $status
