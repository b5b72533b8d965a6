#include "expectation.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "allot/messages/reason.hpp"
#include "json/near_name.hpp"
#include "json/scalar_text.hpp"
#include "story_time.hpp"

namespace allot::stories {
namespace {

std::optional<std::int64_t> plain_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
  return number;
}

std::vector<std::string> reason_names() {
  std::vector<std::string> names;
  for (const ReasonText& reason : reason_texts) names.emplace_back(reason.name);
  return names;
}

// Returns: of one kind the only field; null when there is none, or more than one.
const ValueForm* only(const std::vector<ValueForm>& fields, ValueKind kind) {
  if (std::ranges::count(fields, kind, &ValueForm::kind) != 1) return nullptr;
  return &*std::ranges::find(fields, kind, &ValueForm::kind);
}

bool is_number(ValueKind kind) {
  return kind == ValueKind::whole || kind == ValueKind::money || kind == ValueKind::time ||
         kind == ValueKind::duration || kind == ValueKind::truth;
}

// ---- which event a phrase tells ----

// Returns: the event that is named from `at` on, and moves `at` behind its name. The longest
// counts: "payment pending" before "payment".
const EventForm* named_event(const Words& words, std::size_t& at) {
  const EventForm* found = nullptr;
  std::size_t behind = at;
  std::string name;
  for (std::size_t i = at; i < words.size() && i < at + 4; ++i) {
    name += (name.empty() ? "" : "_") + words[i].text;
    for (const EventForm& form : event_forms()) {
      if (form.name != name) continue;
      found = &form;
      behind = i + 1;
    }
  }
  at = behind;
  return found;
}

const EventForm* line_event(const std::string& word) {
  const auto at = std::ranges::find_if(event_forms(), [&word](const EventForm& form) {
    return form.is_of_line() && form.line_word() == word;
  });
  return at == event_forms().end() ? nullptr : &*at;
}

std::vector<std::string> event_names(bool of_line) {
  std::vector<std::string> names;
  for (const EventForm& form : event_forms()) {
    if (form.is_of_line() == of_line) {
      names.push_back(of_line ? form.line_word() : spoken(form.name));
    }
  }
  return names;
}

class PhraseReader {
 public:
  PhraseReader(const Words& words, const Speech& speech) : words_(words), speech_(speech) {}

  Phrase read() {
    phrase_.text = join(words_);
    take_order();
    if (at_ < words_.size() && speech_.find(IdKind::sku, words_[at_].text)) {
      take_line();
    } else {
      take_event();
    }
    const DetailReader reader(phrase_.form->fields, "'" + spoken(phrase_.form->name) + "'",
                              speech_);
    for (Detail& detail : reader.read(words_, at_)) phrase_.details.push_back(std::move(detail));
    return phrase_;
  }

 private:
  // "A1", or "A1:"
  void take_order() {
    std::string name = words_[0].text;
    if (name.size() > 1 && name.back() == ':') name.pop_back();
    std::size_t ignored = 0;
    if (!speech_.orders.knows(name) || named_event(words_, ignored) != nullptr) return;
    if (words_.size() == 1) refuse(words_[0], "say what happened to " + name);
    phrase_.order = name;
    at_ = 1;
  }
  // "TEAPOT x6 held"
  void take_line() {
    const Word& sku = words_[at_];
    if (at_ + 2 >= words_.size()) {
      refuse(sku, "tell a line like this: " + sku.text + " x6 held at LEEDS");
    }
    const Word& count = words_[at_ + 1];
    std::string_view digits = count.text;
    if (digits.starts_with('x')) digits.remove_prefix(1);
    const auto units = plain_number(digits);
    if (!units) refuse(count, "'" + count.text + "' is no number of units; write it like x6");
    const Word& word = words_[at_ + 2];
    phrase_.form = line_event(word.text);
    if (phrase_.form == nullptr) {
      refuse_name(word, "word for what became of a line", event_names(true));
    }
    phrase_.details.push_back({phrase_.form->field("sku"), 0, sku.text});
    phrase_.details.push_back({phrase_.form->field("quantity"), *units, {}});
    at_ += 3;
  }
  void take_event() {
    const Word& first = words_[at_];
    phrase_.form = named_event(words_, at_);
    if (phrase_.form != nullptr) return;
    std::vector<std::string> names = event_names(false);
    if (phrase_.order.empty()) {
      for (const std::string& order : speech_.orders.names()) names.push_back(order);
    }
    for (const std::string& sku : speech_.codes(IdKind::sku)) names.push_back(sku);
    refuse_name(first, "order, SKU or word for what can happen", names);
  }

