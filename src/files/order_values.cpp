#include "files/order_values.hpp"

#include <algorithm>

#include "files/column_names.hpp"
#include "files/status_guess.hpp"
#include "files/time_forms.hpp"
#include "json/counted.hpp"
#include "json/near_name.hpp"

namespace allot::files {

namespace {

constexpr std::size_t named_max = 8;

// Returns: the first of some texts, as a sentence names them.
std::string named_in_quotes(const std::vector<std::string_view>& texts) {
  std::string names;
  for (std::size_t i = 0; i < std::min(texts.size(), named_max); ++i) {
    names += (i == 0 ? "" : ", ") + shown(texts[i]);
  }
  if (texts.size() > named_max) {
    names += " and " + json::grouped(texts.size() - named_max) + " more";
  }
  return names;
}

// Whether the first word of a status is that of a text that the map leaves out.
bool begins_as_left_out(std::string_view status, const StatusRule& rule) {
  constexpr std::size_t letters_least = 4;
  const auto first_word = [](std::string_view text) {
    return folded_name(text.substr(0, text.find_first_of(" -,:;/(")));
  };
  const std::string word = first_word(status);
  return word.size() >= letters_least && std::ranges::any_of(rule.leave, [&](const auto& left) {
           return std::ranges::any_of(
               left.second, [&](const std::string& text) { return first_word(text) == word; });
         });
}

// Effects: tells of orders whose goods or money went back, which no map says the meaning of. Those
// of which at least one in a hundred is are to be confirmed, as they change when what runs out.
void note_what_went_back(RowAccount& account, std::span<const KnownOrder> orders,
                         const TextIndex& statuses, const StatusRule& rule) {
  std::uint64_t all = 0;
  std::vector<std::uint64_t> orders_of(statuses.size());
  for (const KnownOrder& order : orders) {
    if (order.book == KnownOrder::outside) continue;
    ++all;
    if (order.status < orders_of.size()) ++orders_of[order.status];
  }
  struct Back {
    std::uint64_t orders{};
    std::vector<std::string_view> texts;
  };
  Back goods;
  Back money;
  for (std::uint32_t i = 0; i < orders_of.size(); ++i) {
    if (orders_of[i] == 0) continue;
    const std::string_view text = statuses.text(i);
    const bool is_left = std::ranges::any_of(
        rule.leave, [text](const auto& left) { return one_of(text, left.second); });
    const bool is_sold = !is_left && !one_of(text, rule.unpaid) && came_back(text);
    if (!is_sold && !(is_left && reason_of_status(text) == "refunded")) continue;
    Back& back = is_sold ? goods : money;
    back.orders += orders_of[i];
    back.texts.push_back(text);
  }
  constexpr std::uint64_t one_in = 100;
  const auto orders_told = [all](const Back& back) {
    return json::grouped(back.orders) + " of " + json::counted(all, "order");
  };
  const auto tell = [&](std::string_view name, const Back& back, const std::string& text) {
    if (back.orders == 0) return;
    account.note(name, text, 0, 0);
    if (back.orders * one_in >= all) account.assume(name, text);
  };
  tell("returned_sold", goods,
       "goods of " + orders_told(goods) + " came back (" + named_in_quotes(goods.texts) +
           "): they were taken then, so that these count as sales; leave_out.returned under "
           "[status] of a map leaves them out");
  tell("refunded_left_out", money,
       "money of " + orders_told(money) + " went back (" + named_in_quotes(money.texts) +
           "), and nothing says that goods had left: these are left out; a map whose [status] "
           "does not name them counts them as sales");
}

}  // namespace

std::uint32_t StatusSets::remember(const RowFields& fields, TextIndex& texts,
                                   std::uint32_t& known) {
  const std::span<const std::size_t> columns = fields.columns_of(Role::status);
  std::vector<std::uint32_t> first(columns.size(), TextIndex::none);
  if (known != TextIndex::none) first = sets_[known];
  std::vector<std::uint32_t> row = first;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string_view text = fields.text_at(columns[i]);
    if (text.empty()) continue;
    row[i] = texts.number_of(text);
    if (first[i] == TextIndex::none) first[i] = row[i];
  }
  known = number_of(first);
  return number_of(row);
}

