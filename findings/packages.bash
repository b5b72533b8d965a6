# What every finding shares: its --help, a temporary folder that goes away with it, and packages of one
# version installed there. A finding sources this file first. Status 2: what it needs could not be installed.

case "${1:-}" in
  -h | --help)
    sed -n '2,/^set /p' "$0" | sed '/^set /d; s/^# \{0,1\}//'
    echo "usage: $(basename "$0") [--help]"
    echo "status: 0 still as described, 1 changed, 2 could not be installed"
    exit 0
    ;;
  ?*)
    echo "$(basename "$0") takes no arguments; see --help" >&2
    exit 64
    ;;
esac

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

cannot() {
  echo "could not be tried: $*" >&2
  exit 2
}

# python_with PACKAGE==VERSION...: afterwards `python` runs a script from stdin that imports them.
python_with() {
  command -v python3 >/dev/null || cannot "there is no python3"
  python3 -m venv "$place/venv" >"$place/log" 2>&1 || cannot "python3 -m venv failed: $(tail -n 1 "$place/log")"
  "$place/venv/bin/python" -m pip install --quiet "$@" >"$place/log" 2>&1 ||
    cannot "pip could not install $*: $(tail -n 1 "$place/log")"
}

python() {
  (cd "$place" && PYTHONWARNINGS=ignore "$place/venv/bin/python" - "$@")
}

# node_with PACKAGE@VERSION...: afterwards `node_script` runs a module from stdin that imports them.
node_with() {
  command -v npm >/dev/null || cannot "there is no npm"
  (cd "$place" && npm init -y && npm install --ignore-scripts --no-audit --no-fund "$@") >"$place/log" 2>&1 ||
    cannot "npm could not install $*: $(tail -n 1 "$place/log")"
}

node_script() {
  cat >"$place/script.mjs"
  (cd "$place" && node script.mjs "$@")
}

# go_with MODULE@VERSION...: afterwards `go_script` runs a main package from stdin that imports them.
go_with() {
  command -v go >/dev/null || cannot "there is no go"
  (cd "$place" && go mod init finding && go get "$@") >"$place/log" 2>&1 ||
    cannot "go could not get $*: $(tail -n 1 "$place/log")"
}

go_script() {
  cat >"$place/main.go"
  (cd "$place" && go run main.go "$@")
}
