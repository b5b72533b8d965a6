// Counts of nanoseconds in log-linear cells: 64 to each doubling, so that a percentile is at most
// 1.6 % above the true one. Integers only; the greatest value is kept exactly.
//
// Threads: one at a time. Memory: 30 KiB, fixed.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string>

#include "allot/types/status.hpp"

namespace allot::simulation {

class Histogram {
 public:
  void record(std::uint64_t value) noexcept {
    ++cells_[cell_of(value)];
    ++count_;
    if (value > max_) max_ = value;
  }

  // Returns: the least recorded bound below which `per_million` of 1,000,000 values lie; 0 when
  // empty.
  [[nodiscard]] std::uint64_t percentile(std::uint32_t per_million) const noexcept;
  [[nodiscard]] std::uint64_t max() const noexcept { return max_; }
  [[nodiscard]] std::uint64_t count() const noexcept { return count_; }

  // The text form that HdrHistogram plotters read: value, share below, count, 1 / (1 - share).
  [[nodiscard]] std::string hgrm_text() const;
  [[nodiscard]] Status write_hgrm(const std::string& path) const;

  static constexpr std::uint32_t cell_bits = 6;
  [[nodiscard]] static constexpr std::size_t cell_of(std::uint64_t value) noexcept {
    if (value < (2U << cell_bits)) return static_cast<std::size_t>(value);
    const auto shift = static_cast<std::uint32_t>(std::bit_width(value)) - 1 - cell_bits;
    return static_cast<std::size_t>((std::uint64_t{shift} << cell_bits) + (value >> shift));
  }
  // Returns: the greatest value that a cell counts.
  [[nodiscard]] static constexpr std::uint64_t top_of(std::size_t cell) noexcept {
    if (cell < (2U << cell_bits)) return cell;
    const std::size_t shift = (cell >> cell_bits) - 1;
    const std::uint64_t base = (std::uint64_t{1} << cell_bits) + (cell & ((1U << cell_bits) - 1));
    return (base << shift) + ((std::uint64_t{1} << shift) - 1);
  }

 private:
  static constexpr std::size_t cells = std::size_t{(64 - cell_bits) + 1} << cell_bits;
  std::array<std::uint64_t, cells> cells_{};
  std::uint64_t count_{};
  std::uint64_t max_{};
};

}  // namespace allot::simulation
