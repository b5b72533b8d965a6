# Steps of tests, run one after the other, and builds: what scripts/test.sh and scripts/test_hosts.sh share.
# To be sourced by a script that has set `top`, `all_steps` and, for each step, a function step_NAME, also
# for those that run only by name; then: run_steps "$@".

export CTEST_PARALLEL_LEVEL=${CTEST_PARALLEL_LEVEL:-$(nproc)}
export UBSAN_OPTIONS=print_stacktrace=1

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; }

# build PRESET [ARGUMENT]...: configured with what `configure` holds, then built with the arguments. All it
# says is in build/PRESET-build.log; here only what matters.
configure=()
build() {
  local preset=$1 log=build/$1-build.log
  shift
  mkdir -p build
  if ! { cmake --preset "$preset" "${configure[@]}" && cmake --build "build/$preset" "$@"; } >"$log" 2>&1; then
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

# run_steps [STEP]...: without STEP all of them, in their order; a step that fails does not stop the
# others. Ends with a table and "N passed, N failed".
run_steps() {
  local steps=() table=() passed=0 failed=0 argument step began status verdict
  for argument in "$@"; do
    case "$argument" in
      -h|--help) usage; exit 0 ;;
    esac
    declare -F "step_$argument" >/dev/null || {
      usage >&2; printf "%s: unknown step '%s'\n" "$(basename "$0" .sh)" "$argument" >&2; exit 1
    }
    steps+=("$argument")
  done
  ((${#steps[@]})) || steps=("${all_steps[@]}")
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
}
