#include "inspection/state_sheets.hpp"
#include "inspection/tones.hpp"
#include "json/counted.hpp"
#include "json/scalar_text.hpp"

namespace allot::inspection {
namespace {

using Cell = Sheet::Cell;

// Whoever reads a feed may not know yet what has to be told still.
struct FeedCount {
  std::uint64_t pairs{};
  std::uint64_t sold_out{};
};

void add_channel(Sheet& sheet, const Core& core, ChannelId channel, SkuId only, FeedCount& count) {
  const std::string code = json::without_controls(core.code(IdKind::channel, channel.value));
  for (SkuId sku{1}; sku.value <= core.count(IdKind::sku); ++sku.value) {
    if (only.present() && sku != only) continue;
    const auto now = core.find_available(channel, {}, sku);
    if (!now) continue;
    const auto told = core.find_told(channel, sku);
    ++count.pairs;
    count.sold_out += now->can_have == 0 ? 1 : 0;
    sheet.rows.push_back({code, json::without_controls(core.code(IdKind::sku, sku.value)),
                          now->can_have, told ? Cell(told->for_sale) : Cell(),
                          told ? Cell(told->version) : Cell()});
  }
}

std::string_view tells_text(FeedTells tells) {
  return enum_names<FeedTells>[static_cast<std::size_t>(tells)];
}

}  // namespace

Sheet feed_sheet(const Core& core, const Known&, const StateOptions& options) {
  Sheet sheet;
  sheet.name = "feed";
  sheet.columns = {{"channel", CellKind::text, 1, true},
                   {"sku", CellKind::text, 0, true},
                   {"for_sale", CellKind::count, 0, false, false, tone_of_available},
                   {"told", CellKind::count, 2, false},
                   {"version", CellKind::sequence, 3, false}};
  say_when(sheet, core, options.form);
  FeedCount count;
  for (ChannelId channel{1}; channel.value <= core.count(IdKind::channel); ++channel.value) {
    if (options.channel.present() && channel != options.channel) continue;
    add_channel(sheet, core, channel, options.sku, count);
  }
  Cell feeds = Cell::array();
  for (const FeedInspection& feed : core.find_feeds()) {
    if (options.channel.present() && feed.channel != options.channel) continue;
    const std::string code = json::without_controls(core.code(IdKind::channel, feed.channel.value));
    feeds.push_back({{"channel", code},
                     {"tells", std::string(tells_text(feed.tells))},
                     {"complete", !feed.pictures}});
    sheet.notes.push_back("the feed of " + code + " tells " + std::string(tells_text(feed.tells)) +
                          (feed.pictures ? "; its picture is not complete" : ""));
  }
  if (feeds.empty()) sheet.notes.emplace_back("no channel here ever had a feed");
  sheet.facts["feeds"] = std::move(feeds);
  sheet.facts["for_sale"] = count.pairs - count.sold_out;
  sheet.facts["sold_out"] = count.sold_out;
  sheet.notes.insert(sheet.notes.begin(), json::counted(count.pairs, "SKU") + " of channels, " +
                                              std::to_string(count.sold_out) + " sold out");
  return sheet;
}

}  // namespace allot::inspection