  const Words& words_;
  const Speech& speech_;
  Phrase phrase_;
  std::size_t at_{};
};

// ---- whether it came ----

class Comparison {
 public:
  Comparison(const Expectation& expected, const std::vector<Told>& came, const std::string& own)
      : expected_(expected), came_(came), own_(own) {}

  std::optional<std::string> run() const {
    std::size_t next = 0;  // of the phrases
    for (std::size_t i = 0; i < came_.size(); ++i) {
      if (next < expected_.phrases.size() && fits(expected_.phrases[next], came_[i])) {
        ++next;
      } else if (!is_quiet(came_[i]) && !expected_.and_more) {
        return why_not(next, i);
      }
    }
    if (next < expected_.phrases.size()) return missing(expected_.phrases[next]);
    return {};
  }

 private:
  [[nodiscard]] bool is_of(const Phrase& phrase, const Told& told) const {
    if (phrase.form != told.form) return false;
    const std::string& order = phrase.order.empty() ? own_ : phrase.order;
    return told.order == order || (phrase.order.empty() && told.order.empty());
  }
  // A reason is the point of what has one, so it has to be told.
  [[nodiscard]] static bool lacks_reason(const Phrase& phrase, const Told& told) {
    return reason_of(told) != nullptr && !phrase.tells(ValueKind::reason);
  }
  [[nodiscard]] bool fits(const Phrase& phrase, const Told& told) const {
    return is_of(phrase, told) && !lacks_reason(phrase, told) &&
           std::ranges::all_of(phrase.details, [&told](const Detail& detail) {
             return agrees(detail, told.fact(detail.field->name));
           });
  }
  [[nodiscard]] static const Fact* reason_of(const Told& told) {
    for (const Fact& fact : told.facts) {
      if (fact.form->kind == ValueKind::reason && fact.number != 0) return &fact;
    }
    return nullptr;
  }

  [[nodiscard]] std::string why_not(std::size_t next, std::size_t at) const {
    if (next < expected_.phrases.size()) {
      const Phrase& phrase = expected_.phrases[next];
      if (is_of(phrase, came_[at])) return unlike(phrase, came_[at]);
      const auto later = [&](const Told& told) { return fits(phrase, told); };
      const auto from = came_.begin() + static_cast<std::ptrdiff_t>(at);
      if (std::none_of(from, came_.end(), later)) return missing(phrase);
    }
    return "happened, and the story does not tell it here: " + text_of(came_[at], own_);
  }
  [[nodiscard]] std::string missing(const Phrase& phrase) const {
    for (const Told& told : came_) {
      if (is_of(phrase, told) && same_line(phrase, told)) return unlike(phrase, told);
    }
    return "did not happen: " + phrase.text;
  }
  [[nodiscard]] static bool same_line(const Phrase& phrase, const Told& told) {
    const auto about = std::ranges::find_if(
        phrase.details, [](const Detail& detail) { return detail.field->name == "sku"; });
    return about == phrase.details.end() || agrees(*about, told.fact("sku"));
  }
  // Returns: in what the event is otherwise than the phrase says.
  [[nodiscard]] std::string unlike(const Phrase& phrase, const Told& told) const {
    for (const Detail& detail : phrase.details) {
      const Fact* fact = told.fact(detail.field->name);
      if (agrees(detail, fact)) continue;
      return "'" + phrase.text + "': " + spoken(detail.field->name) + " is " +
             (fact == nullptr ? "absent" : fact->text);
    }
    if (lacks_reason(phrase, told)) {
      return "'" + phrase.text + "' leaves out the reason, " + reason_of(told)->text;
    }
    return "happened in another order or number: " + text_of(told, own_);
  }

