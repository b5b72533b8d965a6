// Events of 64 bytes as objects with the fields that their type has.
#pragma once

#include <nanobind/nanobind.h>

namespace allot::python {

// data:    whole events, as poll_events() gives them.
// classes: {number of the type: class}, whose constructor takes sequence, epoch, ordinal and then
//          the fields of the type in the order of the description.
// reasons, flags: {number: what stands for it}.
// Returns: an object of its class for each event. What an event does not say is None.
nanobind::list read_events(const nanobind::bytes& data, const nanobind::dict& classes,
                           const nanobind::dict& reasons, const nanobind::dict& flags);

// Returns: {name of the type: (number, (field name, ...))} as the engine has them.
nanobind::dict event_fields();

// Returns: {name of a flag: its bits}.
nanobind::dict event_flags();

// Returns: {member: (offset, size)} of the event as it lies in memory.
nanobind::dict event_layout();

}  // namespace allot::python
