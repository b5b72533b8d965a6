// What cells of the sheets say besides their words.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "inspection/tone.hpp"

namespace allot::inspection {

// Of a count of units for sale: that there are none.
inline Tone tone_of_available(const nlohmann::ordered_json& cell) {
  return cell == 0 ? Tone::bad : Tone::plain;
}

// Of a count, or an amount, of what is not settled: that there is some.
inline Tone tone_of_open(const nlohmann::ordered_json& cell) {
  return cell == 0 ? Tone::plain : Tone::look;
}

inline Tone tone_of_status(const nlohmann::ordered_json& cell) {
  const bool is_bad =
      cell == "cancelled" || cell == "expired" || cell == "rejected" || cell == "refused";
  return is_bad ? Tone::bad : Tone::plain;
}

// Of an order that waits: one that is not paid may never be.
inline Tone tone_of_payment(const nlohmann::ordered_json& cell) {
  return cell == "unpaid" || cell == "pending" ? Tone::look : Tone::plain;
}

inline Tone tone_of_event(const nlohmann::ordered_json& cell) {
  const std::string& event = cell.get_ref<const std::string&>();
  if (event == "line_waiting" || event == "line_short" || event == "lot_end_unknown") {
    return Tone::look;
  }
  const bool is_bad = event == "refused" || event == "line_refused" || event == "line_lost" ||
                      event == "expired" || event == "cancelled" || event == "review_rejected" ||
                      event == "stock_expired";
  return is_bad ? Tone::bad : Tone::plain;
}

}  // namespace allot::inspection
