#include "simulation/histogram.hpp"

#include <absl/strings/str_format.h>

#include <algorithm>

#include "files/whole_file.hpp"

namespace allot::simulation {

std::uint64_t Histogram::percentile(std::uint32_t per_million) const noexcept {
  if (count_ == 0) return 0;
  constexpr std::uint64_t million = 1'000'000;
  // The rank is rounded up. Whole millions and the rest are multiplied apart, so that nothing
  // overflows.
  const std::uint64_t rank = std::max<std::uint64_t>(
      1, count_ / million * per_million + (count_ % million * per_million + million - 1) / million);
  std::uint64_t seen = 0;
  for (std::size_t cell = 0; cell < cells; ++cell) {
    seen += cells_[cell];
    if (seen >= rank) return std::min(top_of(cell), max_);
  }
  return max_;
}

std::string Histogram::hgrm_text() const {
  std::string text = "       Value     Percentile TotalCount 1/(1-Percentile)\n\n";
  std::uint64_t seen = 0;
  for (std::size_t cell = 0; cell < cells; ++cell) {
    if (cells_[cell] == 0) continue;
    seen += cells_[cell];
    const double share = static_cast<double>(seen) / static_cast<double>(count_);
    absl::StrAppendFormat(&text, "%12d %.12f %10d", std::min(top_of(cell), max_), share, seen);
    if (seen != count_) absl::StrAppendFormat(&text, " %14.2f", 1.0 / (1.0 - share));
    text += '\n';
  }
  absl::StrAppendFormat(&text, "#[Max = %d, Total count = %d]\n", max_, count_);
  return text;
}

Status Histogram::write_hgrm(const std::string& path) const {
  return files::write_whole(path, hgrm_text());
}

}  // namespace allot::simulation
