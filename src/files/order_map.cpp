#include "files/order_map.hpp"

#include <re2/re2.h>
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "files/characters.hpp"
#include "files/same_text.hpp"
#include "files/toml_advice.hpp"
#include "files/toml_text.hpp"
#include "json/near_name.hpp"

namespace allot::files {

namespace {

constexpr std::size_t map_bytes_max = std::size_t{1} << 20U;
constexpr std::size_t code_bytes_max = 40;

// Returns: the encodings that are known, the one first that `name` means perhaps.
std::string encodings_instead_of(const std::string& name) {
  const std::vector<std::string> known = encoding_names();
  std::string text = json::suggestion_of(name, known);
  if (text.find("did you mean") == std::string::npos) return text;
  for (const std::string& one : known)
    text += (&one == known.data() ? " There are '" : ", '") + one + "'";
  return text;
}

// Takes values out of a table by name and refuses what nobody asked for. The first fault is kept;
// after it, reads do nothing.
class TableReader {
 public:
  // The file's name is the caller's, and has to outlive this.
  TableReader(std::string&& file, const toml::table& table, std::string path,
              Status& fault) = delete;
  TableReader(const std::string& file, const toml::table& table, std::string path, Status& fault)
      : file_(file), table_(table), path_(std::move(path)), fault_(fault) {}

  const toml::node* take(std::string_view key) {
    asked_.emplace_back(key);
    return fault_.ok() ? table_.get(key) : nullptr;
  }

  void text(std::string_view key, std::string& value) {
    const toml::node* node = take(key);
    if (node == nullptr) return;
    if (const auto* found = node->as_string())
      value = found->get();
    else
      fail(node->source(), named(key) + " must be a text in quotes");
  }

  void flag(std::string_view key, bool& value) {
    const toml::node* node = take(key);
    if (node == nullptr) return;
    if (const auto* found = node->as_boolean())
      value = found->get();
    else
      fail(node->source(), named(key) + " must be true or false");
  }

  // A text or a list of texts.
  void texts(std::string_view key, std::vector<std::string>& values) {
    const toml::node* node = take(key);
    if (node != nullptr) texts_of(*node, named(key), values);
  }

  void texts_of(const toml::node& node, const std::string& what, std::vector<std::string>& values) {
    values.clear();
    if (const auto* one = node.as_string()) {
      values.push_back(one->get());
      return;
    }
    const auto* list = node.as_array();
    if (list == nullptr) return fail(node.source(), what + " must be a text or a list of texts");
    for (const toml::node& item : *list) {
      const auto* one = item.as_string();
      if (one == nullptr) return fail(item.source(), what + " must be a list of texts");
      values.push_back(one->get());
    }
  }

  // One of `names`. Returns: its position, or nothing when the key is absent.
  std::optional<std::size_t> choice(std::string_view key, const std::vector<std::string>& names) {
    std::string value;
    const toml::node* node = take(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* found = node->as_string()) value = found->get();
    const auto at = std::find(names.begin(), names.end(), value);
    if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
    fail(node->source(),
         named(key) + " '" + value + "' is not known" + json::suggestion_of(value, names));
    return std::nullopt;
  }

  // Reads the table `key` with `read`.
  template <class Read>
  void table(std::string_view key, Read read) {
    const toml::node* node = take(key);
    if (node != nullptr) sub_table(*node, named(key), read);
  }

  // Reads each table of the list `key` with `read`.
  template <class Read>
  void tables(std::string_view key, Read read) {
    const toml::node* node = take(key);
    if (node == nullptr) return;
    const auto* list = node->as_array();
    if (list == nullptr) {
      return fail(node->source(),
                  named(key) + " must be a list of tables: [[" + std::string(key) + "]]");
    }
    for (const toml::node& item : *list) sub_table(item, named(key), read);
  }

  // Refuses what was not asked for.
  void finish() {
    if (!fault_.ok()) return;
    for (const auto& [key, node] : table_) {
      if (std::find(asked_.begin(), asked_.end(), key.str()) != asked_.end()) continue;
      return fail(key.source(), "no key '" + std::string(key.str()) + "' is known " +
                                    (path_.empty() ? "here" : "in " + path_) +
                                    where_it_belongs(key.str()));
    }
  }

