#!/usr/bin/env bash
# Evaluates random rules of the profile, for two random orders each, with the compiled form, the evaluator that
# walks trees, and cel-go, plain and with constants folded, and compares what comes out. Ends with status 1 when
# there is a difference that is not known (cel_go/known.go), and says the seed and the rule then.
#
# usage: tests/cel/peers/compare_with_cel_go.sh [RULES] [SEED]
#   RULES  how many (default 100000: a minute and a half; 1000000: a quarter of an hour on two busy processors)
#   SEED   (default 1)
#
# example: tests/cel/peers/compare_with_cel_go.sh 1000000 7
#
# Needs build/release/bin/cel_print_random_rules, Go 1.23 or later, and for the first time the Go proxy.
set -euo pipefail

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; }
case "${1:-}" in
  -h|--help) usage; exit 0 ;;
esac
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
rules=${1:-100000}
seed=${2:-1}
print=$top/build/release/bin/cel_print_random_rules
[[ -x $print ]] || { echo "compare_with_cel_go: build cel_print_random_rules with the preset release first" >&2; exit 2; }

compare=$top/build/release/cel_go
(cd "$top/tests/cel/peers/cel_go" && go build -mod=readonly -o "$compare" .)
began=$SECONDS
"$print" "$rules" "$seed" | "$compare" || {
  printf 'again: %s %s %s\n' "tests/cel/peers/compare_with_cel_go.sh" "$rules" "$seed" >&2
  exit 1
}
printf 'seed %s, %d s\n' "$seed" $((SECONDS - began))
