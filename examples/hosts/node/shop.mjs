// A back end around an engine, written so that it may be killed at any moment: what it was told is in
// its books, what it was not told it asks again, and every event is dealt with exactly once. README.md
// beside this folder says how; the programs in the other folders do the same.
//
// usage: node shop.mjs LOG BOOKS     runs until its standard input ends
//   LOG    directory of the engine's log
//   BOOKS  directory of this program's own files: events, answers-0, answers-1, ...
//
// ALLOT_PREFIX says where allot is installed (allot.mjs).
import fs from 'node:fs';
import path from 'node:path';
import { Worker, isMainThread, workerData } from 'node:worker_threads';
import { ANSWER_BYTES, Batch, Consumer, EVENT_BYTES, Engine, Producer, REASON_BUSY, abi, reasonName }
  from './allot.mjs';
import { Book } from './book.mjs';

const CLIENTS = 3; // workers that send orders; the clerk's number is 0
const SKUS = 10;
const BATCH_MAX = 16;
const SECOND = 1_000_000_000n; // ns

// What the workers are told, in memory that they share.
const OVER = 0; // no more orders
const CAUGHT_UP = 1; // the events of earlier runs are noted
const STOPPED = 2; // no more events either

// ---- What is sent ------------------------------------------------------------------------------------
// A command follows from who sends it and its number: after a crash the same one goes out again, under
// the same key, and is done once. A real host has its orders in a table of its own.

const key = (who, number) => (BigInt(who) << 64n) | BigInt(number);

const SKU_CODES = Array.from({ length: SKUS }, (_, i) => `SKU-${i + 1}`);

// What the shop has, by codes; the engine gives each an id.
function definitions() {
  return [
    ...SKU_CODES.map((code) => ['sku', { code, list_price: 1000 }]),
    ['node', { code: 'LEEDS' }],
    ['zone', { code: 'UK' }],
    // What is not paid expires.
    ['channel', { code: 'web', hold_ttl_ns: 2n * SECOND, review_ttl_ns: 2n * SECOND }],
  ];
}

// What follows the definitions: which node serves whom, and its stock.
function stocking({ skus, node, zone, channel }) {
  return [
    ['network', { channel, node }],
    ['lane', { node, zone, parcel_cost: 450, unit_cost: 10 }],
    // The last SKU is scarce.
    ...skus.map((sku, i) => ['receive', { sku, node, quantity: i === SKUS - 1 ? 20 : 1_000_000 }]),
  ];
}

// Two orders, then the first of them is cancelled; the second one expires.
function addClientCommand(batch, { skus, zone, channel }, who, number) {
  const command_key = key(who, number);
  if (number % 3 === 0) {
    batch.add('cancel', { command_key, order_key: key(who, number - 2) });
    return;
  }
  const lines = [
    { sku: skus[(number * 7 + who) % SKUS], quantity: 1 + number % 4, price: 1000 },
    { sku: skus[number % SKUS], quantity: 1, price: 1000 },
  ].slice(0, number % 3);
  batch.add('place', { command_key, order_key: command_key, channel, zone, lines });
}

const resting = new Int32Array(new SharedArrayBuffer(4));
const rest = () => Atomics.wait(resting, 0, 0, 0.1);

// Sends a batch, waits for its answers and notes them. What comes after a kill is asked again.
function send(producer, batch, book) {
  const { offset: sequenceAt } = abi.member('allot_answer.sequence');
  const { offset: reasonAt } = abi.member('allot_answer.reason');
  for (let sent = 0; sent < batch.count;) {
    const [accepted, reason] = producer.submit(batch, sent);
    sent += accepted;
    if (reason !== 0 && reason !== REASON_BUSY) throw new Error(`not taken in: ${reasonName(reason)}`);
    if (reason !== 0) rest();
  }
  const answers = Buffer.alloc(BATCH_MAX * ANSWER_BYTES);
  for (let noted = 0; noted < batch.count;) {
    const count = producer.pollAnswers(answers, SECOND);
    for (let at = 0; at < count * ANSWER_BYTES; at += ANSWER_BYTES) {
      // Sequence 0: not decided, because the engine broke down.
      if (answers.readBigUInt64LE(at + sequenceAt) === 0n) {
        throw new Error(`not decided: ${reasonName(answers.readUInt16LE(at + reasonAt))}`);
      }
    }
    book.add(answers.subarray(0, count * ANSWER_BYTES));
    noted += count;
  }
}

// ---- The workers -------------------------------------------------------------------------------------

const answersOf = (books, who) => new Book(path.join(books, `answers-${who}`), ANSWER_BYTES);

function lookUpIds(engine) {
  const [[node], [zone], [channel]] = [['NODE', 'LEEDS'], ['ZONE', 'UK'], ['CHANNEL', 'web']]
    .map(([kind, code]) => engine.lookUpIds(kind, [code]));
  return { skus: engine.lookUpIds('SKU', SKU_CODES), node, zone, channel };
}

