#!/usr/bin/env bash
# @jclem/logfmt2 writes a 19" rack so that go-logfmt stops at the line, and reads two lines that Go wrote as "firstnsecond".
#
# Libraries: npm @jclem/logfmt2 2.4.3, logfmt 1.4.0; Go github.com/go-logfmt/logfmt v0.6.1, log/slog of the Go that is installed.
# Expected: the grammar of logfmt that kr/logfmt gives and go-logfmt follows: a value outside of quotes has no quotation mark, and
#   a backslash there is itself; within quotes escapes are those of JSON. A key alone is a key without a value.
# Seen: without a blank in it, @jclem/logfmt2 escapes a value but puts no quotes around it: go-logfmt ends with "unexpected",
#   and reads a backslash as two. Both of Node read \n within quotes as the letter n and \u00a0 as u00a0, which slog and
#   go-logfmt write. @jclem/logfmt2 takes the next key for the value of a key alone, and that one's value for a key.
# Why it hurts: orders are followed through services by their log. A line with an inch mark, a path or JSON in it ends the reading
#   of the file or leaves the line out, so the order seems never to have been taken; texts of errors arrive changed.
# What to do: quote each value that has a quotation mark or a backslash, or log JSON where both languages meet; read with the
#   library of the language that wrote.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with @jclem/logfmt2@2.4.3 logfmt@1.4.0
go_with github.com/go-logfmt/logfmt@v0.6.1
cat >"$place/write.mjs" <<'JS'
import { encode } from '@jclem/logfmt2'

for (const article of ['19" rack', '19"-rack', 'a\\b']) console.log(encode({ article, quantity: 5 }))
JS
(cd "$place" && node write.mjs >node.log)
go_script <<'GO' || exit 1
package main

import (
	"bufio"
	"fmt"
	"log/slog"
	"os"
	"strings"

	"github.com/go-logfmt/logfmt"
)

func main() {
	file, err := os.Open("node.log")
	if err != nil {
		panic(err)
	}
	var seen []string
	for lines := bufio.NewScanner(file); lines.Scan(); {
		reader := logfmt.NewDecoder(strings.NewReader(lines.Text()))
		found := ""
		for reader.ScanRecord() {
			for reader.ScanKeyval() {
				found += string(reader.Key()) + ": " + string(reader.Value()) + "; "
			}
		}
		if reader.Err() != nil {
			found = "error"
			fmt.Println(lines.Text(), "->", reader.Err())
		} else {
			fmt.Println(lines.Text(), "->", found)
		}
		seen = append(seen, found)
	}
	if strings.Join(seen, "|") != `article: 19" rack; quantity: 5; |error|article: a\\b; quantity: 5; ` {
		fmt.Println("changed: go-logfmt reads otherwise")
		os.Exit(1)
	}
	out, err := os.Create("go.log")
	if err != nil {
		panic(err)
	}
	without := func(groups []string, a slog.Attr) slog.Attr {
		if a.Key == "error" {
			return a
		}
		return slog.Attr{}
	}
	slog.New(slog.NewTextHandler(out, &slog.HandlerOptions{ReplaceAttr: without})).Info("", "error", "first\nsecond\u00a0part")
	if err := logfmt.NewEncoder(out).EncodeKeyvals("error", "first\nsecond part"); err != nil {
		panic(err)
	}
}
GO
node_script <<'JS'
import { readFileSync } from 'node:fs'
import { decode } from '@jclem/logfmt2'
import logfmt from 'logfmt'

const [slog, goLogfmt] = readFileSync('go.log', 'utf8').split('\n')
const seen = [slog, goLogfmt].flatMap((line) => [decode, logfmt.parse].map((read) => read(line).error))
console.log(slog, '->', seen[0], '|', seen[1])
console.log(goLogfmt, '->', seen[2], '|', seen[3])
const alone = [decode, logfmt.parse].map((read) => JSON.stringify(read('express quantity=5 article=A-1')))
console.log('express quantity=5 article=A-1 ->', alone.join(' | '))
if (seen.join() === 'firstnsecondu00a0part,firstnsecondu00a0part,firstnsecond part,firstnsecond part' &&
    !alone[0].includes('"quantity":"5"') && alone[1] === '{"express":true,"quantity":"5","article":"A-1"}') process.exit(0)
console.log('changed: the two of Node read otherwise')
process.exit(1)
JS
