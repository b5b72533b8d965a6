#!/usr/bin/env bash
# On a German machine Indriya reads the 1.5 kg that it wrote itself as 15 kg, and everywhere 1e3 g as 1 g.
#
# Library: Maven tech.units:indriya 2.2.4, the reference implementation of JSR 385 (units of measurement in Java).
# Expected: what toString of a quantity writes, Quantities.getQuantity reads back as the same quantity; a text that is no quantity
#   as a whole is an error.
# Seen: toString writes with a point wherever it runs; getQuantity reads by the locale of the Java machine. With German as its
#   language 1.5 kg comes back as 15 kg, 1.23456 kg as 123456 kg and 0.00005 kg as 0.0005 kg; with English "1,5 kg" is
#   15 kg. The number ends at the first character that does not fit and the rest of it is dropped: 1e3 g is 1 g
#   (1E3 g is 1000 g), and in English 1.234.567 kg is 1.234 kg. What stands after the unit is dropped too.
# Why it hurts: the weight decides the carrier and the freight. A service that stores weights as text is right on the developers'
#   machines and ten times too heavy on the warehouse's; a scale or a supplier that writes 1e3 makes a thousand into one.
# What to do: keep the number and the unit in two fields, read the number with BigDecimal and the unit with SimpleUnitFormat; or
#   make a NumberDelimiterQuantityFormat with the number format of a fixed locale, and refuse letters in the number before.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
java_with tech.units:indriya:2.2.4
java_script <<'JAVA'
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.units.indriya.quantity.Quantities;
import tech.units.indriya.unit.Units;

public class Finding {
  static List<String> read(String language, List<String> texts) throws Exception {
    var result = new ArrayList<String>();
    for (String text : texts) result.add(Quantities.getQuantity(text).toString());
    System.out.println(language + ": " + texts + " read as " + result);
    return result;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      // The format is made once, with the locale that the machine starts with: so one Java machine for each.
      for (String language : List.of("en", "de")) {
        var builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Duser.language=" + language,
                                         "-cp", "lib/*", "Finding.java", language);
        if (builder.inheritIO().start().waitFor() != 0) System.exit(1);
      }
      return;
    }
    String language = Locale.getDefault().getLanguage();
    var written = new ArrayList<String>();
    for (String weight : List.of("1.5", "1.23456", "0.00005")) {
      written.add(Quantities.getQuantity(Double.valueOf(weight), Units.KILOGRAM).toString());
    }
    var own = read(language, written);
    var others = read(language, List.of("1e3 g", "1E3 g", "1,5 kg", "1.234.567 kg", "12 kg net"));
    var expected = language.equals("de") ? List.of(List.of("15 kg", "123456 kg", "5.0E-4 kg"),
                                                   List.of("1 g", "1000 g", "1.5 kg", "1234567 kg", "12 kg"))
                                         : List.of(List.of("1.5 kg", "1.23456 kg", "5.0E-5 kg"),
                                                   List.of("1 g", "1000 g", "15 kg", "1.234 kg", "12 kg"));
    if (List.of(own, others).equals(expected)) return;
    System.out.println("changed: the weights are read in another way");
    System.exit(1);
  }
}
JAVA