// Sends what of the shop's own commands was not answered yet. Returns: what the engine calls its things.
function openShop(engine, books) {
  const producer = new Producer(engine);
  const book = answersOf(books, 0);
  const batch = new Batch();
  const sendRest = (commands) => {
    while (book.count < commands.length) {
      const [name, values] = commands[book.count];
      batch.clear(1);
      batch.add(name, { command_key: key(0, book.count + 1), ...values });
      send(producer, batch, book);
    }
  };
  sendRest(definitions());
  const ids = lookUpIds(engine);
  sendRest([...definitions(), ...stocking(ids)]);
  book.close();
  producer.close();
  return ids;
}

function runClient(engine, books, ids, who, told) {
  const producer = new Producer(engine);
  const book = answersOf(books, who);
  const batch = new Batch();
  while (Atomics.load(told, OVER) === 0) {
    batch.clear(BATCH_MAX);
    for (let i = 1; i <= BATCH_MAX; i += 1) addClientCommand(batch, ids, who, book.count + i);
    send(producer, batch, book);
  }
  book.close();
  producer.close();
}

// Notes every event once, in order, and only then acknowledges it.
function keepEvents(engine, books, told) {
  const book = new Book(path.join(books, 'events'), EVENT_BYTES);
  const { offset: sequenceAt } = abi.member('allot_event.sequence');
  const { offset: ordinalAt } = abi.member('allot_event.ordinal');
  const sequence = (events, at) => events.readBigUInt64LE(at + sequenceAt);
  const ordinal = (events, at) => events.readUInt16LE(at + ordinalAt);
  const last = book.last();
  // From the sequence of the last event in the book, for a kill may have come in its middle.
  const consumer = new Consumer(engine, {
    from_sequence: sequence(last, 0) || 1n,
    from_epoch: last.readUInt32LE(abi.member('allot_event.epoch').offset),
  });
  if (consumer.position().first < sequence(last, 0)) throw new Error('noted events never happened');
  const isKnown = (events, at) => sequence(events, at) < sequence(last, 0)
    || (sequence(events, at) === sequence(last, 0) && ordinal(events, at) <= ordinal(last, 0));
  const events = Buffer.alloc(4096 * EVENT_BYTES);
  for (;;) {
    const complete = Atomics.load(told, STOPPED) !== 0; // before, so that what came last is read
    const end = consumer.poll(events, SECOND / 20n) * EVENT_BYTES;
    if (!consumer.position().catchingUp) {
      Atomics.store(told, CAUGHT_UP, 1);
      Atomics.notify(told, CAUGHT_UP);
    }
    if (end === 0 && complete) break;
    if (end === 0) continue;
    let known = 0;
    while (known < end && isKnown(events, known)) known += EVENT_BYTES;
    book.add(events.subarray(known, end));
    consumer.acknowledge(sequence(events, end - EVENT_BYTES));
  }
  console.log(`closed after ${book.count} events`);
  book.close();
  consumer.close();
}

// Returns: a promise of its end. A worker that fails ends the process; the next one goes on from its
// books.
function start(engine, data) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { handle: engine.handle, ...data } });
  worker.on('error', (error) => { console.error(`shop: ${error.stack}`); process.exit(1); });
  return new Promise((resolve) => worker.on('exit', resolve));
}

async function main(log, books) {
  fs.mkdirSync(books, { recursive: true });
  const answers = answersOf(books, 0);
  const engine = Engine.open({
    directory: log,
    durability: abi.number('ALLOT_DURABILITY_SYNC'), // what is answered is on the disk
    // Something was answered before: then a log that is not there is lost, not new.
    must_exist: answers.count > 0 ? 1 : 0,
  });
  answers.close();
  console.log('open');
  const told = new Int32Array(new SharedArrayBuffer(12));
  const keeper = start(engine, { books, told });
  const ids = openShop(engine, books);
  const clients = Array.from({ length: CLIENTS }, (_, i) => start(engine, { books, told, ids, who: i + 1 }));
  for await (const _ of process.stdin); // until it ends

  Atomics.store(told, OVER, 1);
  await Promise.all(clients);
  // Stopping ends a consumer that is still reading events of earlier runs.
  Atomics.wait(told, CAUGHT_UP, 0);
  engine.stop();
  Atomics.store(told, STOPPED, 1);
  await keeper;
  engine.close();
}

if (isMainThread) {
  await main(...process.argv.slice(2));
} else {
  const { handle, books, told, ids, who } = workerData;
  const engine = new Engine(handle);
  if (who === undefined) keepEvents(engine, books, told);
  else runClient(engine, books, ids, who, told);
}
