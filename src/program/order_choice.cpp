#include "program/order_choice.hpp"

#include <algorithm>
#include <map>
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
  std::vector<std::string> channels;       // codes, in the order in which they were defined first
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

Result<Reading> read_log(Storage& storage, std::optional<Sequence> up_to, const OrderKey& key,
                         std::string_view number, LogProgress& progress) {
  constexpr std::uint64_t records_between_looks = 4'096;
  auto reader = JournalReader::open(storage);
  if (!reader.ok()) return reader.status();
  Reading found;
  LogRecord record;
  const json::NoNames no_names;
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
    if (key.present() &&
        (json::order_key_of(command, no_names) == key || makes(command, key, found.channels))) {
      found.last_by_key = found.end;
    }
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
                                                 Sequence last, LogProgress& progress) {
  std::map<std::string, Sequence> codes;
  if (reading.channels.size() == 1 && reading.numbered.size() == 1) {
    codes[reading.channels.front()] = reading.numbered.begin()->second;
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
  if (reading.numbered.empty()) return OrderKey{};
  Sequence last = 0;
  for (const auto& [channel, sequence] : reading.numbered) last = std::max(last, sequence);
  const auto codes = codes_of(storage, reading, last, progress);
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
