#!/usr/bin/env bash
# In Aviator an order without a total is below every limit, even below -10000, and the largest long plus one is negative.
#
# Libraries: Maven com.googlecode.aviator:aviator 5.4.3; for comparison com.ezylang:EvalEx 3.5.0.
# Expected: a comparison with a field that is not there, or whose name is misspelt, is an error, as it is in EvalEx; a sum or a
#   product that leaves 64 bits is an error or a big integer, a type that both languages have.
# Seen: an unknown name is nil, and nil is less than anything: total < 10000, total <= -10000 and totl < limit are true, total >= 0
#   is false, and min(total, 5) is nil. Only arithmetic on it is an error. 9223372036854775807 + 1 is -9223372036854775808, and
#   3037000500 squared is negative, whereas a literal above 2^63 is a big integer and adds up as one.
# Why it hurts: "total < 10000, so let it pass" lets every order pass whose total is missing or comes under another name, and a rule
#   with > never hits; nothing is logged. Sums of amounts in small units wrap round to below the limit.
# What to do: write total != nil && total < 10000 in each rule, compare the variables that the compiled expression names with the
#   fields that exist before it is taken in, and hand amounts over as BigDecimal.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
java_with com.googlecode.aviator:aviator:5.4.3 com.ezylang:EvalEx:3.5.0
java_script <<'JAVA'
import com.ezylang.evalex.Expression;
import com.googlecode.aviator.AviatorEvaluator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class Finding {
  static final Map<String, Object> ORDER = Map.of("limit", -5L);

  static String aviator(String rule) {
    try {
      return String.valueOf(AviatorEvaluator.execute(rule, new HashMap<>(ORDER)));
    } catch (RuntimeException error) {
      return "error";
    }
  }

  static String evalex(String rule) {
    try {
      return new Expression(rule).withValues(ORDER).evaluate().getStringValue();
    } catch (Exception error) {
      return "error";
    }
  }

  public static void main(String[] arguments) {
    var first = new ArrayList<String>();
    var second = new ArrayList<String>();
    for (var rule : List.of("total < 10000", "total <= -10000", "totl < limit", "total >= 0", "total + 1", "9223372036854775807 + 1",
        "3037000500 * 3037000500")) {
      first.add(aviator(rule));
      second.add(evalex(rule));
      System.out.println(rule + ": Aviator " + first.get(first.size() - 1) + ", EvalEx " + second.get(second.size() - 1));
    }
    System.out.println("min(total, 5) in Aviator: " + aviator("min(total, 5)"));
    if (first.equals(List.of("true", "true", "true", "false", "error", "-9223372036854775808", "-9223372036709301616"))
        && second.equals(List.of("error", "error", "error", "error", "error", "9223372036854775808", "9223372037000250000"))
        && aviator("min(total, 5)").equals("null")) return;
    System.out.println("changed: the rules answer " + first + " and " + second);
    System.exit(1);
  }
}
JAVA