  void fail(const toml::source_region& where, const std::string& cause) {
    if (!fault_.ok()) return;
    fault_ = {StatusCode::invalid_argument, file_ + ":" + std::to_string(where.begin.line) + ":" +
                                                std::to_string(where.begin.column) + ": " + cause};
  }
  [[nodiscard]] std::string named(std::string_view key) const {
    return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
  }
  // Returns: what was asked for.
  [[nodiscard]] const std::vector<std::string>& asked() const noexcept { return asked_; }
  [[nodiscard]] const toml::table& raw() const noexcept { return table_; }
  [[nodiscard]] bool ok() const noexcept { return fault_.ok(); }

 private:
  // Returns: of a key that was not asked for, what to do, as an error goes on.
  [[nodiscard]] std::string where_it_belongs(std::string_view key) const {
    const std::vector<std::string> of_map = map_keys();
    if (!path_.empty() && std::ranges::find(of_map, key) != of_map.end()) {
      return ": it belongs to the whole map; put it before the first [table]";
    }
    return json::suggestion_of(key, asked_);
  }

  template <class Read>
  void sub_table(const toml::node& node, const std::string& path, Read read) {
    const auto* table = node.as_table();
    if (table == nullptr) return fail(node.source(), path + " must be a table");
    TableReader reader(file_, *table, path, fault_);
    read(reader);
    reader.finish();
  }

  const std::string& file_;
  const toml::table& table_;
  std::string path_;
  Status& fault_;
  std::vector<std::string> asked_;
};

// Returns: a list of texts as it stands in a map, the first of them; where it has none, an example.
std::string example_of(const toml::node& node) {
  std::vector<std::string> texts;
  if (const auto* one = node.as_string()) texts.push_back(one->get());
  if (const auto* list = node.as_array()) {
    for (const toml::node& item : *list) {
      if (const auto* text = item.as_string()) texts.push_back(text->get());
    }
  }
  if (texts.empty()) texts.emplace_back("Cancelled");
  constexpr std::size_t named_most = 5;
  std::string example;
  for (std::size_t i = 0; i < std::min(texts.size(), named_most); ++i) {
    example += (i == 0 ? "[" : ", ") + files::quoted(texts[i]);
  }
  return example + (texts.size() > named_most ? ", ...]" : "]");
}

class MapParser {
 public:
  explicit MapParser(OrderMap& map) : map_(map) {}

  void run(TableReader& top) {
    top.text("name", map_.name);
    top.text("about", map_.about);
    top.texts("detect", map_.detect);
    top.table("detect_values", [this](TableReader& table) {
      for (const auto& [column, node] : table.raw()) {
        std::string pattern;
        table.text(column.str(), pattern);
        map_.detect_values.emplace_back(column.str(), pattern);
        check_pattern(table, pattern);
      }
    });
    top.text("file", map_.file);
    form(top);
    top.table("columns", [this](TableReader& table) { columns(table); });
    money_and_time(top);
    if (const auto form = top.choice("customers", {"text", "number"})) {
      map_.customer_numbers = *form == 1;
    }
    top.flag("sku_capitals", map_.sku_capitals);
    if (const auto rule = top.choice("zero_prices", {"use", "skip"})) {
      map_.skip_zero_prices = *rule == 1;
    }
    top.table("zone", [this](TableReader& table) { code_rule(table, map_.zone); });
    top.table("channel", [this](TableReader& table) { code_rule(table, map_.channel); });
    top.table("status", [this](TableReader& table) { status(table); });
    top.tables("skip", [this](TableReader& table) { skip(table); });
    top.tables("join", [this](TableReader& table) { join(table); });
    top.table("stock", [this](TableReader& table) {
      for (std::size_t i = 0; i < StockColumns::count; ++i) {
        table.text(StockColumns::keys[i], map_.stock.names[i]);
      }
      table.texts("nodes", map_.stock.nodes);
      map_.stock.decimal = decimal(table).value_or('\0');
      if (table.ok() && !map_.stock.nodes.empty()) check_nodes(table);
      encoding(table, map_.encodings.stock);
    });
    encoding_of(top, "products", map_.encodings.products);
    encoding_of(top, "nodes", map_.encodings.nodes);
    encoding_of(top, "lanes", map_.encodings.lanes);
    encoding_of(top, "updates", map_.encodings.updates);
    top.finish();
    if (top.ok()) check(top);
  }

