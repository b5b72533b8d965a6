#!/usr/bin/env bash
# What takes other builds than the tests do: README as a stranger runs it, the growth experiment through
# every language of hosts, the cost of an order beside an older tree, hosts of Python and C under
# sanitizers, hosts that are killed. Ends with a table of the steps and "N passed, N failed".
#
# usage: scripts/test_hosts.sh [STEP]...
#   setup        install what is missing
#   readme       README's commands, as they stand, from a fresh clone: setup, build, install, and the C++,
#                C and Python programs; where the system lets us, not as root
#   growth       a command and a field of a line are added to a copy of the tree, which is built and
#                asked through C++, JSON, C, Python and the log; few files must have been edited
#   cost         placing and cancelling an order take at most 0.9687 of the instructions of 1cc5c49,
#                shipping it 1.5 of paying it, and a line of many no more than one of few; deciding
#                by a table of 4,000 rows takes at most 5 times one of 40, and an order that ten rules
#                judge twice what a plain one takes
#   python_asan  AddressSanitizer and UBSan: every test of the Python package, its memory watched too
#   close_tsan   ThreadSanitizer: C's and Python's threads in all calls while engines are stopped and
#                closed, and while the process or the interpreter ends
#   report       the page of `allot simulate --report` in a headless Chromium: two widths, light and dark,
#                English and Chinese; what it shows, how it is read, and its numbers against --json
#   cel_go       100,000 random rules, each for two random orders, have the results of cel-go; tests/cel/peers/
#                compare_with_cel_go.sh 1000000 compares more
#   editor       rule files are coloured by docs/editors with the engine that editors have
#   kills        host programs in six languages, each killed fifty times at random
# Without STEP, all of these in this order; a step that fails does not stop the others. Only by name:
#   packages     wheel, tarball and .deb are made, installed in places of their own, and used
#   real_orders  docs/files.md: The Complete Journey from PyPI to a report, each of its 1,469,307 lines
#                accounted for; UCI Online Retail where it is at hand
#
# example: scripts/test_hosts.sh growth
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
. scripts/steps.bash
all_steps=(setup readme growth cost python_asan close_tsan report cel_go editor kills)

step_setup() { scripts/setup.sh hosts; }

step_growth() { python3 tests/growth/growth.py; }

# The packages have a step of their own, and the real orders are not in the tree.
step_readme() { python3 tests/examples/readme_run.py . --without package.sh --without online_retail --without ORDERS; }

step_packages() {
  scripts/package.sh
  python3 tests/packages/packages_test.py .
}

step_real_orders() {
  build release --target allot_program
  python3 tests/examples/real_orders.py . build/release --retail ../shared/data/online_retail.csv.zst
}

step_cost() {
  bench/step_cost.sh --only hot --at-most 0.9687 --ship-at-most 1.5 --line-at-most 1.1 \
    --keep build/step_cost
  build release --target allot_rules
  bench/table_cost.sh --at-most 5
  bench/rules_step.sh --at-most 2
}

# with_package PRESET [TARGET]...: builds the Python package and the targets with a preset, and lays the
# package into build/PRESET/python.
with_package() {
  local preset=$1 python=build/$1/python
  shift
  local configure=(-DALLOT_PYTHON=ON "-DPython_EXECUTABLE=$top/.venv/bin/python")
  build "$preset" --target _native "$@"
  rm -rf "$python"
  cmake --install "build/$preset" --component python --prefix "$python" >/dev/null
  cp bindings/python/allot/*.py* "$python/allot"
}

# under SANITIZER PRESET COMMAND...: runs a command of Python with the package that with_package made. The
# interpreter is not built with the sanitizer, so its run-time library goes before, and the library
# that throws right behind it.
under() {
  local sanitizer=$1 preset=$2
  shift 2
  nm -D "build/$preset/python/allot/_native.abi3.so" | grep "__${sanitizer}_init" >/dev/null ||
    { printf 'the package of build/%s is not built with %s\n' "$preset" "$sanitizer"; return 1; }
  env LD_PRELOAD="$(gcc -print-file-name=lib$sanitizer.so) $(gcc -print-file-name=libstdc++.so)" \
    PYTHONPATH="$top/build/$preset/python" PYTHONDONTWRITEBYTECODE=1 \
    ALLOT_BIN="$top/build/release/bin" "$@"
}

step_python_asan() {
  build release --target allot_program table_digest_cpp example_place_order  # to compare with
  with_package asan
  # Python's own objects come from malloc, so that one of ours that is gone too early is found. What an
  # interpreter leaves behind at its end is no leak of ours. What an installed package says of itself
  # is not there, since this one is only laid out.
  PYTHONMALLOC=malloc ASAN_OPTIONS=detect_leaks=0 \
    under asan asan .venv/bin/python -m pytest -q bindings/python/tests \
    --deselect bindings/python/tests/test_interface.py::test_the_package_is_typed_and_whole
}

step_close_tsan() {
  with_package tsan close_race c_api_test
  build/tsan/bin/close_race
  build/tsan/bin/c_api_test --gtest_brief=1 --gtest_filter='Handles.*'
  # Its run-time library cannot start threads in a child of a process that has some.
  under tsan tsan .venv/bin/python -m pytest -q bindings/python/tests/test_process.py \
    --deselect bindings/python/tests/test_process.py::test_a_child_opens_an_engine_of_its_own
}

# selenium is Debian's, as are the browser and its driver: they fit each other.
step_report() {
  build release --target allot_program
  /usr/bin/python3 tests/report/browser_test.py build/release/bin/allot
}

step_cel_go() {
  build release --target cel_print_random_rules
  tests/cel/peers/compare_with_cel_go.sh 100000 "${ALLOT_CEL_SEED:-1}"
}

step_editor() { tests/rules/editor/colours.sh; }

step_kills() {
  with_package release killed_hosts
  python3 tests/hosts/kill_hosts.py --build build/release
}

run_steps "$@"
