import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A back end around an engine, written so that it may be killed at any moment: what it was told is in
 * its books, what it was not told it asks again, and every event is dealt with exactly once. README.md
 * beside this folder says how; the programs in the other folders do the same.
 *
 * <p>usage: java --enable-native-access=ALL-UNNAMED Shop.java LOG BOOKS
 *
 * <p>runs until its standard input ends. LOG: directory of the engine's log. BOOKS: directory of this
 * program's own files: events, answers-0, answers-1, ...
 */
final class Shop {
  private static final int CLIENTS = 3; // threads that send orders; the clerk's number is 0
  private static final int SKUS = 10;
  private static final int BATCH_MAX = 16;
  private static final long SECOND = 1_000_000_000L; // ns

  private static final long ANSWER_BYTES = Allot.ABI.size("allot_answer");
  private static final long ANSWER_SEQUENCE = Allot.ABI.offset("allot_answer", "sequence");
  private static final long ANSWER_REASON = Allot.ABI.offset("allot_answer", "reason");
  private static final long EVENT_BYTES = Allot.ABI.size("allot_event");
  private static final long EVENT_SEQUENCE = Allot.ABI.offset("allot_event", "sequence");
  private static final long EVENT_EPOCH = Allot.ABI.offset("allot_event", "epoch");
  private static final long EVENT_ORDINAL = Allot.ABI.offset("allot_event", "ordinal");
  private static final short BUSY = (short) Allot.ABI.number("ALLOT_REASON_BUSY");

  private final Allot.Engine engine;
  private final Path books;
  private volatile boolean over; // no more orders
  private final CountDownLatch caughtUp = new CountDownLatch(1); // the events of earlier runs are noted
  private volatile boolean stopped; // no more events either

  private Shop(Path log, Path books) throws IOException {
    this.books = books;
    Files.createDirectories(books);
    try (Book answers = answersOf(0)) {
      // Something was answered before: then a log that is not there is lost, not new.
      engine = new Allot.Engine(log.toString(), answers.count() > 0);
    }
  }

  private Book answersOf(int who) throws IOException {
    return new Book(books.resolve("answers-" + who), ANSWER_BYTES);
  }

  // ---- What is sent ---------------------------------------------------------------------------
  // A command follows from who sends it and its number: after a crash the same one goes out again,
  // under the same key, and is done once. A real host has its orders in a table of its own.

  private static Allot.Key key(int who, long number) {
    return new Allot.Key(number, who);
  }

  private static String skuCode(int number) {
    return "SKU-" + (number + 1);
  }

  /** A command of the shop's own, without its key. */
  private interface Command {
    void addTo(Allot.Batch batch, Allot.Key key);
  }

