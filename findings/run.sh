#!/usr/bin/env bash
# Runs all findings, or those named, one after the other, and says how many are still as described.
#
# usage: findings/run.sh [--help] [NAME...]
#   NAME   a finding, with or without .sh; without any, all are run
#
# status: 0 all are still as described, 1 one has changed, 2 none has changed but one could not be installed
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

case "${1:-}" in
  -h | --help)
    sed -n '2,/^set /p' "$0" | sed '/^set /d; s/^# \{0,1\}//'
    exit 0
    ;;
esac

if [ $# -eq 0 ]; then
  for file in "$here"/*.sh; do
    [ "$(basename "$file")" = run.sh ] || set -- "$@" "$file"
  done
fi

still=0 changed=0 untried=0
for name in "$@"; do
  name=$(basename "$name" .sh)
  if [ ! -x "$here/$name.sh" ]; then
    echo "there is no finding $name; see $here/README.md" >&2
    exit 64
  fi
  echo "== $name"
  status=0
  "$here/$name.sh" || status=$?
  case $status in
    0) still=$((still + 1)) ;;
    2) untried=$((untried + 1)) ;;
    *) changed=$((changed + 1)) ;;
  esac
done

echo "$still still as described, $changed changed, $untried could not be installed"
[ "$changed" -eq 0 ] || exit 1
[ "$untried" -eq 0 ] || exit 2
