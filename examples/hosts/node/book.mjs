import fs from 'node:fs';

// A file of entries of one size, added at its end. An entry that a kill cut in two is no entry. What
// writeSync has taken survives the process; to survive the machine too, fdatasyncSync after each add().
export class Book {
  #file;
  #entryBytes;

  constructor(path, entryBytes) {
    const { O_RDWR, O_CREAT, O_APPEND } = fs.constants;
    this.#file = fs.openSync(path, O_RDWR | O_CREAT | O_APPEND, 0o644);
    this.#entryBytes = entryBytes;
    this.count = Math.floor(fs.fstatSync(this.#file).size / entryBytes);
    fs.ftruncateSync(this.#file, this.count * entryBytes);
  }

  // The newest entry; all zeros when there is none.
  last() {
    const entry = Buffer.alloc(this.#entryBytes);
    if (this.count > 0) {
      fs.readSync(this.#file, entry, 0, entry.length, (this.count - 1) * this.#entryBytes);
    }
    return entry;
  }

  add(entries) {
    for (let done = 0; done < entries.length;) {
      done += fs.writeSync(this.#file, entries, done, entries.length - done);
    }
    this.count += entries.length / this.#entryBytes;
  }

  close() { fs.closeSync(this.#file); }
}
