// Where a value stands, as messages name it: commands[3].lines[0].price. Text is made of it only
// when there is a message.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace allot::python {

// Lives on the stack of whoever reads; what it points to outlives it.
class Where {
 public:
  static constexpr std::size_t no_index = static_cast<std::size_t>(-1);

  explicit Where(std::string_view name, std::size_t index = no_index) noexcept
      : name_(name), index_(index) {}
  // A part of `outer`: a field, or an item of a list that it holds.
  Where(const Where& outer, std::string_view name, std::size_t index = no_index) noexcept
      : outer_(&outer), name_(name), index_(index) {}

  [[nodiscard]] std::string text() const {
    std::string text = outer_ == nullptr ? std::string() : outer_->text() + '.';
    text += name_;
    if (index_ != no_index) text += '[' + std::to_string(index_) + ']';
    return text;
  }

 private:
  const Where* outer_{nullptr};
  std::string_view name_;
  std::size_t index_;
};

}  // namespace allot::python
