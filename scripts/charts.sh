#!/usr/bin/env bash
# Fetches the chart library of the report from npm, in the version that is pinned here, and compares it
# byte by byte with what lies in src/report/vendor. Nothing else of the project asks npm for it: a build
# takes the file that is committed.
#
# usage: scripts/charts.sh [--take]
#   --take  lay the fetched files down instead, after the version was changed here
#
# Needs npm and a network.
set -euo pipefail

version=6.1.0
package_sha512=ab4c9a14f8200bd15476c587e1b95abd15859b176b22875b92828d02326e74023a080f6034fc47b55d917193447a9655964e32bc16243a46e4e87215a48c8764

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; }
take=false
case "${1:-}" in
  '') ;;
  --take) take=true ;;
  -h|--help) usage; exit 0 ;;
  *) usage >&2; exit 2 ;;
esac
vendor=$(cd "$(dirname "${BASH_SOURCE[0]}")/../src/report/vendor" && pwd)
fetched=$(mktemp -d)
trap 'rm -rf "$fetched"' EXIT
(cd "$fetched" && npm pack --silent "echarts@$version" >/dev/null)
archive=$fetched/echarts-$version.tgz
found=$(sha512sum "$archive" | cut -d' ' -f1)
if [[ $take == false && $found != "$package_sha512" ]]; then
  printf 'charts: echarts %s is another package now: sha512 %s\n' "$version" "$found" >&2
  exit 1
fi
tar -xzf "$archive" -C "$fetched"
status=0
for file in dist/echarts.common.min.js LICENSE NOTICE licenses/LICENSE-d3; do
  if [[ $take == true ]]; then
    cp "$fetched/package/$file" "$vendor"
  elif ! cmp "$fetched/package/$file" "$vendor/$(basename "$file")"; then
    status=1
  fi
done
if [[ $take == true ]]; then
  printf 'charts: echarts %s taken; its sha512, to be written down here: %s\n' "$version" "$found"
elif ((status == 0)); then
  printf 'charts: src/report/vendor is echarts %s, byte by byte\n' "$version"
fi
exit $status
