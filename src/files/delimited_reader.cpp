#include "files/delimited_reader.hpp"

#include <string>

namespace allot::files {

Status DelimitedReader::fault(std::string_view cause) const {
  return {StatusCode::invalid_argument,
          source().name() + ":" + std::to_string(line()) + ": " + std::string(cause)};
}

std::uint64_t DelimitedReader::rows_expected() const noexcept {
  if (block_ == nullptr || block_->used == 0) return 0;
  return static_cast<std::uint64_t>(static_cast<double>(source().size()) *
                                    static_cast<double>(block_->rows.size()) /
                                    static_cast<double>(block_->used));
}

Status DelimitedReader::next_block(bool& more) {
  more = block_ == nullptr || !block_->last;
  if (more) {
    block_ = &feed_.next();
    rows_ = block_->rows;
    at_ = 0;
    more = !rows_.empty();
    if (more) {
      show();
      return {};
    }
  }
  rows_ = {};
  at_ = 0;
  return block_->fault;
}

}  // namespace allot::files
