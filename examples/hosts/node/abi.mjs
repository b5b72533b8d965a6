// The layouts of the C interface, read from the table that comes with the library
// (share/allot/abi.txt), and plain objects written into memory by them. No offset stands in here.
import fs from 'node:fs';
import koffi from 'koffi';

const INTEGERS = {
  uint8_t: 'writeUInt8', uint16_t: 'writeUInt16LE', uint32_t: 'writeUInt32LE',
  uint64_t: 'writeBigUInt64LE', int32_t: 'writeInt32LE', int64_t: 'writeBigInt64LE',
};

export class Abi {
  #sizes = new Map(); // of structs
  #members = new Map(); // 'STRUCT.MEMBER' -> {offset, size, type, next}
  #numbers = new Map(); // of constants

  constructor(path) {
    let before = {};
    for (const line of fs.readFileSync(path, 'utf8').split('\n')) {
      const [name, first, second, ...type] = line.split(' ');
      if (line === '' || line.startsWith('#')) continue;
      if (type.length > 0) {
        const member = { offset: +first, size: +second, type: type.join(' ') };
        before.next = name;
        before = member;
        this.#members.set(name, member);
      } else if (name.startsWith('ALLOT_')) this.#numbers.set(name, +first);
      else this.#sizes.set(name, +first);
    }
  }

  size(struct) { return this.#found(this.#sizes, struct); }
  number(name) { return this.#found(this.#numbers, name); }
  member(name) { return this.#found(this.#members, name); }

  // Writes the members that `values` has into the struct at `at`; the others stay as they are. A key
  // is a BigInt of 128 bits, a text a string, a list (lines, skus) an array.
  write(memory, at, struct, values) {
    for (const [name, value] of Object.entries(values)) {
      this.#write(memory, at, struct, this.member(`${struct}.${name}`), value);
    }
  }

  writeText(memory, at, value) {
    const text = Buffer.from(value);
    const data = memory.take(text.length);
    text.copy(memory.bytes, data);
    this.write(memory, at, 'allot_text', { size: text.length });
    const { offset } = this.member('allot_text.data');
    memory.bytes.writeBigUInt64LE(memory.address + BigInt(data), at + offset);
  }

  #write(memory, at, struct, member, value) {
    const place = at + member.offset;
    const list = /^const (\w+)\*$/.exec(member.type);
    if (member.type === 'allot_key') {
      memory.bytes.writeBigUInt64LE(BigInt.asUintN(64, value), place);
      memory.bytes.writeBigUInt64LE(value >> 64n, place + 8);
    } else if (member.type === 'allot_text') {
      this.writeText(memory, place, value);
    } else if (list) {
      const [, element] = list;
      const size = this.size(element);
      const first = memory.take(size * value.length);
      value.forEach((item, i) => this.write(memory, first + i * size, element, item));
      memory.bytes.writeBigUInt64LE(memory.address + BigInt(first), place);
      // Behind each list stands the number of its elements.
      this.#write(memory, at, struct, this.member(member.next), value.length);
    } else if (INTEGERS[member.type]) {
      memory.bytes[INTEGERS[member.type]](member.size === 8 ? BigInt(value) : Number(value), place);
    } else {
      this.write(memory, place, member.type, value); // a struct in a struct
    }
  }

  #found(map, name) {
    if (!map.has(name)) throw new Error(`allot has no ${name}`);
    return map.get(name);
  }
}

// Memory that stays where it is, so that its address may be written into other memory. Handed out from
// its front, all taken back at once by clear().
export class Memory {
  #used = 0;

  constructor(size) {
    const pointer = koffi.alloc('uint8_t', size);
    this.address = koffi.address(pointer);
    this.bytes = Buffer.from(koffi.view(pointer, size));
  }

  // Returns: where `size` zeroed bytes lie, from the beginning of `bytes`.
  take(size) {
    const at = this.#used;
    this.#used += Math.ceil(size / 8) * 8;
    if (this.#used > this.bytes.length) throw new Error('this memory is too small');
    this.bytes.fill(0, at, this.#used);
    return at;
  }

  clear() { this.#used = 0; }
}
