// The full scan behind Core::conservation() (docs/rules.md §10), and look-ups for tools.
#include <string>
#include <vector>

#include "core/core_state.hpp"

namespace allot {
namespace {

struct Promised {
  std::uint64_t held{};
  std::uint64_t allocated{};
};

class Scan {
 public:
  Scan(const Allocation& allocation, const Catalogue& catalogue)
      : allocation_(allocation),
        catalogue_(catalogue),
        promised_(allocation.stock().lots().fresh()),
        waiting_(catalogue.skus().count() + 1) {}

  Conservation run() {
    const OrderBook& book = allocation_.book();
    for (const std::uint32_t slot : book.open_by_sequence()) scan_open(book[slot]);
    for (const std::uint32_t slot : book.closed_oldest_first()) scan_closed(book[slot]);
    for (std::uint32_t slot = 1; slot < promised_.size(); ++slot) scan_lot(slot);
    for (std::uint32_t sku = 1; sku <= catalogue_.skus().count(); ++sku) scan_row(SkuId{sku});
    return result_;
  }

 private:
  void fault(std::string text) {
    if (!result_.holds) return;
    result_.holds = false;
    result_.fault = std::move(text);
  }
  static std::string name(const Order& order, std::uint32_t line) {
    return "order placed at sequence " + std::to_string(order.sequence) + ", line " +
           std::to_string(line);
  }

  void scan_open(const Order& order) {
    const OrderBook& book = allocation_.book();
    book.visit_lines(order, [&](const Line& line, std::uint32_t i) {
      ++result_.lines;
      result_.waiting += line.waiting;
      if (line.entry != 0) waiting_[line.sku.value] += line.waiting;
      std::uint64_t parts = 0;
      book.visit_holds(line, [&](std::uint32_t lot, std::uint32_t quantity) {
        parts += quantity;
        (order.firm() ? promised_[lot].allocated : promised_[lot].held) += quantity;
        if (allocation_.stock().lot(lot).sku != line.sku) {
          fault(name(order, i) + ": holds a lot of another SKU");
        }
      });
      if (parts + line.waiting + (line.refused ? line.ordered : 0) != line.ordered) {
        fault(name(order, i) + ": ordered is not held + allocated + waiting + refused");
      }
    });
  }
  void scan_closed(const Order& order) {
    allocation_.book().visit_lines(order, [&](const Line& line, std::uint32_t i) {
      ++result_.lines;
      if (line.lot != 0 || line.waiting != 0) {
        fault(name(order, i) + ": an ended order still holds or waits");
      }
    });
  }
  void scan_lot(std::uint32_t slot) {
    const Lot& lot = allocation_.stock().lot(slot);
    ++result_.lots;
    result_.on_hand += lot.on_hand;
    result_.available += lot.available;
    result_.held += lot.held;
    result_.allocated += lot.allocated;
    result_.unavailable += lot.unavailable;
    result_.deficit += lot.deficit;
    const std::uint64_t books = std::uint64_t{lot.on_hand} + lot.deficit;
    // What the orders themselves say that they were promised, not what the lot says.
    const std::uint64_t promised = promised_[slot].held + promised_[slot].allocated;
    if (promised > books) result_.oversold_units += promised - books;
    const std::string where = "lot " + std::to_string(lot.code) + " of SKU " +
                              std::to_string(lot.sku.value) + " at node " +
                              std::to_string(lot.node.value);
    if (books != std::uint64_t{lot.available} + lot.held + lot.allocated + lot.unavailable) {
      fault(where + ": on_hand + deficit is not available + held + allocated + unavailable");
    }
    if (promised_[slot].held != lot.held || promised_[slot].allocated != lot.allocated) {
      fault(where + ": held and allocated are not what its orders hold");
    }
  }

