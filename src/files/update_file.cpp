#include "files/update_file.hpp"

#include <xxhash.h>

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "files/column_names.hpp"
#include "files/expiry.hpp"
#include "files/named_table.hpp"
#include "files/numbers.hpp"
#include "files/text_rules.hpp"
#include "json/near_name.hpp"

namespace allot::files {

namespace {

enum Column : std::size_t {
  time,
  type,
  order,
  sku,
  node,
  quantity,
  lot,
  expiry,
  amount,
  kind,
  payment,
  currency,
  column_count,
};

struct TypeNames {
  UpdateType type;
  std::string_view names;  // folded, with blanks between them
};

// What exports and webhooks of shops call them; cancellations are called as statuses are.
constexpr std::array<TypeNames, 5> other_names{{
    {UpdateType::payment,
     "paid confirmpayment paymentconfirmed zahlung bezahlt paiement paye payee reglement pago "
     "pagado pagamento pagato betaling betaald platnosc zaplacono 入金 支払い 付款 已付款"},
    {UpdateType::payment_pending, "pending paiementenattente pagopendiente"},
    {UpdateType::payment_failed,
     "failpayment failedpayment zahlungfehlgeschlagen paiementechoue paiementrefuse pagofallido"},
    {UpdateType::receipt,
     "receive received delivery wareneingang reception recu livraison recepcion recibido "
     "ricevimento carico ontvangst przyjecie recebimento 入荷 入库 入庫"},
    {UpdateType::adjust,
     "adjustment correction korrektur ajustement ajuste rettifica correctie korekta 調整 调整"},
}};

struct KindNames {
  PaymentKind kind;
  std::string_view names;
};

// What providers and shops call what becomes of a payment. A refund that came to nothing, or a
// payment that was declined, moves no money and is none of these. What is refunded is called as
// statuses are, too.
constexpr std::array<KindNames, 5> kind_words{{
    {PaymentKind::authorised,
     "authorised authorized authorisation authorization autorisiert autorisierung vorgemerkt "
     "autorise autorisation autorizado autorizacion autorizzato autorizzazione geautoriseerd "
     "autoryzowano autorizacao 与信 オーソリ 预授权"},
    {PaymentKind::captured,
     "captured capture paid settled partiallypaid partpayment eingezogen anzahlung teilzahlung "
     "bezahlt encaisse acompte paye cobrado pagado incassato acconto pagato aanbetaling betaald "
     "pobrano zaplacono zaliczka capturado pago 入金 売上 已付款 已支付 定金"},
    {PaymentKind::refunded,
     "partiallyrefunded partialrefund zwrot zwrocono vraceno iade iadeedildi"},
    {PaymentKind::reversed,
     "reversed reversal ruecklastschrift rucklastschrift rejetprelevement cofnieto 冲正"},
    {PaymentKind::charged_back,
     "chargedback chargeback rueckbuchung ruckbuchung retrofacturation contracargo "
     "obciazeniezwrotne チャージバック 拒付"},
}};

std::optional<PaymentKind> kind_of(std::string_view text) {
  if (is_name(text, words_of(Words::refund))) return PaymentKind::refunded;
  const std::string name = ' ' + folded_name(text) + ' ';
  for (const KindNames& known : kind_words) {
    const std::string names = ' ' + std::string(known.names) + ' ';
    if (name.size() > 2 && names.find(name) != std::string::npos) return known.kind;
  }
  return std::nullopt;
}

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
    if (plain == update_type_texts[i].name) return static_cast<UpdateType>(i);
  }
  if (is_name(text, words_of(Words::called_off))) return UpdateType::cancel;
  const std::string name = ' ' + folded_name(text) + ' ';
  for (const TypeNames& other : other_names) {
    const std::string names = ' ' + std::string(other.names) + ' ';
    if (name.size() > 2 && names.find(name) != std::string::npos) return other.type;
  }
  return std::nullopt;
}

bool is_of_order(UpdateType type) noexcept { return type <= UpdateType::cancel; }

