#include "files/shop_draft.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "files/characters.hpp"
#include "files/code_gaps.hpp"
#include "files/code_meeting.hpp"
#include "files/column_names.hpp"
#include "files/content_guess.hpp"
#include "files/draft_lines.hpp"
#include "files/plain_list.hpp"
#include "files/preset_form.hpp"
#include "files/row_account.hpp"
#include "files/shop_files.hpp"
#include "files/status_guess.hpp"
#include "files/stock_draft.hpp"
#include "files/text_rules.hpp"
#include "files/times.hpp"
#include "files/toml_text.hpp"
#include "json/capitals.hpp"
#include "json/counted.hpp"

namespace allot::files {

namespace {

Result<MapTold> tell(const std::string& path, ReadWatch* watch) {
  Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open_file(path, watch);
  if (!bytes.ok()) return bytes.status();
  const Result<std::unique_ptr<TextSource>> text = TextSource::open(std::move(bytes.value()), {});
  if (!text.ok()) return text.status();
  return tell_map(*text.value(), {});
}

// Whether a list of stock is called so.
bool is_called_stock(const std::string& path) {
  using std::string_view_literals::operator""sv;
  static constexpr std::array words{
      "stock"sv,      "bestand"sv, "invent"sv,  "lager"sv,   "voorraad"sv, "stany"sv, "magazyn"sv,
      "stok"sv,       "estoque"sv, "giacenz"sv, "zaiko"sv,   "sklad"sv,    "zasob"sv, "apothema"sv,
      "existencia"sv, "skladu"sv,  "varasto"sv, "keszlet"sv, "在庫"sv,     "库存"sv,  "庫存"sv,
      "재고"sv,       "остат"sv,   "склад"sv,   "αποθεμ"sv,  "مخزون"sv,    "מלאי"sv};
  return has_word(std::filesystem::path(path).stem().string(), words);
}

// Whether whole numbers stand there of which one is 0, as no order asks for.
bool has_nothing_of_something(const FileLook& look) {
  const ColumnLook columns(look);
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (!columns.seen_mostly(c, [](std::string_view text) {
          return text.size() <= 6 &&
                 std::ranges::all_of(text, [](char d) { return d >= '0' && d <= '9'; });
        })) {
      continue;
    }
    const auto texts = columns.texts(c);
    if (std::ranges::find(texts, "0") != texts.end()) return true;
  }
  return false;
}

std::string head_of(const FileLook& look, std::string_view what) {
  return "# " + std::string(what) + ", " + in_comment(look.name) +
         ": what its columns mean, as far as " + std::to_string(look.rows.size()) +
         " rows tell.\n# The file: " + in_comment(look.form) + ".\n";
}

constexpr std::string_view how_to_read =
    "# Lines that say \"Look at this\" are what may be wrong: read those, and mend them. Every key "
    "is in\n# docs/files.md.\n";

// Returns: what has to be said beside the preset whose columns the orders have.
std::vector<TopLine> beside_preset(const ShopDraft& draft) {
  const Result<OrderMap> preset = order_map_named(draft.preset);
  return preset.ok() ? lines_beside_preset(preset.value(), draft.look) : std::vector<TopLine>{};
}

// Returns: the preset's map with a comment.
std::string preset_text(const ShopDraft& draft) {
  for (const Preset& preset : presets()) {
    if (preset.name != draft.preset) continue;
    return "# " + draft.look.name + " has the columns of the preset " + draft.preset +
           ", which is used without --map.\n# The file: " + draft.look.form + "; " +
           draft.look.sniffed.why + ".\n" +
           with_top_lines(std::string(preset.text), beside_preset(draft));
  }
  return {};
}

// Effects: the texts of the status are those of all rows of the file, of which the first may be of
//          other days. At most so many different ones, and of that size: a status has few.
void tell_statuses(MapGuess& guess, const std::string& path) {
  constexpr std::size_t texts_most = 1'000;
  constexpr std::size_t bytes_most = 200;
  const ColumnChoice& status = guess.map.of(Role::status);
  const std::string column = status.columns.size() == 1 ? status.columns[0] : guess.perhaps_status;
  if (column.empty() || !guess.map.packed.column.empty()) return;
  Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open_file(path);
  if (!bytes.ok()) return;
  Result<std::unique_ptr<RecordReader>> records =
      open_records(std::move(bytes.value()), guess.map.form);
  if (!records.ok()) return;
  const std::vector<std::string>& names = records.value()->columns();
  const auto at = static_cast<std::size_t>(std::ranges::find(names, column) - names.begin());
  if (at == names.size()) return;
  std::map<std::string, std::size_t, std::less<>> rows;
  for (bool more = true;;) {
    if (!records.value()->next(more).ok()) return;
    if (!more) break;
    if (!records.value()->flaw().empty() || at >= records.value()->fields().size()) continue;
    const std::string_view text = cell_text(records.value()->fields()[at]);
    if (text.empty()) continue;
    const auto known = rows.find(text);
    if (known != rows.end()) {
      ++known->second;
    } else if (rows.size() < texts_most && text.size() <= bytes_most) {
      rows.emplace(text, 1);
    }
  }
  if (rows.empty()) return;
  guess.statuses.clear();
  std::vector<std::pair<std::string_view, std::size_t>> counted;
  for (const auto& [text, count] : rows) {
    guess.statuses.push_back(text);
    counted.emplace_back(text, count);
  }
  std::ranges::stable_sort(counted,
                           [](const auto& a, const auto& b) { return a.second > b.second; });
  guess.statuses_told = counted_list(counted);
  (status.given() ? guess.map.status : guess.status) = rule_of_statuses(guess.statuses);
}

// Returns: the latest time in the rows that were looked at; nothing where the guess has no times.
std::optional<TimeNs> last_time(const MapGuess& guess, const FileLook& look) {
  const ColumnChoice& choice = guess.map.of(Role::time);
  if (choice.columns.size() != 1) return std::nullopt;
  const ColumnLook columns(look);
  auto reader = TimeReader::make("", guess.map.time_formats);
  if (!reader.ok()) return std::nullopt;
  std::optional<TimeNs> last;
  for (const std::string_view text : columns.texts(columns.place_of(choice.columns[0]))) {
    const auto time = reader.value().read(text);
    if (time && (!last || *time > *last)) last = time;
  }
  return last;
}

// Returns: the column of an order's SKU by its name, whether its codes stand in the stock or not.
std::optional<std::size_t> named_sku(const MapGuess& guess, const FileLook& look) {
  const ColumnChoice& choice = guess.map.of(Role::sku);
  if (choice.columns.empty()) return std::nullopt;
  return ColumnLook(look).place_of(choice.columns[0]);
}

// Returns: whether all that orders need is found by what stands in a file.
bool has_orders(const FileLook& look) {
  const ContentHints none;
  return guess_map(look, &none).missing().empty();
}

// Whether a file is a list of stock: its names say so, or what stands there does and says nothing
// of orders.
bool is_stock(const MapTold& told, const std::string& path) {
  if (told.preset || told.near) return false;
  const StockDraft stock = draft_stock(told.look, {});
  if (stock.toml.empty() || !stock.by_contents) return !stock.toml.empty();
  const bool sure =
      has_orders(told.look) && !has_nothing_of_something(told.look) && !is_called_stock(path);
  return !told.guess.missing().empty() && !sure;
}

bool is_of_orders(const MapTold& told, const std::string& path) {
  return told.preset || told.near || (!is_stock(told, path) && has_orders(told.look));
}

class ShopDrafter {
 public:
  ShopDrafter(std::string path, std::string stock_path, ReadWatch* watch)
      : path_(std::move(path)), stock_path_(std::move(stock_path)), watch_(watch) {}

