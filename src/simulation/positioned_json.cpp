#include "simulation/positioned_json.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>

namespace allot::simulation {

namespace {

// Walks over the text for the parser and tells the builder how far it has come.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** shared) : at_(at), shared_(shared) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    if (shared_ != nullptr) *shared_ = at_;
    return *this;
  }
  CountingIterator operator++(int) {
    const CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }
  friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return !(a == b); }

 private:
  const char* at_;
  const char** shared_;
};

// Where the tokens of a text begin, told from how far its parser has read.
class TokenPositions {
 public:
  TokenPositions(std::string_view text, const char* const* read) : text_(text), read_(read) {}

  // The parser may have read one byte beyond a number; what stands between two tokens is skipped,
  // so that does no harm.
  [[nodiscard]] std::size_t start_offset() const {
    const std::size_t start = text_.find_first_not_of(" \t\r\n,:", token_end_);
    return start == std::string_view::npos ? text_.size() : start;
  }
  [[nodiscard]] TextPosition start() { return position(start_offset()); }
  void done() { token_end_ = static_cast<std::size_t>(*read_ - text_.data()); }

  TextPosition position(std::size_t offset) {
    for (; counted_ < offset && counted_ < text_.size(); ++counted_) {
      if (text_[counted_] == '\n') {
        ++line_;
        line_begin_ = counted_ + 1;
      }
    }
    return {line_, static_cast<std::uint32_t>(offset - std::min(offset, line_begin_) + 1)};
  }
  // Returns: where the last byte stands that was read.
  [[nodiscard]] TextPosition last_read() {
    const auto last = std::max<std::ptrdiff_t>(0, *read_ - text_.data() - 1);
    return position(static_cast<std::size_t>(last));
  }

 private:
  std::string_view text_;
  const char* const* read_;
  std::size_t token_end_{0};
  std::size_t counted_{0};
  std::size_t line_begin_{0};
  std::uint32_t line_{1};
};

class Builder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(const std::string& name, std::string_view text, const char* const* read)
      : name_(name), tokens_(text, read) {}

  Status status;
  PositionedJson root;

  bool null() override { return add(PositionedJson::Kind::null) != nullptr; }
  bool boolean(bool value) override {
    PositionedJson* node = add(PositionedJson::Kind::boolean);
    if (node != nullptr) node->boolean = value;
    return node != nullptr;
  }
  bool number_integer(number_integer_t value) override {
    PositionedJson* node = add(PositionedJson::Kind::integer);
    if (node != nullptr) node->integer = value;
    return node != nullptr;
  }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max())) {
      return fail(tokens_.start(), "the number does not fit 63 bits");
    }
    return number_integer(static_cast<number_integer_t>(value));
  }
  bool number_float(number_float_t, const string_t& digits) override {
    return fail(tokens_.start(), "'" + digits + "' is no whole number that fits 63 bits");
  }
  bool string(string_t& value) override {
    PositionedJson* node = add(PositionedJson::Kind::text);
    if (node != nullptr) node->text = std::move(value);
    return node != nullptr;
  }
  bool binary(binary_t&) override { return fail(tokens_.start(), "binary data is not expected"); }
  bool start_object(std::size_t) override { return open(PositionedJson::Kind::object); }
  bool start_array(std::size_t) override { return open(PositionedJson::Kind::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& value) override {
    const TextPosition at = tokens_.start();
    PositionedJson& object = *open_.back();
    if (object.members.size() == PositionedJson::members_max) {
      return fail(
          at, "an object has more than " + std::to_string(PositionedJson::members_max) + " keys");
    }
    if (object.find(value) != nullptr) return fail(at, "the key '" + value + "' comes twice");
    object.members.push_back({value, at, {}});
    tokens_.done();
    return true;
  }
  bool parse_error(std::size_t, const std::string&,
                   const nlohmann::detail::exception& error) override {
    // "[json.exception.parse_error.101] parse error at line 1, column 5: cause": the cause alone.
    std::string_view cause = error.what();
    if (const std::size_t colon = cause.find(": "); colon != std::string_view::npos) {
      cause.remove_prefix(colon + 2);
    }
    return fail(tokens_.last_read(),
                std::string(cause) + "; JSON is expected (allot help scenarios)");
  }

 private:
  bool fail(TextPosition at, std::string_view cause) {
    if (status.ok()) status = fault_at(name_, at, cause);
    return false;
  }

  PositionedJson* add(PositionedJson::Kind kind) {
    const TextPosition at = tokens_.start();
    PositionedJson* node = &root;
    if (!open_.empty()) {
      PositionedJson& parent = *open_.back();
      if (parent.kind == PositionedJson::Kind::array) {
        parent.items.emplace_back();
        node = &parent.items.back();
      } else {
        node = &parent.members.back().value;
      }
    }
    node->kind = kind;
    node->at = at;
    tokens_.done();
    return node;
  }

  bool open(PositionedJson::Kind kind) {
    if (open_.size() == PositionedJson::depth_max) {
      return fail(tokens_.start(),
                  "nested deeper than " + std::to_string(PositionedJson::depth_max));
    }
    // Pointers to parents stay good: a parent's vector does not grow while a child is open.
    open_.push_back(add(kind));
    return true;
  }
  bool close() {
    open_.pop_back();
    tokens_.done();
    return true;
  }

  const std::string& name_;
  TokenPositions tokens_;
  std::vector<PositionedJson*> open_;
};

}  // namespace

const PositionedJson* PositionedJson::find(std::string_view key) const noexcept {
  for (const Member& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

Status fault_at(const std::string& name, TextPosition at, std::string_view cause) {
  return {StatusCode::invalid_argument, name + ":" + std::to_string(at.line) + ":" +
                                            std::to_string(at.column) + ": " + std::string(cause)};
}

Result<PositionedJson> parse_positioned_json(const std::string& name, std::string_view text) {
  if (text.size() > PositionedJson::bytes_max) {
    return fault_at(
        name, {},
        "the text is longer than " + std::to_string(PositionedJson::bytes_max) + " bytes");
  }
  const char* read = text.data();
  Builder builder(name, text, &read);
  const bool parsed =
      nlohmann::json::sax_parse(CountingIterator(text.data(), &read),
                                CountingIterator(text.data() + text.size(), nullptr), &builder);
  if (!builder.status.ok()) return builder.status;
  if (!parsed) return fault_at(name, {}, "the text is no JSON");
  return std::move(builder.root);
}

}  // namespace allot::simulation
