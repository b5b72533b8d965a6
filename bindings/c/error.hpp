// The error objects of the C interface, and the one place where exceptions end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "allot/allot.h"
#include "allot/types/status.hpp"

struct allot_error {
  allot_status status;
  std::string message;
};

namespace allot::c {

// Effects: stores an error with this text if `out` is not NULL; one that needs no memory when there
//          is none left.
// Returns: `status`.
allot_status fail(allot_error** out, allot_status status, std::string_view message) noexcept;

// As fail() with the code and text of `status`; OK and no error when it is ok.
allot_status pass_on(allot_error** out, const Status& status) noexcept;

// Whether an array of this many elements can lie in memory. No other number is true: it is a
// negative one that was cast, and following it ends the process.
template <class Element>
[[nodiscard]] constexpr bool is_count_of(std::size_t count) noexcept {
  return count <= static_cast<std::size_t>(PTRDIFF_MAX) / sizeof(Element);
}

// Stores the error of a count, called `name`, that is_count_of() denies.
allot_status fail_count(allot_error** out, const char* name, std::size_t count) noexcept;

// Runs `body`, which returns an allot_status; what it throws becomes a status.
template <class Body>
allot_status guarded(allot_error** out, Body&& body) noexcept {
  try {
    return std::forward<Body>(body)();
  } catch (const std::bad_alloc&) {
    return fail(out, ALLOT_STATUS_OUT_OF_MEMORY, "out of memory");
  } catch (const std::exception& thrown) {
    return fail(out, ALLOT_STATUS_INTERNAL, thrown.what());
  } catch (...) {
    return fail(out, ALLOT_STATUS_INTERNAL, "an unknown exception reached the C interface");
  }
}

}  // namespace allot::c
