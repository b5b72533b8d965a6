/* A back end around an engine, written so that it may be killed at any moment: what it was told is
 * in its books, what it was not told it asks again, and every event is dealt with exactly once.
 * README.md beside this folder says how; the programs in the other folders do the same.
 *
 * usage: shop LOG BOOKS     runs until its standard input ends
 *   LOG    directory of the engine's log
 *   BOOKS  directory of this program's own files: events, answers-0, answers-1, ...
 *
 *   cc shop.c $(pkg-config --cflags --libs allot_c) -pthread -o shop */
#define _XOPEN_SOURCE 700
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <allot/allot.h>

enum {
  CLIENTS = 3, /* threads that send orders; the clerk's number is 0 */
  SKUS = 10,
  BATCH_MAX = 16,
  DEFINITIONS = SKUS + 3,
  SHOP_COMMANDS = DEFINITIONS + 2 + SKUS,
  EVENTS_AT_ONCE = 4096,
  SECOND = 1000000000 /* ns */
};

/* What the engine calls the things of the shop. */
struct ids {
  uint32_t skus[SKUS];
  uint32_t node;
  uint32_t zone;
  uint32_t channel;
};

/* What the threads share. */
struct host {
  const char* books;
  allot_engine* engine;
  struct ids ids;
  atomic_bool over;      /* no more orders */
  atomic_bool caught_up; /* the events of earlier runs are noted */
  atomic_bool stopped;   /* no more events either */
};
typedef struct host host;

/* Only the process that fails ends here; the next one goes on from its books. */
static _Noreturn void fail(const char* what) {
  fprintf(stderr, "shop: %s\n", what);
  _exit(1);
}
static void check(allot_status status, allot_error* error) {
  if (status != ALLOT_STATUS_OK) fail(allot_error_message(error));
}
static void rest(void) {
  const struct timespec time = {0, 100000};
  nanosleep(&time, NULL);
}

/* ---- Books --------------------------------------------------------------------------------------
 * A file of entries of one size, added at its end. An entry that a kill cut in two is no entry.
 * What write() has taken survives the process; to survive the machine too, fdatasync() each
 * book_add(). */

struct book {
  int file;
  size_t entry_bytes;
  uint64_t count;
};
typedef struct book book;

static book book_open(const char* folder, const char* name, size_t entry_bytes) {
  char path[4096];
  struct stat status;
  book made = {-1, entry_bytes, 0};
  snprintf(path, sizeof path, "%s/%s", folder, name);
  made.file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (made.file < 0 || fstat(made.file, &status) != 0) fail("cannot open a book");
  made.count = (uint64_t)status.st_size / entry_bytes;
  if (ftruncate(made.file, (off_t)(made.count * entry_bytes)) != 0) fail("cannot cut a book");
  return made;
}

static book answers_open(const char* folder, uint64_t who) {
  char name[32];
  snprintf(name, sizeof name, "answers-%u", (unsigned)who);
  return book_open(folder, name, sizeof(allot_answer));
}

static void book_add(book* to, const void* entries, size_t count) {
  const char* bytes = entries;
  size_t left = count * to->entry_bytes;
  while (left > 0) {
    const ssize_t written = write(to->file, bytes, left);
    if (written <= 0) fail("cannot write a book");
    bytes += written;
    left -= (size_t)written;
  }
  to->count += count;
}

/* ---- What is sent -------------------------------------------------------------------------------
 * A command follows from who sends it and its number: after a crash the same one goes out again,
 * under the same key, and is done once. A real host has its orders in a table of its own. */

static allot_command* start(allot_command* command, uint32_t type, uint64_t who, uint64_t number) {
  allot_command_init(command, type);
  command->body.cancel.command_key.low = number; /* the first field of every body */
  command->body.cancel.command_key.high = who;
  return command;
}

static allot_text text_of(const char* chars) {
  const allot_text text = {chars, strlen(chars)};
  return text;
}

/* `number` is from 0. room: [out] has to live until the text has been used. */
static allot_text sku_code(size_t number, char room[16]) {
  snprintf(room, 16, "SKU-%u", (unsigned)number + 1);
  return text_of(room);
}

/* What the shop has, by codes; the engine gives each an id. */
static void definition(allot_command* command, uint64_t number, char room[16]) {
  if (number <= SKUS) {
    start(command, ALLOT_COMMAND_SKU, 0, number)->body.sku.code = sku_code(number - 1, room);
    command->body.sku.list_price = 1000;
  } else if (number == SKUS + 1) {
    start(command, ALLOT_COMMAND_NODE, 0, number)->body.node.code = text_of("LEEDS");
  } else if (number == SKUS + 2) {
    start(command, ALLOT_COMMAND_ZONE, 0, number)->body.zone.code = text_of("UK");
  } else {
    start(command, ALLOT_COMMAND_CHANNEL, 0, number)->body.channel.code = text_of("web");
    command->body.channel.hold_ttl_ns = 2000000000; /* what is not paid expires */
    command->body.channel.review_ttl_ns = 2000000000;
  }
}

