#include "inspection/clock.hpp"

#include <utility>

#include "json/scalar_text.hpp"

namespace allot::inspection {
namespace {

constexpr std::size_t day_length = 10;     // of "2026-11-27"
constexpr std::size_t second_length = 19;  // with "T09:14:03"

// Where the offset begins in a time of RFC 3339.
std::size_t offset_of(const std::string& text) noexcept {
  const std::size_t at = text.find_first_of("Z+-", second_length);
  return at == std::string::npos ? text.size() : at;
}

}  // namespace

Clock::Clock(const std::string& zone) {
  if (zone.empty() || zone == "UTC") return;
  Result<files::TimeReader> reader = files::TimeReader::make(zone, {});
  if (!reader.ok()) return;
  zone_ = zone;
  reader_ = std::make_shared<const files::TimeReader>(std::move(reader.value()));
}

std::string Clock::rfc_text(TimeNs time) const {
  return reader_ == nullptr ? json::time_text(time) : reader_->shown(time, {});
}

std::string Clock::text(TimeNs time) const {
  std::string text = rfc_text(time);
  if (reader_ == nullptr || text.size() < second_length) return text;
  text[day_length] = ' ';
  // In winter London shows what UTC does, and has an offset all the same.
  if (text.back() == 'Z') text.replace(text.size() - 1, 1, "+00:00");
  return text;
}

std::string Clock::day(TimeNs time) const { return rfc_text(time).substr(0, day_length); }

std::string Clock::time_of_day(TimeNs time) const {
  const std::string text = rfc_text(time);
  if (text.size() < second_length) return text;
  return text.substr(day_length + 1, offset_of(text) - day_length - 1);
}

std::string Clock::second_text(TimeNs time) const {
  std::string text = rfc_text(time);
  if (text.size() < second_length) return text;
  text.resize(second_length);
  text[day_length] = ' ';
  return text;
}

std::string Clock::zone_at(TimeNs time) const {
  if (reader_ == nullptr) return zone_;
  const std::string full = text(time);
  const std::string offset = full.substr(offset_of(full));
  return offset == zone_ ? zone_ : zone_ + " (" + offset + ")";
}

}  // namespace allot::inspection