  /** What the shop has, by codes; the engine gives each an id. */
  private static List<Command> definitions() {
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < SKUS; i++) {
      String code = skuCode(i);
      commands.add((b, key) -> b.start("sku", key).text("code", code).set("list_price", 1000L));
    }
    commands.add((b, key) -> b.start("node", key).text("code", "LEEDS"));
    commands.add((b, key) -> b.start("zone", key).text("code", "UK"));
    commands.add( // what is not paid expires
        (b, key) ->
            b.start("channel", key)
                .text("code", "web")
                .set("hold_ttl_ns", 2 * SECOND)
                .set("review_ttl_ns", 2 * SECOND));
    return commands;
  }

  /** What the engine calls the things of the shop. */
  private record Ids(int[] skus, int node, int zone, int channel) {}

  /** What follows the definitions: which node serves whom, and its stock. */
  private static List<Command> stocking(Ids ids) {
    List<Command> commands = new ArrayList<>();
    commands.add(
        (b, key) -> b.start("network", key).set("channel", ids.channel).set("node", ids.node));
    commands.add(
        (b, key) ->
            b.start("lane", key)
                .set("node", ids.node)
                .set("zone", ids.zone)
                .set("parcel_cost", 450L)
                .set("unit_cost", 10L));
    for (int i = 0; i < SKUS; i++) {
      int sku = ids.skus[i];
      int quantity = i == SKUS - 1 ? 20 : 1_000_000; // that one is scarce
      commands.add(
          (b, key) ->
              b.start("receive", key)
                  .set("sku", sku)
                  .set("node", ids.node)
                  .set("quantity", quantity));
    }
    return commands;
  }

  /** Two orders, then the first of them is cancelled; the second one expires. */
  private static void addClientCommand(Allot.Batch batch, Ids ids, int who, long number) {
    if (number % 3 == 0) {
      batch.start("cancel", key(who, number)).key("order_key", key(who, number - 2));
      return;
    }
    Allot.Line first =
        new Allot.Line(ids.skus[(int) ((number * 7 + who) % SKUS)], 1 + (int) (number % 4), 1000);
    Allot.Line second = new Allot.Line(ids.skus[(int) (number % SKUS)], 1, 1000);
    batch
        .start("place", key(who, number))
        .key("order_key", key(who, number))
        .set("channel", ids.channel)
        .set("zone", ids.zone);
    if (number % 3 == 1) batch.lines(first);
    else batch.lines(first, second);
  }

  /** Sends a batch, waits for its answers and notes them. What comes after a kill is asked again. */
  private static void send(
      Allot.Producer producer, Allot.Batch batch, Book book, MemorySegment answers)
      throws IOException, InterruptedException {
    for (int sent = 0; sent < batch.count(); ) {
      sent += producer.submit(batch, sent);
      short reason = producer.reason();
      if (reason != 0 && reason != BUSY) {
        throw new Allot.Failure("not taken in: " + Allot.reasonName(reason));
      }
      if (reason != 0) Thread.sleep(0, 100_000);
    }
    for (int noted = 0; noted < batch.count(); ) {
      int count = producer.pollAnswers(answers, SECOND);
      for (int i = 0; i < count; i++) {
        // Sequence 0: not decided, because the engine broke down.
        if (answers.get(JAVA_LONG, i * ANSWER_BYTES + ANSWER_SEQUENCE) == 0) {
          short reason = answers.get(JAVA_SHORT, i * ANSWER_BYTES + ANSWER_REASON);
          throw new Allot.Failure("not decided: " + Allot.reasonName(reason));
        }
      }
      book.add(answers.asSlice(0, count * ANSWER_BYTES).asByteBuffer());
      noted += count;
    }
  }

  // ---- The threads ----------------------------------------------------------------------------

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** A thread that fails ends the process; the next one goes on from its books. */
  private static Thread start(Work work) {
    Runnable guarded =
        () -> {
          try {
            work.run();
          } catch (Throwable error) {
            error.printStackTrace();
            Runtime.getRuntime().halt(1);
          }
        };
    return Thread.ofPlatform().start(guarded);
  }

  private Ids lookUpIds() {
    int[] skus = new int[SKUS];
    for (int i = 0; i < SKUS; i++) skus[i] = engine.lookUpId("SKU", skuCode(i));
    return new Ids(
        skus,
        engine.lookUpId("NODE", "LEEDS"),
        engine.lookUpId("ZONE", "UK"),
        engine.lookUpId("CHANNEL", "web"));
  }

  /** Sends what of the shop's own commands was not answered yet. */
  private Ids openShop() throws IOException, InterruptedException {
    try (Allot.Producer producer = new Allot.Producer(engine);
        Book book = answersOf(0);
        Arena arena = Arena.ofConfined()) {
      MemorySegment answers = arena.allocate(ANSWER_BYTES, 8);
      List<Command> commands = definitions();
      sendRest(producer, commands, book, answers);
      Ids ids = lookUpIds();
      commands.addAll(stocking(ids));
      sendRest(producer, commands, book, answers);
      return ids;
    }
  }

  private static void sendRest(
      Allot.Producer producer, List<Command> commands, Book book, MemorySegment answers)
      throws IOException, InterruptedException {
    Allot.Batch batch = new Allot.Batch(1);
    while (book.count() < commands.size()) {
      batch.clear();
      commands.get((int) book.count()).addTo(batch, key(0, book.count() + 1));
      send(producer, batch, book, answers);
    }
  }

  private void runClient(Ids ids, int who) throws IOException, InterruptedException {
    try (Allot.Producer producer = new Allot.Producer(engine);
        Book book = answersOf(who);
        Arena arena = Arena.ofConfined()) {
      MemorySegment answers = arena.allocate(BATCH_MAX * ANSWER_BYTES, 8);
      Allot.Batch batch = new Allot.Batch(BATCH_MAX);
      while (!over) {
        batch.clear();
        for (int i = 1; i <= BATCH_MAX; i++) addClientCommand(batch, ids, who, book.count() + i);
        send(producer, batch, book, answers);
      }
    }
  }

  /** From the sequence of the last event in the book, for a kill may have come in its middle. */
  private Allot.Consumer openConsumer(ByteBuffer last) {
    long sequence = last.getLong((int) EVENT_SEQUENCE);
    int epoch = last.getInt((int) EVENT_EPOCH);
    Allot.Consumer consumer = new Allot.Consumer(engine, Math.max(1, sequence), epoch);
    if (consumer.first() < sequence) throw new Allot.Failure("noted events never happened");
    return consumer;
  }

  /** Notes every event once, in order, and only then acknowledges it. */
  private void keepEvents() throws IOException {
    try (Book book = new Book(books.resolve("events"), EVENT_BYTES);
        Allot.Consumer consumer = openConsumer(book.last());
        Arena arena = Arena.ofConfined()) {
      ByteBuffer last = book.last();
      long lastSequence = last.getLong((int) EVENT_SEQUENCE);
      int lastOrdinal = Short.toUnsignedInt(last.getShort((int) EVENT_ORDINAL));
      MemorySegment events = arena.allocate(4096 * EVENT_BYTES, 8);
      while (true) {
        boolean complete = stopped; // asked before, so that what came last is still read
        long end = consumer.poll(events, SECOND / 20) * EVENT_BYTES;
        if (!consumer.catchingUp()) caughtUp.countDown();
        if (end == 0 && complete) break;
        if (end == 0) continue;
        long known = 0;
        while (known < end) {
          long sequence = events.get(JAVA_LONG, known + EVENT_SEQUENCE);
          int ordinal = Short.toUnsignedInt(events.get(JAVA_SHORT, known + EVENT_ORDINAL));
          if (sequence > lastSequence || (sequence == lastSequence && ordinal > lastOrdinal)) break;
          known += EVENT_BYTES;
        }
        book.add(events.asSlice(known, end - known).asByteBuffer());
        consumer.acknowledge(events.get(JAVA_LONG, end - EVENT_BYTES + EVENT_SEQUENCE));
      }
      System.out.println("closed after " + book.count() + " events");
    }
  }

  private void run() throws IOException, InterruptedException {
    Thread keeper = start(this::keepEvents);
    Ids ids = openShop();
    List<Thread> clients = new ArrayList<>();
    for (int i = 1; i <= CLIENTS; i++) {
      int who = i;
      clients.add(start(() -> runClient(ids, who)));
    }
    while (System.in.read() >= 0) {}

    over = true;
    for (Thread client : clients) client.join();
    caughtUp.await(); // stopping ends a consumer that is still reading events of earlier runs
    engine.stop();
    stopped = true;
    keeper.join();
    engine.close();
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Shop shop = new Shop(Path.of(arguments[0]), Path.of(arguments[1]));
    System.out.println("open");
    shop.run();
  }
}
