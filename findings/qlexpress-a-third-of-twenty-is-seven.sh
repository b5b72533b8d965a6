#!/usr/bin/env bash
# In QLExpress a third of 20 euros is 7, of 20.00 it is 6.67; two billion plus two billion is negative, and "9" is above 10.
#
# Library: Maven com.alibaba:QLExpress 3.3.4.
# Expected: a quotient of BigDecimals does not depend on the zeros behind the point, or is an error as Java's own divide is; a sum
#   that leaves int is a long, as a sum of longs is; a text is no number.
# Seen: the quotient gets as many decimals as the dividend has, rounded half up: new BigDecimal("20") / 3 is 7, "20.00" / 3 is 6.67,
#   1.0 * price / 3 is 6.7. Sums and products of ints wrap: 2000000000 + 2000000000 is -294967296. A text is compared with a
#   number as text: "9" > 10 is true and "100" > 9 false, while "9" == 9 is false. new ExpressRunner(true, false) mends the
#   quotient (ten decimals) and the sum (a Long), not the texts.
# Why it hurts: a price that a database hands out as 20.00 and a JSON as 20 are split, discounted or taxed to different amounts; a
#   rule "total > 100000" in cents, over ints, lets the largest orders pass; a limit on a quantity that came as text is none.
# What to do: make runners with isPrecise true, set the scale of each amount before it goes in, and turn quantities into numbers.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
java_with com.alibaba:QLExpress:3.3.4
java_script 2>"$place/log" <<'JAVA' || { cat "$place/log"; exit 1; }
import com.ql.util.express.DefaultContext;
import com.ql.util.express.ExpressRunner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

public class Finding {
  static Object answer(boolean precise, String expression) throws Exception {
    var values = new DefaultContext<String, Object>();
    values.put("price", new BigDecimal("20"));
    values.put("same", new BigDecimal("20.00"));
    values.put("units", 2000000000);
    values.put("nine", "9");
    values.put("hundred", "100");
    return new ExpressRunner(precise, false).execute(expression, values, null, true, false);
  }

  public static void main(String[] arguments) throws Exception {
    var plain = new ArrayList<String>();
    var precise = new ArrayList<String>();
    for (var expression : List.of("price == same", "price / 3", "same / 3", "1.0 * price / 3", "units + units", "units * 2", "nine > 10",
        "hundred > 9", "nine == 9")) {
      plain.add(answer(false, expression).toString());
      precise.add(answer(true, expression).toString());
      System.out.println(expression + ": " + plain.get(plain.size() - 1) + ", precise: " + precise.get(precise.size() - 1));
    }
    var third = "6.6666666667";
    if (plain.equals(List.of("true", "7", "6.67", "6.7", "-294967296", "-294967296", "true", "false", "false"))
        && precise.equals(List.of("true", third, third, third, "4000000000", "4000000000", "true", "false", "false"))) return;
    System.out.println("changed: the expressions give other values");
    System.exit(1);
  }
}
JAVA
