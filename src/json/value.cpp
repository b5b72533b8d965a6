#include "json/value.hpp"

#include <nlohmann/json.hpp>

namespace allot::json {
namespace {

// Takes the events of the library's SAX parser; returning false stops it.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return put(Value{}); }
  bool boolean(bool truth) override {
    Value value;
    value.kind = Value::Kind::boolean;
    value.truth = truth;
    return put(std::move(value));
  }
  bool number_integer(number_integer_t number) override {
    Value value;
    value.kind = number < 0 ? Value::Kind::negative : Value::Kind::natural;
    value.number = static_cast<std::uint64_t>(number);
    return put(std::move(value));
  }
  bool number_unsigned(number_unsigned_t number) override {
    Value value;
    value.kind = Value::Kind::natural;
    value.number = number;
    return put(std::move(value));
  }
  // The parser also calls this for integers beyond 64 bits.
  bool number_float(number_float_t, const string_t& written) override {
    Value value;
    value.kind = written.find_first_of(".eE") == string_t::npos ? Value::Kind::too_wide
                                                                : Value::Kind::fraction;
    value.text = written;
    return put(std::move(value));
  }
  bool string(string_t& text) override {
    Value value;
    value.kind = Value::Kind::text;
    value.text = std::move(text);
    return put(std::move(value));
  }
  bool binary(binary_t&) override { return stop("", "binary values are not JSON"); }

  bool start_object(std::size_t) override { return open(Value::Kind::object); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(Value::Kind::array); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    Value& object = open_.back();
    if (object.member(name) != nullptr) {
      return stop(std::move(name), "given twice; keep one of them");
    }
    if (object.members.size() == members_max) {
      return stop(std::move(name), "the object has more than 64 fields; no command has so many");
    }
    object.members.push_back({std::move(name), Value{}});
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    return stop("",
                "not JSON at byte " + std::to_string(position) + "; a line holds one JSON object");
  }

  [[nodiscard]] std::variant<Value, Fault> finish(bool parsed) {
    if (!parsed) return std::move(fault_);
    return std::move(root_);
  }

 private:
  bool stop(std::string field, std::string cause) {
    fault_ = {std::move(field), std::move(cause)};
    return false;
  }

  bool open(Value::Kind kind) {
    if (open_.size() == depth_max) return stop("", "nested deeper than any command is");
    Value value;
    value.kind = kind;
    open_.push_back(std::move(value));
    return true;
  }

  bool close() {
    Value value = std::move(open_.back());
    open_.pop_back();
    return put(std::move(value));
  }

  bool put(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().kind == Value::Kind::array) {
      open_.back().items.push_back(std::move(value));
    } else {
      open_.back().members.back().value = std::move(value);
    }
    return true;
  }

  std::vector<Value> open_;
  Value root_;
  Fault fault_;
};

}  // namespace

const Value* Value::member(std::string_view name) const noexcept {
  for (const Member& each : members) {
    if (each.name == name) return &each.value;
  }
  return nullptr;
}

std::string_view describe(Value::Kind kind) noexcept {
  switch (kind) {
    case Value::Kind::null: return "null";
    case Value::Kind::boolean: return "true or false";
    case Value::Kind::negative: return "a negative integer";
    case Value::Kind::natural: return "an integer";
    case Value::Kind::fraction: return "a fraction";
    case Value::Kind::too_wide: return "an integer of more than 64 bits";
    case Value::Kind::text: return "a string";
    case Value::Kind::array: return "an array";
    case Value::Kind::object: return "an object";
  }
  return "something else";
}

std::variant<Value, Fault> parse_value(std::string_view text) {
  TreeBuilder builder;
  const bool parsed = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  return builder.finish(parsed);
}

}  // namespace allot::json
