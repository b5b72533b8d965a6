#!/usr/bin/env bash
# Two Go libraries find no difference between orders 9007199254740993 and 9007199254740992, and patch others with a third key.
#
# Libraries: Go github.com/mattbaird/jsonpatch v0.0.0-20240118010651-0ba75a80ca38, github.com/wI2L/jsondiff v0.7.1; for comparison
#   gomodules.xyz/jsonpatch/v2 v2.5.0, github.com/evanphx/json-patch/v5 v5.9.11.
# Expected: a patch by RFC 6902 or RFC 7386 that is made from a document and its successor turns the one into the other; the
#   comparisons, which keep numbers as they are written, do that.
# Seen: the two read numbers into float64. Keys that differ below the 53rd bit are the same to them: the patch is empty. A key
#   that does change is written as the nearest double: 12345678901234567890 becomes 12345678901234567000 in the patch.
#   jsondiff, whose Compare is told apart from CompareJSON by what it marshals, does so in both.
# Why it hurts: an audit log of patches says "nothing changed" of an order that points to another one now, and whoever replays
#   it gets keys that no order has. Keys of 64 bits (Snowflake, hashes, allot's own) are above 2^53 as a rule.
# What to do: make patches with gomodules.xyz/jsonpatch or evanphx/json-patch, or give jsondiff an UnmarshalFunc that uses
#   json.Number; apply each patch to the old document and compare before it is kept.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
go_with github.com/mattbaird/jsonpatch@v0.0.0-20240118010651-0ba75a80ca38 github.com/wI2L/jsondiff@v0.7.1 \
  gomodules.xyz/jsonpatch/v2@v2.5.0 github.com/evanphx/json-patch/v5@v5.9.11
go_script <<'GO'
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"

	evanphx "github.com/evanphx/json-patch/v5"
	"github.com/mattbaird/jsonpatch"
	"github.com/wI2L/jsondiff"
	gomodules "gomodules.xyz/jsonpatch/v2"
)

func text(patch any, err error) string {
	if err != nil {
		panic(err)
	}
	written, err := json.Marshal(patch)
	if err != nil {
		panic(err)
	}
	return string(written)
}

func numbers(content []byte, value any) error {
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.UseNumber()
	return decoder.Decode(value)
}

func main() {
	before := []byte(`{"order_key":9007199254740993}`)
	key := regexp.MustCompile(`\[\]|null|[0-9]+`)
	var seen []string
	for _, after := range []string{`{"order_key":9007199254740992}`, `{"order_key":12345678901234567890}`} {
		merge, err := evanphx.CreateMergePatch(before, []byte(after))
		answers := []string{text(jsonpatch.CreatePatch(before, []byte(after))), text(jsondiff.CompareJSON(before, []byte(after))),
			text(jsondiff.Compare(json.RawMessage(before), json.RawMessage(after))),
			text(jsondiff.CompareJSON(before, []byte(after), jsondiff.UnmarshalFunc(numbers))),
			text(gomodules.CreatePatch(before, []byte(after))), text(json.RawMessage(merge), err)}
		fmt.Println("to", after)
		for i, name := range []string{"mattbaird/jsonpatch", "jsondiff.CompareJSON", "jsondiff.Compare", "jsondiff with json.Number", "gomodules", "evanphx"} {
			fmt.Println("  "+name+":", answers[i])
			seen = append(seen, key.FindString(answers[i]))
		}
	}
	if strings.Join(seen, " ") != "[] null null 9007199254740992 9007199254740992 9007199254740992 "+
		"12345678901234567000 12345678901234567000 12345678901234567000 12345678901234567890 12345678901234567890 12345678901234567890" {
		fmt.Println("changed: the patches are others:", seen)
		os.Exit(1)
	}
}
GO
