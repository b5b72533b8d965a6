#!/usr/bin/env bash
# In MVEL an order key plus 0 is another key, two billion plus two billion is negative, and article "007" is 7 but not '7'.
#
# Library: Maven org.mvel:mvel2 2.5.3.Final, the expression language of rule engines in Java.
# Expected: a long plus an int is exact, as in Java; a sum becomes a long where it must, since 2147483647 + 1 is 2147483648
#   here, unlike in Java; equality is the same whichever side a value comes from.
# Seen: a long and an int are computed as doubles: 9007199254740993 + 0 and * 1 are 9007199254740992, and % 10 is 2, not 3; a long
#   and a long are exact. With ints in variables, big + big wraps to -294967296; written as numbers it does not. article == 7 is
#   true for the text "007", article == '7' is not, article + 0 is 0070, and the number 010 is 8. Compiled it is all the same.
# Why it hurts: literals are ints unless one writes 0L, so a shard or a queue chosen by key % 10 is wrong for half of the large
#   keys; a limit on a sum of two quantities lets the largest orders pass, since their sum is negative.
# What to do: write L after each number that meets a key or a sum, or give MVEL longs and BigDecimals alone; compare articles
#   with article.equals('007').
set -euo pipefail
. "$(dirname "$0")/packages.bash"
java_with org.mvel:mvel2:2.5.3.Final
java_script <<'JAVA'
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mvel2.MVEL;

public class Finding {
  public static void main(String[] arguments) {
    Map<String, Object> order = new HashMap<>(Map.of("key", 9007199254740993L, "big", 2_000_000_000, "article", "007"));
    var expected = new LinkedHashMap<String, String>();
    expected.put("key + 0", "9007199254740992");
    expected.put("key * 1", "9007199254740992");
    expected.put("key % 10", "2");
    expected.put("key + 0L", "9007199254740993");
    expected.put("2147483647 + 1", "2147483648");
    expected.put("big + big", "-294967296");
    expected.put("big + big < 100", "true");
    expected.put("article == 7", "true");
    expected.put("article == '7'", "false");
    expected.put("article + 0", "0070");
    expected.put("010 + 0", "8");
    boolean same = true;
    for (var entry : expected.entrySet()) {
      String read = String.valueOf(MVEL.eval(entry.getKey(), new HashMap<>(order)));
      String compiled = String.valueOf(MVEL.executeExpression(MVEL.compileExpression(entry.getKey()), new HashMap<>(order)));
      System.out.println(entry.getKey() + ": " + read + (compiled.equals(read) ? "" : ", compiled " + compiled));
      same &= read.equals(entry.getValue()) && compiled.equals(read);
    }
    if (same) return;
    System.out.println("changed: MVEL computes in another way");
    System.exit(1);
  }
}
JAVA
