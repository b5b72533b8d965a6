#include "shop.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>

#include "json/encode.hpp"
#include "json/near_name.hpp"
#include "program/rule_lines.hpp"
#include "rules/compiler.hpp"

namespace allot::stories {
namespace {

// Small enough to begin quickly, large enough for any story that does not ask for others.
constexpr std::string_view usual_limits =
    "start skus_max=50 nodes_max=8 zones_max=8 channels_max=8 lots_max=200 orders_max=500 "
    "closed_orders_max=500 lines_max=2000 lines_per_order_max=50 holds_max=200 "
    "command_keys_max=500 attempts_max=500 list_entries_max=50 caps_max=16 cap_accounts_max=200 "
    "debits_max=500 sku_sets_max=8 sku_set_skus_max=50 rule_members_max=50 rule_orders_max=100 "
    "time_source=host";

Words words_of(std::string_view text, const Word& place) {
  Words words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.push_back({std::string(text.substr(0, end)), place.line, place.column});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace

Shop::Shop(Stage& stage, Speech& speech) : stage_(stage), speech_(speech) {
  defaults_.list_price = [this](std::string_view code) -> std::int64_t {
    const auto sku = speech_.find(IdKind::sku, code);
    return sku ? stage_.state().skus[*sku - 1].list_price : 0;
  };
  defaults_.version = [this](const std::string& name) -> std::int64_t {
    if (!speech_.orders.knows(name)) return 1;
    const KeyHalves key = speech_.orders.key(name);
    const auto order = stage_.core().find_order({key.low, key.high});
    return order ? order->version : 1;
  };
}

void Shop::open() {
  const Word nowhere{{}, 1, 1};
  start(words_of("start", nowhere));
}

// Effects: begins the log with the usual limits, but for those that the words say.
void Shop::start(const Words& words) {
  nlohmann::ordered_json line =
      read_command(words_of(usual_limits, words.front()), speech_, defaults_);
  const nlohmann::ordered_json own = read_command(words, speech_, defaults_);
  line["start"].update(own["start"]);
  send_line(words, line);
  speech_.core = &stage_.core();
  define("zone GB");
  define("channel WEB");
}

void Shop::define(const std::string& text) { send(words_of(text, {{}, 1, 1})); }

std::string Shop::take(const Words& words) {
  const std::string& name = words.front().text;
  if (name == "start") {
    if (stage_.started()) refuse(words.front(), "'start' can only be the first line of a story");
    start(words);
    return {};
  }
  if (name == "rules") {
    if (!stage_.started()) open();
    send_rules(words);
    return {};
  }
  if (command_form(name) == nullptr) {
    std::vector<std::string> names = command_names();
    names.insert(names.end(), {"rules", "stock", "order", "waiting", "sellable"});
    refuse_name(words.front(), "command", names);
  }
  if (!stage_.started()) open();
  if (name == "sku") {
    send_sku(words);
  } else if ((name == "node" || name == "zone" || name == "channel") && words.size() > 1) {
    const auto kind = name == "node"   ? IdKind::node
                      : name == "zone" ? IdKind::zone
                                       : IdKind::channel;
    const bool is_new = !speech_.find(kind, words[1].text);
    send(words);
    if (is_new) join(name, words[1].text);
  } else {
    send(words);
  }
  return own_order();
}

// Returns: how the last command calls its order. A key that the engine makes of a number is learned
// from what it tells about that order.
std::string Shop::own_order() {
  for (const Event& event : stage_.events()) {
    const bool is_new = event.type == EventType::placed || event.type == EventType::order_split;
    if (new_number_.empty() || !is_new) continue;
    speech_.orders.learn(new_number_, {.high = event.order_key.high, .low = event.order_key.low});
  }
  if (number_.empty()) {
    const OrderKey key = stage_.order_key();
    return key.present() ? speech_.orders.name({.high = key.high, .low = key.low}) : std::string{};
  }
  for (const Event& event : stage_.events()) {
    if (event.order_key.present()) {
      speech_.orders.learn(number_, {.high = event.order_key.high, .low = event.order_key.low});
    }
  }
  return number_;
}

// "sku TEAPOT @15.00 LEEDS x10 YORK x4": the article, and what of it lies where.
void Shop::send_sku(const Words& words) {
  const auto is_plain = [](const Word& word) {
    const char first = word.text.front();
    return word.text.find('=') == std::string::npos && first != '@';
  };
  const auto first_node = std::find_if(
      words.begin() + std::min<std::ptrdiff_t>(2, static_cast<std::ptrdiff_t>(words.size())),
      words.end(), is_plain);
  send(Words(words.begin(), first_node));
  for (auto at = first_node; at != words.end();) {
    auto next = at + 1;
    const auto is_count = [](const Word& word) {
      return word.text.size() > 1 && word.text[0] == 'x' &&
             std::isdigit(static_cast<unsigned char>(word.text[1])) != 0;
    };
    while (next != words.end() && (is_count(*next) || !is_plain(*next))) ++next;
    if (!speech_.find(IdKind::node, at->text)) {
      send({{"node", at->line, at->column}, *at});
      join("node", at->text);
    }
    Words receive{{"receive", at->line, at->column}, words[1]};
    receive.insert(receive.end(), at, next);
    const bool is_none = next != at + 1 && (at + 1)->text == "x0";
    if (next != at + 1 && !is_none) send(receive);
    at = next;
  }
}

// Effects: ways between what is new and what is there.
void Shop::join(const std::string& kind, const std::string& code) {
  if (kind == "node") return join_node(code);
  for (const std::string& node : speech_.codes(IdKind::node)) {
    define(kind == "zone" ? "lane " + node + ' ' + code : "network " + code + ' ' + node);
  }
}
void Shop::join_node(const std::string& node) {
  for (const std::string& zone : speech_.codes(IdKind::zone)) define("lane " + node + ' ' + zone);
  for (const std::string& channel : speech_.codes(IdKind::channel)) {
    define("network " + channel + ' ' + node);
  }
}

void Shop::send(const Words& words) {
  nlohmann::ordered_json line = read_command(words, speech_, defaults_);
  number_ = line.front().value("order_number", "");
  new_number_ = line.front().value("new_number", "");
  send_line(words, line);
}

// "rules cards live": the set that rules/cards.rules is compiled to is loaded, and judges.
void Shop::send_rules(const Words& words) {
  if (words.size() < 2 || words.size() > 3) {
    refuse(words.front(), "write which file of tests/stories/rules, and live or shadow or nothing");
  }
  const std::string file = words[1].text + ".rules";
  std::ifstream opened(std::string(ALLOT_STORIES) + "/rules/" + file, std::ios::binary);
  if (!opened) refuse(words[1], "there is no " + file + " in tests/stories/rules");
  const rules::CompiledRules made =
      rules::compile_rules({std::istreambuf_iterator<char>(opened), {}});
  if (!made.ok()) refuse(words[1], rules::rendered(made, file));
  number_.clear();
  new_number_.clear();
  const std::size_t most = stage_.core().limits().rule_part_bytes_max;
  for (const std::string& line : program::load_lines(*made.set, most)) send_text(words, line);
  if (words.size() == 2) return;
  for (const RulesMode mode : {RulesMode::live, RulesMode::shadow}) {
    if (words[2].text != enum_names<RulesMode>[static_cast<std::size_t>(mode)]) continue;
    return send_text(words, program::activate_line(stage_.state().rule_sets.versions, mode));
  }
  refuse_name(words[2], "what a rule set does", {"live", "shadow"});
}

void Shop::send_text(const Words& words, const std::string& text) {
  send_line(words, nlohmann::ordered_json::parse(text));
}

void Shop::send_line(const Words& words, nlohmann::ordered_json line) {
  line["time"] = speech_.now;
  if (const Status status = stage_.line(json::line_text(line)); !status.ok()) {
    refuse_line(words, std::string(status.message()));
  }
}

// A message of the reader of JSON quotes what it means: that is the word at fault.
void Shop::refuse_line(const Words& words, const std::string& message) const {
  const Word* at = &words.front();
  std::string near;
  for (const Word& word : words) {
    const std::size_t equals = word.text.find('=');
    const std::string text = equals == std::string::npos ? word.text : word.text.substr(equals + 1);
    if (text.empty() || message.find('"' + text + '"') == std::string::npos) continue;
    at = &word;
    for (const IdKind kind : {IdKind::channel, IdKind::node, IdKind::zone, IdKind::sku,
                              IdKind::sku_set, IdKind::cap, IdKind::carrier}) {
      const auto name = std::string(enum_names<IdKind>[static_cast<std::size_t>(kind)]);
      if (message.find("no " + name + " has the code") == std::string::npos) continue;
      near = json::suggestion(text, speech_.codes(kind));
    }
  }
  refuse(*at, message + near);
}

}  // namespace allot::stories
