#!/usr/bin/env bash
# Moneta's FastMoney makes 92,233,720,368,547.76 of twice sixty trillion rupiah if the factor is 2.0, and an error if it is 2.
#
# Library: Maven org.javamoney.moneta:moneta-core 1.4.5.
# Expected: the comments of MonetaryAmount (JSR 354): multiply and divide throw ArithmeticException if the result exceeds the
#   numeric capabilities of the class. multiply(2), add and FastMoney.of do.
# Seen: multiply(double) and divide(double) round with Math.round, which stops at the largest long: multiply(2.0), divide(0.5)
#   and multiply(20.0) are all IDR 92233720368547.75807, multiply(-2.0) the smallest. divide(3) cuts and divide(3.0)
#   rounds: 20 euros by 3 are 6.66666 or 6.66667.
# Why it hurts: 92 trillion is much in euros, not in rial, dong or rupiah: a wholesaler's stock or a month's turnover in
#   rupiah reaches it, and two different sums are then the same plausible number. A control total of such sums agrees
#   with itself. Which overload runs depends on whether a rate is declared long, double or BigDecimal.
# What to do: factors as BigDecimal (which FastMoney takes up to five decimals, and checks), or Money; add the upper limit
#   of FastMoney to the checks of an amount's entrance.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
java_with org.javamoney.moneta:moneta-core:1.4.5
java_script <<'JAVA'
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.javamoney.moneta.FastMoney;

public class Finding {
  static String tried(String name, String amount, UnaryOperator<FastMoney> operation) {
    String result;
    try {
      result = operation.apply(FastMoney.of(new BigDecimal(amount), "IDR")).getNumber().toString();
    } catch (ArithmeticException error) {
      result = "an error";
    }
    System.out.println(amount + " " + name + ": " + result);
    return result;
  }

  public static void main(String[] arguments) {
    String sixty = "60000000000000", most = "92233720368547.75807";
    var seen = List.of(tried("multiply(2)", sixty, m -> m.multiply(2)), tried("multiply(2.0)", sixty, m -> m.multiply(2.0)),
                       tried("multiply(20.0)", sixty, m -> m.multiply(20.0)), tried("divide(0.5)", sixty, m -> m.divide(0.5)),
                       tried("multiply(BigDecimal 2)", sixty, m -> m.multiply(new BigDecimal(2))),
                       tried("add itself", sixty, m -> m.add(m)),
                       tried("divide(3)", "20", m -> m.divide(3)), tried("divide(3.0)", "20", m -> m.divide(3.0)));
    if (seen.equals(List.of("an error", most, most, most, "an error", "an error", "6.66666", "6.66667"))) return;
    System.out.println("changed: FastMoney computes otherwise: " + seen);
    System.exit(1);
  }
}
JAVA
