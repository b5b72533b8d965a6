#include "rules/reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "cel/times.hpp"
#include "rules/names.hpp"
#include "ruleset/surroundings.hpp"

namespace allot::rules {
namespace {

constexpr std::uint32_t keys_default = 100'000;

template <class Names>
std::optional<std::size_t> find_name(const Names& names, std::string_view name) noexcept {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

class StatementReader : public RuleReader {
 public:
  using RuleReader::RuleReader;

  void run() {
    for (const Statement& statement : source().statements) {
      Words words(source().cleared, statement.code);
      const Words::Word first = words.peek();
      if (first.text == "rules") {
        name(words);
      } else if (first.text == "attribute") {
        attribute(words);
      } else if (first.text == "list") {
        list(words);
      } else if (first.text == "feature") {
        feature(words);
      } else if (first.text == "band") {
        band(words);
      } else if (first.text == "table") {
        (void)words.take();
        table(words);
      } else if (find_name(phase_names, first.text) || first.text.starts_with("score+") ||
                 first.text.starts_with("score-")) {
        rule(words);
      } else {
        unknown(first, "statement", statement_names);
      }
    }
    if (!out().name.value.present() && out().problems.empty()) {
      refuse({}, "a rule file begins with the name of its set: rules NAME");
    }
  }

 private:
  void name(Words words) {
    (void)words.take();
    if (out().name.value.present()) {
      return refuse(words.here(), "this set has a name already; a file is one set");
    }
    const Words::Word word = words.take();
    const std::optional<Code> code = id(word, "name of a set");
    if (!code) return;
    out().name = {*code, word.range};
    finish(words);
  }

  void finish(Words& words) {
    if (!words.at_end()) refuse(words.rest(), "nothing goes here; this statement was whole before");
  }

  // Returns: the position of the next word among names; nothing, and it was told, where it is none.
  template <class Names>
  std::optional<std::size_t> choice(Words& words, const std::string& what, const Names& names) {
    const Words::Word word = words.take();
    const std::optional<std::size_t> found = find_name(names, word.text);
    if (!found) unknown(word, what, names);
    return found;
  }

  void attribute(Words words) {
    (void)words.take();
    const Words::Word word = words.take();
    const std::optional<Code> code = id(word, "name of an attribute");
    if (!code) return;
    const auto type = choice(words, "type", attribute_types);
    if (!type) return;
    const bool required = words.take("required");
    if (!required) (void)words.take("optional");
    out().attributes.push_back({{*code, static_cast<AttributeType>(*type), required}, word.range});
    finish(words);
  }

  void list(Words words) {
    (void)words.take();
    std::vector<Placed<RuleList>> made;
    do {
      const Words::Word word = words.take();
      const std::optional<Code> code = id(word, "name of a list");
      if (!code) return;
      made.push_back({{*code, {}}, word.range});
    } while (words.take(","));
    const auto kind = choice(words, "kind of tokens", enum_names<TokenKind>);
    if (!kind) return;
    for (Placed<RuleList>& one : made) {
      one.value.kind = static_cast<TokenKind>(*kind);
      out().lists.push_back(one);
    }
    finish(words);
  }

  void feature(Words words) {
    (void)words.take();
    const Words::Word word = words.take();
    const std::optional<Code> code = id(word, "name of a feature");
    if (!code) return;
    FeatureDeclaration made;
    made.id = static_cast<std::uint16_t>(out().features.size() + 1);
    made.feeds = FeatureFeed::attempt;
    made.keys_max = keys_default;
    const auto kind = choice(words, "kind of feature", feature_kinds);
    if (!kind) return;
    made.kind = static_cast<FeatureKind>(*kind);
    if (made.kind == FeatureKind::sum) {
      const auto amount = choice(words, "amount", std::span(amount_names).subspan(1));
      if (!amount) return;
      made.amount = static_cast<FeatureAmount>(*amount + 1);
    }
    if (made.kind == FeatureKind::distinct) {
      const auto of = field(words);
      if (!of) return;
      made.distinct = *of;
    }
    while (!words.at_end()) {
      if (!feature_part(words, made)) return;
    }
    out().features.push_back({made, word.range});
    out().feature_names.push_back(*code);
  }

  std::optional<FeatureField> field(Words& words) {
    const auto found = choice(words, "field", std::span(field_names).subspan(1));
    if (!found) return std::nullopt;
    return static_cast<FeatureField>(*found + 1);
  }

  bool feature_part(Words& words, FeatureDeclaration& made) {
    const Words::Word word = words.take();
    if (word.text == "by") return keys(words, made);
    if (word.text == "on") return feeds(words, made);
    if (word.text == "window") return span(words, made.window_ns);
    if (word.text == "step") return span(words, made.step_ns);
    if (word.text == "cap") return count(words, made.cap);
    if (word.text == "keys") return count(words, made.keys_max);
    if (word.text == "prior") return made.prior = true;
    unknown(word, "part of a feature", feature_part_names);
    return false;
  }

  bool keys(Words& words, FeatureDeclaration& made) {
    const bool pair = words.take("(");
    const auto first = field(words);
    if (!first) return false;
    made.key = *first;
    if (!pair) return true;
    if (!words.take(",")) return missing(words, "','");
    const auto second = field(words);
    if (!second) return false;
    made.key_second = *second;
    return words.take(")") || missing(words, "')'");
  }
  bool missing(Words& words, const std::string& what) {
    refuse(words.here(), what + " is missing here");
    return false;
  }

  bool feeds(Words& words, FeatureDeclaration& made) {
    made.feeds = {};
    do {
      const auto feed = choice(words, "event", feed_names);
      if (!feed) return false;
      made.feeds = made.feeds | static_cast<FeatureFeed>(1U << *feed);
    } while (words.take(","));
    return true;
  }

  // A duration as the language writes it, and days besides.
  bool span(Words& words, TimeNs& out_ns) {
    const Words::Word word = words.take();
    std::optional<std::int64_t> ns;
    if (word.text.ends_with('d')) {
      const auto days = whole_number(word.text.substr(0, word.text.size() - 1));
      if (days && *days >= 0 && *days <= 10'000) ns = *days * 86'400'000'000'000;
    } else if (const auto duration = cel::duration_of(word.text)) {
      ns = duration->ns;
    }
    if (!ns) {
      refuse(word.range, "this is no duration; write one such as 30s, 10m, 24h or 7d");
      return false;
    }
    out_ns = *ns;
    return true;
  }

  bool count(Words& words, std::uint32_t& out_count) {
    const Words::Word word = words.take();
    const auto number = whole_number(word.text);
    if (!number || *number < 1 || *number > INT32_MAX) {
      refuse(word.range, "a whole number from 1 on goes here");
      return false;
    }
    out_count = static_cast<std::uint32_t>(*number);
    return true;
  }

  void band(Words words) {
    (void)words.take();
    const Words::Word word = words.take();
    const auto from = whole_number(word.text);
    if (!from || *from > INT32_MAX || *from < INT32_MIN) {
      return refuse(word.range, "a band begins at a score: band 50 review");
    }
    const auto verdict = choice(words, "verdict", verdict_names);
    if (!verdict) return;
    ScoreBand made{static_cast<std::int32_t>(*from), static_cast<BandVerdict>(*verdict), {}};
    if (words.take("reason")) {
      RuleEntry entry;
      if (!reason(words, entry)) return;
      made.reason = entry.reason;
    }
    out().bands.push_back({made, word.range});
    finish(words);
  }

  void rule(Words words) {
    RuleText made;
    if (!head(words, made.entry)) return;
    const Words::Word word = words.take();
    const std::optional<Code> code = id(word, "id of a rule");
    if (!code) return;
    made.entry.id = *code;
    made.place = word.range;
    const cel::Range rest = words.rest();
    if (rest.first == rest.last) {
      return refuse(word.range, "this rule has no condition; write it behind its id");
    }
    made.condition.take(source().cleared, rest);
    out().rules.push_back(std::move(made));
  }

 public:
  bool reason(Words& words, RuleEntry& entry) {
    const cel::Range where = words.here();
    const std::optional<Words::Word> word = words.quoted();
    const std::optional<Code> code = word ? Code::from(word->text) : std::nullopt;
    if (!code) {
      refuse(where, "a reason is a text of 1 to 40 bytes in double quotes");
      return false;
    }
    entry.reason = *code;
    return true;
  }
};

}  // namespace

std::optional<std::int64_t> whole_number(std::string_view text) noexcept {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end || text.empty()) return std::nullopt;
  return number;
}

void RuleReader::unknown(const Words::Word& word, const std::string& what,
                         std::span<const std::string_view> names) {
  if (word.text.empty()) {
    std::string all;
    for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
    return refuse(word.range, "a " + what + " is missing here; one of " + all);
  }
  std::string near = cel::did_you_mean(word.text, names);
  if (near.empty()) {
    near = "; one of ";
    for (const std::string_view name : names) {
      near += (name == names.front() ? "" : ", ") + std::string(name);
    }
  }
  refuse(word.range, "'" + std::string(word.text) + "' is no " + what + near);
}

std::optional<Code> RuleReader::id(const Words::Word& word, const std::string& what) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (word.text.empty() || !letter(word.text[0])) {
    refuse(word.range, "the " + what + " is missing here; it begins with a letter");
    return std::nullopt;
  }
  const std::optional<Code> code = Code::from(word.text);
  if (!code) {
    refuse(word.range, "the " + what + " has more than 40 bytes");
  } else if (find_name(option_names, word.text) ||
             word.text.find_first_of("+.") != std::string_view::npos) {
    refuse(word.range, "'" + std::string(word.text) + "' cannot be the " + what);
    return std::nullopt;
  }
  return code;
}

bool RuleReader::head(Words& words, RuleEntry& entry) {
  const Words::Word word = words.take();
  std::string_view phase = word.text;
  std::optional<std::int64_t> score;
  if (phase.starts_with("score")) {
    const Words::Word number =
        phase.size() > 5 ? Words::Word{phase.substr(5), word.range} : words.take();
    phase = phase.substr(0, 5);
    score = whole_number(number.text);
    if (!score || *score == 0 || *score > RuleSetLimits::score_max ||
        *score < -RuleSetLimits::score_max) {
      refuse(number.range, "a rule of the phase score adds a number: score+30");
      return false;
    }
  }
  const std::optional<std::size_t> found = find_name(phase_names, phase);
  if (!found) {
    unknown(word, "phase", phase_names);
    return false;
  }
  entry.phase = static_cast<RulePhase>(*found);
  entry.score = static_cast<std::int32_t>(score.value_or(0));
  while (true) {
    const Words::Word option = words.peek();
    if (!find_name(option_names, option.text)) return true;
    (void)words.take();
    if (option.text == "shadow") {
      entry.shadow = true;
    } else if (option.text == "priority") {
      const Words::Word number = words.take();
      const auto priority = whole_number(number.text);
      if (!priority || *priority < 0 || *priority > UINT16_MAX) {
        refuse(number.range, "a priority is a number from 0 to 65535");
        return false;
      }
      entry.priority = static_cast<std::uint16_t>(*priority);
    } else if (option.text == "on_error") {
      const Words::Word name = words.take();
      const auto names = std::span(on_error_names).subspan(1);
      const auto choice = find_name(names, name.text);
      if (!choice) {
        unknown(name, "outcome of a rule without a value", names);
        return false;
      }
      entry.on_error = static_cast<RuleOnError>(*choice + 1);
    } else if (option.text == "reason") {
      if (!StatementReader(source_, out_).reason(words, entry)) return false;
    }
  }
}

RuleFile read_rules(const Source& source) {
  RuleFile file;
  file.problems = source.problems;
  if (file.problems.empty()) StatementReader(source, file).run();
  return file;
}

}  // namespace allot::rules
