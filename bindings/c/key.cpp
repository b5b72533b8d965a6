// Keys as text, by the reader and writer that JSON lines have.
#include <cstring>
#include <string>
#include <string_view>

#include "allot/allot.h"
#include "allot/types/code.hpp"
#include "allot/types/order_key.hpp"
#include "error.hpp"
#include "types/key_text.hpp"

using namespace allot;
using namespace allot::c;

static_assert(ALLOT_KEY_TEXT_BYTES > key_text_size_max, "the NUL at the end needs room too");

allot_status allot_key_parse(const char* text, size_t size, allot_key* key, allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    if (key == nullptr || (text == nullptr && size != 0)) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "text and key must not be NULL");
    }
    // The size is looked at first: what is longer is no key and is not read.
    if (size > key_text_size_max) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT,
                  "a text of " + std::to_string(size) + " bytes is no key; give " +
                      std::string(key_text_form));
    }
    const std::string_view given(text, size);
    const std::optional<KeyHalves> read = parse_key(given);
    if (!read) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT,
                  '"' + std::string(given) + "\" is no key; give " + std::string(key_text_form));
    }
    *key = {read->low, read->high};
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_order_key_of(const char* channel, size_t channel_size, const char* order_number,
                                size_t order_number_size, allot_key* key, allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    if (key == nullptr || (channel == nullptr && channel_size != 0) ||
        (order_number == nullptr && order_number_size != 0)) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT,
                  "channel, order_number and key must not be NULL");
    }
    // Sizes are looked at first: what is longer is none of them and is not read.
    const bool fit = channel_size <= Code::size_max && order_number_size <= Code::size_max;
    const OrderKey made =
        fit ? order_key_of({channel, channel_size}, {order_number, order_number_size}) : OrderKey{};
    if (!made.present()) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT,
                  "a channel's code and an order_number are 1 to 40 bytes without NUL");
    }
    *key = {made.low, made.high};
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_key_text(const allot_key* key, char* text, size_t capacity,
                            allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    if (key == nullptr || text == nullptr || capacity < ALLOT_KEY_TEXT_BYTES) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT,
                  "key and text must not be NULL, and text needs room for ALLOT_KEY_TEXT_BYTES");
    }
    const std::string written = key_text(key->high, key->low);
    std::memcpy(text, written.c_str(), written.size() + 1);
    return ALLOT_STATUS_OK;
  });
}