  // The sums that decisions read must be those of the lots and of the lines.
  void scan_row(SkuId sku) {
    const Stock& stock = allocation_.stock();
    std::uint64_t available = 0;
    std::uint64_t held = 0;
    for (std::uint32_t node = 1; node <= catalogue_.nodes().count(); ++node) {
      std::uint64_t in_cell = 0;
      for (std::uint32_t slot = stock.first_lot(sku, NodeId{node}); slot != 0;
           slot = stock.lot(slot).next) {
        in_cell += stock.lot(slot).available;
        held += stock.lot(slot).held;
      }
      if (in_cell != stock.available(sku)[node - 1]) {
        fault("SKU " + std::to_string(sku.value) + " at node " + std::to_string(node) +
              ": available is not the sum of its lots");
      }
      available += in_cell;
    }
    const SkuRow& row = stock.row(sku);
    if (row.available != available || row.held != held || row.waiting != waiting_[sku.value]) {
      fault("SKU " + std::to_string(sku.value) +
            ": its totals are not the sums of its lots and waiting lines");
    }
  }

  const Allocation& allocation_;
  const Catalogue& catalogue_;
  std::vector<Promised> promised_;
  std::vector<std::uint64_t> waiting_;  // by SKU
  Conservation result_;
};

}  // namespace

Conservation Core::conservation() const {
  return Scan(state_->allocation, state_->catalogue).run();
}

std::optional<OrderInspection> Core::find_order(const OrderKey& key) const {
  const OrderBook& book = state_->allocation.book();
  const std::uint32_t slot = book.find(key);
  if (slot == 0) return std::nullopt;
  const Order& order = book[slot];
  OrderInspection result{
      .order_key = order.key,
      .sequence = order.sequence,
      .channel = order.channel,
      .zone = order.zone,
      .value = order.value,
      .status = order.status,
      .payment = order.payment,
      .review = order.review,
      .ship_stop = order.ship_stop,
      .version = order.version,
      .pay_by = order.pay_by,
      .remind_at = order.remind_at,
      .review_by = order.review_by,
      .ship_complete = order.ship_complete,
      .lines = {},
  };
  book.visit_lines(order, [&](const Line& line, std::uint32_t) {
    LineInspection seen{
        line.sku, line.ordered, line.waiting, line.refused ? line.ordered : 0, line.price, {}};
    book.visit_holds(line, [&](std::uint32_t slot_of_lot, std::uint32_t quantity) {
      const Lot& lot = state_->allocation.stock().lot(slot_of_lot);
      seen.holds.push_back({lot.node, lot.code, quantity});
    });
    result.lines.push_back(std::move(seen));
  });
  return result;
}

namespace {

template <class IdType>
std::optional<IdType> found(std::uint32_t id) {
  if (id == 0) return std::nullopt;
  return IdType{id};
}
std::string_view code_of(const CodeTable& table, std::uint32_t id) {
  return table.known(id) ? table.code(id).text() : std::string_view{};
}

}  // namespace

std::optional<SkuId> Core::find_sku(std::string_view code) const {
  return found<SkuId>(state_->catalogue.skus().find(code));
}
std::optional<NodeId> Core::find_node(std::string_view code) const {
  return found<NodeId>(state_->catalogue.nodes().find(code));
}
std::optional<ChannelId> Core::find_channel(std::string_view code) const {
  return found<ChannelId>(state_->catalogue.channel_codes().find(code));
}
std::optional<ZoneId> Core::find_zone(std::string_view code) const {
  return found<ZoneId>(state_->catalogue.zones().find(code));
}
std::string_view Core::sku_code(SkuId id) const {
  return code_of(state_->catalogue.skus(), id.value);
}
std::string_view Core::node_code(NodeId id) const {
  return code_of(state_->catalogue.nodes(), id.value);
}
std::string_view Core::channel_code(ChannelId id) const {
  return code_of(state_->catalogue.channel_codes(), id.value);
}
std::string_view Core::zone_code(ZoneId id) const {
  return code_of(state_->catalogue.zones(), id.value);
}

std::uint64_t Core::available(SkuId sku, NodeId node) const {
  if (!state_->catalogue.known(sku) || !state_->catalogue.known(node)) return 0;
  return state_->allocation.stock().available(sku)[node.value - 1];
}

}  // namespace allot