std::uint32_t StatusSets::number_of(const std::vector<std::uint32_t>& set) {
  const auto [known, is_new] = numbers_.try_emplace(set, static_cast<std::uint32_t>(sets_.size()));
  if (is_new) sets_.push_back(set);
  return known->second;
}

OrderReader::OrderReader(RowFields& fields, TimeReader times, const std::optional<CustomerKey>& key,
                         bool skip_guests)
    : fields_(fields), times_(std::move(times)), key_(key), skip_guests_(skip_guests) {
  for (const auto& [reason, texts] : fields.map().status.leave) {
    leave_reasons_.push_back(fields.account().add_reason(
        reason, "the order's status says so; [status] of the map decides what it means"));
  }
}

void OrderReader::remember(KnownOrder& order) {
  if (order.zone == KnownOrder::none) order.zone = raw_of(Role::zone, zones_);
  if (order.channel == KnownOrder::none) order.channel = raw_of(Role::channel, channels_);
  if (order.customer == KnownOrder::none) order.customer = raw_of(Role::customer, customers_);
  if (fields_.columns_of(Role::status).size() > 1) {
    row_status_ = sets_.remember(fields_, statuses_, order.status);
  } else if (fields_.given(Role::status)) {
    const std::string_view text = fields_[Role::status];
    row_status_ = text.empty() ? KnownOrder::none : statuses_.number_of(text);
    if (order.status == KnownOrder::none) order.status = row_status_;
  }
  if (order.time < 0) order.time = times_.read(fields_.time()).value_or(-1);
}

std::uint32_t OrderReader::raw_of(Role role, Codes& codes) const {
  if (!fields_.given(role)) return KnownOrder::none;
  const std::string_view text = fields_[role];
  return text.empty() ? KnownOrder::none : codes.raw_number(text);
}

// A text that leaves an order out goes before one that says it is unpaid, and that before a sale,
// whichever column has it; of several that leave it out, the first column's is the reason.
bool OrderReader::read_status(const KnownOrder& known, SourceOrder& order) {
  const std::uint32_t status = row_status_ != KnownOrder::none ? row_status_ : known.status;
  if (status == KnownOrder::none) return true;
  const bool several = fields_.columns_of(Role::status).size() > 1;
  const std::span<const std::uint32_t> all = several ? sets_.of(status) : std::span(&status, 1);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] == KnownOrder::none) continue;
    while (meanings_.size() <= all[i]) {
      meanings_.push_back(meaning_of(statuses_.text(static_cast<std::uint32_t>(meanings_.size()))));
    }
    Meaning& meaning = meanings_[all[i]];
    ++meaning.rows;
    order.unpaid = order.unpaid || meaning.unpaid;
    order.paid = !order.unpaid;
    if (!meaning.leave) continue;
    const std::string_view column =
        several ? fields_.name_of(Role::status, i) : fields_.name_of(Role::status);
    fields_.leave_out(meaning.reason, column, statuses_.text(all[i]));
    return false;
  }
  return true;
}

OrderReader::Meaning OrderReader::meaning_of(std::string_view status) const {
  const StatusRule& rule = fields_.map().status;
  if (one_of(status, rule.unpaid)) return {false, true, 0, 0};
  for (std::size_t i = 0; i < rule.leave.size(); ++i) {
    if (one_of(status, rule.leave[i].second)) return {true, false, leave_reasons_[i], 0};
  }
  if (rule.use.empty() || one_of(status, rule.use)) return {};
  return {true, false, status_unknown, 0};
}

// Returns: the statuses that count as sales because no rule names them, those first that look like
//          none.
std::vector<std::string_view> OrderReader::unnamed_statuses() const {
  const StatusRule& rule = fields_.map().status;
  std::vector<std::string_view> unnamed;
  std::ptrdiff_t doubtful = 0;
  for (std::uint32_t i = 0; i < statuses_.size() && rule.use.empty(); ++i) {
    const std::string_view text = statuses_.text(i);
    const Meaning meaning = meaning_of(text);
    if (meaning.leave || meaning.unpaid) continue;
    const bool is_doubtful = has_word(text, words_of(Words::cancelled));
    unnamed.insert(is_doubtful ? unnamed.begin() + doubtful++ : unnamed.end(), text);
  }
  return unnamed;
}

