#include "files/table_cells.hpp"

#include "files/numbers.hpp"
#include "files/text_rules.hpp"
#include "json/capitals.hpp"
#include "json/counted.hpp"

namespace allot::files {

namespace {

constexpr std::uint64_t rows_max = 50'000'000;

Status too_many(const NamedTable& table) {
  return {StatusCode::invalid_argument,
          table.records().name() + ":" + std::to_string(table.line()) +
              ": the file has more than " + json::grouped(rows_max) + " rows"};
}

// Returns: whether a text is a whole number by `decimal`; otherwise the row is left out.
bool read_whole(NamedTable& table, std::size_t number, const std::string& what, char decimal,
                std::int64_t& units) {
  const std::string_view text = table[number];
  const auto read = parse_quantity(text, decimal);
  units = read.value_or(0);
  if (read) return true;
  const auto is_amount = [text](char mark) { return parse_amount(text, mark, 0).valid; };
  if (text.find_first_of(".,") != std::string_view::npos && (is_amount('.') || is_amount(','))) {
    table.leave_out(what + "_of_parts",
                    "parts of a unit are none: a whole number is expected, behind whose mark only "
                    "zeros may stand, as in 44,00",
                    number);
    return false;
  }
  table.leave_out(what + "_unreadable", "a whole number is expected, of at most 2,147,483,647",
                  number);
  return false;
}

}  // namespace

bool read_code(NamedTable& table, std::size_t number, std::string_view what, std::string& code) {
  const std::string_view text = table[number];
  if (text.empty() || !is_printable(text)) {
    table.leave_out(std::string(what) + (text.empty() ? "_missing" : "_unreadable"),
                    "a name of printable UTF-8 is expected", number);
    return false;
  }
  code = code_of(text);
  return true;
}

bool read_sku(NamedTable& table, std::size_t number, bool capitals, std::string& code) {
  if (!read_code(table, number, "sku", code)) return false;
  const std::string_view text = without_text_mark(table[number]);
  code = code_of(capitals ? json::in_capitals(text) : std::string(text));
  return true;
}

bool read_stock_units(NamedTable& table, std::size_t number, const std::string& what, char decimal,
                      std::int64_t& units) {
  if (decimal == '\0' && sign_before_three(table[number]) != '\0') {
    table.leave_out(what + "_ambiguous",
                    "one, or a thousand? Write it without a sign between thousands and without "
                    "decimals, or say under [stock] in the map of the orders what stands before "
                    "decimals: decimal = \",\" makes 1.000 a thousand and 1,000 one",
                    number);
    return false;
  }
  return read_whole(table, number, what, decimal, units);
}

bool read_units(NamedTable& table, std::size_t number, const std::string& what, char decimal,
                std::int64_t& units) {
  const std::string_view text = table[number];
  const char sign = sign_before_three(text);
  if (sign != '\0' && (decimal == '\0' || sign == decimal)) {
    const std::string said =
        decimal == '\0'
            ? "or say decimal = \",\" in the map of the orders where 1.000 is a thousand"
            : std::string("as the map of the orders says decimal = \"") + decimal +
                  "\" and no unit has decimals";
    table.leave_out(what + "_ambiguous",
                    "one, or a thousand? Write it without a sign between thousands and without "
                    "decimals, " +
                        said,
                    number);
    return false;
  }
  return read_whole(table, number, what, decimal, units);
}

void note_repeat(NamedTable& table, std::string_view then) {
  if (table.repeats() == 0) return;
  table.account().note(
      "repeated",
      "rows that are the same as an earlier one in every column, the first in line " +
          std::to_string(table.line()) + ": " + std::string(then),
      table.line());
}

Status next_row(NamedTable& table, bool& more) {
  if (Status status = table.next(more); !status.ok() || !more) return status;
  return table.account().rows() >= rows_max ? too_many(table) : Status{};
}

Status finish_table(NamedTable& table, TableAccount& account) {
  account.form = table.records().form_text();
  if (table.account().used() == 0) {
    constexpr std::size_t reasons_shown = 5;
    return {StatusCode::invalid_argument,
            table.records().name() + ": " +
                (table.account().rows() == 0
                     ? "the file has a header and no rows (" + account.form + ")"
                     : "none of " + rows_text(table.account().rows()) + " could be used (" +
                           account.form + ")\n" +
                           reasons_text(table.account().reasons(), reasons_shown, "  "))};
  }
  if (!table.unknown_columns().empty()) {
    std::string names;
    for (const std::string& name : table.unknown_columns()) {
      names += (names.empty() ? "'" : ", '") + name + "'";
    }
    table.account().note("unknown_columns", "columns that say nothing to allot: " + names, 0,
                         table.unknown_columns().size());
  }
  account.rows = table.account();
  return {};
}

}  // namespace allot::files
