// Two runs side by side: rows of figures, what ran out in one of them alone, and what that comes to
// in words.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "json/print_form.hpp"
#include "program/kept_run.hpp"

namespace allot::program {

enum class Measure : std::uint8_t { count, thousandths, money };

struct ComparedRow {
  std::string name;
  Measure measure{};
  std::int64_t a{};
  std::int64_t b{};
};

// A SKU that ran short, and the units of it that were refused or had to wait.
struct ComparedSku {
  std::string sku;
  std::int64_t a{};
  std::int64_t b{};
};

struct Comparison {
  std::vector<ComparedRow> rows;
  // What makes them no runs of the same orders; empty when nothing does: "source", "orders",
  // "units", "seed", "scale", "compress", "peaks".
  std::vector<std::string> unlike;
  bool has_figures{};  // of both: SKUs, and money where it is of one currency
  bool has_money{};
  // Each with the most units first. Those that ran short in one run alone are told where the other
  // one lists all that ran short in it.
  std::vector<ComparedSku> short_in_a;
  std::vector<ComparedSku> short_in_b;
  bool lists_all{};  // no SKU is missing from the lists
};

// Errors: none; throws nlohmann's exception where a run lacks what this version writes.
[[nodiscard]] Comparison compare_runs(const KeptRun& a, const KeptRun& b);

// Returns: what changes from `a` to `b`, in sentences. `with` begins them, such as "With more.csv".
[[nodiscard]] std::string what_changes(const KeptRun& a, const KeptRun& b,
                                       const Comparison& compared, const std::string& with);

// Returns: Comparison::unlike in words, with commas between; empty when nothing differs.
[[nodiscard]] std::string unlike_text(const Comparison& compared);

// Returns: the table for people, of lines as wide as stdout takes.
[[nodiscard]] std::string comparison_table(const KeptRun& a, const KeptRun& b,
                                           const Comparison& compared);

// Returns: the same for programs: `unlike`, `rows`, and the SKUs that ran short in one run alone.
//          Money is as `form` says.
[[nodiscard]] nlohmann::ordered_json comparison_json(const Comparison& compared,
                                                     json::PrintForm form);

}  // namespace allot::program
