#!/usr/bin/env bash
# Runs every test, in steps, and ends with a table of the steps and "N passed, N failed".
#
# usage: scripts/test.sh [STEP]...
#   setup        install what is missing
#   release      gcc -O3: build everything, run every test
#   asan         clang 19 with AddressSanitizer and UBSan: every test but the stress tests and those
#                that read sources only, and each fuzz target with libFuzzer for a second
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

step_setup() { scripts/setup.sh test; }

step_release() {
  build release
  run_tests release
}

step_asan() {
  build fuzz
  run_tests fuzz -LE '^(stress|tidy)$'
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
