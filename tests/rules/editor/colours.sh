#!/usr/bin/env bash
# Colours the rule files of the examples by docs/editors with the engine that editors use for such
# grammars, and looks at each word's colour. What is installed lies in build/editor.
#
# usage: tests/rules/editor/colours.sh
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
work=$top/build/editor
mkdir -p "$work"
[[ -d $work/node_modules/vscode-oniguruma && -d $work/node_modules/vscode-textmate ]] ||
  npm install --prefix "$work" --ignore-scripts --no-audit --no-fund --silent \
    vscode-textmate@9.3.2 vscode-oniguruma@2.0.1
cp "$top/tests/rules/editor/tokens.mjs" "$work"
shopt -s nullglob
node "$work/tokens.mjs" "$top/docs/editors/allot-rules/syntaxes" \
  "$top"/examples/rules/*.{rules,cases} "$top"/tests/rules/editor/*.rules
