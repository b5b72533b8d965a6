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

# rust_with 'CRATE = "=VERSION"'...: lines of Cargo.toml; afterwards `rust_script` runs a program from stdin that uses them.
rust_with() {
  command -v cargo >/dev/null || cannot "there is no cargo"
  (cd "$place" && cargo init --quiet --vcs none --name finding && printf '%s\n' "$@" >>Cargo.toml && cargo fetch --quiet) \
    >"$place/log" 2>&1 || cannot "cargo could not add $*: $(tail -n 1 "$place/log")"
}

rust_script() {
  cat >"$place/src/main.rs"
  (cd "$place" && CARGO_PROFILE_DEV_DEBUG=0 CARGO_INCREMENTAL=0 cargo run --quiet -- "$@")
}

# java_with GROUP:ARTIFACT:VERSION...: afterwards `java_script` runs the first class of a file from stdin that imports them.
java_with() {
  local spec group artifact version
  command -v java >/dev/null || cannot "there is no java"
  command -v mvn >/dev/null || cannot "there is no mvn"
  {
    echo '<project><modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId>'
    echo '<version>1</version><dependencies>'
    for spec in "$@"; do
      IFS=: read -r group artifact version <<<"$spec"
      echo "<dependency><groupId>$group</groupId><artifactId>$artifact</artifactId><version>$version</version></dependency>"
    done
    echo '</dependencies></project>'
  } >"$place/pom.xml"
  (cd "$place" && mvn --quiet --batch-mode -DoutputDirectory=lib \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies) >"$place/log" 2>&1 ||
    cannot "mvn could not get $*: $(grep -m 1 ERROR "$place/log")"
}

java_script() {
  cat >"$place/Finding.java"
  (cd "$place" && java -cp 'lib/*' Finding.java "$@")
}
