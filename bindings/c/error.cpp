#include "error.hpp"

namespace allot::c {
namespace {

// Given out when an error object itself finds no memory; never destroyed. Its text is short enough
// to lie inside the string.
allot_error& error_without_memory() noexcept {
  static allot_error error{ALLOT_STATUS_OUT_OF_MEMORY, "out of memory"};
  return error;
}

}  // namespace

allot_status fail(allot_error** out, allot_status status, std::string_view message) noexcept {
  if (out == nullptr) return status;
  try {
    *out = new allot_error{status, std::string(message)};
  } catch (...) {
    *out = &error_without_memory();
  }
  return status;
}

allot_status fail_count(allot_error** out, const char* name, std::size_t count) noexcept {
  return guarded(out, [&] {
    return fail(out, ALLOT_STATUS_INVALID_ARGUMENT,
                std::string(name) + " is " + std::to_string(count) +
                    ": no array has so many elements; a negative number was cast");
  });
}

allot_status pass_on(allot_error** out, const Status& status) noexcept {
  if (status.ok()) return ALLOT_STATUS_OK;
  return fail(out, static_cast<allot_status>(status.code()), status.message());
}

}  // namespace allot::c

allot_status allot_error_status(const allot_error* error) {
  return error == nullptr ? ALLOT_STATUS_OK : error->status;
}

const char* allot_error_message(const allot_error* error) {
  return error == nullptr ? "" : error->message.c_str();
}

bool allot_error_is_retriable(const allot_error* error) {
  return allot_status_advice(allot_error_status(error)) == ALLOT_ADVICE_RETRY;
}

bool allot_error_is_fatal(const allot_error* error) {
  const allot_status status = allot_error_status(error);
  return status == ALLOT_STATUS_POISONED || status == ALLOT_STATUS_OTHER_PROCESS;
}

void allot_error_destroy(allot_error* error) {
  if (error != &allot::c::error_without_memory()) delete error;
}
