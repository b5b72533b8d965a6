// The lists of decoded commands, which borrow them.
#pragma once

#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace allot::json {

class KeptLists {
 public:
  // Returns: the same elements, which live until clear().
  template <class E>
  std::span<const E> keep(std::vector<E>&& elements) {
    auto kept = std::make_shared<const std::vector<E>>(std::move(elements));
    const std::span<const E> view(*kept);
    lists_.push_back(std::move(kept));
    return view;
  }
  void clear() noexcept { lists_.clear(); }

 private:
  std::vector<std::shared_ptr<const void>> lists_;
};

}  // namespace allot::json
