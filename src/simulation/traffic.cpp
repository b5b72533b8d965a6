#include "simulation/traffic.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include "json/scalar_text.hpp"
#include "json/time_units.hpp"
#include "simulation/traffic_people.hpp"
#include "simulation/traffic_plan.hpp"
#include "types/name_token.hpp"

namespace allot::simulation {
namespace {

// Monday, 2 November 2026.
constexpr TimeNs traffic_begin_ns = 1'793'577'600LL * second_ns;
constexpr std::uint64_t stock_of_each = 1'000'000'000;
constexpr std::int64_t free_from = 5'000;
constexpr std::int64_t carriage = 495;

std::string sku_code(const TrafficPlan& plan, std::uint32_t sku) {
  std::string digits = std::to_string(sku + 1);
  digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
  return (plan.skus[sku].limited ? "L" : "T") + digits;
}

// What becomes of an order, one thing at one time.
struct Happening {
  enum class Kind : std::uint8_t { place, fails, pays, cancels, gives_back, charges_back };

  std::uint32_t at_s{};
  std::uint32_t order{};  // in the order of time
  Kind kind{};
};

class TrafficWriter {
 public:
  TrafficWriter(const TrafficPlan& plan, std::string& to) : plan_(plan), to_(to) {}

  void shop() {
    add(R"({"channel":{"code":"web","hold_ttl_ns":"30m","review_ttl_ns":"24h",)"
        R"("review_outcome":"approve","currency":"EUR"},"time":")");
    time(0);
    add("\"}\n{\"zone\":{\"code\":\"HOME\"}}\n{\"node\":{\"code\":\"DEPOT\"}}\n");
    add(R"({"network":{"channel":"web","node":"DEPOT"}})"
        "\n");
    add(R"({"lane":{"node":"DEPOT","zone":"HOME","parcel_cost":300,"unit_cost":20}})"
        "\n");
    for (std::uint32_t i = 0; i < plan_.skus.size(); ++i) {
      const std::string code = sku_code(plan_, i);
      add(R"({"sku":{"code":")");
      add(code);
      add(R"(","list_price":)");
      number(plan_.skus[i].list_price);
      add("}}\n{\"receive\":{\"sku\":\"");
      add(code);
      add(R"(","node":"DEPOT","quantity":)");
      number(stock_of_each);
      add("}}\n");
    }
  }

  void happening(const Happening& now, const TrafficOrder& order) {
    const std::uint64_t key = std::uint64_t{now.order} + 1;
    switch (now.kind) {
      case Happening::Kind::place: place(key, order); break;
      case Happening::Kind::fails: about("fail_payment", key); break;
      case Happening::Kind::pays: money("captured", key, order); break;
      case Happening::Kind::cancels: about("cancel", key); break;
      case Happening::Kind::gives_back: money("refunded", key, order); break;
      case Happening::Kind::charges_back: money("charged_back", key, order); break;
    }
    add(",\"time\":\"");
    time(now.at_s);
    add("\"}\n");
  }

 private:
  void add(std::string_view text) { to_ += text; }
  template <class Number>
  void number(Number value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value);
    to_.append(digits, end.ptr);
  }
  void time(std::uint32_t at_s) {
    to_ += json::time_text(traffic_begin_ns + std::int64_t{at_s} * second_ns);
  }

  void about(std::string_view what, std::uint64_t key) {
    add("{\"");
    add(what);
    add("\":{\"order_key\":");
    number(key);
    add("}");
  }
  [[nodiscard]] static std::int64_t shipping_of(const TrafficOrder& order) {
    return goods_of(order) < free_from ? carriage : 0;
  }
  void money(std::string_view kind, std::uint64_t key, const TrafficOrder& order) {
    add(R"({"payment":{"order_key":)");
    number(key);
    add(",\"payment_key\":");
    number(key);
    add(",\"amount\":");
    number(goods_of(order) + shipping_of(order) - order.discount);
    add(",\"kind\":\"");
    add(kind);
    add("\"}");
  }