  Result<ShopDraft> run() {
    Result<MapTold> told = tell(path_, watch_);
    if (!told.ok()) return told.status();
    draft_.look = told.value().look;
    if (told.value().preset) draft_.preset = told.value().preset->name;
    draft_.near = told.value().near;
    if (stock_path_.empty()) {
      draft_one(told.value());
      return std::move(draft_);
    }
    Result<MapTold> stock = tell(stock_path_, watch_);
    if (!stock.ok()) return stock.status();
    if (is_stock(told.value(), path_) && is_of_orders(stock.value(), stock_path_)) {
      draft_.swapped = true;
      return std::move(draft_);
    }
    draft_.stock = std::move(stock.value().look);
    if (Status status = meet(); !status.ok()) return status;
    if (meeting_ && draft_.preset.empty() && !draft_.near) {
      const std::string& sku = draft_.look.columns[meeting_->ours];
      const Result<std::vector<CodeGap>> gaps = gaps_of_codes(
          path_, sku, stock_path_, draft_.stock->columns[meeting_->theirs], meeting_->in_capitals);
      if (!gaps.ok()) return gaps.status();
      gaps_ = gaps_text(gaps.value(), sku);
      doubt_services(gaps.value());
    }
    draft_both();
    return std::move(draft_);
  }

