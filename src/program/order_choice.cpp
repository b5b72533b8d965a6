#include "program/order_choice.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "allot/types/code.hpp"
#include "allot/types/order_key.hpp"
#include "inspection/log_walk.hpp"
#include "journal/journal_reader.hpp"
#include "json/named_order.hpp"
#include "json/near_name.hpp"
#include "program/log_progress.hpp"
#include "types/key_text.hpp"

namespace allot::program {
namespace {

// What one reading of the log says of an order.
struct Reading {
  Sequence end{};
  Sequence last_by_key{};
  std::map<ChannelId, Sequence> numbered;  // by channel the last command that gives the number
  Sequence
      made{};  // the last that gives it to an order which it makes of another one, of any channel
  std::vector<std::string> channels;  // codes, in the order in which they were defined first
};

Status interrupted() {
  return {StatusCode::invalid_argument, "interrupted while the log was read"};
}

// Returns: whether the command makes an order of this key, and is about another one. `channels`:
//          their codes.
bool makes(const Command& command, const OrderKey& key, const std::vector<std::string>& channels) {
  return std::visit(
      [&](const auto& said) {
        if constexpr (requires { said.new_number; }) {
          if (said.new_key == key) return true;
          if (!said.new_number.present()) return false;
          return std::ranges::any_of(channels, [&](const std::string& code) {
            return order_key_of(code, said.new_number.text()) == key;
          });
        } else {
          return false;
        }
      },
      command);
}

// Returns: whether the command gives the number to an order that it makes of another one.
bool gives(const Command& command, std::string_view number) {
  return std::visit(
      [number](const auto& said) {
        if constexpr (requires { said.new_number; }) return said.new_number.text() == number;
        return false;
      },
      command);
}

// Returns and parcels of one order, which what comes later may name in its place.
class Belongings {
 public:
  // Returns: whether the command is about one of them. `of_order`: whether it names the order.
  bool see(const Command& command, bool of_order) {
    if (const auto* back = std::get_if<ReceiveReturn>(&command)) {
      return !of_order && returns_.contains(back->return_key);
    }
    if (const auto* gone = std::get_if<ShipParcel>(&command)) {
      return parcels_.contains(gone->parcel_key);
    }
    if (!of_order) return false;
    if (const auto* asked = std::get_if<RequestReturn>(&command)) {
      returns_.insert(asked->return_key);
    } else if (const auto* exchanged = std::get_if<Exchange>(&command)) {
      returns_.insert(exchanged->return_key);
    } else if (const auto* packed = std::get_if<Pack>(&command)) {
      parcels_.insert(packed->parcel_key);
    }
    return false;
  }