  const Expectation& expected_;
  const std::vector<Told>& came_;
  const std::string& own_;
};

}  // namespace

bool Phrase::tells(ValueKind kind) const {
  return std::ranges::any_of(details,
                             [kind](const Detail& detail) { return detail.field->kind == kind; });
}

bool agrees(const Detail& detail, const Fact* fact) {
  if (fact == nullptr) return is_number(detail.field->kind) && detail.number == 0;
  if (is_number(detail.field->kind)) return fact->number == detail.number;
  if (detail.field->kind != ValueKind::flags) return fact->text == detail.text;
  const std::string flags = ' ' + fact->text + ' ';
  return flags.find(' ' + detail.text + ' ') != std::string::npos;
}

std::vector<Detail> DetailReader::read(const Words& words, std::size_t at) const {
  std::vector<Detail> details;
  while (at < words.size()) at = read_one(words, at, details);
  return details;
}

std::size_t DetailReader::read_one(const Words& words, std::size_t at,
                                   std::vector<Detail>& details) const {
  const Word& word = words[at];
  if (const std::size_t equals = word.text.find('='); equals != std::string::npos && equals > 0) {
    const Words parted{{word.text.substr(0, equals), word.line, word.column},
                       {word.text.substr(equals + 1), word.line, word.column + equals + 1}};
    std::size_t value = 0;
    const ValueForm* field = named(parted, value);
    if (field == nullptr || value != 1) refuse_word(parted[0]);
    (void)read_value(*field, parted, 1, details);
    return at + 1;
  }
  std::size_t behind = at;
  if (word.text == "at" && at + 1 < words.size()) {
    for (const ValueForm& field : fields_) {
      if (field.name == "node") return read_value(field, words, at + 1, details);
    }
  }
  if (const ValueForm* field = named(words, behind)) {
    if (behind == words.size()) refuse(word, "say what '" + spoken(field->name) + "' is");
    return read_value(*field, words, behind, details);
  }
  // "6 units"
  behind = at + 1;
  const bool is_value = plain_number(word.text) || parse_amount(word.text);
  if (const ValueForm* field = is_value ? named(words, behind) : nullptr) {
    (void)read_value(*field, {word}, 0, details);
    return behind;
  }
  if (plain_number(word.text)) {
    if (at + 1 == words.size()) refuse(word, "say of what there are " + word.text);
    refuse_word(words[at + 1]);
  }
  return read_bare(words, at, details);
}

// Returns: the field that is named from `at` on, and moves `at` behind its name; the longest
// counts.
const ValueForm* DetailReader::named(const Words& words, std::size_t& at) const {
  const ValueForm* found = nullptr;
  std::size_t behind = at;
  std::string name;
  for (std::size_t i = at; i < words.size() && i < at + 4; ++i) {
    name += (name.empty() ? "" : "_") + words[i].text;
    for (const ValueForm& field : fields_) {
      if (field.kind == ValueKind::order_key) continue;
      const bool is_one = field.name == name + 's';  // "1 unit"
      const bool has_unit = field.kind == ValueKind::duration && field.name == name + "_ns";
      if (field.name != name && !is_one && !has_unit) continue;
      found = &field;
      behind = i + 1;
    }
  }
  if (found != nullptr) at = behind;
  return found;
}

