#include "files/update_file.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "files/named_table.hpp"
#include "files/text_rules.hpp"
#include "json/near_name.hpp"

namespace allot::files {

namespace {

enum Column : std::size_t { time, type, order, sku, node, quantity, lot, expiry, column_count };

struct TypeName {
  std::string_view name;
  UpdateType type;
};

// What exports and webhooks of shops call them, in capitals or not.
constexpr std::array<TypeName, 20> other_names{{
    {"paid", UpdateType::payment},
    {"confirm_payment", UpdateType::payment},
    {"payment_confirmed", UpdateType::payment},
    {"zahlung", UpdateType::payment},
    {"付款", UpdateType::payment},
    {"pending", UpdateType::payment_pending},
    {"fail_payment", UpdateType::payment_failed},
    {"failed_payment", UpdateType::payment_failed},
    {"cancelled", UpdateType::cancel},
    {"canceled", UpdateType::cancel},
    {"cancellation", UpdateType::cancel},
    {"storno", UpdateType::cancel},
    {"取消", UpdateType::cancel},
    {"receive", UpdateType::receipt},
    {"received", UpdateType::receipt},
    {"delivery", UpdateType::receipt},
    {"wareneingang", UpdateType::receipt},
    {"入库", UpdateType::receipt},
    {"adjustment", UpdateType::adjust},
    {"correction", UpdateType::adjust},
}};

std::string plain_type(std::string_view text) {
  std::string plain(text);
  for (char& c : plain) {
    if (c == ' ' || c == '-') c = '_';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return plain;
}

std::optional<UpdateType> type_of(std::string_view text) {
  const std::string plain = plain_type(text);
  for (std::size_t i = 0; i < update_type_count; ++i) {
    if (plain == update_type_names[i]) return static_cast<UpdateType>(i);
  }
  for (const TypeName& other : other_names) {
    if (plain == other.name) return other.type;
  }
  return std::nullopt;
}

bool is_of_order(UpdateType type) noexcept { return type <= UpdateType::cancel; }

std::string types_advice(std::string_view text) {
  std::vector<std::string> names(update_type_names.begin(), update_type_names.end());
  const std::string_view near = json::near_name(plain_type(text), names);
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return (near.empty() ? "" : "did you mean '" + std::string(near) + "'? ") + "Types are " + all;
}

// Reads one table, row by row.
class UpdateReader {
 public:
  UpdateReader(NamedTable& table, const SourceOrders& orders, TimeReader& times, LotNumbers& lots,
               char decimal, UpdateFile& file)
      : t_(table), times_(times), lots_(lots), decimal_(decimal), file_(file) {
    orders_.reserve(orders.orders.size());
    for (std::size_t i = 0; i < orders.orders.size(); ++i) {
      orders_.emplace(orders.numbers[orders.orders[i].number].text(),
                      static_cast<std::uint32_t>(i));
    }
  }

  // Effects: uses the row, or leaves it out for the first reason that applies.
  void take() {
    UpdateRow row;
    if (!read_type(row.type)) return;
    file_.has[static_cast<std::size_t>(row.type)] = true;
    const std::optional<TimeNs> at = times_.read(t_[time]);
    if (!at) {
      return t_.leave_out("time_unreadable",
                          "a time such as 2026-11-11 00:00:05, 1970 to 2090, is expected, or one "
                          "as the map of the orders says",
                          time);
    }
    row.time = *at;
    if (is_of_order(row.type) ? !read_order(row) : row.type != UpdateType::tick && !read_stock(row))
      return;
    file_.rows.push_back(std::move(row));
    t_.use();
  }

 private:
  bool read_type(UpdateType& value) {
    const std::string_view text = t_[type];
    if (text.empty()) {
      t_.leave_out("type_missing", "the row does not say what happened; " + types_advice({}), type);
      return false;
    }
    const std::optional<UpdateType> known = type_of(text);
    if (known) {
      value = *known;
      return true;
    }
    if (plain_type(text) == "count") {
      t_.leave_out("count_of_all",
                   "a count says what lies there, and what was shipped is not told to a "
                   "rehearsal: write the difference to the books, as 'adjust'",
                   type);
      return false;
    }
    t_.leave_out("type_unknown", types_advice(text), type);
    return false;
  }

  bool read_order(UpdateRow& row) {
    const std::string_view text = t_[order];
    if (text.empty()) {
      t_.leave_out("order_missing", "payments and cancellations name an order", order);
      return false;
    }
    if (row.type == UpdateType::cancel && !(t_[sku].empty() && t_[quantity].empty())) {
      t_.leave_out("part_of_order",
                   "an order is cancelled whole: leave SKU and quantity empty where that is meant",
                   t_[sku].empty() ? quantity : sku);
      return false;
    }
    const auto known = orders_.find(order_number_of(text).text());
    if (known == orders_.end()) {
      t_.leave_out("order_unknown",
                   "no order of the file has this number, or none of its rows was used", order);
      return false;
    }
    row.order = known->second;
    return true;
  }

  bool read_stock(UpdateRow& row) {
    if (!read_code(t_, sku, "sku", row.sku)) return false;
    row.node = "main";
    if (t_.has(node) && !read_code(t_, node, "node", row.node)) return false;
    std::int64_t units = 0;
    if (!read_units(t_, quantity, "quantity", decimal_, units)) return false;
    if (row.type == UpdateType::receipt && units <= 0) {
      t_.leave_out("non_positive_receipt",
                   "a receipt brings a unit at least; what is missing is told as 'adjust'",
                   quantity);
      return false;
    }
    if (units == 0) {
      t_.leave_out("zero_quantity", "a correction by nothing changes nothing", quantity);
      return false;
    }
    row.quantity = static_cast<std::int32_t>(units);
    row.lot = lots_.of(t_[lot]);
    const std::optional<TimeNs> expires = read_expiry(t_[expiry]);
    if (!expires) {
      t_.leave_out("expiry_unreadable", "a day such as 2026-12-24 is expected", expiry);
      return false;
    }
    row.expires_at = *expires;
    return true;
  }

  NamedTable& t_;
  TimeReader& times_;
  LotNumbers& lots_;
  char decimal_;
  UpdateFile& file_;
  std::unordered_map<std::string_view, std::uint32_t> orders_;  // by number
};

}  // namespace

Result<UpdateFile> read_updates(const std::string& path, const SourceOrders& orders,
                                TimeReader& times, LotNumbers& lots, char decimal) {
  static const std::array<NamedColumn, column_count> columns{{
      {"time",
       {"date", "datetime", "timestamp", "at", "created_at", "datum", "zeit", "时间"},
       true},
      {"type", {"event", "kind", "topic", "art", "typ", "类型"}, true},
      {"order",
       {"order_number", "order_id", "order_no", "order_name", "bestellnummer", "订单号",
        "订单编号"},
       false},
      {"sku",
       {"product", "product_id", "article", "artikelnummer", "item", "stock_code", "货号"},
       false},
      {"node", {"warehouse", "location", "store", "lager", "standort", "site", "仓库"}, false},
      {"quantity", {"qty", "units", "menge", "数量"}, false},
      {"lot", {"batch", "charge", "lot_number", "批次"}, false},
      {"expiry", {"expires", "expires_at", "expiry_date", "best_before", "mhd", "有效期"}, false},
  }};
  Result<NamedTable> table = NamedTable::open(path, columns);
  if (!table.ok()) return table.status();
  UpdateFile file;
  file.account.path = path;
  UpdateReader reader(table.value(), orders, times, lots, decimal, file);
  const Status status = each_row(table.value(), file.account, [&reader] { reader.take(); });
  if (!status.ok()) return status;
  std::stable_sort(file.rows.begin(), file.rows.end(),
                   [](const UpdateRow& a, const UpdateRow& b) { return a.time < b.time; });
  return file;
}

}  // namespace allot::files
