#include "simulation/generator.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "json/time_units.hpp"
#include "simulation/generator_tables.hpp"
#include "simulation/random.hpp"

namespace allot::simulation {

namespace {

constexpr std::uint64_t minute_s = 60;
constexpr std::uint64_t orders_between_looks = 1'024;

// Draws positions with given weights: a running sum and a binary search.
class Weighted {
 public:
  void add(std::uint64_t weight) { sums_.push_back((sums_.empty() ? 0 : sums_.back()) + weight); }
  [[nodiscard]] std::uint32_t draw(Random& random) const {
    const std::uint64_t at = random.below_wide(sums_.back());
    return static_cast<std::uint32_t>(std::upper_bound(sums_.begin(), sums_.end(), at) -
                                      sums_.begin());
  }
  void reserve(std::size_t count) { sums_.reserve(count); }

 private:
  std::vector<std::uint64_t> sums_;
};

constexpr std::uint64_t integer_root(std::uint64_t n) noexcept {
  std::uint64_t root = 0;
  for (std::uint64_t bit = std::uint64_t{1} << 31U; bit != 0; bit >>= 1U) {
    const std::uint64_t next = root | bit;
    if (next * next <= n) root = next;
  }
  return root;
}

// 1 / (rank + offset)^(quarters / 4), scaled; as fit_generator.py computes it when it fits.
constexpr std::uint64_t popularity_weight(std::uint64_t rank) noexcept {
  constexpr std::uint32_t whole = fitted::popularity_quarters / 4;
  constexpr std::uint32_t rest = fitted::popularity_quarters % 4;
  constexpr std::uint64_t least = fitted::popularity_offset + 1;
  static_assert(
      whole >= 1 && whole <= 2 &&
          ((std::uint64_t{1} << 62U) / (whole == 1 ? least : least * least)) >> (63U - 8U * rest) ==
              0,
      "the scaled weight would not fit 64 bits");
  const std::uint64_t x = rank + fitted::popularity_offset;
  const std::uint64_t root = integer_root(integer_root(x << 32U));  // x^(1/4), 8 binary places
  std::uint64_t weight = (std::uint64_t{1} << 62U) / (whole == 1 ? x : x * x);
  std::uint64_t divisor = 1;
  for (std::uint32_t i = 0; i < rest; ++i) {
    weight <<= 8U;
    divisor *= root;
  }
  return std::max<std::uint64_t>(1, weight / divisor);
}

// Popularity is dealt to the SKUs at random, so that an id says nothing about how well it sells.
Weighted popularity(const GeneratorSpec& spec, std::uint64_t seed) {
  std::vector<std::uint32_t> ranks(spec.skus);
  for (std::uint32_t i = 0; i < spec.skus; ++i) ranks[i] = i + 1;
  Random random(seed, Purpose::popularity, 0);
  for (std::uint32_t i = spec.skus; i > 1; --i) std::swap(ranks[i - 1], ranks[random.below(i)]);
  Weighted weighted;
  weighted.reserve(spec.skus);
  for (const std::uint32_t rank : ranks) weighted.add(popularity_weight(rank));
  return weighted;
}

// Minutes of the run, weighted by the hour and the weekday of the data; never quite 0.
Weighted rhythm(const GeneratorSpec& spec) {
  Weighted weighted;
  const std::uint64_t minutes = (spec.duration_s + minute_s - 1) / minute_s;
  const auto first = static_cast<std::uint64_t>(spec.start / second_ns) / minute_s;
  weighted.reserve(minutes);
  for (std::uint64_t m = first; m < first + minutes; ++m) {
    const std::uint64_t hour = m / 60 % 24;
    const std::uint64_t weekday = (m / (60 * 24) + 3) % 7;  // 1970-01-01 was a Thursday
    weighted.add(1 + std::uint64_t{fitted::hour_weights[hour]} * fitted::weekday_weights[weekday] /
                         1'024);
  }
  return weighted;
}

std::string code_of(std::uint32_t index) {
  const std::string digits = std::to_string(index + 1);
  return "G" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

class Generator {
 public:
  Generator(const GeneratorSpec& spec, std::uint64_t seed)
      : spec_(spec), seed_(seed), popularity_(popularity(spec, seed)), rhythm_(rhythm(spec)) {}

  files::SourceOrders run(files::ReadWatch* watch) {
    make_skus();
    make_customers();
    book_.orders.reserve(spec_.orders);
    for (std::uint64_t n = 0; n < spec_.orders; ++n) {
      if (watch != nullptr && n % orders_between_looks == 0 &&
          !watch->goes_on({}, n, spec_.orders)) {
        return {};
      }
      make_order(n);
    }
    files::sort_orders(book_);
    // The list price is known here; files::summarise() would take the middle of the prices asked.
    std::vector<MoneyMinor> list_prices;
    for (const files::SourceSku& sku : book_.skus) list_prices.push_back(sku.list_price);
    files::summarise(book_);
    for (std::size_t i = 0; i < list_prices.size(); ++i) book_.skus[i].list_price = list_prices[i];
    return std::move(book_);
  }

 private:
  void make_skus() {
    book_.skus.resize(spec_.skus);
    for (std::uint32_t i = 0; i < spec_.skus; ++i) {
      Random random(seed_, Purpose::list_price, i);
      book_.skus[i].code = code_of(i);
      book_.skus[i].list_price = draw_quantile(fitted::list_price_quantiles, random);
    }
  }

  void make_customers() {
    Weighted countries;
    for (const fitted::CountryWeight& country : fitted::country_weights) {
      book_.zones.emplace_back(country.name);
      countries.add(country.weight);
    }
    homes_.resize(spec_.customers);
    buyers_.reserve(spec_.customers);
    for (std::uint32_t i = 0; i < spec_.customers; ++i) {
      Random random(seed_, Purpose::buyer, i, 1);
      homes_[i] = static_cast<std::uint8_t>(countries.draw(random));
      buyers_.add(static_cast<std::uint64_t>(draw_quantile(fitted::orders_quantiles, random)));
    }
  }

  void make_order(std::uint64_t n) {
    Random arrival(seed_, Purpose::arrival, n);
    Random buyer(seed_, Purpose::buyer, n);
    Random basket(seed_, Purpose::basket, n);
    files::SourceOrder order;
    const std::uint64_t within =
        std::uint64_t{rhythm_.draw(arrival)} * minute_s * second_ns +
        arrival.below_wide(minute_s * static_cast<std::uint64_t>(second_ns));
    order.time = spec_.start + static_cast<TimeNs>(within);
    const std::uint32_t customer = buyers_.draw(buyer);
    order.zone = homes_[customer];
    order.customer = buyer.chance(fitted::guests_permille) ? 0 : std::uint64_t{customer} + 1;
    order.first_line = static_cast<std::uint32_t>(book_.lines.size());
    const auto wanted = draw_quantile(fitted::lines_quantiles, basket);
    order.line_count = static_cast<std::uint32_t>(
        std::clamp<std::int64_t>(wanted, 1, std::min<std::int64_t>(spec_.skus, 2'000)));
    for (std::uint32_t i = 0; i < order.line_count; ++i) {
      book_.lines.push_back(make_line(order.first_line, basket));
    }
    book_.orders.push_back(order);
  }

  // A SKU that the basket already has is drawn again, a few times.
  files::SourceLine make_line(std::uint32_t first_line, Random& basket) {
    constexpr int tries = 4;
    files::SourceLine line;
    for (int i = 0; i < tries; ++i) {
      line.sku = popularity_.draw(basket);
      const bool twice = std::any_of(book_.lines.begin() + static_cast<std::ptrdiff_t>(first_line),
                                     book_.lines.end(),
                                     [&](const files::SourceLine& l) { return l.sku == line.sku; });
      if (!twice) break;
    }
    line.quantity = static_cast<std::uint32_t>(draw_quantile(fitted::quantity_quantiles, basket));
    const std::int64_t ratio = draw_quantile(fitted::price_ratio_quantiles, basket);
    line.price = std::max<MoneyMinor>(1, book_.skus[line.sku].list_price * ratio / 1'000);
    return line;
  }

  const GeneratorSpec& spec_;
  std::uint64_t seed_;
  Weighted popularity_;
  Weighted rhythm_;
  Weighted buyers_;
  std::vector<std::uint8_t> homes_;  // country of each customer
  files::SourceOrders book_;
};

static_assert(fitted::country_weights.size() <= 256, "a customer's home is one byte");

}  // namespace

files::SourceOrders generate_orders(const GeneratorSpec& spec, std::uint64_t seed,
                                    files::ReadWatch* watch) {
  return Generator(spec, seed).run(watch);
}

}  // namespace allot::simulation
