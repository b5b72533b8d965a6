#!/usr/bin/env bash
# In Jayway's JsonPath the article '007' is equal to the number 7 and "5" to 5, though its page says that 1 is not equal to '1'.
#
# Library: Maven com.jayway.jsonpath:json-path 3.0.0.
# Expected: its page says of the operator ==: 1 is not equal to '1'. RFC 9535, 2.3.5.2.2: a number and a text are never equal.
# Seen: with ==, !=, in and nin a text is read as a number if the other side is one: [?(@.id == '007')] finds "007" and 7, but
#   '7' finds 7 and not "007"; [?(@.qty == 5)] finds "5". With < and > it is not: "5" is neither <= 5 nor >= 5, though it is
#   equal to 5, and a quoted literal compares texts only, as texts: the quantity "5" is >= '10', the number 5.0 is not.
# Why it hurts: a rule for one article also takes another of which it knows nothing, as soon as one system sends numbers and another
#   texts; and a line whose quantity is a text is below every limit and above none.
# What to do: make sure of the types before the rules run (a schema), or test with =~ and an anchored pattern.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
java_with com.jayway.jsonpath:json-path:3.0.0
java_script 2>/dev/null <<'JAVA'
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

public class Finding {
  public static void main(String[] arguments) {
    String lines = """
        [{"line": 1, "id": "007", "qty": 5}, {"line": 2, "id": 7, "qty": "5"}, {"line": 3, "id": "7", "qty": 5.0}]""";
    System.out.println(lines);
    var expected = new TreeMap<String, List<Integer>>(Map.of(
        "@.id == '007'", List.of(1, 2), "@.id == '7'", List.of(2, 3), "@.id in ['007']", List.of(1, 2), "@.id == 7", List.of(2, 3),
        "@.qty == 5", List.of(1, 2, 3), "@.qty <= 5", List.of(1, 3), "@.qty >= 5", List.of(1, 3), "@.qty >= '10'", List.of(2)));
    var seen = new TreeMap<String, List<Integer>>();
    for (String filter : expected.keySet()) {
      List<Integer> found = JsonPath.read(lines, "$[?(" + filter + ")].line");
      System.out.println(filter + ": lines " + found);
      seen.put(filter, List.copyOf(found));
    }
    if (seen.equals(expected)) return;
    System.out.println("changed: other lines are found");
    System.exit(1);
  }
}
JAVA
