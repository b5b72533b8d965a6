// How long something took, what was sold, and what was given back, in words.
#include <absl/strings/str_format.h>

#include <algorithm>

#include "files/numbers.hpp"
#include "json/counted.hpp"
#include "simulation/report.hpp"

namespace allot {

namespace {

std::string amount_text(MoneyMinor amount, const InputReport& input) {
  const std::string text = files::amount_text(amount, input.exponent);
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string grouped = text.substr(0, point);
  for (std::size_t at = point; at > 3; at -= 3) grouped.insert(at - 3, ",");
  return grouped + text.substr(point) + (input.currency.empty() ? "" : ' ' + input.currency);
}

}  // namespace

std::string seconds_text(std::uint64_t seconds) {
  constexpr std::uint64_t minute = 60, hour = 3'600, day = 86'400;
  if (seconds < 2 * hour) return json::counted((seconds + minute - 1) / minute, "minute");
  if (seconds < 2 * day) return json::counted((seconds + hour - 1) / hour, "hour");
  const std::uint64_t tenths = (seconds * 10 + day - 1) / day;
  return absl::StrFormat("%d.%d days", tenths / 10, tenths % 10);
}

std::string sales_text(const FulfilmentCounts& counts, const InputReport& input) {
  if (counts.sales == 0) return {};
  std::string text = "Goods worth " + amount_text(counts.sales, input) + " left";
  if (counts.sales_returned > 0) {
    text += ", of which " + amount_text(counts.sales_returned, input) + " came back";
  }
  if (const std::uint64_t others = counts.orders_in_other_currency; others > 0) {
    text += "; " + json::counted(others, "order") + " in another currency " +
            std::string(json::of_count(others, "has", "have")) + " no part in that";
  }
  return text + '.';
}

std::string refunds_text(const RefundCounts& counts, const InputReport& input) {
  if (counts.count == 0) return {};
  // `others`: of the `count`, those in another currency than the value.
  const auto with_value = [&input](std::string text, MoneyMinor value, std::uint64_t count,
                                   std::uint64_t others) {
    if (others == count && others > 0)
      return text + (count == 1 ? ", in another currency" : ", all in another currency");
    if (value > 0) text += ", " + amount_text(value, input);
    if (others > 0) text += " and " + json::grouped(others) + " in another currency";
    return text;
  };
  std::string text =
      with_value(json::counted(counts.count, "refund") +
                     std::string(json::of_count(counts.count, " was made", " were made")),
                 counts.value, counts.count, counts.other_currency);
  if (counts.of_returns == 0) return text + '.';
  if (counts.of_returns < counts.count) {
    text += "; " + with_value(json::grouped(counts.of_returns) + " of them", counts.returns_value,
                              counts.of_returns, counts.returns_other_currency);
  }
  text += ", for goods that had come back, ";
  const std::string most = seconds_text(counts.to_refund_p95_s);
  if (counts.of_returns == 1) return text + "within " + most + " of that.";
  return text + absl::StrFormat("half of these within %s of that, 95 %% within %s.",
                                seconds_text(counts.to_refund_p50_s), most);
}

}  // namespace allot
