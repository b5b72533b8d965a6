#include "inspection/state_sheets.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "allot/messages/order_state.hpp"
#include "inspection/tones.hpp"
#include "json/counted.hpp"
#include "json/encode.hpp"
#include "json/scalar_text.hpp"

namespace allot::inspection {
namespace {

using Json = Sheet::Cell;

Json code(const Core& core, IdKind kind, std::uint32_t id) {
  const std::string_view text = core.code(kind, id);
  return text.empty() ? Json(id) : Json(std::string(text));
}

// Behind each key of an order, for those that have a number.
const SheetColumn number_column{"order_number", CellKind::text, 0, true, true};

Json number(const std::string& text) {
  return text.empty() ? Json() : Json(json::without_controls(text));
}

Json time_or_none(TimeNs time) { return time == 0 ? Json() : Json(time); }

// Calls call(order, asked) for each order that is known, of_stub(stub, asked) for each of which a
// stub is, of_refusal(refused, asked) for each that was refused whole.
// Returns: how many are forgotten.
template <class Call, class OfStub, class OfRefusal>
std::uint64_t visit_orders(const Core& core, const Known& known, Call&& call, OfStub&& of_stub,
                           OfRefusal&& of_refusal) {
  std::uint64_t forgotten = 0;
  // Of a key that was used again only the last use is known.
  std::map<OrderKey, const AskedOrder*> last_use;
  for (const AskedOrder& asked : known.orders()) {
    if (asked.refusal == 0) last_use[asked.key] = &asked;
  }
  for (const AskedOrder& asked : known.orders()) {
    if (asked.refusal != 0) {
      of_refusal(known.refused()[asked.refusal - 1], asked);
      continue;
    }
    const std::optional<OrderInspection> order = core.find_order(asked.key);
    const std::optional<StubInspection> stub = core.find_stub(asked.key);
    if (!order && !stub) {
      ++forgotten;
    } else if (last_use.at(asked.key) == &asked) {
      order ? call(*order, asked) : of_stub(*stub, asked);
    }
  }
  return forgotten;
}
template <class Call>
void visit_orders(const Core& core, const Known& known, Call&& call) {
  (void)visit_orders(
      core, known, [&call](const OrderInspection& order, const AskedOrder&) { call(order); },
      [](const StubInspection&, const AskedOrder&) {},
      [](const RefusedOrder&, const AskedOrder&) {});
}

struct Units {
  std::uint64_t ordered{};
  std::uint64_t held{};
  std::uint64_t waiting{};
  std::uint64_t refused{};
};

Units units_of(const OrderInspection& order) {
  Units units;
  for (const LineInspection& line : order.lines) {
    units.ordered += line.ordered;
    units.held += line.held;
    units.waiting += line.waiting;
    units.refused += line.refused;
  }
  return units;
}

bool is_wanted(const OrderInspection& order, const Units& units, const StateOptions& options) {
  if (options.order.present() && order.order_key != options.order) return false;
  if (options.sku.present() && std::ranges::none_of(order.lines, [&](const LineInspection& line) {
        return line.sku == options.sku;
      })) {
    return false;
  }
  if (!options.state) return true;
  const bool open = order.status == OrderStatus::open;
  const bool paid = order.payment != Payment::unpaid && order.payment != Payment::pending;
  switch (*options.state) {
    case OrderState::open: return open;
    case OrderState::cancelled: return order.status == OrderStatus::cancelled;
    case OrderState::expired: return order.status == OrderStatus::expired;
    case OrderState::rejected: return order.status == OrderStatus::rejected;
    case OrderState::elsewhere: return order.status == OrderStatus::elsewhere;
    case OrderState::shipped: return order.status == OrderStatus::shipped;
    case OrderState::unpaid: return open && !paid;
    case OrderState::paid: return open && paid;
    case OrderState::in_review: return open && order.review == Review::in_review;
    case OrderState::waiting: return open && units.waiting != 0;
    case OrderState::refused: return false;
  }
  return false;
}

// How it ended is all that a stub can be asked for.
bool is_wanted(const StubInspection& stub, const StateOptions& options) {
  if (options.order.present() && stub.order_key != options.order) return false;
  if (options.sku.present()) return false;
  if (!options.state) return true;
  switch (*options.state) {
    case OrderState::cancelled: return stub.status == OrderStatus::cancelled;
    case OrderState::expired: return stub.status == OrderStatus::expired;
    case OrderState::rejected: return stub.status == OrderStatus::rejected;
    case OrderState::elsewhere: return stub.status == OrderStatus::elsewhere;
    case OrderState::shipped: return stub.status == OrderStatus::shipped;
    default: return false;
  }
}

bool is_wanted(const RefusedOrder& refused, const AskedOrder& asked, const StateOptions& options) {
  if (options.order.present() && asked.key != options.order) return false;
  if (options.sku.present() && std::ranges::find(refused.skus, options.sku) == refused.skus.end()) {
    return false;
  }
  return !options.state || *options.state == OrderState::refused;
}

// How the money of each order stands: two columns behind the value, where any amount was recorded.
class BalanceColumns {
 public:
  void add(const OrderInspection& order) {
    any_ = any_ || order.payments.recorded;
    open_ += order.payments.open;
    refund_due_ += order.payments.refund_due;
    rows_.push_back({order.payments.open, order.payments.refund_due});
  }
  void add_none() { rows_.push_back({Json(), Json()}); }
  void insert_into(Sheet& sheet) const {
    if (!any_) return;
    const auto value = std::ranges::find(sheet.columns, std::string("value"), &SheetColumn::name);
    const auto at = value - sheet.columns.begin() + 1;
    sheet.columns.insert(sheet.columns.begin() + at,
                         {{"open", CellKind::money, 5, false},
                          {"refund_due", CellKind::money, 5, false, false, tone_of_open}});
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      sheet.rows[i].insert(sheet.rows[i].begin() + at, rows_[i].begin(), rows_[i].end());
    }
    const std::array<Json, 2> sums{open_, refund_due_};
    sheet.totals.insert(sheet.totals.begin() + at, sums.begin(), sums.end());
  }

