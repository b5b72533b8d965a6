#!/usr/bin/env bash
# What one rule costs, here and in other libraries of rules: the 15 rules of a shop for the same random
# orders, each answer compared. cel-go and npm @bufbuild/cel have the rules as they are, lists as maps;
# PyPI zen-engine has them in its own language. Takes turns and prints the least processor time of each,
# since the machine does other things too. What is installed lies in build/rules_peers.
#
# usage: bench/rules_peers.sh [--turns N] [--orders N] [--seed N] [--at-least CEL_GO,OTHERS]
#   --turns N    how often each is timed (default 5)
#   --orders N   random orders (default 200)
#   --seed N     of the orders (default 1)
#   --at-least CEL_GO,OTHERS
#                end with status 1 when a rule costs cel-go less than so many of ours, or another
#
# example: bench/rules_peers.sh --at-least 20,100
set -euo pipefail

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; }
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
turns=5
orders=200
seed=1
at_least=
while (($#)); do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --turns) turns=${2:?"--turns needs a number"}; shift ;;
    --orders) orders=${2:?"--orders needs a number"}; shift ;;
    --seed) seed=${2:?"--seed needs a number"}; shift ;;
    --at-least) at_least=${2:?"--at-least needs two numbers"}; shift ;;
    *) usage >&2; printf "rules_peers: unknown argument '%s'\n" "$1" >&2; exit 2 ;;
  esac
  shift
done

work=$top/build/rules_peers
mkdir -p "$work"
(cd "$top/tests/cel/peers/cel_go" && go build -mod=readonly -o "$work/cel_go" ./timed)
[[ -d $work/node_modules/@bufbuild/cel ]] ||
  npm install --prefix "$work" --ignore-scripts --no-audit --no-fund --silent @bufbuild/cel@0.6.1
cp "$top/bench/rules_peers/bufbuild_cel.mjs" "$work"
[[ -x $work/venv/bin/python ]] || python3 -m venv "$work/venv"
"$work/venv/bin/python" -c 'import zen' 2>/dev/null ||
  "$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check zen-engine==2.1.3
g++ -std=c++20 -O3 -DNDEBUG -Wno-restrict -I"$top/include" -I"$top/src" -I"$top/tests" \
  "$top/bench/rules_peers/rules_cost.cpp" "$top"/tests/cel/{shop,peers/json_lines}.cpp "$top"/src/cel/*.cpp "$top"/src/types/letter_steps.cpp \
  -o "$work/rules_cost"

"$work/rules_cost" write "$orders" "$seed" >"$work/orders.jsonl"
printf '%s, load %s\n' "$(nproc) processors" "$(cut -d ' ' -f 1-3 /proc/loadavg)"
for ((turn = 0; turn < turns; turn++)); do
  "$work/rules_cost" time "$orders" "$seed"
  "$work/cel_go" "$work/orders.jsonl"
  node "$work/bufbuild_cel.mjs" "$work/orders.jsonl"
  "$work/venv/bin/python" "$top/bench/rules_peers/zen_engine.py" "$work/orders.jsonl"
done >"$work/times"
awk -v at_least="$at_least" -v orders="$orders" '
  !($1 in least) { name[++names] = $1; least[$1] = $2 }
  $2 < least[$1] { least[$1] = $2 }
  END {
    split(at_least, bar, ",")
    printf "%-18s %10s %7s   (%d orders, all answers the same)\n", "library", "ns a rule", "times", orders
    for (i = 1; i <= names; i++) {
      times = least[name[i]] / least["allot"]
      printf "%-18s %10.2f %7.1f\n", name[i], least[name[i]], times
      if (at_least == "" || name[i] == "allot") continue
      if (times < (name[i] == "cel-go" ? bar[1] : bar[2])) status = 1
    }
    exit status
  }' "$work/times"