 private:
  static void encoding(TableReader& table, std::optional<Encoding>& value) {
    std::string name;
    table.text("encoding", name);
    if (name.empty()) return;
    value = encoding_named(name);
    if (value) return;
    table.fail(
        table.raw().get("encoding")->source(),
        table.named("encoding") + " '" + name + "' is not known" + encodings_instead_of(name));
  }

  // Returns: what stands before decimals, '.' or ',', where the table says it.
  static std::optional<char> decimal(TableReader& table) {
    std::string sign;
    table.text("decimal", sign);
    if (sign.empty()) return std::nullopt;
    if (sign == "." || sign == ",") return sign[0];
    table.fail(table.raw().get("decimal")->source(),
               table.named("decimal") + " must be \".\" or \",\"");
    return std::nullopt;
  }

  // Of another file of the shop, whose columns go by names that are known.
  static void encoding_of(TableReader& top, std::string_view key, std::optional<Encoding>& value) {
    top.table(key, [&value](TableReader& table) { encoding(table, value); });
  }

  void form(TableReader& top) {
    encoding(top, map_.form.encoding);
    std::string name;
    top.text("delimiter", name);
    if (!name.empty()) {
      map_.form.delimiter = delimiter_named(name);
      if (*map_.form.delimiter == '\0') {
        top.fail(top.raw().get("delimiter")->source(),
                 "delimiter must be \",\", \";\", \"tab\" or \"|\"");
      }
    }
    if (top.raw().contains("quotes")) {
      bool quotes = true;
      top.flag("quotes", quotes);
      map_.form.quotes = quotes;
    } else {
      static_cast<void>(top.take("quotes"));
    }
    top.texts("header", map_.form.header);
    top.table("lines", [this](TableReader& table) {
      table.text("json", map_.form.lines);
      table.text("packed", map_.packed.column);
      table.text("separator", map_.packed.separator);
      table.text("pair", map_.packed.pair);
      table.text("between", map_.packed.between);
      if (!map_.packed.column.empty() && map_.packed.separator.empty()) {
        table.fail(table.raw().source(),
                   "lines.packed needs separator (between the values of a line), and pair (between "
                   "a value's name and the value) where they have names");
      }
      if (map_.packed.between.empty()) return;
      if (map_.packed.column.empty()) {
        table.fail(table.raw().source(),
                   "lines.between needs lines.packed, the column whose cells hold several lines");
      } else if (map_.packed.between == map_.packed.separator ||
                 map_.packed.between == map_.packed.pair) {
        table.fail(table.raw().source(),
                   "lines.between must be another text than lines.separator and lines.pair");
      }
    });
  }

  void columns(TableReader& table) {
    for (std::size_t role = 0; role < role_count; ++role) {
      const std::string_view key = role_names[role];
      const toml::node* node = table.take(key);
      if (node == nullptr) continue;
      ColumnChoice& choice = map_.columns[role];
      if (const auto* rule = node->as_table()) {
        const bool is_sum = rule->contains("sum") && is_amount(static_cast<Role>(role));
        TableReader reader(map_.name, *rule, table.named(key), fault_);
        if (is_sum)
          reader.texts("sum", choice.columns);
        else
          reader.text("value", choice.value);
        reader.finish();
        choice.added = is_sum;
        if (!fault_.ok() || !choice.given()) {
          table.fail(node->source(),
                     table.named(key) + " must be a column, a list of columns, or " +
                         (is_amount(static_cast<Role>(role)) ? "{sum = [\"...\", \"...\"]}"
                                                             : "{value = \"...\"}"));
        }
      } else {
        table.texts_of(*node, table.named(key), choice.columns);
      }
      for (const std::string& column : choice.columns) {
        map_.numbered = map_.numbered || (column.find("{n}") != std::string::npos);
      }
    }
  }

  // Whether columns of the role can be added up.
  static bool is_amount(Role role) noexcept {
    return role >= Role::order_discount && role <= Role::order_total;
  }

  void taxes(TableReader& top) {
    const toml::node* node = top.take("prices_include_tax");
    if (node == nullptr) return;
    if (const auto* all = node->as_boolean()) {
      map_.prices_include_tax.all = all->get();
      return;
    }
    if (node->as_array() == nullptr) {
      return top.fail(node->source(),
                      "prices_include_tax must be true, false, or a list of channels");
    }
    top.texts_of(*node, "prices_include_tax", map_.prices_include_tax.channels);
    if (top.ok() && !map_.of(Role::channel).given()) {
      top.fail(node->source(),
               "prices_include_tax lists channels, but [columns] says none for channel");
    }
  }