 private:
  bool any_{};
  MoneyMinor open_{};
  MoneyMinor refund_due_{};
  std::vector<std::array<Json, 2>> rows_;
};

std::vector<SheetColumn> orders_columns() {
  return {{"order", CellKind::key, 0, true},
          number_column,
          {"status", CellKind::text, 1, false, false, tone_of_status},
          {"payment", CellKind::text, 3, false},
          {"review", CellKind::text, 8, false, false, tone_of_open},
          {"units", CellKind::count, 3, false},
          {"promised", CellKind::count, 12, false},
          {"held", CellKind::count, 5, false},
          {"waiting", CellKind::count, 4, false, false, tone_of_open},
          {.name = "refused", .kind = CellKind::count, .importance = 4, .only_where_some = true},
          {"value", CellKind::money, 6, false},
          {"pay_by", CellKind::time, 9, false},
          {"channel", CellKind::text, 10, true},
          {"zone", CellKind::text, 11, true},
          {"time", CellKind::time, 13, false},
          {"reason", CellKind::text, 7, false},
          {"sequence", CellKind::sequence, 14, false},
          {"merged_into", CellKind::key, 7, true}};
}

}  // namespace

Sheet orders_sheet(const Core& core, const Known& known, const StateOptions& options) {
  Sheet sheet;
  sheet.name = "orders";
  sheet.columns = orders_columns();
  say_when(sheet, core, options.form);
  Units all;
  std::uint64_t promised = 0;
  MoneyMinor value = 0;
  std::uint64_t stubs = 0;
  BalanceColumns balances;
  const auto key_cell = [&options](const OrderKey& key) {
    return json::encode_key(key.high, key.low, options.form);
  };
  const auto merged_cell = [&key_cell](const OrderKey& into) {
    return into.present() ? key_cell(into) : Json();
  };
  const auto add_order = [&](const OrderInspection& order, const AskedOrder& asked) {
    const Units units = units_of(order);
    if (!is_wanted(order, units, options)) return;
    all.ordered += units.ordered;
    all.held += units.held;
    all.waiting += units.waiting;
    all.refused += units.refused;
    promised += asked.promised;
    value += order.value;
    balances.add(order);
    const bool open = order.status == OrderStatus::open;
    sheet.rows.push_back(
        {key_cell(order.order_key), number(order.order_number), std::string(name(order.status)),
         std::string(name(order.payment)),
         open && order.review == Review::in_review ? Json(std::string(name(order.review))) : Json(),
         units.ordered, asked.promised, units.held, units.waiting, units.refused, order.value,
         time_or_none(open ? order.pay_by : 0), code(core, IdKind::channel, order.channel.value),
         code(core, IdKind::zone, order.zone.value), asked.time, Json(), order.sequence,
         merged_cell(order.merged_into)});
  };
  const auto add_stub = [&](const StubInspection& stub, const AskedOrder& asked) {
    if (!is_wanted(stub, options)) return;
    ++stubs;
    balances.add_none();
    promised += asked.promised;
    value += stub.value;
    sheet.rows.push_back({key_cell(stub.order_key), Json(), std::string(name(stub.status)),
                          std::string(name(stub.payment)), Json(), Json(), asked.promised, Json(),
                          Json(), Json(), stub.value, Json(), Json(), Json(), asked.time, Json(),
                          stub.sequence, merged_cell(stub.merged_into)});
  };
  // Nothing is kept of such an order: what its command said is told.
  const auto add_refusal = [&](const RefusedOrder& refused, const AskedOrder& asked) {
    if (!is_wanted(refused, asked, options)) return;
    all.ordered += asked.units;
    all.refused += asked.units;
    value += refused.value;
    balances.add_none();
    sheet.rows.push_back({key_cell(asked.key), number(refused.order_number), "refused", Json(),
                          Json(), asked.units, std::uint64_t{0}, std::uint64_t{0}, std::uint64_t{0},
                          asked.units, refused.value, Json(),
                          code(core, IdKind::channel, refused.channel.value),
                          code(core, IdKind::zone, refused.zone.value), asked.time,
                          std::string(name(refused.reason)), refused.sequence, Json()});
  };
  const std::uint64_t forgotten = visit_orders(core, known, add_order, add_stub, add_refusal);
  sheet.totals = {json::counted(sheet.rows.size(), "order"),
                  Json(),
                  Json(),
                  Json(),
                  Json(),
                  all.ordered,
                  promised,
                  all.held,
                  all.waiting,
                  all.refused,
                  value,
                  Json(),
                  Json(),
                  Json(),
                  Json(),
                  Json(),
                  Json(),
                  Json()};
  balances.insert_into(sheet);
  sheet.facts["forgotten"] = forgotten;
  sheet.facts["stubs"] = stubs;
  if (stubs != 0) {
    sheet.notes.push_back("of " + json::counted(stubs, "order") +
                          " that ended long ago the lines are forgotten");
  }
  if (forgotten != 0 && !options.order.present()) {
    sheet.notes.push_back(json::counted(forgotten, "order") + " that ended " +
                          std::string(json::of_count(forgotten, "is", "are")) +
                          " forgotten and not listed");
  }
  return sheet;
}

