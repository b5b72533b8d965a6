// The description of messages as its writers need it: commands, events, choices, reasons and limits
// as plain lists in order, with what the attributes of src/messages/types.fbs mean.
//
// A description that contradicts itself is refused here, by table and field, so that no writer has
// to think of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/schema_reader.hpp"

namespace allot::schema {

// What the value of a field is. Each surface has one form for each of them.
enum class Kind : std::uint8_t {
  boolean,
  number,       // an integer that only counts
  money,        // minor units, i64
  time,         // ns since 1970, i64
  duration,     // ns, i64
  token,        // keyed token, u64
  sequence,     // of a command, u64
  hash,         // body hash of a command, u64
  command,      // the number of a command's type
  entry,        // an id of the catalogue that the event's command names
  code,         // text of 1 to 40 bytes
  id,           // of the catalogue: `type` says which
  command_key,  // 128 bits
  order_key,    // 128 bits
  payment_key,  // 128 bits
  choice,       // one value of the enum that `type` names
  flags,        // bits of the enum that `type` names
  reason,
  lines,       // of an order; the last field of the first format of a command that has them
  ids,         // a list of catalogue ids: `type` says which, as [SkuId]
  attributes,  // of an order
  bytes,       // a list of them
};

[[nodiscard]] constexpr bool is_key(Kind kind) noexcept {
  return kind == Kind::command_key || kind == Kind::order_key || kind == Kind::payment_key;
}

// When a field of an event is said.
enum class Presence : std::uint8_t { always, not_zero, of_one_line, of_one_cap };

// A struct in C++ and C that holds some fields of a message: its member and its type.
struct Part {
  std::string member;
  std::string type;

  friend bool operator==(const Part&, const Part&) = default;
};

struct MessageField {
  std::string name;
  std::string comment;
  Kind kind{};
  std::string type;      // as the schema writes it: uint, SkuId, Shortage, [OrderLine]
  unsigned bits{};       // of an integer, choice, id or flags: 8, 16, 32 or 64
  bool is_signed{};      // of an integer
  std::string unit;      // what an integer counts, may be empty
  bool needed{};         // has no default
  std::string unless;    // the field in whose presence it is not needed, may be empty
  bool not_zero{};       // 0 is refused
  std::string standard;  // the default as text: 0, 128, true, by_order; "" for keys, codes, lines
  std::string preset;    // name of the constant that is the default, may be empty
  std::optional<std::int64_t> min;
  std::optional<std::int64_t> max;
  std::string at_most;  // the limit that bounds the elements of a list
  std::optional<Part> part;
  unsigned added{};  // 0: of the first format; else the field's number in the table's extension

  // Of a field of an event.
  std::string slot;  // member of the 64-byte event: order_key, order_key.low, sku, ... flags
  Presence presence{};
};

// Returns: "1 to 1,024", "from 0", "not 0"; empty when the field takes all that its type can hold.
[[nodiscard]] std::string range_text(const MessageField& field);
// Returns: the type of the elements of a list, such as SkuId; empty when the field is none.
[[nodiscard]] std::string_view element_of(const MessageField& field);
// Returns: an integer as texts write it: 1,024, 10^18 or 2^31-1.
[[nodiscard]] std::string number_text(std::int64_t number);

struct CommandMessage {
  std::string name;  // in JSON, C and Python: place
  unsigned number{};
  std::string type;     // in C++: Place
  std::string comment;  // begins with "Fact: " where it reports one
  std::string group;    // control, catalogue, stock, order
  std::string header;   // the C++ header that it lies in: that of its group, or one of its own
  bool fact{};
  bool from_hosts{};         // whether submit takes it
  std::optional<Part> part;  // when one struct holds all fields
  std::vector<MessageField> fields;
};

struct EventMessage {
  std::string name;  // line_held
  unsigned number{};
  std::string type;     // the table, which several events may share: LineTaken
  std::string comment;  // of the table
  std::string note;     // what this event says beyond its table, may be empty
  std::string group;
  std::vector<MessageField> fields;
};

struct Choice {
  std::string name;
  std::int64_t number{};  // of flags: the mask
  std::string comment;
};

struct ChoiceList {
  std::string name;  // Shortage
  std::string comment;
  std::vector<Choice> values;  // of a list of choices: numbered from 0 without a gap
  std::string header;          // in C++, of one that no field uses: journal/durability
};

// A reason, or a status of a call.
struct ReasonMessage {
  std::string name;
  unsigned number{};
  std::string advice;  // none, permanent, retry or fix
  std::string text;
  std::string to_do;
};

// A band of numbers of commands.
struct GroupMessage {
  std::string name;
  unsigned first{};
  std::string reserved;  // "27 kit, 28 listing"
};

// A kind of catalogue id.
struct IdMessage {
  std::string type;  // SkuId
  std::string name;  // sku
};

struct Description {
  std::vector<CommandMessage> commands;  // by number
  std::vector<GroupMessage> groups;      // of commands, by number
  std::string line_comment;
  std::vector<MessageField> line;  // one line of an order
  std::string attribute_comment;
  std::vector<MessageField> attribute;  // one attribute of an order
  std::vector<EventMessage> events;     // by number
  std::vector<ChoiceList> choices;      // in the order in which commands use them first
  std::vector<ChoiceList> flags;        // in the order in which events use them first
  std::vector<IdMessage> ids;          // in the order in which commands use them first, then others
  std::vector<ReasonMessage> reasons;  // by number
  std::string reason_comment;
  std::vector<ChoiceList> settings;     // that no field uses, by header; at last the kinds of ids
  std::vector<ReasonMessage> statuses;  // why a call fails, by number
  std::vector<ReasonMessage> call_statuses;  // those that only C has
  std::string status_comment;
  std::string status_header;

  [[nodiscard]] const CommandMessage& command(std::string_view name) const;
  // Returns: the fields of one element of a list; none where its elements have no fields.
  [[nodiscard]] const std::vector<MessageField>& element(const MessageField& list) const;
  // The groups of events, in the order of their first events.
  [[nodiscard]] std::vector<std::string> event_groups() const;
  // The sizes that a log is started with: the fields of `start`.
  [[nodiscard]] const std::vector<MessageField>& limits() const { return command("start").fields; }
};

// Throws std::runtime_error, naming table and field, when the schema contradicts itself.
[[nodiscard]] Description describe(const Schema& schema);

}  // namespace allot::schema
