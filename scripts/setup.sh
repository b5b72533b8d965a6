#!/usr/bin/env bash
# Installs what building and testing allot needs, and says what it does. Safe to run again: what is
# there already is left alone, and nothing is asked from the network then.
#
# usage: scripts/setup.sh [build|test|hosts]
#   build  only what a build of the library, the program and the Python package needs
#   test   that, the test tools, a Python environment in .venv, and the public conformance suite of CEL
#          (default)
#   hosts  that, and what the host programs of examples/hosts need, but for a JDK from 22 on and, for the
#          step cel_go, a Go from 1.23 on, which Debian 12 does not have
#
# example: scripts/setup.sh build
#
# Debian packages come from scripts/packages.txt, Python packages from scripts/requirements.txt, those of
# Node from tests/cel/conformance/package-lock.json and examples/hosts/node/package-lock.json.
# Needs Debian 12 and, when a package is missing, root or sudo.
set -euo pipefail

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; }
say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
purpose=test
case "${1:-test}" in
  -h|--help) usage; exit 0 ;;
  build|test|hosts) purpose=${1:-test} ;;
  *) usage >&2; fail "unknown argument '$1'; expected build, test or hosts" ;;
esac

install_packages() {
  local missing=() package kind command
  local -A kinds=([build]='build' [test]='build test' [hosts]='build test hosts')
  while read -r kind package command; do
    [[ -z $kind || $kind == \#* ]] && continue
    [[ " ${kinds[$purpose]} " == *" $kind "* ]] || continue
    [[ -n $command ]] && command -v "$command" >/dev/null && continue
    if [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
      missing+=("$package")
    fi
  done < "$top/scripts/packages.txt"
  if ((${#missing[@]} == 0)); then
    say "all Debian packages are there"
    return
  fi
  local as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || fail "not root and no sudo; install by hand: ${missing[*]}"
    as_root=(sudo)
  fi
  say "installing ${missing[*]}"
  local install=(apt-get install -y -q --no-install-recommends "${missing[@]}")
  export DEBIAN_FRONTEND=noninteractive
  # The package lists may be old or absent; they are fetched only if the first try says so.
  if ! "${as_root[@]}" "${install[@]}" >/dev/null 2>&1; then
    say "fetching the package lists"
    "${as_root[@]}" apt-get update -q >/dev/null
    "${as_root[@]}" "${install[@]}" >/dev/null
  fi
}

# Any Python from 3.9 on that can make an environment with pip in it.
make_environment() {
  local python
  for python in python3 /usr/bin/python3; do
    command -v "$python" >/dev/null || continue
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 9))' || continue
    rm -rf "$top/.venv"
    if "$python" -m venv "$top/.venv" >/dev/null 2>&1; then
      say "made .venv with $("$top/.venv/bin/python" --version)"
      return
    fi
  done
  fail "no Python from 3.9 on can make a virtual environment; is python3-venv installed?"
}

install_python_packages() {
  local stamp=$top/.venv/requirements.txt
  if [[ -x $top/.venv/bin/python ]] && "$top/.venv/bin/python" -m pip --version >/dev/null 2>&1; then
    if cmp -s "$top/scripts/requirements.txt" "$stamp"; then
      say "the Python environment in .venv is there"
      return
    fi
  else
    make_environment
  fi
  say "installing the Python packages of scripts/requirements.txt into .venv"
  "$top/.venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    -r "$top/scripts/requirements.txt"
  cp "$top/scripts/requirements.txt" "$stamp"
}

# install_node_packages FOLDER: what its package-lock.json names. Without scripts of the packages: koffi comes
# with its library built.
install_node_packages() {
  local folder=$top/$1
  if cmp -s "$folder/package-lock.json" "$folder/node_modules/package-lock.json"; then
    say "the Node packages of $1 are there"
    return
  fi
  say "installing the Node packages of $1"
  npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --silent
  cp "$folder/package-lock.json" "$folder/node_modules/package-lock.json"
}

install_packages
[[ $purpose == build ]] || install_python_packages
[[ $purpose == build ]] || install_node_packages tests/cel/conformance
[[ $purpose != hosts ]] || install_node_packages examples/hosts/node
