#include "simulation/histogram.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>

namespace allot::simulation {

std::uint64_t Histogram::percentile(std::uint32_t per_million) const noexcept {
  if (count_ == 0) return 0;
  constexpr std::uint64_t million = 1'000'000;
  // The rank, rounded up: whole millions and the rest apart, so that nothing overflows.
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
  std::array<char, 128> line{};
  for (std::size_t cell = 0; cell < cells; ++cell) {
    if (cells_[cell] == 0) continue;
    seen += cells_[cell];
    const double share = static_cast<double>(seen) / static_cast<double>(count_);
    const auto value = static_cast<unsigned long long>(std::min(top_of(cell), max_));
    const auto total = static_cast<unsigned long long>(seen);
    if (seen == count_) {
      std::snprintf(line.data(), line.size(), "%12llu %.12f %10llu\n", value, share, total);
    } else {
      std::snprintf(line.data(), line.size(), "%12llu %.12f %10llu %14.2f\n", value, share, total,
                    1.0 / (1.0 - share));
    }
    text += line.data();
  }
  return text + "#[Max = " + std::to_string(max_) + ", Total count = " + std::to_string(count_) +
         "]\n";
}

Status Histogram::write_hgrm(const std::string& path) const {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << hgrm_text();
  file.close();
  if (!file) return {StatusCode::io_error, path + ": cannot be written: " + std::strerror(errno)};
  return {};
}

}  // namespace allot::simulation
