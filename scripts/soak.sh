#!/usr/bin/env bash
# Tests for as long as it is told, and prints what it did: random commands in the engine and the naive
# engine, processes killed under `sync` (half of them while they fork, are signalled, wait, look things
# up and read their events by name and from anywhere, their directory is renamed and their log is read
# and copied), libFuzzer on each decoder, README's commands on a Debian with nothing in it but git, and
# the real orders of docs/files.md from PyPI to a report, each of 1,469,307 lines accounted for.
# Ends with "N passed, N failed".
#
# usage: scripts/soak.sh SECONDS [SEED]
#   SECONDS  for all of it, building, the bare Debian (which needs root) and the real orders (which need
#            the network) not counted: 60 at least; the kills, never fewer than 200, take what they take
#   SEED     what random choices follow from (default: the time); it is printed
#
# example: scripts/soak.sh 3600
#
# A failure prints the command that repeats it. New inputs that the fuzzers find stay in
# build/fuzz/tests/fuzz/found, those that crash in build/soak. Needs: scripts/setup.sh.
set -euo pipefail

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; }
fail() { printf 'soak: %s\n' "$*" >&2; exit 1; }
case "${1:-}" in
  -h|--help) usage; exit 0 ;;
  '') usage >&2; fail "how many seconds?" ;;
esac
[[ $1 =~ ^[0-9]{1,7}$ ]] && ((10#$1 >= 60)) || fail "SECONDS must be a whole number from 60 on, not '$1'"
[[ ${2:-0} =~ ^[0-9]{1,18}$ ]] || fail "SEED must be a whole number, not '$2'"
seconds=$((10#$1))
seed=${2:-$(date +%s)}

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
mkdir -p build/soak

build() {
  cmake --preset "$1" >"build/$1-configure.log" 2>&1 || { cat "build/$1-configure.log" >&2; exit 1; }
  cmake --build "build/$1" --target "${@:2}" >"build/$1-build.log" 2>&1 || {
    cat "build/$1-build.log" >&2
    exit 1
  }
}
printf 'soak: building\n'
build release oracle_compare kill_test allot_program
build fuzz fuzz_targets

passed=0
failed=0
# run NAME COMMAND...: one job, its output in build/soak/NAME.log, its last line on the terminal.
run() {
  local name=$1 began=$SECONDS verdict=passed
  shift
  if (cd build/soak && "$@") >"build/soak/$name.log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    verdict=FAILED
    tail -n 40 "build/soak/$name.log"
    printf 'soak: that was: %s\n' "$*"
  fi
  printf 'soak: %-16s %s after %d s: %s\n' "$name" "$verdict" $((SECONDS - began)) \
    "$(grep -v '^[[:space:]]*$' "build/soak/$name.log" | tail -n 1 || true)"
}

printf 'soak: %d seconds, seed %d\n' "$seconds" "$seed"
started=$SECONDS

# A tenth of the time in kills at about four a second, but at least 200 of them.
kills=$((seconds * 4 / 10))
((kills >= 200)) || kills=200
run kills "$top/build/release/bin/kill_test" $((kills / 2)) "$seed"
run disturbed "$top/build/release/bin/kill_test" $((kills / 2)) "$seed" disturbed

# What is left: 60 % for the oracle, the rest evenly for the fuzz targets.
left=$((seconds - (SECONDS - started)))
((left >= 30)) || left=30
run oracle "$top/build/release/bin/oracle_compare" --seconds $((left * 6 / 10)) --seed "$seed"

mapfile -t targets < <(find build/fuzz/bin -maxdepth 1 -name '*_fuzz' -printf '%f\n' | sort)
((${#targets[@]})) || fail "no fuzz target was built in build/fuzz/bin"
share=$((left * 4 / 10 / ${#targets[@]}))
((share >= 1)) || share=1
for target in "${targets[@]}"; do
  subject=${target%_fuzz}
  folders=("$top/build/fuzz/tests/fuzz/found/$subject")
  mkdir -p "${folders[0]}"
  [[ ! -d tests/fuzz/corpus/$subject ]] || folders+=("$top/tests/fuzz/corpus/$subject")
  run "$target" "$top/build/fuzz/bin/$target" "-max_total_time=$share" \
    "-seed=$((seed % 4294967295 + 1))" -print_final_stats=1 "-artifact_prefix=$top/build/soak/$target-" \
    "${folders[@]}"
done

if ((EUID == 0)); then
  run bare_debian "$top/tests/packages/bare_debian.sh"
else
  printf 'soak: not root, so no bare Debian is made\n'
fi

# UCI Online Retail is not in the tree: where it is at hand it lies beside it.
run real_orders python3 "$top/tests/examples/real_orders.py" "$top" "$top/build/release" \
  --retail "$top/../shared/data/online_retail.csv.zst"

printf 'soak: %d seconds of tests; logs in build/soak\n' $((SECONDS - started))
printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
