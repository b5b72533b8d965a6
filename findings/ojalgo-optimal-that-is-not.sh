#!/usr/bin/env bash
# ojAlgo calls a plan optimal that costs three and a half times the cheapest one, and one infeasible that is not.
#
# Library: Maven org.ojalgo:ojalgo 57.1.0 (ExpressionsBasedModel with integer variables). Versions 55.2.0, 56.2.0 and
#   57.0.0 fail on other models of this size.
# Expected: its comments: a result in State.OPTIMAL is one than which there is no better; State.INFEASIBLE means that no
#   solution complies with all constraints.
# Seen: cost 12 x + 2 y, x + 7 y >= 8, 3 x + 5 y <= 13, both whole and from 0 to 4: y = 2 does it for 4, ojAlgo says
#   OPTIMAL 14. Three warehouses, each used or not, that cost 1, 7, 3 and hold 6, 8, 8, for a demand of 15: the last two
#   do it for 10, ojAlgo says INFEASIBLE. Of 24,000 random models of two or three variables 131 are answered wrongly.
# Why it hurts: it is the solver that Java has without native code, and these are the models of sourcing: which
#   warehouses, how many boxes. A plan that is dearer than it need be is booked as the best one; an order that could be
#   served is refused as one that cannot. Nothing in the result differs from a right one.
# What to do: try every combination where there are few (a dozen warehouses have 4,096) and keep the solver for the rest;
#   check each answer against a greedy plan, and never refuse an order for INFEASIBLE alone.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
java_with org.ojalgo:ojalgo:57.1.0
java_script <<'JAVA'
import java.util.Arrays;
import java.util.List;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

public class Finding {
  // Every row is coefficients, then the least and the most that they may come to.
  static Optimisation.Result solved(int most, int[] cost, int[][] rows) {
    var model = new ExpressionsBasedModel();
    var variables = new Variable[cost.length];
    for (int i = 0; i < cost.length; i++) {
      variables[i] = model.newVariable("x" + i).lower(0).upper(most).weight(cost[i]).integer(true);
    }
    for (int r = 0; r < rows.length; r++) {
      var row = model.newExpression("row" + r).lower(rows[r][cost.length]).upper(rows[r][cost.length + 1]);
      for (int i = 0; i < cost.length; i++) row.set(variables[i], rows[r][i]);
    }
    return model.minimise();
  }

  static int cheapest(int most, int[] cost, int[][] rows, int[] plan, int at) {
    if (at == cost.length) {
      int sum = 0;
      for (int i = 0; i < at; i++) sum += cost[i] * plan[i];
      for (int[] row : rows) {
        int value = 0;
        for (int i = 0; i < at; i++) value += row[i] * plan[i];
        if (value < row[at] || value > row[at + 1]) return Integer.MAX_VALUE;
      }
      return sum;
    }
    int best = Integer.MAX_VALUE;
    for (plan[at] = 0; plan[at] <= most; plan[at]++) best = Math.min(best, cheapest(most, cost, rows, plan, at + 1));
    return best;
  }

  static String tried(int most, int[] cost, int[][] rows) {
    var result = solved(most, cost, rows);
    int best = cheapest(most, cost, rows, new int[cost.length], 0);
    System.out.println("cost " + Arrays.toString(cost) + ", rows " + Arrays.deepToString(rows) + ": ojAlgo says " +
        result.getState() + " " + Math.round(result.getValue()) + ", the cheapest plan costs " + best);
    return result.getState().isFeasible() ? result.getState() + " " + Math.round(result.getValue()) + " for " + best
                                          : result.getState() + " for " + best;
  }

  public static void main(String[] arguments) {
    var seen = List.of(tried(4, new int[] {12, 2}, new int[][] {{1, 7, 8, 1000}, {3, 5, 0, 13}}),
                       tried(1, new int[] {1, 7, 3}, new int[][] {{6, 8, 8, 15, 1000}}));
    if (seen.equals(List.of("OPTIMAL 14 for 4", "INFEASIBLE for 10"))) return;
    System.out.println("changed: ojAlgo answers " + seen);
    System.exit(1);
  }
}
JAVA