// Returns: the status of used rows that was meant perhaps by a text of the map which no row has.
//          What is known as a sale was not: "paid" is near "unpaid". Empty when there is none.
std::string_view OrderReader::meant_by(const std::string& text) const {
  json::NearestName nearest(text);
  for (std::uint32_t i = 0; i < meanings_.size(); ++i) {
    const Meaning& meaning = meanings_[i];
    const std::string_view status = statuses_.text(i);
    if (meaning.rows == 0 || meaning.leave || meaning.unpaid || is_plain_sale(status)) continue;
    nearest.offer(status);
  }
  for (std::uint32_t i = 0; i < meanings_.size(); ++i) {
    if (!nearest.found().empty() && statuses_.text(i) == nearest.found()) return statuses_.text(i);
  }
  return {};
}

// Effects: what neither the map nor a word says the meaning of is told as assumed.
void OrderReader::note_unknown_statuses() const {
  std::vector<std::pair<std::uint64_t, std::string_view>> unknown;
  const bool is_guess = fields_.map().origin == MapOrigin::guess;
  for (std::uint32_t i = 0; i < meanings_.size(); ++i) {
    const Meaning& meaning = meanings_[i];
    const std::string_view text = statuses_.text(i);
    if (meaning.rows == 0 || meaning.leave || meaning.unpaid || is_plain_sale(text)) continue;
    if (is_guess && came_back(text)) continue;  // which is told with its orders
    unknown.emplace_back(meaning.rows, text);
  }
  if (unknown.empty()) return;
  std::ranges::stable_sort(
      unknown, [](const auto& one, const auto& other) { return one.first > other.first; });
  // What begins as one does that is left out is most likely another word for the same.
  std::ranges::stable_partition(unknown, [this](const auto& one) {
    return begins_as_left_out(one.second, fields_.map().status);
  });
  std::string names;
  for (std::size_t i = 0; i < std::min(unknown.size(), named_max); ++i) {
    names +=
        (i == 0 ? "" : ", ") + shown(unknown[i].second) + " (" + rows_text(unknown[i].first) + ")";
  }
  if (unknown.size() > named_max) {
    names += " and " + json::grouped(unknown.size() - named_max) + " more";
  }
  fields_.account().assume("statuses_unsaid",
                           "'" + std::string(fields_.name_of(Role::status)) + "' says " + names +
                               ", which count as sales; [status] of a map says which are none");
}

void OrderReader::note_statuses(std::span<const KnownOrder> orders) const {
  const OrderMap& map = fields_.map();
  if (map.origin == MapOrigin::guess && fields_.given(Role::status)) {
    note_unknown_statuses();
    return note_what_went_back(fields_.account(), orders, statuses_, map.status);
  }
  if (map.origin != MapOrigin::file || !fields_.given(Role::status)) return;
  const bool says_none = map.status.unpaid.empty() && map.status.leave.empty();
  const std::string unnamed = named_in_quotes(unnamed_statuses());
  if (unnamed.empty()) return;
  const std::string column = "'" + std::string(fields_.name_of(Role::status)) + "'";
  if (says_none) {
    return fields_.account().assume("statuses_unsaid",
                                    "the map has no [status], so that every text of " + column +
                                        " counts as a sale: " + unnamed +
                                        "; unpaid and leave_out under [status] say which are none");
  }
  std::vector<std::string_view> unmet;
  const auto add_unmet = [&](const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      bool met = false;
      for (std::uint32_t i = 0; i < statuses_.size() && !met; ++i) {
        met = same_text(statuses_.text(i), text);
      }
      if (!met) unmet.push_back(text);
    }
  };
  add_unmet(map.status.unpaid);
  for (const auto& [reason, texts] : map.status.leave) add_unmet(texts);
  if (unmet.empty()) return note_unknown_statuses();
  std::string meant;
  for (const std::string_view text : unmet) {
    const std::string_view near = meant_by(std::string(text));
    if (near.empty()) continue;
    meant += (meant.empty() ? " (is " : ", ") + shown(text) + " " + shown(near) + "?";
  }
  const std::string told = "texts of [status] that no row has: " + named_in_quotes(unmet) +
                           (meant.empty() ? "" : meant + ")") + "; what " + column +
                           " has beside those that are named counts as a sale: " + unnamed;
  if (!meant.empty()) return fields_.account().assume("statuses_unmet", told);
  fields_.account().note("statuses_unmet", told, 0, unmet.size());
  note_unknown_statuses();
}

