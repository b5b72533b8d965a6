// A key of 128 bits as the integer that it is in Python.
#pragma once

#include <nanobind/nanobind.h>

#include "allot/types/ids.hpp"

namespace allot::python {

template <class Tag>
nanobind::object key_number(const Key<Tag>& key) {
  const nanobind::object low = nanobind::int_(key.low);
  if (key.high == 0) return low;
  return (nanobind::int_(key.high) << nanobind::int_(64)) | low;
}

}  // namespace allot::python
