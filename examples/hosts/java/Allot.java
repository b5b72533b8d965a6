import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A thin layer over the C interface with java.lang.foreign (JDK 22 or later): what the shop beside it
 * needs, and a pattern for the rest. The C header says what each call does.
 *
 * <p>Set ALLOT_PREFIX to where allot is installed, or ALLOT_LIBRARY and ALLOT_ABI by themselves.
 */
final class Allot {
  private Allot() {}

  /** The environment's or the caller's fault; what the business refuses is an answer. */
  static final class Failure extends RuntimeException {
    Failure(String message) {
      super(message);
    }
  }

  private static String setting(String name, String below) {
    String prefix = System.getenv().getOrDefault("ALLOT_PREFIX", "/usr/local");
    return System.getenv().getOrDefault(name, prefix + below);
  }

  static final Abi ABI;
  private static final SymbolLookup LIBRARY;

  static {
    try {
      ABI = new Abi(Path.of(setting("ALLOT_ABI", "/share/allot/abi.txt")));
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
    LIBRARY =
        SymbolLookup.libraryLookup(
            Path.of(setting("ALLOT_LIBRARY", "/lib/liballot_c.so.0")), Arena.global());
  }

  // ---- The functions, by the types of the C header ------------------------------------------------

  private static MethodHandle function(MemoryLayout result, String name, MemoryLayout... arguments) {
    FunctionDescriptor type =
        result == null
            ? FunctionDescriptor.ofVoid(arguments)
            : FunctionDescriptor.of(result, arguments);
    return Linker.nativeLinker().downcallHandle(LIBRARY.find(name).orElseThrow(), type);
  }

  private static MethodHandle call(String name, MemoryLayout... arguments) {
    return function(JAVA_INT, name, arguments);
  }

  private static final MethodHandle ABI_VERSION = call("allot_abi_version");
  private static final MethodHandle STATUS_NAME = function(ADDRESS, "allot_status_name", JAVA_INT);
  private static final MethodHandle REASON_NAME = function(ADDRESS, "allot_reason_name", JAVA_SHORT);
  private static final MethodHandle ERROR_MESSAGE =
      function(ADDRESS, "allot_error_message", ADDRESS);
  private static final MethodHandle ERROR_DESTROY = function(null, "allot_error_destroy", ADDRESS);
  private static final MethodHandle COMMAND_INIT =
      function(null, "allot_command_init", ADDRESS, JAVA_INT);
  private static final MethodHandle OPTIONS_INIT =
      call("allot_engine_options_init", ADDRESS, JAVA_LONG);
  private static final MethodHandle ENGINE_OPEN =
      call("allot_engine_open", ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle ENGINE_STOP = call("allot_engine_stop", ADDRESS, ADDRESS);
  private static final MethodHandle ENGINE_CLOSE = call("allot_engine_close", ADDRESS, ADDRESS);
  private static final MethodHandle PRODUCER_OPEN =
      call("allot_producer_open", ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle PRODUCER_CLOSE = call("allot_producer_close", ADDRESS, ADDRESS);
  private static final MethodHandle SUBMIT =
      call("allot_producer_submit", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle POLL_ANSWERS =
      call("allot_producer_poll_answers", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS);
  private static final MethodHandle LOOK_UP_IDS =
      call("allot_look_up_ids", ADDRESS, JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
  private static final MethodHandle CONSUMER_OPTIONS_INIT =
      call("allot_consumer_options_init", ADDRESS, JAVA_LONG);
  private static final MethodHandle CONSUMER_OPEN =
      call("allot_consumer_open_with", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle POSITION =
      call("allot_consumer_position", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle CONSUMER_CLOSE = call("allot_consumer_close", ADDRESS, ADDRESS);
  private static final MethodHandle POLL =
      call("allot_consumer_poll", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS);
  private static final MethodHandle ACKNOWLEDGE =
      call("allot_consumer_acknowledge", ADDRESS, JAVA_LONG, ADDRESS);

  /** Calls that cannot fail but for a mistake in this file. */
  private interface Native<T> {
    T call() throws Throwable;
  }

  private static <T> T invoke(Native<T> body) {
    try {
      return body.call();
    } catch (RuntimeException | Error error) {
      throw error;
    } catch (Throwable error) {
      throw new IllegalStateException(error);
    }
  }

  static {
    int theirs = invoke(() -> (int) ABI_VERSION.invokeExact());
    int ours = ABI.number("ALLOT_ABI_VERSION");
    if (theirs >>> 16 != ours >>> 16 || theirs < ours) {
      throw new Failure("the library has ABI " + theirs + ", the table " + ours);
    }
  }

  private static String text(MemorySegment chars) {
    return chars.reinterpret(Long.MAX_VALUE).getString(0);
  }

  static String reasonName(short reason) {
    return text(invoke(() -> (MemorySegment) REASON_NAME.invokeExact(reason)));
  }

  /** A status into an exception; the C error, which `detail` points to, is given back. */
  private static void check(int status, MemorySegment detail) {
    if (status == 0) return;
    MemorySegment error = detail.get(ADDRESS, 0);
    String message = text(invoke(() -> (MemorySegment) ERROR_MESSAGE.invokeExact(error)));
    String name = text(invoke(() -> (MemorySegment) STATUS_NAME.invokeExact(status)));
    invoke(
        () -> {
          ERROR_DESTROY.invokeExact(error);
          return null;
        });
    throw new Failure(name + ": " + message);
  }

  /** What a handle needs to be called with: where the library writes to. One thread at a time. */
  private abstract static class Handle {
    final Arena arena = Arena.ofShared();
    final MemorySegment detail = arena.allocate(ADDRESS);
    final MemorySegment count = arena.allocate(JAVA_LONG);
    MemorySegment handle;

    void opened(int status) {
      check(status, detail);
      handle = count.get(ADDRESS, 0);
    }
  }

  // ---- Engines --------------------------------------------------------------------------------

  static final class Engine extends Handle implements AutoCloseable {
    /** Starts a log, or recovers the one that is there, under durability sync. */
    Engine(String directory, boolean mustExist) {
      String struct = "allot_engine_options";
      MemorySegment options = arena.allocate(ABI.size(struct), 8);
      check(invoke(() -> (int) OPTIONS_INIT.invokeExact(options, ABI.size(struct))), detail);
      putText(options, ABI.offset(struct, "directory"), directory, arena);
      options.set(
          JAVA_BYTE,
          ABI.offset(struct, "durability"),
          (byte) ABI.number("ALLOT_DURABILITY_SYNC"));
      options.set(JAVA_BYTE, ABI.offset(struct, "must_exist"), (byte) (mustExist ? 1 : 0));
      opened(invoke(() -> (int) ENGINE_OPEN.invokeExact(options, count, detail)));
    }

    /** Which id the engine has given a code; 0 when it has none. kind: "SKU", "NODE", ... */
    int lookUpId(String kind, String code) {
      int number = ABI.number("ALLOT_ID_KIND_" + kind);
      try (Arena call = Arena.ofConfined()) {
        MemorySegment text = call.allocate(ABI.size("allot_text"), 8);
        MemorySegment id = call.allocate(JAVA_INT);
        putText(text, 0, code, call);
        check(
            invoke(() -> (int) LOOK_UP_IDS.invokeExact(handle, number, text, 1L, id, detail)), detail);
        return id.get(JAVA_INT, 0);
      }
    }

    /** Refuses new commands and decides what was admitted; events can be read to their end. */
    void stop() {
      check(invoke(() -> (int) ENGINE_STOP.invokeExact(handle, detail)), detail);
    }

    /** Needs all producers and consumers to be closed. */
    @Override
    public void close() {
      check(invoke(() -> (int) ENGINE_CLOSE.invokeExact(handle, detail)), detail);
      arena.close();
    }
  }

  private static void putText(MemorySegment to, long at, String text, SegmentAllocator room) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    to.set(ADDRESS, at + ABI.offset("allot_text", "data"), room.allocateFrom(JAVA_BYTE, bytes));
    to.set(JAVA_LONG, at + ABI.offset("allot_text", "size"), bytes.length);
  }

  // ---- Commands -------------------------------------------------------------------------------

  /** A 128-bit name that the host chooses. */
  record Key(long low, long high) {}

  record Line(int sku, int quantity, long price) {}

  /** Room for commands and for what they point to. One thread at a time. */
  static final class Batch {
    private static final long SIZE = ABI.size("allot_command");
    private static final long LINE_SIZE = ABI.size("allot_order_line");
    private static final long LINE_SKU = ABI.offset("allot_order_line", "sku");
    private static final long LINE_QUANTITY = ABI.offset("allot_order_line", "quantity");
    private static final long LINE_PRICE = ABI.offset("allot_order_line", "price");

    private final Arena arena = Arena.ofShared();
    private final MemorySegment commands;
    private final MemorySegment listMemory = arena.allocate(64 << 10, 8);
    private SegmentAllocator lists = SegmentAllocator.slicingAllocator(listMemory);
    private MemorySegment command;
    private String body;
    private int count;

    Batch(int commandsMax) {
      commands = arena.allocate(commandsMax * SIZE, 8);
    }

    int count() {
      return count;
    }

    void clear() {
      count = 0;
      lists = SegmentAllocator.slicingAllocator(listMemory);
    }

    MemorySegment from(int index) {
      return commands.asSlice(index * SIZE);
    }

    /** Begins the next command: start("cancel", key).key("order_key", order). */
    Batch start(String name, Key key) {
      command = commands.asSlice(count++ * SIZE, SIZE);
      body = "body." + name + ".";
      MemorySegment at = command;
      int type = ABI.number("ALLOT_COMMAND_" + name.toUpperCase());
      invoke(
          () -> {
            COMMAND_INIT.invokeExact(at, type);
            return null;
          });
      return key("command_key", key);
    }

    private long at(String member) {
      return ABI.offset("allot_command", body + member);
    }

    Batch key(String member, Key key) {
      command.set(JAVA_LONG, at(member + ".low"), key.low);
      command.set(JAVA_LONG, at(member + ".high"), key.high);
      return this;
    }

    Batch set(String member, int value) {
      command.set(JAVA_INT, at(member), value);
      return this;
    }

    Batch set(String member, long value) {
      command.set(JAVA_LONG, at(member), value);
      return this;
    }

    Batch text(String member, String value) {
      putText(command, at(member), value, lists);
      return this;
    }

    Batch lines(Line... lines) {
      MemorySegment list = lists.allocate(lines.length * LINE_SIZE, 8).fill((byte) 0);
      for (int i = 0; i < lines.length; i++) {
        list.set(JAVA_INT, i * LINE_SIZE + LINE_SKU, lines[i].sku);
        list.set(JAVA_INT, i * LINE_SIZE + LINE_QUANTITY, lines[i].quantity);
        list.set(JAVA_LONG, i * LINE_SIZE + LINE_PRICE, lines[i].price);
      }
      command.set(ADDRESS, at("lines"), list);
      return set("line_count", (long) lines.length);
    }
  }

  // ---- Producers and consumers: one thread at a time -----------------------------------------------

  static final class Producer extends Handle implements AutoCloseable {
    private final MemorySegment reason = arena.allocate(JAVA_SHORT);

    Producer(Engine engine) {
      opened(invoke(() -> (int) PRODUCER_OPEN.invokeExact(engine.handle, count, detail)));
    }

    /** Takes in a prefix of the batch from `start` on. Returns how many; reason() says why not more. */
    int submit(Batch batch, int start) {
      MemorySegment from = batch.from(start);
      long wanted = batch.count() - start;
      check(
          invoke(() -> (int) SUBMIT.invokeExact(handle, from, wanted, count, reason, detail)),
          detail);
      return (int) count.get(JAVA_LONG, 0);
    }

    /** Of the last submit: 0 when all was taken in. */
    short reason() {
      return reason.get(JAVA_SHORT, 0);
    }

    /** Fills the front of `into` with answers, waiting for the first one. Returns how many. */
    int pollAnswers(MemorySegment into, long timeoutNs) {
      long room = into.byteSize() / ABI.size("allot_answer");
      check(
          invoke(() -> (int) POLL_ANSWERS.invokeExact(handle, into, room, count, timeoutNs, detail)),
          detail);
      return (int) count.get(JAVA_LONG, 0);
    }

    @Override
    public void close() {
      check(invoke(() -> (int) PRODUCER_CLOSE.invokeExact(handle, detail)), detail);
      arena.close();
    }
  }

  static final class Consumer extends Handle implements AutoCloseable {
    private final MemorySegment catchingUp = arena.allocate(JAVA_BYTE);

    /**
     * Begins at a sequence, from 1; `epoch` is that of the last event seen before, or 0. Events that
     * are not in the engine's memory any more are made again from the log.
     */
    Consumer(Engine engine, long fromSequence, int epoch) {
      String struct = "allot_consumer_options";
      MemorySegment options = arena.allocate(ABI.size(struct), 8);
      check(invoke(() -> (int) CONSUMER_OPTIONS_INIT.invokeExact(options, ABI.size(struct))), detail);
      options.set(JAVA_LONG, ABI.offset(struct, "from_sequence"), fromSequence);
      options.set(JAVA_INT, ABI.offset(struct, "from_epoch"), epoch);
      opened(invoke(() -> (int) CONSUMER_OPEN.invokeExact(engine.handle, options, count, detail)));
    }

    private void askPosition() {
      MemorySegment none = MemorySegment.NULL;
      check(
          invoke(() -> (int) POSITION.invokeExact(handle, count, none, catchingUp, detail)), detail);
    }

    /** The sequence that it began at. */
    long first() {
      askPosition();
      return count.get(JAVA_LONG, 0);
    }

    /** Whether it still reads what lies before the present. */
    boolean catchingUp() {
      askPosition();
      return catchingUp.get(JAVA_BYTE, 0) != 0;
    }

    /** Fills the front of `into` with events, waiting for the first one. Returns how many. */
    int poll(MemorySegment into, long timeoutNs) {
      long room = into.byteSize() / ABI.size("allot_event");
      check(
          invoke(() -> (int) POLL.invokeExact(handle, into, room, count, timeoutNs, detail)),
          detail);
      return (int) count.get(JAVA_LONG, 0);
    }

    /** Says that everything up to `sequence` has been dealt with. */
    void acknowledge(long sequence) {
      check(invoke(() -> (int) ACKNOWLEDGE.invokeExact(handle, sequence, detail)), detail);
    }

    @Override
    public void close() {
      check(invoke(() -> (int) CONSUMER_CLOSE.invokeExact(handle, detail)), detail);
      arena.close();
    }
  }
}
