// Writes stories into logs and proves what comes back.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "journal/journal_reader.hpp"
#include "journal/journal_writer.hpp"
#include "journal/record_codec.hpp"
#include "journal/samples.hpp"

namespace allot::log_driver {

inline Limits small_limits() {
  Limits limits;
  limits.lines_per_order_max = 145;
  limits.lines_max = 1'000;
  return limits;
}

// Small segments and frames, no thread: everything happens where the test can see it.
inline JournalOptions small_options(Durability durability = Durability::sync) {
  JournalOptions options;
  options.durability = durability;
  options.limits_hash = limits_hash(small_limits());
  options.segment_bytes = segment_bytes_least;
  options.frame_bytes_max = 8'192;
  options.frame_buffers = 2;
  options.prewrite_bytes = 16'384;
  options.threaded = false;
  options.clock_ns = [] { return std::int64_t{0}; };
  return options;
}

inline Result<std::unique_ptr<JournalWriter>> open_writer(Storage& storage,
                                                          const JournalOptions& options,
                                                          const ReaderOptions& reading = {}) {
  auto tail = recover(storage, reading);
  if (!tail.ok()) return tail.status();
  return JournalWriter::open(storage, options, small_limits(), tail.value());
}

// Appends the story from the log's end up to `last`, sealing and driving after every `batch`.
// Returns: whether all were taken.
inline bool write_story(JournalWriter& journal, const samples::Story& story, Sequence first,
                        Sequence last, std::uint64_t batch = 5) {
  for (Sequence s = first; s <= last; ++s) {
    if (!journal.append(story.at(s), samples::Story::check(s))) return false;
    if (s % batch != 0 && s != last) continue;
    journal.seal();
    while (journal.drive()) {
    }
  }
  return true;
}

struct ReadBack {
  Sequence last{};
  Status status;
  LogTail tail;
  LogReport report;
  std::string difference;  // empty when every record is what the story says
};

inline ReadBack read_back(Storage& storage, const samples::Story& story, bool checked = true,
                          const ReaderOptions& reading = {}) {
  ReadBack out;
  auto reader = JournalReader::open(storage, reading);
  if (!reader.ok()) {
    out.status = reader.status();
    return out;
  }
  LogRecord record;
  for (;;) {
    const auto more = reader.value()->next(record);
    if (!more.ok()) {
      out.status = more.status();
      break;
    }
    if (!more.value()) break;
    ++out.last;
    if (out.last > story.size()) {
      out.difference = "more records than were ever written";
      break;
    }
    if (samples::describe(record.command) != samples::describe(story.at(out.last)) ||
        record.has_check != checked ||
        (checked && record.check != samples::Story::check(out.last))) {
      out.difference = "record " + std::to_string(out.last) + " is another";
      break;
    }
  }
  out.tail = reader.value()->tail();
  out.report = reader.value()->report();
  return out;
}

}  // namespace allot::log_driver
