#include "files/code_columns.hpp"

#include <algorithm>
#include <filesystem>

#include "files/column_look.hpp"
#include "files/map_guess.hpp"
#include "files/text_rules.hpp"
#include "json/capitals.hpp"

namespace allot::files {

std::optional<CodeColumn> column_of_codes(const std::string& path,
                                          const std::set<std::string>& codes, bool capitals) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open_file(path);
  if (!bytes.ok()) return std::nullopt;
  Result<std::unique_ptr<TextSource>> text = TextSource::open(std::move(bytes.value()), {});
  if (!text.ok()) return std::nullopt;
  const Result<MapTold> told = tell_map(*text.value(), {});
  if (!told.ok()) return std::nullopt;
  const ColumnLook columns(told.value().look);
  std::optional<CodeColumn> best;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    std::set<std::string> met;
    for (const std::string_view each : columns.texts(c)) {
      met.insert(code_of(capitals ? json::in_capitals(each) : std::string(each)));
    }
    const auto known = static_cast<std::size_t>(std::ranges::count_if(
        met, [&codes](const std::string& code) { return codes.count(code) != 0; }));
    if (known == 0 || known * 2 < met.size()) continue;
    if (best && known * best->texts <= best->known * met.size()) continue;
    best = {columns.name(c), known, met.size()};
  }
  return best;
}

}  // namespace allot::files
