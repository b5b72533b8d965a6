#include "files/json_records.hpp"

#include <deque>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace allot::files {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t objects_looked_at = 1'000;
constexpr std::size_t line_bytes_max = std::size_t{16} << 20U;
constexpr int depth_max = 32;
constexpr std::size_t columns_max = 4'096;

// Lines of a text, each whole in memory.
class Lines {
 public:
  explicit Lines(std::unique_ptr<TextSource> text) : text_(std::move(text)) {}

  // Effects: `line` becomes the next line that is not blank.
  Status next(std::string_view& line, bool& more) {
    for (;;) {
      if (Status status = whole_line(line, more); !status.ok() || !more) return status;
      ++number_;
      if (line.find_first_not_of(" \t\r") != std::string_view::npos) return {};
    }
  }
  [[nodiscard]] std::uint64_t number() const noexcept { return number_; }
  [[nodiscard]] const TextSource& text() const noexcept { return *text_; }

 private:
  Status whole_line(std::string_view& line, bool& more) {
    std::size_t looked = begin_;
    for (;;) {
      const std::size_t end = buffer_.find('\n', looked);
      if (end != std::string::npos || (ended_ && begin_ < buffer_.size())) {
        const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
        line = std::string_view(buffer_).substr(begin_, stop - begin_);
        begin_ = end == std::string::npos ? buffer_.size() : end + 1;
        more = true;
        return {};
      }
      if (ended_) {
        more = false;
        return {};
      }
      buffer_.erase(0, begin_);
      begin_ = 0;
      looked = buffer_.size();
      if (looked > line_bytes_max) {
        return {StatusCode::invalid_argument, text_->name() + ":" + std::to_string(number_ + 1) +
                                                  ": the line is longer than " +
                                                  std::to_string(line_bytes_max) + " bytes"};
      }
      buffer_.resize(looked + (std::size_t{256} << 10U));
      std::size_t got = 0;
      if (Status status = text_->read({buffer_.data() + looked, buffer_.size() - looked}, got);
          !status.ok()) {
        return status;
      }
      buffer_.resize(looked + got);
      ended_ = got == 0;
    }
  }

  std::unique_ptr<TextSource> text_;
  std::string buffer_;
  std::size_t begin_{0};
  bool ended_{false};
  std::uint64_t number_{0};
};

class JsonRecords final : public RecordReader {
 public:
  JsonRecords(std::unique_ptr<TextSource> text, const std::string& lines)
      : RecordReader(text->name()), lines_(std::move(text)), array_(lines) {}

  // Effects: learns the columns from the first objects, which are kept.
  Status start() {
    while (ahead_.size() < objects_looked_at) {
      Object object;
      bool more = false;
      if (Status status = read(object, more); !status.ok()) return status;
      if (!more) break;
      learning_ = true;
      take(object);
      learning_ = false;
      ahead_.push_back(std::move(object));
    }
    records_.clear();
    at_ = 0;
    return {};
  }

  Status next(bool& more) override {
    while (at_ == records_.size()) {
      Object object;
      if (!ahead_.empty()) {
        object = std::move(ahead_.front());
        ahead_.pop_front();
      } else {
        if (Status status = read(object, more); !status.ok() || !more) return status;
      }
      take(object);
    }
    more = true;
    views_.assign(columns_.size(), {});
    const std::vector<std::string>& record = records_[at_++];
    for (std::size_t i = 0; i < record.size(); ++i) views_[i] = record[i];
    fields_ = views_;
    return {};
  }

  [[nodiscard]] std::uint64_t line() const noexcept override { return line_; }
  [[nodiscard]] std::string form_text() const override {
    return "JSON lines, " + lines_.text().encoding_text() + lines_.text().origin_text();
  }

 private:
  struct Object {
    Json json;
    std::uint64_t line{};
    std::string flaw;
  };

  Status read(Object& object, bool& more) {
    std::string_view text;
    if (Status status = lines_.next(text, more); !status.ok() || !more) return status;
    object.line = lines_.number();
    if (is_too_deep(text)) {
      object.flaw = "the line is nested more than " + std::to_string(depth_max) + " deep";
      return {};
    }
    object.json = Json::parse(text.begin(), text.end(), nullptr, false);
    if (object.json.is_discarded())
      object.flaw = "the line is no JSON";
    else if (!object.json.is_object())
      object.flaw = "the line is no JSON object";
    return {};
  }

  // nlohmann builds, copies and ends its values by recursion.
  static bool is_too_deep(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (quoted && c == '\\')
        ++i;
      else if (c == '"')
        quoted = !quoted;
      else if (!quoted && (c == '{' || c == '[') && ++depth > depth_max)
        return true;
      else if (!quoted && (c == '}' || c == ']'))
        --depth;
    }
    return false;
  }

  // Effects: the records of one object lie ready.
  void take(const Object& object) {
    records_.clear();
    at_ = 0;
    line_ = object.line;
    flaw_ = object.flaw;
    std::vector<std::string> base;
    if (!flaw_.empty()) {
      records_.push_back(base);
      return;
    }
    elements_ = nullptr;
    for (auto item = object.json.begin(); item != object.json.end(); ++item) {
      put(base, item.key(), item.value());
    }
    if (elements_ == nullptr || elements_->empty()) {
      records_.push_back(std::move(base));
      return;
    }
    for (const Json& element : *elements_) {
      std::vector<std::string> record = base;
      if (element.is_object())
        put(record, array_, element);
      else
        put_text(record, array_, element);
      records_.push_back(std::move(record));
    }
  }

  void put(std::vector<std::string>& record, const std::string& path, const Json& value) {
    if (value.is_object()) {
      for (auto item = value.begin(); item != value.end(); ++item) {
        put(record, path + "." + item.key(), item.value());
      }
      return;
    }
    if (path != array_)
      put_text(record, path, value);
    else if (value.is_array())
      elements_ = &value;
  }

  void put_text(std::vector<std::string>& record, const std::string& path, const Json& value) {
    auto known = numbers_.find(path);
    if (known == numbers_.end()) {
      if (!learning_ || columns_.size() >= columns_max) return;
      known = numbers_.emplace(path, columns_.size()).first;
      columns_.push_back(path);
    }
    if (record.size() <= known->second) record.resize(columns_.size());
    std::string& text = record[known->second];
    if (value.is_null())
      text.clear();
    else if (value.is_string())
      text = value.get<std::string>();
    else
      text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  }

  Lines lines_;
  std::string array_;  // the path of the array of lines
  const Json* elements_{
      nullptr};  // that array in the object that is being taken; none: it has none
  bool learning_{false};
  std::unordered_map<std::string, std::size_t> numbers_;
  std::deque<Object> ahead_;
  std::vector<std::vector<std::string>> records_;  // of the object that is being read
  std::size_t at_{0};
  std::uint64_t line_{0};
  std::vector<std::string_view> views_;
};

}  // namespace

Result<std::unique_ptr<RecordReader>> open_json_records(std::unique_ptr<TextSource> text,
                                                        const std::string& lines) {
  auto records = std::make_unique<JsonRecords>(std::move(text), lines);
  if (Status status = records->start(); !status.ok()) return status;
  return std::unique_ptr<RecordReader>(std::move(records));
}

}  // namespace allot::files
