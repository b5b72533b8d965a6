import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The layouts of the C interface, read from the table that comes with the library
 * (share/allot/abi.txt). No offset stands in here.
 */
final class Abi {
  private record Member(long offset, long size, String type) {}

  private final Map<String, Long> numbers = new HashMap<>(); // of constants, and sizes of structs
  private final Map<String, Member> members = new HashMap<>(); // by STRUCT.MEMBER

  Abi(Path table) throws IOException {
    for (String line : Files.readAllLines(table)) {
      if (line.isEmpty() || line.startsWith("#")) continue;
      String[] words = line.split(" ", 4);
      if (words.length == 2) {
        numbers.put(words[0], Long.parseLong(words[1]));
      } else {
        members.put(words[0], new Member(Long.parseLong(words[1]), Long.parseLong(words[2]), words[3]));
      }
    }
  }

  /** The number of a constant. */
  int number(String constant) {
    return Math.toIntExact(found(numbers.get(constant), constant));
  }

  long size(String struct) {
    return found(numbers.get(struct), struct);
  }

  /** Where a member lies in a struct; a path goes through structs: "body.place.order_key.low". */
  long offset(String struct, String path) {
    Member member = members.get(struct + "." + path);
    if (member != null) return member.offset;
    // The longest part of the path that is a member; what follows is in the struct that it is of.
    for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      member = members.get(struct + "." + path.substring(0, dot));
      if (member != null) return member.offset + offset(member.type, path.substring(dot + 1));
    }
    throw new IllegalArgumentException("allot has no " + struct + "." + path);
  }

  private static long found(Long number, String name) {
    if (number == null) throw new IllegalArgumentException("allot has no " + name);
    return number;
  }
}
