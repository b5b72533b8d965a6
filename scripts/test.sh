#!/usr/bin/env bash
# Runs every test, in steps, and ends with a table of the steps and "N passed, N failed".
#
# usage: scripts/test.sh [STEP]...
#   setup        install what is missing
#   release      gcc -O3: build everything, run every test
#   asan         clang 19 with AddressSanitizer and UBSan: every test but the stress tests, and each
#                fuzz target with libFuzzer for a second
#   tsan         ThreadSanitizer: the tests with threads (intake, events, driver, stress)
#   determinism  one log, one digest: gcc and clang, -O0 and -O3
#   python       pytest on the Python package (needs the release step's build)
#   growth       a new command and a new field of a line in a copy of the tree: how many files that
#                takes by hand, and that every surface has them (needs .venv)
#   cost         placing and cancelling an order take at most 0.95 of the instructions of 1cc5c49
# Without STEP, all of them in this order; a step that fails does not stop the others.
#
# example: scripts/test.sh release python
set -euo pipefail

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; }
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"

all_steps=(setup release asan tsan determinism python growth cost)
steps=()
for argument in "$@"; do
  case "$argument" in
    -h|--help) usage; exit 0 ;;
  esac
  [[ " ${all_steps[*]} " == *" $argument "* ]] || {
    usage >&2; printf "test: unknown step '%s'\n" "$argument" >&2; exit 1
  }
  steps+=("$argument")
done
((${#steps[@]})) || steps=("${all_steps[@]}")

export CTEST_PARALLEL_LEVEL=${CTEST_PARALLEL_LEVEL:-$(nproc)}
export UBSAN_OPTIONS=print_stacktrace=1

# A preset's build. All it says is in build/PRESET-build.log; here only what matters.
build() {
  local preset=$1 log=build/$1-build.log
  shift
  mkdir -p build
  if ! { cmake --preset "$preset" && cmake --build "build/$preset" "$@"; } >"$log" 2>&1; then
    # From the first failure on, or the end when configuring failed.
    { sed -n '/^FAILED/,$p' "$log"; grep -q '^FAILED' "$log" || tail -n 50 "$log"; } | head -n 150
    return 1
  fi
  printf 'built build/%s\n' "$preset"
}
# Without the lines about tests that passed.
run_tests() {
  ctest --test-dir "build/$1" --no-tests=error --output-on-failure "${@:2}" |
    { grep -vE '^ +Start +[0-9]+:|   Passed +[0-9.]+ sec$|^$' || true; }
}

step_setup() { scripts/setup.sh test; }

step_release() {
  build release
  run_tests release
}

step_asan() {
  build fuzz
  run_tests fuzz -LE '^stress$'
}

step_tsan() {
  build tsan --target threaded_tests
  run_tests tsan -L '^(intake|events|driver|stress)$'
}

step_determinism() { scripts/digest_matrix.sh; }

step_python() {
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation .
  .venv/bin/python -m pytest -q bindings/python/tests
}

step_growth() { python3 tests/growth/growth.py; }

step_cost() { bench/step_cost.sh --only hot --at-most 0.95 --keep build/step_cost; }

passed=0
failed=0
table=()
for step in "${steps[@]}"; do
  printf '\n==== %s\n' "$step"
  began=$SECONDS
  # In a subshell of its own, so that the first command that fails ends the step, not the script.
  set +e
  (set -euo pipefail; "step_$step")
  status=$?
  set -e
  if ((status == 0)); then
    verdict=passed
    passed=$((passed + 1))
  else
    verdict=FAILED
    failed=$((failed + 1))
  fi
  table+=("$(printf '%-12s %s %4d s' "$step" "$verdict" $((SECONDS - began)))")
done

printf '\n==== summary\n'
printf '%s\n' "${table[@]}"
printf 'all steps           %4d s\n' "$SECONDS"
printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