std::string types_advice(std::string_view text) {
  std::vector<std::string> names;
  for (const UpdateTypeText& known : update_type_texts) names.emplace_back(known.name);
  const std::string_view near = json::near_name(plain_type(text), names);
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return (near.empty() ? "" : "did you mean '" + std::string(near) + "'? ") + "Types are " + all;
}

// Reads one table, row by row.
class UpdateReader {
 public:
  UpdateReader(NamedTable& table, const SourceOrders& orders, TimeReader& times, LotNumbers& lots,
               char decimal, const TimeWindow& window, ExpiryReader& expiries, bool sku_capitals,
               UpdateFile& file)
      : t_(table),
        book_(orders),
        times_(times),
        lots_(lots),
        decimal_(decimal),
        money_decimal_(decimal == '\0' ? table.decimal_of(amount, 2, '.') : decimal),
        window_(window),
        expiries_(expiries),
        sku_capitals_(sku_capitals),
        file_(file) {
    orders_.reserve(orders.orders.size() + orders.numbers_outside.size());
    for (const Code& number : orders.numbers_outside) orders_.emplace(number.text(), outside);
    for (std::size_t i = 0; i < orders.orders.size(); ++i) {
      orders_[orders.numbers[orders.orders[i].number].text()] = static_cast<std::uint32_t>(i);
    }
  }

  // Effects: uses the row, or leaves it out for the first reason that applies.
  void take() {
    UpdateRow row;
    if (!read_type(row) || !read_kind(row)) return;
    if (row.type != UpdateType::payment || row.pays()) {
      file_.has[static_cast<std::size_t>(row.type)] = true;
    }
    const std::optional<TimeNs> at = times_.read(t_[time]);
    if (!at) {
      return t_.leave_out("time_unreadable",
                          "a time such as 2026-11-11 00:00:05, 1970 to 2090, is expected, or one "
                          "as the map of the orders says",
                          time);
    }
    row.time = *at;
    row.line = t_.line();
    if (!is_of_order(row.type) && !window_.holds(row.time, times_.last_offset())) {
      return t_.leave_out("outside_window",
                          "stock is what lies there when the window begins, and nothing is "
                          "rehearsed beyond its end",
                          time);
    }
    if (is_of_order(row.type) ? !read_order(row) : row.type != UpdateType::tick && !read_stock(row))
      return;
    if (row.type != UpdateType::tick)
      note_repeat(t_, "what it brings counts again, what is settled is refused");
    file_.rows.push_back(std::move(row));
    t_.use();
  }