  void money_and_time(TableReader& top) {
    if (const std::optional<char> said = decimal(top)) {
      map_.decimal = *said;
      map_.decimal_known = true;
    }
    top.text("currency", map_.currency);
    if (!map_.currency.empty() && !exponent_known(map_.currency)) {
      top.fail(top.raw().get("currency")->source(),
               "currency must be three letters, such as \"EUR\"");
    }
    taxes(top);
    top.text("time_zone", map_.time_zone);
    top.texts("time_formats", map_.time_formats);
  }

  static bool exponent_known(const std::string& currency) {
    return currency.size() == 3 && std::all_of(currency.begin(), currency.end(),
                                               [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  void pairs(TableReader& table, std::string_view key,
             std::vector<std::pair<std::string, std::string>>& rules) {
    const toml::node* node = table.take(key);
    if (node == nullptr) return;
    const auto* list = node->as_table();
    if (list == nullptr) {
      return table.fail(node->source(),
                        table.named(key) + " must be a table of texts: {\"Germany\" = \"DE\"}");
    }
    for (const auto& [text, code] : *list) {
      const auto* value = code.as_string();
      if (value == nullptr || value->get().empty() || value->get().size() > code_bytes_max) {
        return table.fail(code.source(), table.named(key) + "." + std::string(text.str()) +
                                             " must be a text of 1 to 40 bytes");
      }
      rules.emplace_back(text.str(), value->get());
    }
  }

  void code_rule(TableReader& table, CodeRule& rule) {
    pairs(table, "values", rule.values);
    pairs(table, "prefixes", rule.prefixes);
    std::sort(rule.prefixes.begin(), rule.prefixes.end(), [](const auto& a, const auto& b) {
      return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a < b;
    });
    table.text("others", rule.others);
    table.text("empty", rule.empty);
    if (rule.others.size() > code_bytes_max || rule.empty.size() > code_bytes_max) {
      table.fail(table.raw().source(), "codes have at most 40 bytes");
    }
  }

  void status(TableReader& table) {
    table.texts("use", map_.status.use);
    table.texts("unpaid", map_.status.unpaid);
    if (const toml::node* leave = table.raw().get("leave_out");
        leave != nullptr && !leave->is_table()) {
      static_cast<void>(table.take("leave_out"));
      return table.fail(leave->source(),
                        "status.leave_out names a reason for each of its texts: write "
                        "leave_out.cancelled = " +
                            example_of(*leave));
    }
    table.table("leave_out", [this](TableReader& reasons) {
      for (const auto& [reason, node] : reasons.raw()) {
        std::vector<std::string> texts;
        static_cast<void>(reasons.take(reason.str()));
        reasons.texts_of(node, reasons.named(reason.str()), texts);
        map_.status.leave.emplace_back(reason.str(), std::move(texts));
      }
    });
  }

  // Effects: refuses columns of nodes that would count units twice, or not at all.
  void check_nodes(TableReader& table) const {
    const toml::source_region& where = table.raw().get("nodes")->source();
    for (const std::string_view key : {"quantity", "node"}) {
      if (!table.raw().contains(key)) continue;
      return table.fail(where,
                        "stock has " + std::string(key) + " and nodes, which both say where " +
                            (key == "node" ? "units lie" : "units stand") + "; give one of them");
    }
    const std::vector<std::string>& nodes = map_.stock.nodes;
    for (auto node = nodes.begin(); node != nodes.end(); ++node) {
      if (std::find(nodes.begin(), node, *node) == node) continue;
      return table.fail(where, table.named("nodes") + " names '" + *node +
                                   "' twice: what lies there would count twice");
    }
  }

  void skip(TableReader& table) {
    SkipRule rule;
    table.text("reason", rule.reason);
    table.text("advice", rule.advice);
    table.text("column", rule.column);
    table.texts("is", rule.is);
    table.texts("begins_with", rule.prefixes);
    table.text("matches", rule.matches);
    table.text("matches_not", rule.matches_not);
    table.flag("whole_order", rule.whole_order);
    table.flag("short_rows", rule.short_rows);
    if (!fault_.ok() || !table.ok()) return;
    if (rule.reason.empty() || rule.column.empty()) {
      return table.fail(table.raw().source(), "a skip rule needs reason and column");
    }
    if (rule.is.empty() && rule.prefixes.empty() && rule.matches.empty() &&
        rule.matches_not.empty()) {
      return table.fail(table.raw().source(),
                        "a skip rule needs is, begins_with, matches or matches_not");
    }
    check_pattern(table, rule.matches);
    check_pattern(table, rule.matches_not);
    map_.skips.push_back(std::move(rule));
  }

  static void check_pattern(TableReader& table, const std::string& pattern) {
    const re2::RE2 compiled(pattern, re2::RE2::Quiet);
    if (compiled.ok()) return;
    table.fail(table.raw().source(),
               "'" + pattern + "' is no regular expression: " + compiled.error());
  }

  void join(TableReader& table) {
    Join join;
    table.text("file", join.file);
    table.text("key", join.key);
    table.text("their_key", join.their_key);
    if (join.their_key.empty()) join.their_key = join.key;
    if (join.file.empty() || join.key.empty()) {
      return table.fail(table.raw().source(), "a join needs file and key");
    }
    map_.joins.push_back(std::move(join));
  }

  // Names are for people, and change nothing of how a file is read.
  static bool says_something(const toml::table& raw) {
    return std::any_of(raw.begin(), raw.end(), [](const auto& entry) {
      return entry.first.str() != "name" && entry.first.str() != "about";
    });
  }

  void check(TableReader& top) const {
    if (!has_columns(map_) && !top.raw().contains("columns") && says_something(top.raw())) return;
    for (const Role role : {Role::order, Role::time, Role::sku}) {
      if (map_.of(role).given()) continue;
      return top.fail(top.raw().source(),
                      "the map says no column for " +
                          std::string(role_names[static_cast<std::size_t>(role)]) +
                          "; [columns] needs order, time and sku at least");
    }
    only_one(top, Role::price, "of one unit", Role::line_total, "of the line");
    only_one(top, Role::line_tax, "of the line", Role::order_tax, "of the whole order");
    only_one(top, Role::shipping, "of the whole order", Role::line_shipping, "of the line");
    only_one(top, Role::shipping_tax, "of the whole order", Role::line_shipping_tax, "of the line");
  }

  // Effects: refuses a map that says one thing in two ways.
  void only_one(TableReader& top, Role a, std::string_view of_a, Role b,
                std::string_view of_b) const {
    if (!map_.of(a).given() || !map_.of(b).given()) return;
    const auto named_role = [](Role role, std::string_view of) {
      return std::string(role_names[static_cast<std::size_t>(role)]) + " (" + std::string(of) + ")";
    };
    top.fail(top.raw().source(), "columns has " + named_role(a, of_a) + " and " +
                                     named_role(b, of_b) + "; give one of them");
  }

  OrderMap& map_;
  Status fault_;
};

}  // namespace

Result<OrderMap> parse_order_map(const std::string& name, std::string_view text) {
  if (text.size() > map_bytes_max) {
    return Status{StatusCode::invalid_argument, name + ": a map has at most 1 MiB"};
  }
  toml::table parsed;
  try {
    parsed = toml::parse(text, name);
  } catch (const toml::parse_error& error) {
    return Status{StatusCode::invalid_argument,
                  name + ":" + std::to_string(error.source().begin.line) + ":" +
                      std::to_string(error.source().begin.column) + ": " +
                      std::string(error.description()) +
                      toml_advice(text, error.source().begin.line)};
  }
  OrderMap map;
  map.name = name;
  Status fault;
  TableReader top(name, parsed, "", fault);
  MapParser(map).run(top);
  if (!fault.ok()) return fault;
  return map;
}

std::vector<std::string> map_keys() {
  const toml::table nothing;
  OrderMap map;
  Status fault;
  const std::string no_file;
  TableReader top(no_file, nothing, "", fault);
  MapParser(map).run(top);
  return top.asked();
}

namespace {

// Shops leave columns out of their exports, and add them from year to year.
void become_preset(OrderMap& map, std::string_view name) {
  map.name = name;
  map.origin = MapOrigin::preset;
  map.columns_may_lack = true;
  for (SkipRule& rule : map.skips) rule.may_lack = true;
}

}  // namespace

Result<OrderMap> order_map_named(const std::string& name) {
  std::vector<std::string> names;
  for (const Preset& preset : presets()) {
    names.emplace_back(preset.name);
    if (preset.name != name) continue;
    Result<OrderMap> map = parse_order_map("preset " + name, preset.text);
    if (map.ok()) become_preset(map.value(), name);
    return map;
  }
  std::ifstream file(name, std::ios::binary);
  if (!file) {
    std::string text = name + ": is neither a file nor a preset" + json::suggestion_of(name, names);
    if (text.find("there are") == std::string::npos) text += " (presets: allot map --presets)";
    return Status{StatusCode::not_found, std::move(text)};
  }
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return parse_order_map(name, text);
}

bool has_columns(const OrderMap& map) noexcept {
  return std::any_of(map.columns.begin(), map.columns.end(),
                     [](const ColumnChoice& choice) { return choice.given(); });
}

OrderMap completed(OrderMap said, OrderMap told) {
  const auto take = [](auto& mine, auto& theirs) {
    if (mine.empty()) mine = std::move(theirs);
  };
  const bool is_preset = told.origin == MapOrigin::preset;
  said.name += is_preset ? ", with the columns of preset " + told.name
                         : std::string(", with columns guessed from the file");
  said.columns = std::move(told.columns);
  said.columns_may_lack = told.columns_may_lack;
  take(said.detect, told.detect);
  said.numbered = told.numbered;
  if (said.packed.column.empty()) said.packed = std::move(told.packed);
  if (!said.form.encoding) said.form.encoding = told.form.encoding;
  if (!said.form.delimiter) said.form.delimiter = told.form.delimiter;
  if (!said.form.quotes) said.form.quotes = told.form.quotes;
  take(said.form.header, told.form.header);
  take(said.form.lines, told.form.lines);
  if (!said.decimal_known) {
    said.decimal = told.decimal;
    said.decimal_known = told.decimal_known;
  }
  take(said.currency, told.currency);
  if (!said.prices_include_tax.said()) said.prices_include_tax = told.prices_include_tax;
  take(said.time_zone, told.time_zone);
  take(said.time_formats, told.time_formats);
  said.customer_numbers = said.customer_numbers || told.customer_numbers;
  said.sku_capitals = said.sku_capitals || told.sku_capitals;
  said.skip_zero_prices = said.skip_zero_prices || told.skip_zero_prices;
  const auto is_bare = [](const CodeRule& rule) {
    return rule.values.empty() && rule.prefixes.empty() && rule.others.empty() &&
           rule.empty.empty();
  };
  if (is_bare(said.zone)) said.zone = std::move(told.zone);
  if (is_bare(said.channel)) said.channel = std::move(told.channel);
  if (said.status.use.empty() && said.status.unpaid.empty() && said.status.leave.empty()) {
    said.status = std::move(told.status);
  }
  take(said.skips, told.skips);
  take(said.joins, told.joins);
  return said;
}

namespace {

bool fits(const OrderMap& map, const FileLook& look) {
  const auto column_of = [&look](const std::string& name) {
    const std::optional<std::size_t> at = column_named(look.columns, name);
    return static_cast<std::ptrdiff_t>(at.value_or(look.columns.size()));
  };
  const auto width = static_cast<std::ptrdiff_t>(look.columns.size());
  for (const std::string& name : map.detect) {
    if (column_of(name) == width) return false;
  }
  for (const auto& [name, pattern] : map.detect_values) {
    const std::ptrdiff_t column = column_of(name);
    if (column == width) return false;
    const re2::RE2 compiled(pattern, re2::RE2::Quiet);
    for (const std::vector<std::string>& row : look.rows) {
      if (!re2::RE2::FullMatch(cell_text(row[static_cast<std::size_t>(column)]), compiled))
        return false;
    }
  }
  return true;
}

}  // namespace

std::optional<OrderMap> preset_for(const FileLook& look) {
  std::optional<OrderMap> best;
  for (const Preset& preset : presets()) {
    Result<OrderMap> map = parse_order_map("preset " + std::string(preset.name), preset.text);
    if (!map.ok() || map.value().detect.empty() || !fits(map.value(), look)) continue;
    if (best && best->detect.size() >= map.value().detect.size()) continue;
    best = std::move(map.value());
    become_preset(*best, preset.name);
  }
  return best;
}

}  // namespace allot::files