 private:
  void draft_one(const MapTold& told) {
    if (!draft_.preset.empty()) {
      draft_.toml = preset_text(draft_);
      return;
    }
    if (draft_.near) return draft_near(draft_.toml);
    if (is_stock(told, path_)) {
      const StockDraft stock = draft_stock(draft_.look, {});
      draft_.is_stock = true;
      draft_.toml = head_of(draft_.look, "A list of stock") + std::string(how_to_read) +
                    "# To be given as --map, beside --orders and --stock; [columns] of the orders "
                    "are guessed\n# where none are here. allot map ORDERS --stock " +
                    in_comment(draft_.look.name) + " writes one map for both.\n\n" + stock.toml;
      draft_.missing = stock.missing;
      return;
    }
    MapGuess whole = guess_map(draft_.look, &contents_);
    tell_statuses(whole, path_);
    draft_.toml = map_text(whole, draft_.look);
    draft_.missing = whole.missing();
  }

  // Effects: `orders` becomes the preset's text with what the file has of its columns.
  // Requires: it has most of them.
  void draft_near(std::string& orders) {
    orders = head_of(draft_.look, "Orders") + std::string(how_to_read) + draft_.near->toml;
    draft_.missing = draft_.near->missing;
    draft_.doubts = draft_.near->doubts;
  }

  // Effects: finds the column of the orders whose codes the stock has.
  Status meet() {
    // Codes that stand in all rows but those of totals, or in the first row of a group alone, are
    // codes as well.
    const FileLook plain = plain_list(*draft_.stock);
    Result<std::optional<CodeMeeting>> met = meeting_of(draft_.look, plain, stock_path_);
    if (met.ok() && !met.value()) met = meeting_of(draft_.look, *draft_.stock, stock_path_);
    if (!met.ok()) return met.status();
    meeting_ = met.value();
    draft_.meets = meeting_.has_value();
    if (!meeting_) return {};
    const std::string many =
        json::grouped(meeting_->met) + " of its " + json::counted(meeting_->texts, "code");
    contents_.sku = meeting_->ours;
    contents_.why =
        many + " stand in " + shown(draft_.stock->columns[meeting_->theirs]) + " of the stock";
    stock_hints_.sku = meeting_->theirs;
    stock_hints_.why =
        many + " of the orders' " + shown(draft_.look.columns[meeting_->ours]) + " stand there";
    const std::size_t at = stock_hints_.why.find(" of its ");
    stock_hints_.why.replace(at, 8, " of ");
    doubt_names(plain);
    return {};
  }

  void draft_both() {
    stock_hints_.said = true;
    std::string orders;
    std::string top;
    if (draft_.near) {
      draft_near(orders);
    } else if (draft_.preset.empty()) {
      MapGuess guess = guess_map(draft_.look, &contents_);
      tell_statuses(guess, path_);
      stock_hints_.ordered_until = last_time(guess, draft_.look);
      orders = map_text(guess, draft_.look);
      draft_.missing = guess.missing();
      if (!meeting_) tell_no_meeting(guess, top);
      doubt_orders(guess);
      draft_.found = found_in(guess);
    } else {
      orders = "# " + in_comment(draft_.look.name) + " has the columns of the preset " +
               draft_.preset + ", which are found without this map.\n";
      for (const TopLine& line : beside_preset(draft_)) top += line.line + "\n";
    }
    if (meeting_ && meeting_->in_capitals) {
      top += "sku_capitals = true  # " + std::string(look_at_this) +
             "more codes of orders and stock are the same in capitals\n";
      draft_.doubts.push_back(
          {"sku_capitals",
           "codes are compared in capitals, as more of orders and stock are the "
           "same then; sku_capitals in a map says it, or not",
           true});
    }
    const StockDraft stock = draft_stock(*draft_.stock, stock_hints_);
    if (!stock.told.empty()) {
      draft_.stock_doubts.push_back(
          {"stock_columns_told",
           "what stands in them, or a part of their names, says what these columns are: " +
               stock.told + "; [stock] of a map confirms them, or names others",
           true});
    }
    if (!stock.found.empty()) {
      draft_.found +=
          (draft_.found.empty() ? "" : "; ") + std::string("of the stock: ") + stock.found;
    }
    if (!stock.missing.empty()) {
      draft_.missing +=
          (draft_.missing.empty() ? "" : "; ") + std::string("[stock]: ") + stock.missing;
    }
    draft_.toml = with_top(orders, top) + gaps_ + "\n" +
                  head_of(*draft_.stock, "The list of stock") + with_encoding(stock.toml);
  }

