#!/usr/bin/env bash
# A Debian 12 with nothing in it but git: README's commands are run there, from a clone of this tree.
#
# usage: tests/packages/bare_debian.sh [DIRECTORY]
#   DIRECTORY  new, for the system; default: one among the temporary files, removed at the end
#
# Needs root and debootstrap (scripts/setup.sh). The system is fetched from where this one's packages
# come from; it takes 2 GB and some ten minutes.
set -euo pipefail

fail() { printf 'bare_debian: %s\n' "$*" >&2; exit 1; }
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
((EUID == 0)) || fail "needs root"
root=${1:-}
if [[ -z $root ]]; then
  root=$(mktemp -d "${TMPDIR:-/tmp}/allot_bare.XXXXXX")
  trap 'umount -l "$root/proc" "$root/dev" 2>/dev/null || true; rm -rf --one-file-system "$root"' EXIT
else
  trap 'umount -l "$root/proc" "$root/dev" 2>/dev/null || true' EXIT
fi

# The first source of Debian's own packages, in either of apt's two forms; either file may be absent.
mirror=$({ sed -n 's/^URIs: *\([^ ]*\).*/\1/p; s/^deb \(\[.*\] \)\?\([^ ]*debian\/\?\) .*/\2/p' \
  /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null || true; } | head -n 1)
[[ -n $mirror ]] || fail "this system's apt names no source"
if [[ ! -x $root/usr/bin/git ]]; then
  debootstrap --variant=minbase --include=git,ca-certificates bookworm "$root" "$mirror" >"$root.log" 2>&1 || {
    tail -n 20 "$root.log" >&2
    fail "debootstrap failed"
  }
fi
rm -f "$root.log"
# Names are resolved, and packages are fetched, as here.
cp /etc/resolv.conf /etc/hosts "$root/etc/"
cp /etc/apt/apt.conf.d/*proxy* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
cp -r /etc/ssl/certs/. "$root/etc/ssl/certs/"
mkdir -p "$root/proc" "$root/dev"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"

rm -rf "$root/srv/allot"
# All that README shows behind a prompt, but for what makes packages for others and what wants real
# orders, which are not in the tree, or somebody's own.
python3 "$top/tests/examples/readme_run.py" "$top" --root "$root" --without package.sh --without online_retail --without ORDERS
