package main

import (
	"fmt"
	"os"
	"path/filepath"
	"unsafe"
)

// Book is a file of entries of one size, added at its end. An entry that a kill cut in two is no entry.
// What Write has taken survives the process; to survive the machine too, Sync the file after each add.
// An entry is a struct without pointers and lies in the file as in memory.
type Book[Entry any] struct {
	file  *os.File
	count uint64
}

func openBook[Entry any](folder, name string) *Book[Entry] {
	file, err := os.OpenFile(filepath.Join(folder, name), os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o644)
	must(err)
	status, err := file.Stat()
	must(err)
	book := &Book[Entry]{file: file, count: uint64(status.Size()) / entryBytes[Entry]()}
	must(file.Truncate(int64(book.count * entryBytes[Entry]())))
	return book
}

func openAnswers[Entry any](folder string, who uint64) *Book[Entry] {
	return openBook[Entry](folder, fmt.Sprintf("answers-%d", who))
}

func entryBytes[Entry any]() uint64 {
	var entry Entry
	return uint64(unsafe.Sizeof(entry))
}

// bytesOf is the memory of the entries.
func bytesOf[Entry any](entries []Entry) []byte {
	if len(entries) == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(&entries[0])), uint64(len(entries))*entryBytes[Entry]())
}

// last is the newest entry; all zeros when there is none.
func (b *Book[Entry]) last() Entry {
	entries := make([]Entry, 1)
	if b.count > 0 {
		_, err := b.file.ReadAt(bytesOf(entries), int64((b.count-1)*entryBytes[Entry]()))
		must(err)
	}
	return entries[0]
}

func (b *Book[Entry]) add(entries []Entry) {
	_, err := b.file.Write(bytesOf(entries))
	must(err)
	b.count += uint64(len(entries))
}

func (b *Book[Entry]) close() { must(b.file.Close()) }