 private:
  std::set<Token> returns_;
  std::set<Token> parcels_;
};

Result<Reading> read_log(Storage& storage, std::optional<Sequence> up_to, const OrderKey& key,
                         std::string_view number, LogProgress& progress) {
  constexpr std::uint64_t records_between_looks = 4'096;
  auto reader = JournalReader::open(storage);
  if (!reader.ok()) return reader.status();
  Reading found;
  LogRecord record;
  const json::NoNames no_names;
  Belongings belongings;
  for (std::uint64_t read = 1;; ++read) {
    if (read % records_between_looks == 0 && !progress.reads(reader.value()->part_read())) {
      return interrupted();
    }
    const Result<bool> more = reader.value()->next(record);
    if (!more.ok()) return more.status();
    if (!more.value() || (up_to && record.command.sequence > *up_to)) return found;
    const Command& command = record.command.command;
    found.end = record.command.sequence;
    if (const auto* channel = std::get_if<DefineChannel>(&command)) {
      const std::string code(channel->code.text());
      if (std::ranges::find(found.channels, code) == found.channels.end()) {
        found.channels.push_back(code);
      }
    }
    const bool of_order = key.present() && json::order_key_of(command, no_names) == key;
    if (belongings.see(command, of_order) || of_order ||
        (key.present() && makes(command, key, found.channels))) {
      found.last_by_key = found.end;
    }
    if (!number.empty() && gives(command, number)) found.made = found.end;
    if (number.empty() || json::number_of(command) != number) continue;
    std::visit(
        [&found](const auto& said) {
          if constexpr (requires { said.order_number; }) found.numbered[said.channel] = found.end;
        },
        command);
  }
}

class Nobody final : public inspection::StepVisitor {
 public:
  void step(const inspection::Step&) override {}
};

// Returns: the codes that the engine has for these channels behind `last`; those that it does not
//          know are left out.
Result<std::map<std::string, Sequence>> codes_of(Storage& storage, const Reading& reading,
                                                 std::string_view number, Sequence last,
                                                 LogProgress& progress) {
  std::map<std::string, Sequence> codes;
  if (reading.channels.size() == 1) {
    codes[reading.channels.front()] = last;
    return codes;
  }
  Nobody nobody;
  inspection::WalkOptions how;
  how.to.sequence = last;
  how.on_progress = [&progress](const inspection::WalkProgress& now) {
    return progress.walks(now);
  };
  inspection::LogWalk walk(storage, how, nobody);
  const Result<inspection::WalkEnd> end = walk.run();
  if (!end.ok()) return end.status();
  if (end.value() == inspection::WalkEnd::stopped) return interrupted();
  for (const auto& [channel, sequence] : reading.numbered) {
    const std::string_view code = walk.core()->code(IdKind::channel, channel.value);
    if (!code.empty()) codes[std::string(code)] = sequence;
  }
  // An order that was made of another one is of the channel of that.
  for (const std::string& code : reading.channels) {
    if (reading.made == 0 || !walk.core()->find_order(order_key_of(code, number))) continue;
    Sequence& sequence = codes[code];
    sequence = std::max(sequence, reading.made);
  }
  return codes;
}

Status several(const OrderName& name, const std::map<std::string, Sequence>& codes) {
  std::string list;
  for (const auto& [code, sequence] : codes) list += (list.empty() ? "" : ", ") + code;
  return {StatusCode::invalid_argument, name.text + ": " + std::to_string(codes.size()) +
                                            " channels have an order of this number: " + list +
                                            "; say which with --channel"};
}

Status no_name(const OrderName& name) {
  return {StatusCode::invalid_argument,
          name.text + ": no order number, which is 1 to 40 bytes, and no order key; a key is " +
              std::string(key_text_form)};
}

// Returns: the key that the number has in the channel that is meant; absent when none has it.
Result<OrderKey> key_of_number(Storage& storage, const OrderName& name, const Reading& reading,
                               LogProgress& progress) {
  if (!name.channel.empty()) {
    if (std::ranges::find(reading.channels, name.channel) == reading.channels.end()) {
      return Status{StatusCode::invalid_argument,
                    name.channel + ": the log has no channel of this code" +
                        json::suggestion_of(name.channel, reading.channels)};
    }
    return order_key_of(name.channel, name.text);
  }
  if (reading.numbered.empty() && reading.made == 0) return OrderKey{};
  Sequence last = reading.made;
  for (const auto& [channel, sequence] : reading.numbered) last = std::max(last, sequence);
  const auto codes = codes_of(storage, reading, name.text, last, progress);
  if (!codes.ok()) return codes.status();
  if (codes.value().size() > 1) return several(name, codes.value());
  if (codes.value().empty()) return OrderKey{};
  return order_key_of(codes.value().begin()->first, name.text);
}

}  // namespace

Result<OrderChoice> choose_order(Storage& storage, const OrderName& name,
                                 std::optional<Sequence> up_to, LogProgress& progress) {
  const bool may_be_key = !name.is_number && name.channel.empty();
  const std::optional<KeyHalves> halves = may_be_key ? parse_key(name.text) : std::nullopt;
  const OrderKey key = halves ? OrderKey{halves->low, halves->high} : OrderKey{};
  const bool is_number = Code::from(name.text).has_value();
  if (!key.present() && !is_number) return no_name(name);
  const std::string_view number = is_number ? std::string_view(name.text) : std::string_view{};
  const Result<Reading> first = read_log(storage, up_to, key, number, progress);
  if (!first.ok()) return first.status();
  OrderChoice choice{key, first.value().last_by_key, first.value().end};
  if (choice.log_end == 0 || choice.last_command != 0 || !is_number) return choice;
  const Result<OrderKey> made = key_of_number(storage, name, first.value(), progress);
  if (!made.ok()) return made.status();
  choice.key = made.value();
  if (!choice.key.present()) return choice;
  // Payments and the like name it by its key, which is known only now.
  const Result<Reading> second = read_log(storage, up_to, choice.key, {}, progress);
  if (!second.ok()) return second.status();
  choice.last_command = second.value().last_by_key;
  for (const auto& [channel, sequence] : first.value().numbered) {
    choice.last_command = std::max(choice.last_command, sequence);
  }
  return choice;
}

}  // namespace allot::program