Sheet stock_sheet(const Core& core, const Known& known, const StateOptions& options) {
  Sheet sheet;
  sheet.name = "stock";
  sheet.columns = {
      {"sku", CellKind::text, 0, true},
      {"node", CellKind::text, 1, true},
      {"available", CellKind::count, 0, false, false, tone_of_available},
      {.name = "withheld", .kind = CellKind::count, .tone = tone_of_open, .only_where_some = true},
      {"held", CellKind::count, 2, false},
      {"allocated", CellKind::count, 3, false}};
  say_when(sheet, core, options.form);
  struct Promised {
    std::uint64_t held{};
    std::uint64_t allocated{};
  };
  std::map<std::pair<SkuId, NodeId>, Promised> cells;
  for (const auto& cell : known.cells()) cells[cell];
  visit_orders(core, known, [&](const OrderInspection& order) {
    if (order.status != OrderStatus::open) return;
    for (const LineInspection& line : order.lines) {
      for (const HoldInspection& hold : line.holds) {
        Promised& promised = cells[{line.sku, hold.node}];
        (line.state == LineState::allocated ? promised.allocated : promised.held) += hold.quantity;
      }
    }
  });
  std::uint64_t available = 0;
  std::uint64_t withheld = 0;
  Promised all;
  for (const auto& [cell, promised] : cells) {
    if (options.sku.present() && cell.first != options.sku) continue;
    const std::uint64_t here = core.available(cell.first, cell.second);
    const std::uint64_t kept = known.safety().withheld(core, cell.first, cell.second);
    available += here;
    withheld += kept;
    all.held += promised.held;
    all.allocated += promised.allocated;
    sheet.rows.push_back({code(core, IdKind::sku, cell.first.value),
                          code(core, IdKind::node, cell.second.value), here, kept, promised.held,
                          promised.allocated});
  }
  sheet.totals = {"total", Json(), available, withheld, all.held, all.allocated};
  if (const std::string by = known.safety().by_whom(core); withheld != 0) {
    sheet.notes.push_back("withheld: of what is available, what is not for sale: " + by);
  }
  if (options.sku.present()) return sheet;
  const Conservation books = core.conservation();
  sheet.facts["on_hand"] = books.on_hand;
  sheet.facts["unavailable"] = books.unavailable;
  sheet.facts["deficit"] = books.deficit;
  sheet.facts["waiting"] = books.waiting;
  if (books.picked != 0) {
    sheet.facts["picked"] = books.picked;
    sheet.notes.push_back("picked " + std::to_string(books.picked));
  }
  sheet.notes.push_back("on hand " + std::to_string(books.on_hand) + ", unavailable " +
                        std::to_string(books.unavailable) + ", promised but not there " +
                        std::to_string(books.deficit) + "; " +
                        json::counted(books.waiting, "unit") + " waited for");
  return sheet;
}

