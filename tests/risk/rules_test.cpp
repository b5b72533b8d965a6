// One table of rules: the page names them in its order, and the short way that nearly every order
// takes says the same as the table.
#include "risk/rules.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "risk/risk.hpp"

namespace allot {
namespace {

TEST(RiskRules, ThePageNamesThemInTheOrderInWhichTheyDecide) {
  std::ifstream file(ALLOT_DOCS "/rules.md");
  const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  std::size_t at = page.find("**Risk.**");
  const std::size_t end = page.find("**Import.**");
  ASSERT_LT(at, end);
  for (const RiskRuleEntry& rule : risk_rules) {
    const bool decides = rule.reason != Reason::ok;
    const std::string name = decides ? std::string(reason_text(rule.reason).name) : "*Allow*";
    const std::size_t found = page.find(name, at);
    ASSERT_LT(found, end) << name << " is not named, or before a rule that it comes after";
    at = found;
  }
}

class Listener final : public RiskTrace {
 public:
  void judged(const SetRiskLimits&, std::span<const RiskFinding> findings) override {
    for (const RiskFinding& finding : findings) {
      const auto at = static_cast<std::size_t>(finding.rule);
      if (finding.outcome == RuleOutcome::decided) ++decided[at];
    }
  }
  std::array<int, risk_rules_count> decided{};
};

constexpr std::uint32_t skus = 3;

Limits limits() {
  Limits limits;
  limits.skus_max = 10;
  limits.attempts_max = 6;
  limits.velocity_depth = 4;
  limits.list_entries_max = 10;
  return limits;
}

// SKU n lists for (n - 1) * 100; the first has no list price.
void define(Catalogue& catalogue) {
  for (std::uint32_t n = 1; n <= skus; ++n) {
    DefineSku sku;
    sku.code = *Code::from("S" + std::to_string(n));
    sku.list_price = (n - 1) * 100;
    ASSERT_EQ(catalogue.define(sku).decision.reason, Reason::ok);
  }
}

// Two engines' risk, one of them explained, over the same random orders under changing limits.
TEST(RiskRules, TheTableAndTheShortWaySayTheSame) {
  std::mt19937 random(7);
  const auto below = [&random](std::uint32_t n) {
    return static_cast<std::uint32_t>(random() % n);
  };
  SkuRows rows(limits());
  Catalogue catalogue(limits(), rows);
  define(catalogue);
  Risk plain(limits(), Semantics{});
  Risk told(limits(), Semantics{});
  Listener listener;
  told.set_trace(&listener);
  for (TimeNs now = 0; now < 20'000; ++now) {
    if (below(20) == 0) {
      SetRiskLimits change;
      change.order_value_max = below(3) * 400;
      change.line_quantity_max = below(3) * 3;
      change.price_low_bp = below(2) * 8'000;
      change.price_high_bp = below(2) * 15'000;
      change.velocity_count = below(4);
      change.velocity_window_ns = 1 + below(40);
      change.review_value_min = below(3) * 200;
      ASSERT_EQ(plain.set(change), told.set(change));
      SetList entry;
      entry.list = static_cast<ListKind>(below(2));
      entry.kind = static_cast<TokenKind>(below(2));
      entry.token = 1 + below(4);
      entry.present = below(2) == 0;
      ASSERT_EQ(plain.set(entry), told.set(entry));
    }
    std::vector<OrderLine> lines(1 + below(2));
    MoneyMinor value = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      lines[i].sku = {static_cast<std::uint32_t>(i) + 1 + below(2)};
      lines[i].quantity = 1 + below(5);
      lines[i].price = below(200);
      value += lines[i].price * lines[i].quantity;
    }
    OrderTokens tokens;
    tokens.customer = below(5);
    tokens.device = below(5);
    CheckedOrder order;
    order.lines = order.merged = lines;
    order.value = value;
    order.tokens = &tokens;
    const bool is_fact = below(4) == 0;
    const Verdict a =
        is_fact ? plain.judge_fact(order, catalogue) : plain.judge(order, catalogue, now);
    const Verdict b =
        is_fact ? told.judge_fact(order, catalogue) : told.judge(order, catalogue, now);
    ASSERT_EQ(a.decision.reason, b.decision.reason);
    ASSERT_EQ(a.review, b.review);
    ASSERT_EQ(a.decision.line, b.decision.line);
    ASSERT_EQ(a.decision.sku, b.decision.sku);
  }
  for (const RiskRuleEntry& rule : risk_rules) {
    const int decided = listener.decided[static_cast<std::size_t>(rule.rule)];
    EXPECT_EQ(decided > 0, rule.reason != Reason::ok) << reason_text(rule.reason).name;
  }
}

}  // namespace
}  // namespace allot
