// How a rehearsed sale went, in one word, and what that word goes by. docs/report.md states the
// rules; each threshold stands here and nowhere else.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace allot {

struct Verdict {
  // In thousandths: of the units asked for, ...
  static constexpr std::uint64_t good_at_once_min = 950;
  static constexpr std::uint64_t good_refused_max = 20;
  static constexpr std::uint64_t mixed_at_once_min = 800;
  // ... of the accepted orders that came to nothing, ...
  static constexpr std::uint64_t good_lost_max = 200;
  static constexpr std::uint64_t mixed_lost_max = 500;
  // ... and of the rows of the file of orders that were used.
  static constexpr std::uint64_t used_min = 500;

  enum class Level { good, mixed, bad };
  // What the word goes by, though nobody said that it was so.
  enum class Doubt { interrupted, rows, quantity, columns, stock, stock_rows };

  Level level{Level::bad};
  // The rule that refused most, where rules and not stock stand for most of what was missing.
  std::string refused_by;
  bool orders_lost{};  // so many came to nothing that this alone would keep it from `good`
  std::vector<Doubt> going_by;
};

// What a verdict is made of.
struct VerdictFacts {
  std::uint64_t units{};    // asked for
  std::uint64_t at_once{};  // of these, promised when their order was accepted
  std::uint64_t refused{};  // of these
  std::map<std::string, std::uint64_t> refused_units;  // by reason
  std::uint64_t accepted{};                            // orders
  std::uint64_t lost{};                                // of these, came to nothing
  std::uint64_t rows{};                                // of the file of orders
  std::uint64_t rows_used{};
  bool interrupted{};                   // not all orders were answered
  std::vector<Verdict::Doubt> assumed;  // besides that few rows were used
};

[[nodiscard]] Verdict verdict_of(const VerdictFacts& facts);

// Returns: a share in ten thousandths, where in thousandths, as shares are told, it would read as a
//          limit of the verdict that it does not reach, or that it is beyond: 94.96 % is not 95 %.
//          It is rounded so that it reads as no such limit.
[[nodiscard]] std::optional<std::uint64_t> hundredths_beside_a_limit(std::uint64_t part,
                                                                     std::uint64_t whole) noexcept;

[[nodiscard]] std::string_view name_of(Verdict::Level level) noexcept;
[[nodiscard]] std::string_view name_of(Verdict::Doubt doubt) noexcept;

}  // namespace allot