  void token(std::string_view name, std::uint64_t value) {
    if (value == 0) return;
    add(",\"");
    add(name);
    add("\":");
    number(value);
  }
  void attribute(std::string_view name, std::int64_t value) {
    add(any_attribute_ ? R"(,{"name":")" : R"({"name":")");
    any_attribute_ = true;
    add(name);
    add("\",\"value\":");
    number(value);
    add("}");
  }
  void attribute(std::string_view name, std::uint64_t value) {
    if (value != 0) attribute(name, static_cast<std::int64_t>(value));
  }

  void place(std::uint64_t key, const TrafficOrder& order) {
    add(R"({"place":{"order_key":)");
    number(key);
    add(R"(,"channel":"web","zone":"HOME")");
    token("customer", order.customer);
    token("device", order.device);
    token("card", order.card);
    token("address", order.address);
    token("phone", order.phone);
    token("recipient", order.recipient);
    add(",\"lines\":[");
    bool is_limited = false;
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
      const TrafficLine& line = order.lines[i];
      is_limited = is_limited || plan_.skus[line.sku].limited;
      add(i == 0 ? R"({"sku":")" : R"(,{"sku":")");
      add(sku_code(plan_, line.sku));
      add(R"(","quantity":)");
      number(line.quantity);
      add(",\"price\":");
      number(line.price);
      add("}");
    }
    add("]");
    if (order.discount != 0) token("discount", static_cast<std::uint64_t>(order.discount));
    token("shipping", static_cast<std::uint64_t>(shipping_of(order)));
    add(",\"attributes\":[");
    any_attribute_ = false;
    if (order.account_age_s >= 0) attribute("account_age", order.account_age_s * second_ns);
    attribute("ip", order.ip);
    attribute("ip24", order.ip24);
    attribute("seller", std::uint64_t{plan_.skus[order.lines[0].sku].seller} + 1);
    attribute("campaign", order.campaign);
    attribute("basket", order.basket);
    if (order.has_coupon) attribute("coupon", order.campaign);
    if (is_limited) attribute("limited", std::int64_t{1});
    switch (order.place) {
      case TrafficPlace::home: break;
      case TrafficPlace::campus: place_type("campus"); break;
      case TrafficPlace::parcel_station: place_type("parcel_station"); break;
      case TrafficPlace::office: place_type("office"); break;
    }
    add("]}");
  }
  // A text is sent as its token, with the bits of a number that has a sign.
  void place_type(std::string_view text) {
    attribute("place_type", static_cast<std::int64_t>(name_token(text)));
  }

  const TrafficPlan& plan_;
  std::string& to_;
  bool any_attribute_{};
};

// Returns: them in the order of time; of one second in that in which they were made.
std::vector<TrafficOrder> by_time(std::vector<TrafficOrder> orders) {
  std::vector<std::pair<std::uint32_t, std::size_t>> times;
  times.reserve(orders.size());
  for (const TrafficOrder& order : orders) times.emplace_back(order.at_s, times.size());
  std::sort(times.begin(), times.end());
  std::vector<TrafficOrder> sorted;
  sorted.reserve(orders.size());
  for (const auto& [at_s, index] : times) sorted.push_back(std::move(orders[index]));
  return sorted;
}

std::vector<Happening> happenings_of(const std::vector<TrafficOrder>& orders) {
  using Kind = Happening::Kind;
  constexpr std::uint32_t between_tries = 20;
  std::vector<Happening> all;
  all.reserve(orders.size() * 2);
  for (std::uint32_t i = 0; i < orders.size(); ++i) {
    const TrafficOrder& order = orders[i];
    std::uint32_t at = order.at_s;
    all.push_back({at, i, Kind::place});
    for (std::uint8_t n = 0; n < order.payments_failed; ++n) {
      at += between_tries;
      all.push_back({at, i, Kind::fails});
    }
    if (order.fate == TrafficFate::unpaid) continue;
    at += order.pays_after_s;
    all.push_back({at, i, Kind::pays});
    at += order.ends_after_s;
    if (order.fate == TrafficFate::cancelled) {
      all.push_back({at, i, Kind::cancels});
      all.push_back({at + 1, i, Kind::gives_back});
    } else if (order.fate == TrafficFate::charged_back) {
      all.push_back({at, i, Kind::charges_back});
    }
  }
  std::sort(all.begin(), all.end(), [](const Happening& a, const Happening& b) {
    return std::tie(a.at_s, a.order, a.kind) < std::tie(b.at_s, b.order, b.kind);
  });
  return all;
}

}  // namespace

Traffic make_traffic(const TrafficSpec& spec) {
  TrafficPlan plan(spec);
  plan.orders.reserve(spec.orders);
  FraudTraffic fraud(plan);
  fraud.make();
  HonestTraffic(plan).make();
  fraud.double_some();
  const std::vector<TrafficOrder> orders = by_time(std::move(plan.orders));
  constexpr std::size_t bytes_of_order = 900;
  Traffic made;
  made.commands.reserve(orders.size() * bytes_of_order);
  TrafficWriter writer(plan, made.commands);
  writer.shop();
  for (const Happening& now : happenings_of(orders)) writer.happening(now, orders[now.order]);
  made.labels.reserve(orders.size());
  for (const TrafficOrder& order : orders) {
    made.labels.push_back({made.labels.size() + 1, order.of, order.kind});
  }
  return made;
}

std::string labels_csv(const Traffic& traffic) {
  std::string out = "order_key,class,kind,honest\n";
  for (const TrafficLabel& label : traffic.labels) {
    out += std::to_string(label.order_key);
    out += ',';
    out += traffic_class_names[static_cast<std::size_t>(label.of)];
    out += ',';
    out += label.kind;
    out += label.of == TrafficClass::honest ? ",yes\n" : ",no\n";
  }
  return out;
}

std::string set_traffic_shares(std::string_view text, TrafficSpec& spec) {
  constexpr auto duplicate = static_cast<std::size_t>(TrafficClass::duplicate);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    const std::string_view one = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t sign = one.find('=');
    const std::string_view name = one.substr(0, sign);
    const auto found = std::find(traffic_class_names.begin() + 1, traffic_class_names.end(), name);
    if (found == traffic_class_names.end()) {
      return "'" + std::string(name) +
             "' is none of scalper, bonus_hunter, brushing, card_testing, duplicate, price_error; "
             "honest orders are what is left";
    }
    const std::string_view digits = sign == one.npos ? std::string_view() : one.substr(sign + 1);
    std::uint32_t share = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), share);
    if (digits.empty() || read.ec != std::errc() || read.ptr != digits.data() + digits.size() ||
        share > 100) {
      return "the share of " + std::string(name) + " is a whole number of 100 orders, 0 to 100";
    }
    spec.shares[static_cast<std::size_t>(found - traffic_class_names.begin())] = share;
  }
  std::uint32_t sum = 0;
  for (const std::uint32_t share : spec.shares) sum += share;
  if (sum > 100) return "the shares are " + std::to_string(sum) + " of 100 together";
  if (spec.shares[duplicate] != 0 && sum == 100) {
    return "a duplicate is of an honest order, and the shares leave none";
  }
  return {};
}

}  // namespace allot::simulation