std::size_t DetailReader::read_value(const ValueForm& field, const Words& words, std::size_t at,
                                     std::vector<Detail>& details) const {
  const Word& word = words[at];
  Detail detail{&field, 0, word.text};
  std::size_t behind = at + 1;
  if (field.kind == ValueKind::whole) {
    const auto number = plain_number(word.text);
    if (!number) refuse(word, "'" + word.text + "' is no number, which '" + field.name + "' is");
    detail.number = *number;
  } else if (field.kind == ValueKind::money) {
    const auto amount = parse_amount(word.text);
    if (!amount) {
      refuse(word, "'" + word.text + "' is no amount; write it with two decimals, like 15.00");
    }
    detail.number = *amount;
  } else if (field.kind == ValueKind::time) {
    std::string text = word.text;
    if (is_day(text) && behind < words.size() && is_clock(words[behind].text)) {
      text += ' ' + words[behind++].text;
    }
    const auto time = text == "never" ? 0 : parse_story_time(text, speech_.now);
    if (!time) refuse(word, "'" + text + "' is no time; give " + std::string(story_time_form));
    detail.number = *time;
  } else if (field.kind == ValueKind::duration) {
    const auto length = json::parse_duration(word.text);
    if (!length) refuse(word, "'" + word.text + "' is no length of time; write it like 15m");
    detail.number = *length;
  } else if (field.kind == ValueKind::id && !speech_.find(field.id_kind, word.text)) {
    refuse_name(word, spoken(field.name), speech_.codes(field.id_kind));
  } else if (field.kind == ValueKind::reason && !is_one_of(word.text, reason_names())) {
    refuse_name(word, "reason", reason_names());
  }
  details.push_back(std::move(detail));
  return behind;
}

// Words that say by themselves what they are of: a reason, a flag, a code, an amount.
std::size_t DetailReader::read_bare(const Words& words, std::size_t at,
                                    std::vector<Detail>& details) const {
  for (std::size_t count = std::min<std::size_t>(3, words.size() - at); count > 0; --count) {
    std::string text = words[at].text;
    for (std::size_t i = 1; i < count; ++i) text += '_' + words[at + i].text;
    for (const ValueForm& field : fields_) {
      if (!is_value_of(field, text, count == 1)) continue;
      details.push_back({&field, 0, text});
      return at + count;
    }
  }
  const ValueForm* money = only(fields_, ValueKind::money);
  const auto amount = parse_amount(words[at].text);
  if (money == nullptr || !amount) refuse_word(words[at]);
  details.push_back({money, *amount, {}});
  return at + 1;
}

bool DetailReader::is_value_of(const ValueForm& field, const std::string& text,
                               bool may_be_code) const {
  switch (field.kind) {
    case ValueKind::reason: return is_one_of(text, reason_names());
    case ValueKind::flags:
    case ValueKind::choice: return is_one_of(text, field.choices);
    case ValueKind::command: return command_form(text) != nullptr;
    case ValueKind::id: return may_be_code && speech_.find(field.id_kind, text).has_value();
    default: return false;
  }
}

void DetailReader::refuse_word(const Word& word) const {
  std::vector<std::string> names;
  bool has_reason = false;
  for (const ValueForm& field : fields_) {
    if (field.kind == ValueKind::flags || field.kind == ValueKind::choice) {
      names.insert(names.end(), field.choices.begin(), field.choices.end());
    } else if (field.kind == ValueKind::reason) {
      has_reason = true;
    } else if (field.kind != ValueKind::order_key) {
      names.push_back(spoken(field.name));
    }
  }
  if (!has_reason) refuse_name(word, "detail of " + what_, names);
  std::vector<std::string> with_reasons = names;
  for (const std::string& reason : reason_names()) with_reasons.push_back(reason);
  const std::string meant = json::suggestion(word.text, with_reasons);
  if (!meant.empty()) refuse_name(word, "detail of " + what_, with_reasons);
  names.emplace_back("a reason of docs/commands.md");
  refuse_name(word, "detail of " + what_, names);
}

Expectation read_expectation(const std::vector<Words>& right, const Speech& speech) {
  Expectation expected;
  for (const Words& words : right) {
    const std::string text = join(words);
    if (text == "nothing" && right.size() == 1) return expected;
    if (expected.and_more) refuse(words.front(), "nothing can stand behind 'and more'");
    if (text == "and more") {
      expected.and_more = true;
    } else {
      expected.phrases.push_back(PhraseReader(words, speech).read());
    }
  }
  return expected;
}

std::optional<std::string> difference(const Expectation& expected, const std::vector<Told>& came,
                                      const std::string& own_order) {
  return Comparison(expected, came, own_order).run();
}

}  // namespace allot::stories