bool OrderReader::read(const KnownOrder& known, SourceOrders& book, SourceOrder& order) {
  if (known.book == KnownOrder::none && !read_time(known, order.time)) return false;
  const OrderMap& map = fields_.map();
  std::uint32_t raw = raw_of(Role::zone, zones_);
  if (!code_in(raw == KnownOrder::none ? known.zone : raw, zones_, map.zone, book.zones,
               order.zone)) {
    fields_.leave_out(zone_unreadable, Role::zone);
    return false;
  }
  if (fields_.given(Role::channel)) {
    raw = raw_of(Role::channel, channels_);
    if (!code_in(raw == KnownOrder::none ? known.channel : raw, channels_, map.channel,
                 book.channels, order.channel)) {
      fields_.leave_out(channel_unreadable, Role::channel);
      return false;
    }
  }
  raw = raw_of(Role::customer, customers_);
  if (!customer_of(raw == KnownOrder::none ? known.customer : raw, order.customer)) {
    fields_.leave_out_silently(customer_unreadable, Role::customer);
    return false;
  }
  if (order.customer == 0 && skip_guests_) {
    fields_.leave_out_silently(missing_customer, Role::customer);
    return false;
  }
  return true;
}

// The first row that is used says when; an earlier one only if that one does not.
bool OrderReader::read_time(const KnownOrder& known, TimeNs& time) {
  const std::string_view text = fields_.time();
  time = text.empty() ? known.time : times_.read(text).value_or(-1);
  if (time >= 0) return true;
  if (fields_.account().reasons()[time_unreadable].rows == 0) advise_of(text);
  fields_.leave_out(time_unreadable, Role::time);
  return false;
}

// Effects: where a form of times reads the text, whoever hears that it was left out is told which.
void OrderReader::advise_of(std::string_view time) const {
  const std::string formats = time_formats_for({time});
  if (formats.empty()) {
    const std::string why = why_no_day(time);
    if (!why.empty()) fields_.account().advise(time_unreadable, why);
    return;
  }
  fields_.account().advise(time_unreadable, "give the file's form in the map, " + formats);
}

// Effects: `id` becomes the place of the text's code in `names`, which gets it when it is new.
bool OrderReader::code_in(std::uint32_t raw, Codes& codes, const CodeRule& rule,
                          std::vector<std::string>& names, std::uint32_t& id) const {
  if (raw == KnownOrder::none) raw = codes.raw_number("");
  id = codes.id(raw);
  if (id != KnownOrder::none) return true;
  const std::string text = one_line(codes.raw(raw));
  std::string code = code_by(rule, text);
  if (code.size() == Code::size_max && text.size() > Code::size_max && !text.starts_with(code)) {
    const bool is_zone = &codes == &zones_;
    fields_.account().note(is_zone ? "zone_shortened" : "channel_shortened",
                           is_zone
                               ? "zones longer than 40 bytes: they are cut and marked with a hash"
                               : "channels longer than 40 bytes: they are cut and marked with a "
                                 "hash",
                           fields_.line());
  }
  if (code.empty()) code = "unknown";
  if (!is_printable(code)) return false;
  id = codes.assign(raw, code);
  if (id == names.size()) names.push_back(std::move(code));
  return true;
}

bool OrderReader::customer_of(std::uint32_t raw, std::uint64_t& customer) {
  customer = 0;
  if (raw == KnownOrder::none) return true;
  if (raw >= customer_values_.size()) customer_values_.resize(raw + std::size_t{1});
  std::uint64_t& value = customer_values_[raw];
  if (value == 0) {
    const std::string plain = plain_customer(customers_.raw(raw));
    if (fields_.map().customer_numbers) {
      value = customer_number(plain);
      if (value == 0) return false;
      if (key_) value = key_->token(std::to_string(value));
    } else {
      value = key_ ? key_->token(plain) : people_.number_of(plain) + std::uint64_t{1};
    }
  }
  customer = value;
  return true;
}

// Returns: 0 for what is no whole number from 1.
std::uint64_t OrderReader::customer_number(std::string_view plain) const {
  // Tools that know no missing integer write 17850.0.
  if (plain.size() > 2 && plain.substr(plain.size() - 2) == ".0") plain.remove_suffix(2);
  if (plain.size() > 18) return 0;
  std::uint64_t number = 0;
  for (const char c : plain) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return number;
}

}  // namespace allot::files