 private:
  // A payment's type may be its kind, as in "refunded".
  bool read_type(UpdateRow& row) {
    const std::string_view text = t_[type];
    if (text.empty()) {
      t_.leave_out("type_missing", "the row does not say what happened; " + types_advice({}), type);
      return false;
    }
    if (const std::optional<UpdateType> known = type_of(text)) {
      row.type = *known;
      return true;
    }
    if (const std::optional<PaymentKind> known = kind_of(text)) {
      row.type = UpdateType::payment;
      row.kind = *known;
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

  bool read_kind(UpdateRow& row) {
    const std::string_view text = t_[kind];
    if (row.type != UpdateType::payment || text.empty()) return true;
    const std::optional<PaymentKind> known = kind_of(text);
    if (known) {
      row.kind = *known;
      return true;
    }
    t_.leave_out("kind_unknown",
                 "of a payment's amount it is said that it is authorised, captured, refunded, "
                 "reversed or charged_back",
                 kind);
    return false;
  }

  // Requires: the row's order is known.
  bool read_amount(UpdateRow& row) {
    const std::string_view text = t_[amount];
    if (text.empty()) {
      if (row.kind == PaymentKind::captured) return true;
      t_.leave_out("amount_missing",
                   "only what was captured may be all that is due: the row has to say how much",
                   amount);
      return false;
    }
    const SourceOrder& known = book_.orders[row.order];
    const std::string& of_order = book_.money_of(known.channel).currency;
    const std::string_view named = currency_code(t_[currency]);
    if (!named.empty() && !exponent_of(named)) {
      t_.leave_out("currency_unreadable", "three letters such as EUR are expected", currency);
      return false;
    }
    if (!named.empty() && !of_order.empty() && !same_text(named, of_order)) {
      t_.leave_out("currency_differs", "the order is in another currency, and none is converted",
                   currency);
      return false;
    }
    const std::string_view of = named.empty() ? std::string_view(of_order) : named;
    const Amount read = parse_amount(text, money_decimal_, exponent_of(of).value_or(2));
    const bool may_be_negative = row.kind >= PaymentKind::refunded;
    if (!read.valid || !read.exact || read.minor == 0 || (read.negative && !may_be_negative)) {
      t_.leave_out("amount_unreadable",
                   "an amount above 0 is expected, with no more decimals than the currency has; "
                   "what went back is told as refunded, reversed or charged_back",
                   amount);
      return false;
    }
    row.amount = read.minor;
    row.payment_key = key_of(t_[payment]);
    return true;
  }

  // Returns: the key that a text names. A row without one tells of a payment of its own.
  [[nodiscard]] PaymentKey key_of(std::string_view text) const noexcept {
    if (text.empty()) return {t_.line(), 0};
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    return {hash.low64, hash.high64 | 1U};
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
    if (known->second == outside) {
      t_.leave_out("outside_window", "the order came before or after what was asked for", order);
      return false;
    }
    row.order = known->second;
    return row.type != UpdateType::payment || read_amount(row);
  }

  bool read_stock(UpdateRow& row) {
    if (!read_sku(t_, sku, sku_capitals_, row.sku)) return false;
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
    return expiries_.read(t_, expiry, file_.rows.size(), row.expires_at);
  }

  static constexpr std::uint32_t outside = 0xFFFF'FFFFU;  // of the window, no order's place

  NamedTable& t_;
  const SourceOrders& book_;
  TimeReader& times_;
  LotNumbers& lots_;
  char decimal_;
  char money_decimal_;
  const TimeWindow& window_;
  ExpiryReader& expiries_;
  bool sku_capitals_;
  UpdateFile& file_;
  std::unordered_map<std::string_view, std::uint32_t> orders_;  // by number
};

}  // namespace

std::span<const NamedColumn> update_columns() {
  static const std::array<NamedColumn, column_count> columns{{
      {"time", column_names(ShopColumn::time), true, false},
      {"type", column_names(ShopColumn::type), true, false},
      {"order", column_names(ShopColumn::order), false, false},
      {"sku", column_names(ShopColumn::sku), false, false},
      {"node", column_names(ShopColumn::node), false, false},
      {"quantity", column_names(ShopColumn::quantity), false, true},
      {"lot", column_names(ShopColumn::lot), false, false},
      {"expiry", column_names(ShopColumn::expiry), false, false},
      {"amount", column_names(ShopColumn::amount), false, true},
      {"kind", column_names(ShopColumn::kind), false, false},
      {"payment_key", column_names(ShopColumn::payment), false, false},
      {"currency", column_names(Role::currency), false, false},
  }};
  return columns;
}

Result<UpdateFile> read_updates(const std::string& path, const SourceOrders& orders,
                                TimeReader& times, LotNumbers& lots, char decimal,
                                const TimeWindow& window, ReadWatch* watch, const TableForm& form) {
  Result<NamedTable> table = NamedTable::open(path, update_columns(), "updates", form, watch);
  if (!table.ok()) return table.status();
  Result<ExpiryReader> expiries = ExpiryReader::make(times.forms());
  if (!expiries.ok()) return expiries.status();
  UpdateFile file;
  file.account.path = path;
  UpdateReader reader(table.value(), orders, times, lots, decimal, window, expiries.value(),
                      form.sku_capitals, file);
  const Status status = each_row(table.value(), file.account, [&reader] { reader.take(); });
  if (!status.ok()) return status;
  for (const ExpiryReader::Change& change : expiries.value().settle(file.account.rows)) {
    file.rows[change.row].expires_at = change.at;
  }
  std::stable_sort(file.rows.begin(), file.rows.end(),
                   [](const UpdateRow& a, const UpdateRow& b) { return a.time < b.time; });
  return file;
}

}  // namespace allot::files