/* What follows the definitions: which node serves whom, and its stock. */
static void stocking(allot_command* command, uint64_t number, const struct ids* ids) {
  if (number == DEFINITIONS + 1) {
    start(command, ALLOT_COMMAND_NETWORK, 0, number)->body.network.channel = ids->channel;
    command->body.network.node = ids->node;
  } else if (number == DEFINITIONS + 2) {
    start(command, ALLOT_COMMAND_LANE, 0, number)->body.lane.node = ids->node;
    command->body.lane.zone = ids->zone;
    command->body.lane.parcel_cost = 450;
    command->body.lane.unit_cost = 10;
  } else {
    const uint64_t sku = number - DEFINITIONS - 3;
    start(command, ALLOT_COMMAND_RECEIVE, 0, number)->body.receive.sku = ids->skus[sku];
    command->body.receive.node = ids->node;
    command->body.receive.quantity = sku == SKUS - 1 ? 20 : 1000000; /* that one is scarce */
  }
}

/* Two orders, then the first of them is cancelled; the second one expires. */
static void client_command(allot_command* command, const struct ids* ids, uint64_t who,
                           uint64_t number, allot_order_line lines[2]) {
  if (number % 3 == 0) {
    start(command, ALLOT_COMMAND_CANCEL, who, number);
    command->body.cancel.order_key = (allot_key){number - 2, who};
    return;
  }
  lines[0] = (allot_order_line){.sku = ids->skus[(number * 7 + who) % SKUS],
                                .quantity = 1 + (uint32_t)(number % 4),
                                .price = 1000};
  lines[1] = (allot_order_line){.sku = ids->skus[number % SKUS], .quantity = 1, .price = 1000};
  start(command, ALLOT_COMMAND_PLACE, who, number);
  command->body.place.order_key = (allot_key){number, who};
  command->body.place.channel = ids->channel;
  command->body.place.zone = ids->zone;
  command->body.place.lines = lines;
  command->body.place.line_count = number % 3;
}

/* Sends a batch, waits for its answers and notes them. What comes after a kill is asked again. */
static void send_batch(allot_producer* producer, const allot_command* commands, size_t count,
                       book* to) {
  allot_error* error = NULL;
  for (size_t sent = 0; sent < count;) {
    size_t accepted = 0;
    uint16_t reason = 0;
    check(
        allot_producer_submit(producer, commands + sent, count - sent, &accepted, &reason, &error),
        error);
    sent += accepted;
    if (reason != 0 && reason != ALLOT_REASON_BUSY) fail(allot_reason_name(reason));
    if (reason == ALLOT_REASON_BUSY) rest();
  }
  for (size_t noted = 0; noted < count;) {
    allot_answer answers[BATCH_MAX];
    size_t answered = 0;
    check(allot_producer_poll_answers(producer, answers, BATCH_MAX, &answered, SECOND, &error),
          error);
    for (size_t i = 0; i < answered; ++i) {
      /* Sequence 0: not decided, because the engine broke down. */
      if (answers[i].sequence == 0) fail(allot_reason_name(answers[i].reason));
    }
    book_add(to, answers, answered);
    noted += answered;
  }
}

/* ---- The threads ---------------------------------------------------------------------------- */

static uint32_t id_of(allot_engine* engine, uint32_t kind, allot_text code) {
  allot_error* error = NULL;
  uint32_t id = 0;
  check(allot_look_up_ids(engine, kind, &code, 1, &id, &error), error);
  return id;
}

static void look_up_ids(host* in) {
  char room[16];
  in->ids.node = id_of(in->engine, ALLOT_ID_KIND_NODE, text_of("LEEDS"));
  in->ids.zone = id_of(in->engine, ALLOT_ID_KIND_ZONE, text_of("UK"));
  in->ids.channel = id_of(in->engine, ALLOT_ID_KIND_CHANNEL, text_of("web"));
  for (size_t i = 0; i < SKUS; ++i) {
    in->ids.skus[i] = id_of(in->engine, ALLOT_ID_KIND_SKU, sku_code(i, room));
  }
}

/* Sends what of the shop's own commands was not answered yet. */
static void open_shop(host* in) {
  allot_error* error = NULL;
  allot_producer* producer = NULL;
  book answers = answers_open(in->books, 0);
  allot_command command;
  check(allot_producer_open(in->engine, &producer, &error), error);
  while (answers.count < DEFINITIONS) {
    char room[16];
    definition(&command, answers.count + 1, room);
    send_batch(producer, &command, 1, &answers);
  }
  look_up_ids(in);
  while (answers.count < SHOP_COMMANDS) {
    stocking(&command, answers.count + 1, &in->ids);
    send_batch(producer, &command, 1, &answers);
  }
  check(allot_producer_close(producer, &error), error);
  close(answers.file);
}

struct client {
  host* in;
  uint64_t who;
  pthread_t thread;
};

