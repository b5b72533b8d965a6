// A thin layer over the C interface with koffi (https://koffi.dev): what the shop beside it needs, and a
// pattern for the rest. The C header says what each call does.
//
// Handles are numbers that are the same in every worker of the process: an engine is opened in one, its
// producers and consumers in those that use them. A call blocks its own worker only.
import path from 'node:path';
import koffi from 'koffi';
import { Abi, Memory } from './abi.mjs';

// Where `cmake --install` laid allot down, or ALLOT_LIBRARY and ALLOT_ABI by themselves.
const prefix = process.env.ALLOT_PREFIX ?? '/usr/local';
const library = koffi.load(process.env.ALLOT_LIBRARY ?? path.join(prefix, 'lib/liballot_c.so.0'));
export const abi = new Abi(process.env.ALLOT_ABI ?? path.join(prefix, 'share/allot/abi.txt'));

// Handles go in and out as 64-bit numbers, memory as Buffers or addresses.
const c = {};
for (const declaration of [
  'uint32_t allot_abi_version()',
  'const char *allot_status_name(int32_t status)',
  'const char *allot_error_message(uint64_t error)',
  'void allot_error_destroy(uint64_t error)',
  'const char *allot_reason_name(uint16_t reason)',
  'void allot_command_init(uint64_t command, uint32_t type)',
  'int32_t allot_engine_options_init(uint64_t options, size_t size)',
  'int32_t allot_engine_open(uint64_t options, void *engine, void *error)',
  'int32_t allot_engine_stop(uint64_t engine, void *error)',
  'int32_t allot_engine_close(uint64_t engine, void *error)',
  'int32_t allot_producer_open(uint64_t engine, void *producer, void *error)',
  'int32_t allot_producer_submit(uint64_t producer, uint64_t commands, size_t count, void *accepted, void *reason, void *error)',
  'int32_t allot_producer_poll_answers(uint64_t producer, void *answers, size_t capacity, void *count, int64_t timeout_ns, void *error)',
  'int32_t allot_look_up_ids(uint64_t engine, uint32_t kind, uint64_t codes, size_t count, void *ids, void *error)',
  'int32_t allot_producer_close(uint64_t producer, void *error)',
  'int32_t allot_consumer_options_init(uint64_t options, size_t size)',
  'int32_t allot_consumer_open_with(uint64_t engine, uint64_t options, void *consumer, void *error)',
  'int32_t allot_consumer_position(uint64_t consumer, void *first_sequence, void *acknowledged, void *catching_up, void *error)',
  'int32_t allot_consumer_poll(uint64_t consumer, void *events, size_t capacity, void *count, int64_t timeout_ns, void *error)',
  'int32_t allot_consumer_acknowledge(uint64_t consumer, uint64_t sequence, void *error)',
  'int32_t allot_consumer_close(uint64_t consumer, void *error)',
]) {
  c[/(allot_\w+)\(/.exec(declaration)[1]] = library.func(declaration);
}

// The table has to be that of this library, or of one that it still serves.
const [theirs, ours] = [c.allot_abi_version(), abi.number('ALLOT_ABI_VERSION')];
if (theirs >>> 16 !== ours >>> 16 || theirs < ours) {
  throw new Error(`the library has ABI ${theirs}, the table ${ours}`);
}

// What a call writes: a number of 8 bytes, and its error.
const out = Buffer.alloc(8);
const detail = Buffer.alloc(8);
function call(name, ...args) {
  detail.fill(0);
  const status = c[name](...args, detail);
  if (status === 0) return;
  const error = detail.readBigUInt64LE();
  const message = c.allot_error_message(error);
  c.allot_error_destroy(error);
  throw new Error(`${c.allot_status_name(status)}: ${message}`);
}
function opened(name, ...args) {
  call(name, ...args, out);
  return out.readBigUInt64LE();
}

export const reasonName = (reason) => c.allot_reason_name(reason);
export const REASON_BUSY = abi.number('ALLOT_REASON_BUSY');
export const EVENT_BYTES = abi.size('allot_event');
export const ANSWER_BYTES = abi.size('allot_answer');

// Commands, and what they point to, in memory that the library can read.
export class Batch {
  #memory = new Memory(64 << 10);
  #size = abi.size('allot_command');
  #first = 0;
  count = 0;

  // Starts again, with room for so many commands.
  clear(room) {
    this.#memory.clear();
    this.#first = this.#memory.take(room * this.#size);
    this.count = 0;
  }
  // add('cancel', {command_key: 7n, order_key: 1n}): the members of the C struct, by name.
  add(name, values) {
    const at = this.#first + this.count * this.#size;
    const body = abi.member(`allot_command.body.${name}`);
    c.allot_command_init(this.address(this.count), abi.number(`ALLOT_COMMAND_${name.toUpperCase()}`));
    abi.write(this.#memory, at + body.offset, body.type, values);
    this.count += 1;
  }
  address(index) { return this.#memory.address + BigInt(this.#first + index * this.#size); }
}

// Returns: the address of a struct with the library's defaults, but for what `options` has.
function optionsOf(struct, options) {
  const memory = new Memory(8 << 10);
  const size = abi.size(struct);
  const at = memory.take(size);
  if (c[`${struct}_init`](memory.address, size) !== 0) throw new Error(`this library has another ${struct}`);
  abi.write(memory, at, struct, options);
  return memory.address;
}

export class Engine {
  constructor(handle) { this.handle = handle; }

  // options: the members of allot_engine_options, by name; the others have the library's defaults.
  static open(options) {
    return new Engine(opened('allot_engine_open', optionsOf('allot_engine_options', options)));
  }
  // Which ids the engine has given to codes; 0 for those that it does not know. kind: 'SKU', 'NODE', ...
  lookUpIds(kind, codes) {
    const size = abi.size('allot_text');
    const memory = new Memory(codes.length * (size + 48));
    const at = memory.take(codes.length * size);
    codes.forEach((code, i) => abi.writeText(memory, at + i * size, code));
    const ids = new Uint32Array(codes.length);
    call('allot_look_up_ids', this.handle, abi.number(`ALLOT_ID_KIND_${kind}`), memory.address,
      codes.length, ids);
    return [...ids];
  }
  stop() { call('allot_engine_stop', this.handle); }
  // Needs all producers and consumers to be closed.
  close() { call('allot_engine_close', this.handle); }
}

// One worker at a time.
export class Producer {
  #accepted = Buffer.alloc(8);
  #reason = Buffer.alloc(2);

  constructor(engine) { this.handle = opened('allot_producer_open', engine.handle); }
  // Takes in a prefix of the batch from `start` on. Returns: how many, and the reason why not more.
  submit(batch, start) {
    call('allot_producer_submit', this.handle, batch.address(start), batch.count - start,
      this.#accepted, this.#reason);
    return [Number(this.#accepted.readBigUInt64LE()), this.#reason.readUInt16LE()];
  }
  // Fills the front of a Buffer with answers, waiting for the first one. Returns: how many.
  pollAnswers(into, timeoutNs) {
    const room = Math.floor(into.length / ANSWER_BYTES);
    call('allot_producer_poll_answers', this.handle, into, room, out, timeoutNs);
    return Number(out.readBigUInt64LE());
  }
  close() { call('allot_producer_close', this.handle); }
}

// One worker at a time.
export class Consumer {
  // options: the members of allot_consumer_options, by name.
  constructor(engine, options) {
    const given = optionsOf('allot_consumer_options', options);
    this.handle = opened('allot_consumer_open_with', engine.handle, given);
  }
  // At which sequence it began, and whether it still reads what lies before the present.
  position() {
    const catchingUp = Buffer.alloc(1);
    call('allot_consumer_position', this.handle, out, null, catchingUp);
    return { first: out.readBigUInt64LE(), catchingUp: catchingUp[0] !== 0 };
  }
  // Fills the front of a Buffer with events, waiting for the first one. Returns: how many.
  poll(into, timeoutNs) {
    call('allot_consumer_poll', this.handle, into, Math.floor(into.length / EVENT_BYTES), out, timeoutNs);
    return Number(out.readBigUInt64LE());
  }
  acknowledge(sequence) { call('allot_consumer_acknowledge', this.handle, sequence); }
  close() { call('allot_consumer_close', this.handle); }
}
