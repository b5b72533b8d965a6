#include "report/headline.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "files/row_account.hpp"
#include "json/counted.hpp"
#include "json/share.hpp"
#include "report/assets.hpp"

namespace allot::report {

namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

class Words {
 public:
  explicit Words(Language language)
      : texts_(nlohmann::json::parse(language == Language::zh ? assets::texts_zh
                                                              : assets::texts_en)) {}

  [[nodiscard]] std::string say(const std::string& key, const Values& values = {}) const {
    std::string text = texts_.at(key).get<std::string>();
    for (const auto& [name, value] : values) {
      const std::string place = '{' + name + '}';
      text.replace(text.find(place), place.size(), value);
    }
    return text;
  }
  [[nodiscard]] std::string reason(const std::string& name) const {
    if (texts_.contains("reasons") && texts_.at("reasons").contains(name)) {
      return texts_.at("reasons").at(name).at(0).get<std::string>();
    }
    std::string words = name;
    std::ranges::replace(words, '_', ' ');
    return words;
  }
  [[nodiscard]] std::string listed(const std::vector<std::string>& names) const {
    std::string text;
    for (std::size_t at = 0; at < names.size(); ++at) {
      if (at > 0) text += say(at + 1 == names.size() ? "and" : "comma");
      text += names[at];
    }
    return text;
  }

 private:
  nlohmann::json texts_;
};

std::string percent(std::uint64_t part, std::uint64_t whole) {
  if (const auto hundredths = hundredths_beside_a_limit(part, whole)) {
    const std::string digits = std::to_string(*hundredths % 100);
    return std::to_string(*hundredths / 100) + (digits.size() == 1 ? ".0" : ".") + digits + '%';
  }
  const std::uint64_t tenths = json::tenths_of(part, whole);
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += '.' + std::to_string(tenths % 10);
  return text + '%';
}

std::string doubt_text(const Words& words, Verdict::Doubt doubt, const SimulationReport& report) {
  const std::string key = "verdict_by_" + std::string(name_of(doubt));
  if (doubt == Verdict::Doubt::interrupted) {
    return words.say(key, {{"orders", json::grouped(report.stopped->orders)},
                           {"of", json::grouped(report.stopped->of)}});
  }
  if (doubt == Verdict::Doubt::stock_rows) {
    const auto stock = std::ranges::find(report.files, "stock", &FileReport::kind);
    return words.say(key,
                     {{"used", json::grouped(stock->used)}, {"rows", json::grouped(stock->rows)}});
  }
  if (doubt != Verdict::Doubt::rows) return words.say(key);
  const InputReport& input = report.input;
  return words.say(
      key, {{"used", json::grouped(input.used)}, {"rows", json::grouped(input.rows_asked_for())}});
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

}  // namespace

std::string marked_headline(const SimulationReport& report, Language language) {
  const Words words(language);
  const RunReport& run = report.virtual_time ? *report.virtual_time : *report.live;
  const Verdict verdict = report.verdict();
  std::string text;
  std::vector<std::string> doubts;
  for (const Verdict::Doubt doubt : verdict.going_by) {
    doubts.push_back(doubt_text(words, doubt, report));
  }
  if (!doubts.empty()) text = words.say("verdict_by", {{"list", words.listed(doubts)}});
  text += words.say("verdict_" + std::string(name_of(verdict.level)));
  text += words.say("verdict_fill", {{"fill", percent(run.units.at_once, run.units.requested)}});
  if (!verdict.refused_by.empty()) {
    text += words.say("verdict_rule", {{"reason", words.reason(verdict.refused_by)}});
  }
  if (verdict.orders_lost) {
    text += words.say(
        "verdict_lost",
        {{"share", percent(run.orders.ended + run.orders.unsettled, run.orders.accepted)}});
  }
  return capitalised(std::move(text));
}

std::string headline(const SimulationReport& report) {
  std::string text = marked_headline(report, Language::en);
  for (const std::string_view mark : {"<b>", "</b>"}) text.erase(text.find(mark), mark.size());
  // As the rest of the summary writes it.
  for (std::size_t at = 0; (at = text.find('%', at)) != std::string::npos; at += 2) {
    text.insert(at, 1, ' ');
  }
  return text + '.';
}

}  // namespace allot::report
