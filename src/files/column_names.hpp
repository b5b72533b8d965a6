// What shops call the columns of their files, and what their statuses and updates are called, in
// the languages of shops: one table of each, for all readers.
//
// Names are compared folded: "N° Commande" and "n_commande" are one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "files/order_map.hpp"

namespace allot::files {

using Names = std::span<const std::string_view>;

// Columns of the files beside the orders. What orders have too goes by the names of that role.
enum class ShopColumn : std::uint8_t {
  sku,
  node,
  quantity,
  for_sale,  // the same, but of what nobody has been promised
  lot,
  expiry,
  safety,
  condition,  // whether it may be sold
  zone,
  priority,
  time,
  type,
  order,
  amount,
  payment,  // its key at the provider
  kind,     // of a payment
};

// Words of statuses, and of other cells and names.
enum class Words : std::uint8_t {
  cancelled,  // an order came to nothing; refund, returned and called_off are among them
  unpaid,     // nobody has paid yet
  refund,     // money went back; also whole texts
  returned,   // goods came back
  partly,     // beside another word: of a part of the order
  draft,      // no order yet
  of_order,   // in the name of an amount: of the order whole
  of_line,    // of a line of it
  weight,
  clock,          // of a column of times of day
  key,            // of a column whose whole name it is, and which may be the order's
  lines,          // of the array of an order's lines in JSON
  sellable,       // of a condition
  not_stocked,    // in place of a quantity
  order_alone,    // of a column whose whole name it is, and which may be the order's, or another's
  key_part,       // in a name: it is a number or code of what is named
  property,       // in a name: it is a kind, a state or an amount of what is named, not the thing
  charge,         // in the name of an amount: it is no price of goods
  with_charge,    // beside one of these: it is one all the same
  called_off,     // an order was, also whole texts
  elsewhere,      // in a name: its units are promised, on their way or a level, and not for sale
  sold,           // an order was, whether it is still to be carried or has arrived
  unsold,         // in place of one of these which it holds: nobody took it, or not yet
  part_of_total,  // in the name of an amount: it is a part of what an order costs
  discount,       // in the name of an amount: it is taken off
  totals,         // in place of a SKU, a place or a name: the row is the sum of others
  subtotals,      // the same of the rows of one SKU
  region,   // of a column whose whole name it is, and which may be a place or a state of affairs
  turning,  // whole words beside `sold`: what it says may be turned round
};

// Returns: the names, folded, the better ones first; none for roles that are never guessed. The
//          name that docs/files.md gives a column is among them.
[[nodiscard]] Names column_names(Role role);
[[nodiscard]] Names column_names(ShopColumn column);
[[nodiscard]] Names words_of(Words words);
// Of a column that merely holds one of a role's names, as "update_time" does: words that make it
// none of the role, and words that make it the last one to be taken.
[[nodiscard]] Names foreign_words(Role role);
[[nodiscard]] Names worse_words(Role role);

// Returns: in small letters, without accents, and without the blanks and signs between words.
[[nodiscard]] std::string folded_name(std::string_view name);

// Returns: how well a column's name is one of `names`: 0 best, -1 not at all. One that holds a name
//          of four bytes or more comes after all that are one.
[[nodiscard]] int name_rank(std::string_view column, Names names);
// Returns: whether `text`, folded, is one of `names`, or holds one of `words`; of a word with '='
//          before it, whether it is that word.
[[nodiscard]] bool is_name(std::string_view text, Names names);
[[nodiscard]] bool has_word(std::string_view text, Names words);
// Returns: whether one of the name's words is `wanted`, which is folded: "sku" of "Seller SKU",
//          "merchant_sku" and "lazadaSku".
[[nodiscard]] bool has_whole_word(std::string_view name, std::string_view wanted);
// Returns: whether the text of a status is known to be that of a sale, such as "Shipped" and
//          "Partly refunded". What it is where neither this nor words of what came to nothing know
//          it, nobody can tell; nor where a word stands within another one alone, as "gebucht" does
//          in "zurückgebucht", or beside one that may turn it round, as "not" does.
[[nodiscard]] bool is_plain_sale(std::string_view status);

}  // namespace allot::files