static void* run_client(void* argument) {
  const struct client* client = argument;
  allot_error* error = NULL;
  allot_producer* producer = NULL;
  book answers = answers_open(client->in->books, client->who);
  check(allot_producer_open(client->in->engine, &producer, &error), error);
  while (!client->in->over) {
    allot_command commands[BATCH_MAX];
    allot_order_line lines[BATCH_MAX][2];
    for (size_t i = 0; i < BATCH_MAX; ++i) {
      client_command(&commands[i], &client->in->ids, client->who, answers.count + 1 + i, lines[i]);
    }
    send_batch(producer, commands, BATCH_MAX, &answers);
  }
  check(allot_producer_close(producer, &error), error);
  close(answers.file);
  return NULL;
}

static int comes_after(const allot_event* event, const allot_event* last) {
  return event->sequence > last->sequence ||
         (event->sequence == last->sequence && event->ordinal > last->ordinal);
}

/* From the sequence of the last event in the book, for a kill may have come in its middle. */
static allot_consumer* open_consumer(const host* in, const allot_event* last) {
  allot_consumer_options options;
  allot_consumer* consumer = NULL;
  allot_error* error = NULL;
  uint64_t first = 0;
  allot_consumer_options_init(&options, sizeof options);
  options.from_sequence = last->sequence == 0 ? 1 : last->sequence;
  options.from_epoch = last->epoch;
  check(allot_consumer_open_with(in->engine, &options, &consumer, &error), error);
  check(allot_consumer_position(consumer, &first, NULL, NULL, &error), error);
  if (first < last->sequence) fail("noted events never happened");
  return consumer;
}

/* Notes every event once, in order, and only then acknowledges it. */
static void* keep_events(void* argument) {
  static allot_event events[EVENTS_AT_ONCE];
  host* in = argument;
  allot_error* error = NULL;
  book noted = book_open(in->books, "events", sizeof(allot_event));
  allot_event last = {0};
  if (noted.count > 0 && pread(noted.file, &last, sizeof last,
                               (off_t)((noted.count - 1) * sizeof last)) != sizeof last) {
    fail("cannot read a book");
  }
  allot_consumer* const consumer = open_consumer(in, &last);
  for (;;) {
    const bool complete = in->stopped; /* asked before, so that what came last is still read */
    bool catching_up = true;
    size_t count = 0;
    check(allot_consumer_poll(consumer, events, EVENTS_AT_ONCE, &count, SECOND / 20, &error),
          error);
    check(allot_consumer_position(consumer, NULL, NULL, &catching_up, &error), error);
    if (!catching_up) in->caught_up = true;
    if (count == 0 && complete) break;
    if (count == 0) continue;
    size_t known = 0;
    while (known < count && !comes_after(&events[known], &last)) ++known;
    book_add(&noted, events + known, count - known);
    check(allot_consumer_acknowledge(consumer, events[count - 1].sequence, &error), error);
  }
  printf("closed after %llu events\n", (unsigned long long)noted.count);
  check(allot_consumer_close(consumer, &error), error);
  close(noted.file);
  return NULL;
}

static void open_engine(host* in, const char* log) {
  allot_engine_options options;
  allot_error* error = NULL;
  book answers = answers_open(in->books, 0);
  allot_engine_options_init(&options, sizeof options);
  options.directory = (allot_text){log, strlen(log)};
  options.durability = ALLOT_DURABILITY_SYNC; /* what is answered is on the disk */
  /* Something was answered before: then a log that is not there is lost, not new. */
  options.must_exist = answers.count > 0;
  close(answers.file);
  check(allot_engine_open(&options, &in->engine, &error), error);
  puts("open");
  fflush(stdout);
}

int main(int count, char** arguments) {
  if (count != 3) fail("usage: shop LOG BOOKS");
  host in = {.books = arguments[2]};
  if (mkdir(in.books, 0777) != 0 && errno != EEXIST) fail("cannot make BOOKS");
  open_engine(&in, arguments[1]);
  pthread_t keeper;
  struct client clients[CLIENTS];
  if (pthread_create(&keeper, NULL, keep_events, &in) != 0) fail("no thread");
  open_shop(&in);
  for (uint64_t i = 0; i < CLIENTS; ++i) {
    clients[i].in = &in;
    clients[i].who = i + 1;
    if (pthread_create(&clients[i].thread, NULL, run_client, &clients[i]) != 0) fail("no thread");
  }
  while (getchar() != EOF) {
  }

  in.over = true;
  for (size_t i = 0; i < CLIENTS; ++i) pthread_join(clients[i].thread, NULL);
  /* Stopping ends a consumer that is still reading events of earlier runs. */
  while (!in.caught_up) rest();
  allot_error* error = NULL;
  check(allot_engine_stop(in.engine, &error), error);
  in.stopped = true;
  pthread_join(keeper, NULL);
  /* Children first: an engine with an open producer or consumer refuses to be closed. */
  check(allot_engine_close(in.engine, &error), error);
  return 0;
}