  // Effects: doubts columns that what stands in them alone told, and what else the guess doubts.
  void doubt_orders(const MapGuess& guess) {
    draft_.doubts.insert(draft_.doubts.begin(), guess.doubts.begin(), guess.doubts.end());
    std::string told;
    for (const Role role : guess.by_contents) {
      const ColumnChoice& choice = guess.map.of(role);
      if (choice.columns.empty() || is_name(choice.columns[0], column_names(role))) continue;
      told += (told.empty() ? "" : ", ") + std::string(role_names[static_cast<std::size_t>(role)]) +
              " '" + choice.columns[0] + "'";
    }
    if (told.empty()) return;
    draft_.doubts.push_back({"columns_told",
                             "what stands in them says what these columns are: " + told +
                                 "; [columns] of a map confirms them, or names others",
                             true});
  }

  // Effects: doubts texts that stand for several codes each, as products of one name do, and that
  // are taken for the SKU.
  void doubt_names(const FileLook& plain) {
    const std::string in_orders = several_codes(draft_.look, meeting_->ours);
    const std::string in_stock = several_codes(plain, meeting_->theirs);
    if (in_orders.empty() && in_stock.empty()) return;
    draft_.doubts.push_back(
        {"names_of_several_codes",
         (in_orders.empty() ? in_stock : in_orders) +
             ": each counts as one SKU; sku under [columns] and [stock] of a map names the codes",
         true});
  }
  // Returns: which texts of `column` stand for several codes of the column that is called a SKU, as
  //          a sentence begins; empty where there are none.
  static std::string several_codes(const FileLook& look, std::size_t column) {
    const ColumnLook columns(look);
    std::optional<std::size_t> codes;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (c == column || !is_name(columns.name(c), column_names(ShopColumn::sku))) continue;
      if (!codes || columns.rank(c, Role::sku) < columns.rank(*codes, Role::sku)) codes = c;
    }
    if (!codes || columns.is_whole(column, Role::sku)) return {};
    std::map<std::string_view, std::set<std::string>> of_text;
    for (const std::vector<std::string>& row : look.rows) {
      const std::string_view text = cell_text(row[column]);
      const std::string_view code = cell_text(row[*codes]);
      if (!text.empty() && !code.empty()) of_text[text].insert(json::in_capitals(code));
    }
    std::string first;
    std::size_t several = 0;
    for (const auto& [text, all] : of_text) {
      if (all.size() < 2 || ++several > 1) continue;
      first =
          shown(text) + " for " + shown(*all.begin()) + " and " + shown(*std::next(all.begin()));
    }
    if (several == 0) return {};
    return json::counted(several, "text") + " of " + shown(columns.name(column)) + " in " +
           shown(look.name) + (several == 1 ? " stands" : " stand") + " for several codes of " +
           shown(columns.name(*codes)) + ", such as " + first;
  }

  // Effects: tells of codes that are left out, as their words are of no products.
  void doubt_services(const std::vector<CodeGap>& gaps) {
    constexpr std::size_t named_most = 8;
    std::string names;
    std::size_t count = 0;
    for (const CodeGap& gap : gaps) {
      if (!gap.no_product || ++count > named_most) continue;
      names += (names.empty() ? "" : ", ") + shown(gap.code, 40);
    }
    if (count == 0) return;
    if (count > named_most) names += " and " + json::grouped(count - named_most) + " more";
    draft_.doubts.push_back({"services_left_out",
                             "by their names these are no products, and their rows are left out: " +
                                 names + "; a map without its [[skip]] takes them",
                             true});
  }

  // Returns: the columns of what orders need, as far as they were found.
  static std::string found_in(const MapGuess& guess) {
    std::string found;
    for (const Role role : {Role::order, Role::time, Role::sku, Role::quantity}) {
      const ColumnChoice& choice = guess.map.of(role);
      if (choice.columns.empty()) continue;
      found += (found.empty() ? "" : ", ") +
               std::string(role_names[static_cast<std::size_t>(role)]) + " '" + choice.columns[0] +
               "'";
    }
    return found;
  }

