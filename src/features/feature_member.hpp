// One feature as a group holds it: where of a record its state lies, and what is told of it besides.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

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

struct FeatureMember {
  TimeNs window_ns{};
  // When the key was fed last that was evicted last; the least time while none was.
  TimeNs lost_until{std::numeric_limits<TimeNs>::min()};
  // The step that began last before what was told, and when it ends, so that it is divided once a
  // step and not at each event.
  TimeNs step_ends{};
  std::uint32_t step{};
  std::uint32_t size{};  // the cap, or how many steps a window has
  FeatureShape shape{};
  bool prior{};
  std::uint8_t position{};  // in the set, from 0
  bool control_in_block{};
  bool words_in_block{};
  std::uint16_t control_at{};  // in bytes, from the beginning of the cell or block
  std::uint16_t words_at{};    // in words, from the words of the cell or the beginning of the block
  FeatureDeclaration declaration;
  std::uint64_t evictions{};

  FeatureMember(const FeatureDeclaration& of, std::uint8_t position);

  template <class Cell>
  [[nodiscard, gnu::always_inline]] auto* control(Cell& cell, auto* block) const noexcept {
    using Byte = std::remove_reference_t<decltype(cell.controls[0])>;
    return (control_in_block ? reinterpret_cast<Byte*>(block) : reinterpret_cast<Byte*>(&cell)) +
           control_at;
  }
  template <class Cell>
  [[nodiscard, gnu::always_inline]] auto* words(Cell& cell, auto* block) const noexcept {
    return (words_in_block ? block : cell.words.data()) + words_at;
  }

  // Returns: the lower half of the number of the step in which `time` lies. Requires: nothing later
  //          was told.
  [[nodiscard, gnu::always_inline]] std::uint32_t step_of(TimeNs time) const noexcept {
    if (time < step_ends) [[likely]] return step;
    return static_cast<std::uint32_t>(time / declaration.step_ns);
  }
  // Effects: time goes on.
  [[gnu::always_inline]] void advance(TimeNs now) noexcept {
    if (now >= step_ends) [[unlikely]] begin_step(now);
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
        control(FeatureControl::load(of.control(in, block))),
        words(of.words(in, block)) {}

  // Returns: whether the feature knows the key, with what is younger than `since`.
  [[nodiscard, gnu::always_inline]] bool is_known(TimeNs since) const noexcept {
    return cell.last > since && control.used != 0;
  }
};

}  // namespace allot
