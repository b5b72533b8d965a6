#include "driver/broken_step.hpp"

#include <exception>
#include <string>

#include "allot/types/check.hpp"

namespace allot {
namespace {

std::string thrown_text() {
  try {
    throw;
  } catch (const BrokenInvariant& broken) {
    return std::string("broken invariant: ") + broken.condition + " at " + broken.file + ":" +
           std::to_string(broken.line);
  } catch (const std::exception& thrown) {
    return std::string("an exception: ") + thrown.what();
  } catch (...) {
    return "an exception of unknown kind";
  }
}

}  // namespace

Poison poison_of_step(const Sequenced& in) {
  return {.sequence = in.sequence,
          .hash = in.body_hash,
          .text = thrown_text() + ", in the step of sequence " + std::to_string(in.sequence)};
}

Poison poison_of_turn() {
  return {.sequence = 0, .hash = 0, .text = thrown_text() + ", outside of any step"};
}

}  // namespace allot