  // Effects: tells that no column of the orders has codes of the stock.
  void tell_no_meeting(const MapGuess& guess, std::string& top) const {
    const auto sku = named_sku(guess, draft_.look);
    top += "# " + std::string(look_at_this) + "no column of the orders has codes that stand in " +
           in_comment(draft_.stock->name) +
           (sku ? "; its SKU is " + in_comment(shown(draft_.look.columns[*sku])) +
                      ", by its name or its texts"
                : "") +
           ".\n";
  }

  // Returns: the orders' map with lines at its top, which stand before every table.
  static std::string with_top(const std::string& map, const std::string& top) {
    const std::size_t columns = map.find("\n[columns]\n");
    if (columns == std::string::npos) return map + top;
    return map.substr(0, columns) + top + map.substr(columns);
  }

  [[nodiscard]] std::string with_encoding(const std::string& stock) const {
    const std::string encoding = encoding_line(draft_.stock->form);
    const std::string head = "[stock]\n";
    return stock.starts_with(head) ? head + encoding + stock.substr(head.size()) : stock;
  }

  std::string path_;
  std::string stock_path_;
  ReadWatch* watch_;
  ShopDraft draft_;
  ContentHints contents_;
  StockHints stock_hints_;
  std::optional<CodeMeeting> meeting_;
  std::string gaps_;  // what the draft says of codes that the stock lacks
};

// Returns: which of the two files looks like what.
Status swapped(const std::string& path, const std::string& stock_path, const std::string& right) {
  return {StatusCode::invalid_argument, path + ": looks like a list of stock, and " + stock_path +
                                            " like orders: are they swapped? " + right +
                                            " takes them the other way round"};
}

}  // namespace

Result<ShopDraft> draft_shop(const std::string& path, const std::string& stock_path,
                             ReadWatch* watch) {
  Result<ShopDraft> draft = ShopDrafter(path, stock_path, watch).run();
  if (draft.ok() && draft.value().swapped) {
    return swapped(path, stock_path, "allot map " + stock_path + " --stock " + path);
  }
  return draft;
}

Result<ToldShop> told_shop(const std::string& orders_path, const std::string& stock_path,
                           ReadWatch* watch) {
  ToldShop told;
  const auto is_file = [](const std::string& path) {
    std::error_code error;
    return std::filesystem::is_regular_file(path, error);
  };
  if (!is_file(orders_path) || !is_file(stock_path)) return told;
  Result<ShopDraft> drafted = ShopDrafter(orders_path, stock_path, watch).run();
  if (!drafted.ok()) return told;
  ShopDraft& draft = drafted.value();
  if (draft.swapped) {
    return swapped(orders_path, stock_path, "--orders " + stock_path + " --stock " + orders_path);
  }
  if (draft.near && !draft.near->missing.empty()) return fault_of(*draft.near, draft.look);
  Result<OrderMap> map = parse_order_map("guess", draft.toml);
  const bool is_preset = !draft.preset.empty() || draft.near;
  if (!map.ok() || !draft.missing.empty() || !draft.meets) {
    told.found = "\n  allot map " + orders_path + " --stock " + stock_path +
                 " > shop.toml writes what was found" +
                 (draft.found.empty() ? "" : ": " + draft.found) +
                 (draft.missing.empty() ? "" : "; name there " + draft.missing) +
                 (draft.meets ? "" : "; no column of the orders has codes of the stock") +
                 ". Give it with --map shop.toml";
    return told;
  }
  // Files whose names are known are read by them.
  const bool is_told =
      !draft.stock_doubts.empty() || std::ranges::any_of(draft.doubts, [](const GuessDoubt& doubt) {
        return doubt.name == "columns_told" || doubt.name == "sku_capitals";
      });
  if ((is_preset || !is_told) && has_stock_columns(stock_path)) return told;
  if (is_preset) {
    Result<OrderMap> preset =
        draft.near ? Result<OrderMap>(draft.near->map) : order_map_named(draft.preset);
    if (!preset.ok()) return told;
    preset.value().stock = map.value().stock;
    preset.value().encodings = map.value().encodings;
    preset.value().sku_capitals = preset.value().sku_capitals || map.value().sku_capitals;
    map = std::move(preset);
  } else {
    map.value().origin = MapOrigin::guess;
  }
  told.map = std::move(map.value());
  told.doubts = std::move(draft.doubts);
  told.stock_doubts = std::move(draft.stock_doubts);
  return told;
}

}  // namespace allot::files
