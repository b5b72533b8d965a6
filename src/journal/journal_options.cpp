#include "journal/journal_options.hpp"

#include "journal/frame.hpp"
#include "journal/record_codec.hpp"

namespace allot {

std::string_view journal_options_fault(const JournalOptions& options,
                                       const Limits& limits) noexcept {
  if (options.durability > Durability::sync) return "durability must be none, async or sync";
  if (options.segment_bytes < segment_bytes_least || options.segment_bytes > segment_bytes_cap ||
      options.segment_bytes % log_block_bytes != 0) {
    return "segment_bytes must be 65,536 to 268,435,456 and a multiple of 4,096";
  }
  if (options.frame_bytes_max < 2 * log_block_bytes || options.frame_bytes_max > frame_bytes_cap ||
      options.frame_bytes_max % log_block_bytes != 0) {
    return "frame_bytes_max must be 8,192 to 8,388,608 and a multiple of 4,096";
  }
  if (options.frame_bytes_max > options.segment_bytes - 2 * log_block_bytes) {
    return "frame_bytes_max must be at most segment_bytes - 8,192";
  }
  if (frame_bytes_for(command_bytes_max(limits), 1, true) > options.frame_bytes_max) {
    return "frame_bytes_max is too small for an order of lines_per_order_max lines; raise it or "
           "lower lines_per_order_max";
  }
  if (options.frame_buffers < 2 || options.frame_buffers > 64) {
    return "frame_buffers must be 2 to 64";
  }
  if (options.prewrite_bytes < log_block_bytes || options.prewrite_bytes > (64U << 20U) ||
      options.prewrite_bytes % log_block_bytes != 0) {
    return "prewrite_bytes must be 4,096 to 67,108,864 and a multiple of 4,096";
  }
  if (options.async_bound_ns < 1) return "async_bound_ns must be at least 1";
  if (options.gather_bytes != 0 && options.durability == Durability::sync) {
    return "gather_bytes must be 0 under sync";
  }
  if (options.idle_ns < 0) return "idle_ns must be at least 0";
  if (options.gather_ns < 0) return "gather_ns must be at least 0";
  if (options.gather_bytes != 0 && options.durability == Durability::async &&
      (options.gather_ns == 0 || options.gather_ns > options.async_bound_ns / 2)) {
    return "gather_ns must be 1 to async_bound_ns / 2 when frames gather under async";
  }
  return {};
}

}  // namespace allot