Sheet waiting_sheet(const Core& core, const Known& known, const StateOptions& options) {
  Sheet sheet;
  sheet.name = "waiting";
  sheet.columns = {{"sku", CellKind::text, 0, true},
                   {"order", CellKind::key, 0, true},
                   number_column,
                   {"line", CellKind::number, 3, false},
                   {"units", CellKind::count, 0, false},
                   {"payment", CellKind::text, 2, false, false, tone_of_payment},
                   {"ship_by", CellKind::time, 1, false},
                   {"sequence", CellKind::sequence, 4, false}};
  say_when(sheet, core, options.form);
  // By SKU, then in the sequence in which the orders were placed.
  std::map<std::tuple<SkuId, Sequence, std::uint64_t>, std::vector<Json>> lines;
  std::uint64_t units = 0;
  std::uint64_t orders = 0;
  visit_orders(core, known, [&](const OrderInspection& order) {
    bool waits = false;
    for (std::uint64_t line_number = 0; line_number < order.lines.size(); ++line_number) {
      const LineInspection& line = order.lines[line_number];
      if (line.waiting == 0 || (options.sku.present() && line.sku != options.sku)) continue;
      waits = true;
      units += line.waiting;
      lines[{line.sku, order.sequence, line_number}] = {
          code(core, IdKind::sku, line.sku.value),
          json::encode_key(order.order_key.high, order.order_key.low, options.form),
          number(order.order_number),
          line_number,
          std::uint64_t{line.waiting},
          std::string(name(order.payment)),
          time_or_none(order.ship_by),
          order.sequence};
    }
    orders += waits ? 1 : 0;
  });
  for (auto& [place, line] : lines) sheet.rows.push_back(std::move(line));
  sheet.totals = {json::counted(sheet.rows.size(), "line"),
                  json::counted(orders, "order"),
                  Json(),
                  Json(),
                  units,
                  Json(),
                  Json(),
                  Json()};
  sheet.facts["lines"] = sheet.rows.size();
  sheet.facts["orders"] = orders;
  return sheet;
}

}  // namespace allot::inspection
