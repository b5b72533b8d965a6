#!/usr/bin/env bash
# unique_by(.order_key) of jackson-jq drops one of two orders whose keys differ by one, and select finds both.
#
# Libraries: Maven net.thisptr:jackson-jq 1.6.0; for comparison PyPI jq 1.13.0 (jq 1.8); Go github.com/itchyny/gojq v0.12.20.
# Expected: 9007199254740993 and 9007199254740992 are two keys. jackson-jq reads and adds them as whole numbers.
# Seen: it compares them as doubles, so they are equal: unique_by keeps one order, group_by makes one group, select(.order_key ==
#   9007199254740992) gives two and sort leaves them as they came. gojq has them apart everywhere. jq has them apart when it
#   compares, and loses the last digit when it hands the number out.
# Why it hurts: events as JSON lines go through jq on the desk and through jackson-jq in the Java service; the filter that takes
#   repeated deliveries away takes an order away with them, in one of the two only.
# What to do: write keys as strings before such a filter ((.order_key | tostring) is exact in all three), or compare in Java.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
java_with net.thisptr:jackson-jq:1.6.0
python_with jq==1.13.0
go_with github.com/itchyny/gojq@v0.12.20
cat >"$place/filters" <<'JQ'
unique_by(.order_key) | length
group_by(.order_key) | length
map(select(.order_key == 9007199254740992)) | length
[.[].order_key - 9007199254740000]
unique_by(.order_key | tostring) | length
JQ
echo '[{"order_key":9007199254740993},{"order_key":9007199254740992}]' >"$place/orders.json"
java_script <<'JAVA' || exit 1
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;

public class Finding {
  public static void main(String[] arguments) throws Exception {
    var orders = new ObjectMapper().readTree(Path.of("orders.json").toFile());
    var root = Scope.newEmptyScope();
    BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_7, root);
    var seen = new ArrayList<String>();
    for (var filter : Files.readAllLines(Path.of("filters"))) {
      JsonQuery.compile(filter, Versions.JQ_1_7).apply(Scope.newChildScope(root), orders, answer -> seen.add(answer.toString()));
      System.out.println("jackson-jq, " + filter + ": " + seen.get(seen.size() - 1));
    }
    if (seen.equals(List.of("1", "1", "2", "[993,992]", "2"))) return;
    System.out.println("changed: the filters give " + seen);
    System.exit(1);
  }
}
JAVA
python <<'PY' || exit 1
import sys

import jq

orders = open("orders.json").read()
seen = [jq.compile(line).input_text(orders).text() for line in open("filters")]
print("jq:", seen)
if seen != ["2", "2", "1", "[992, 992]", "2"]:
    print("changed: jq gives other answers")
    sys.exit(1)
PY
go_script <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/itchyny/gojq"
)

func main() {
	content, err := os.ReadFile("orders.json")
	if err != nil {
		panic(err)
	}
	decoder := json.NewDecoder(strings.NewReader(string(content)))
	decoder.UseNumber()
	var orders any
	if err := decoder.Decode(&orders); err != nil {
		panic(err)
	}
	filters, err := os.ReadFile("filters")
	if err != nil {
		panic(err)
	}
	var seen []string
	for _, filter := range strings.Split(strings.TrimSpace(string(filters)), "\n") {
		query, err := gojq.Parse(filter)
		if err != nil {
			panic(err)
		}
		answer, _ := query.Run(orders).Next()
		text, err := gojq.Marshal(answer)
		if err != nil {
			panic(err)
		}
		seen = append(seen, string(text))
	}
	fmt.Println("gojq:", seen)
	if strings.Join(seen, " ") != "2 2 1 [993,992] 2" {
		fmt.Println("changed: gojq gives other answers")
		os.Exit(1)
	}
}
GO
