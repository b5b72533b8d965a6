#include "files/delimited_reader.hpp"

#include <string>

namespace allot::files {

Status DelimitedReader::fault(std::string_view cause) const {
  return {StatusCode::invalid_argument,
          source().name() + ":" + std::to_string(line()) + ": " + std::string(cause)};
}

std::uint64_t DelimitedReader::rows_expected() const noexcept {
  if (bytes_met_ == 0) return 0;
  return static_cast<std::uint64_t>(static_cast<double>(source().size()) *
                                    static_cast<double>(rows_met_) /
                                    static_cast<double>(bytes_met_));
}

Status DelimitedReader::next_block(bool& more) {
  more = block_ == nullptr || !block_->last;
  if (more) {
    block_ = &feed_.next();
    rows_ = block_->rows;
    rows_met_ += rows_.size();
    bytes_met_ += block_->used;
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
