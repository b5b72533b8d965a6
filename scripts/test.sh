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
# Without STEP, all of them in this order; a step that fails does not stop the others.
#
# example: scripts/test.sh release python
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
. scripts/steps.bash
all_steps=(setup release asan tsan determinism python)

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

run_steps "$@"
