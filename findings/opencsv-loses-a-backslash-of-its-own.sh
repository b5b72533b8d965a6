#!/usr/bin/env bash
# The CSVReader of opencsv reads C:\new\lot, which its CSVWriter wrote, as C:newlot, and makes one of two lines.
#
# Library: Maven com.opencsv:opencsv 5.12.0.
# Expected: the reader and the writer of one library, both without settings, agree: what was written is read again.
# Seen: the writer escapes a double quote by another one and leaves a backslash as it is; the reader takes a backslash for an escape
#   and drops it. C:\new\lot comes back as C:newlot, 4\2 Mill Lane as 42. A field that ends with a backslash takes what follows
#   into itself, up to the next such field: of four lines, two of them with "rack\" and "tray\", three are read, without an
#   error; if there is no second one it is an error. With RFC4180Parser all is read as it was written.
# Why it hurts: customers type backslashes in addresses ("4\2 Mill Lane") and descriptions: the flat number changes, and one line of an
#   order is swallowed by the one before, with its article and its quantity.
# What to do: CSVReaderBuilder with an RFC4180Parser for each file that CSVWriter or a spreadsheet wrote; count the lines.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
java_with com.opencsv:opencsv:5.12.0
java_script <<'JAVA'
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.CSVWriter;
import com.opencsv.RFC4180ParserBuilder;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;

public class Finding {
  static String shown(List<String[]> lines) {
    return lines.stream().map(line -> String.join(" | ", line).replace("\n", "\\n")).toList().toString();
  }

  public static void main(String[] arguments) throws Exception {
    var text = new StringWriter();
    try (var writer = new CSVWriter(text)) {
      writer.writeNext(new String[] {"C:\\new\\lot", "4\\2 Mill Lane"});
      writer.writeNext(new String[] {"rack\\", "1"});
      writer.writeNext(new String[] {"tray\\", "2"});
      writer.writeNext(new String[] {"crate", "5"});
    }
    String read = shown(new CSVReader(new StringReader(text.toString())).readAll());
    var parser = new RFC4180ParserBuilder().build();
    String right = shown(new CSVReaderBuilder(new StringReader(text.toString())).withCSVParser(parser).build().readAll());
    System.out.println("read:              " + read);
    System.out.println("with RFC4180Parser: " + right);
    if (read.equals("[C:newlot | 42 Mill Lane, rack\",1\\ntray\" | 2, crate | 5]")
        && right.equals("[C:\\new\\lot | 4\\2 Mill Lane, rack\\ | 1, tray\\ | 2, crate | 5]")) return;
    System.out.println("changed: the lines are read in another way");
    System.exit(1);
  }
}
JAVA
