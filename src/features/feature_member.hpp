// One feature as a group holds it: where of a record its state lies, and what is told of it
// besides.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "features/buckets.hpp"
#include "features/cells.hpp"
#include "features/declaration.hpp"
#include "features/event.hpp"
#include "features/states.hpp"

namespace allot {

// How a feature remembers.
enum class FeatureShape : std::uint8_t {
  recent_events,
  recent_amounts,
  count_buckets,
  sum_buckets,
  recent_tokens,
  first_event,
};
[[nodiscard]] FeatureShape shape_of(const FeatureDeclaration& declaration) noexcept;
// Returns: how many words the feature remembers of a key, besides when it was fed last.
[[nodiscard]] std::size_t words_of(const FeatureDeclaration& declaration) noexcept;

class FeatureEvictions;
struct FeatureMember;

// Returns: whether features of the two declarations always know the same keys, so that they share
//          records.
[[nodiscard]] bool know_the_same_keys(const FeatureDeclaration& a,
                                      const FeatureDeclaration& b) noexcept;
// Returns: whether they also remember the same of them, whatever they are called, whether they are
//          read `prior`, and what they may do.
[[nodiscard]] bool remember_the_same(const FeatureDeclaration& a,
                                     const FeatureDeclaration& b) noexcept;
// Returns: a member for each of the set, from the first that is named on, that knows the same keys
//          as that one.
[[nodiscard]] std::vector<FeatureMember> members_of(std::span<const FeatureDeclaration> set,
                                                    std::size_t first);
// Effects: each member has its place in the record: in the cell what there is room for, controls
//          first, else in the block. Returns: how many words the block has.
[[nodiscard]] std::size_t lay_out(std::span<FeatureMember> members) noexcept;

// What is read while an event is fed.
enum class FeatureReading : std::uint8_t { nothing, before, after };

// Where the control and the words of a state lie.
enum class FeatureLayout : std::uint8_t { cell, cell_and_block, block };
template <FeatureLayout layout>
[[nodiscard, gnu::always_inline]] inline unsigned char* control_of(FeatureCell& cell,
                                                                   std::uint64_t* block,
                                                                   std::size_t offset) noexcept {
  if constexpr (layout == FeatureLayout::block) {
    return reinterpret_cast<unsigned char*>(block) + offset;
  }
  return reinterpret_cast<unsigned char*>(&cell) + offsetof(FeatureCell, controls) + offset;
}
template <FeatureLayout layout>
[[nodiscard, gnu::always_inline]] inline std::uint64_t* words_of(FeatureCell& cell,
                                                                 std::uint64_t* block,
                                                                 std::size_t offset) noexcept {
  return (layout == FeatureLayout::cell ? cell.words.data() : block) + offset;
}

// An event that features are fed with.
struct FeatureFeeding {
  const FeatureEvent& event;
  TimeNs now;
  FeatureValue* values;  // by position in the set; none when nothing is read
  FeatureEvictions& evictions;
};
// Feeds a feature of a key whose cell it is, and reads it where that is wanted.
using FeedMember = void (*)(FeatureMember&, FeatureCell&, std::uint64_t* block,
                            const FeatureFeeding&);

// Writes what a feature says of a key whose cell it is.
using ReadMember = void (*)(const FeatureMember&, const FeatureCell&, const std::uint64_t* block,
                            TimeNs now, FeatureValue&);

struct FeatureMember {
  TimeNs window_ns{};
  // When the key was fed last that was evicted last; the least time while none was.
  TimeNs lost_until{std::numeric_limits<TimeNs>::min()};
  // The step that began last before what was told, and when it ends, so that it is divided once a
  // step and not at each event.
  TimeNs step_ends{};
  std::uint32_t step{};
  FeatureSize size;
  FeatureShape shape{};
  bool prior{};
  std::uint8_t position{};  // in the set, from 0
  bool control_in_block{};
  bool words_in_block{};
  std::uint16_t
      control_at{};  // in bytes, from the controls of the cell or the beginning of the block
  std::uint16_t words_at{};  // in words, from the words of the cell or the beginning of the block
  FeedMember feed{};         // without reading
  FeedMember observe{};      // with
  ReadMember read{};
  FeatureDeclaration declaration;
  std::uint64_t evictions{};

  FeatureMember(const FeatureDeclaration& of, std::uint8_t position);

  [[nodiscard]] FeatureLayout layout() const noexcept {
    if (control_in_block) return FeatureLayout::block;
    return words_in_block ? FeatureLayout::cell_and_block : FeatureLayout::cell;
  }
  [[nodiscard]] unsigned char* control(FeatureCell& cell, std::uint64_t* block) const noexcept {
    return control_in_block ? control_of<FeatureLayout::block>(cell, block, control_at)
                            : control_of<FeatureLayout::cell>(cell, block, control_at);
  }
  [[nodiscard]] std::uint64_t* words(FeatureCell& cell, std::uint64_t* block) const noexcept {
    return words_in_block ? words_of<FeatureLayout::block>(cell, block, words_at)
                          : words_of<FeatureLayout::cell>(cell, block, words_at);
  }

  // Returns: the lower half of the number of the step in which `time` lies. Requires: nothing later
  //          was told.
  [[nodiscard, gnu::always_inline]] std::uint32_t step_of(TimeNs time) const noexcept {
    if (time < step_ends) [[likely]]
      return step;
    return static_cast<std::uint32_t>(time / declaration.step_ns);
  }
  // Effects: time goes on.
  [[gnu::always_inline]] void advance(TimeNs now) noexcept {
    if (now >= step_ends) [[unlikely]]
      begin_step(now);
  }

  // Returns: what is said of a key that is not known.
  [[nodiscard, gnu::always_inline]] FeatureValue nothing(TimeNs since) const noexcept {
    return {.known = shape != FeatureShape::first_event, .partial = lost_until > since};
  }
  // Returns: whether events of a key may be lost that would count.
  [[nodiscard, gnu::always_inline]] bool is_partial(FeatureControl control,
                                                    TimeNs since) const noexcept {
    return control.lacking && (shape == FeatureShape::first_event || lost_until > since);
  }

 private:
  void begin_step(TimeNs now) noexcept;
};

// One feature's part of a key's record, to be read.
struct FeatureRecord {
  const FeatureMember& member;
  const FeatureCell& cell;
  FeatureControl control;
  const std::uint64_t* words;

  FeatureRecord(const FeatureMember& of, const FeatureCell& in, const std::uint64_t* block) noexcept
      : member(of),
        cell(in),
        control(FeatureControl::load(
            of.control(const_cast<FeatureCell&>(in), const_cast<std::uint64_t*>(block)))),
        words(of.words(const_cast<FeatureCell&>(in), const_cast<std::uint64_t*>(block))) {}

  // Returns: whether the feature knows the key, with what is younger than `since`.
  [[nodiscard, gnu::always_inline]] bool is_known(TimeNs since) const noexcept {
    return cell.last > since && control.used != 0;
  }
};

}  // namespace allot
