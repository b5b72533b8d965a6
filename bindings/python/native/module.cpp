// The names that allot/__init__.py builds on. Not for direct use: arguments are plain values that
// the Python side has checked.
#include <nanobind/nanobind.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>

#include "allot/messages/reason.hpp"
#include "calls.hpp"
#include "columns.hpp"
#include "commands.hpp"
#include "dry_run.hpp"
#include "engine.hpp"
#include "events.hpp"
#include "lookups.hpp"
#include "options.hpp"
#include "text_value.hpp"

namespace nb = nanobind;

namespace allot::python {

namespace {

nb::str plain_text(std::string_view text) { return nb::str(text.data(), text.size()); }

// {name: (number, advice, text, what to do)}, as the library has them.
nb::dict reasons() {
  nb::dict result;
  for (const ReasonText& entry : reason_texts) {
    result[plain_text(entry.name)] =
        nb::make_tuple(static_cast<std::uint16_t>(entry.reason), plain_text(name(entry.advice)),
                       plain_text(entry.text), plain_text(entry.to_do));
  }
  return result;
}

}  // namespace
}  // namespace allot::python

using namespace allot::python;

NB_MODULE(_native, module) {
  module.attr("version") = ALLOT_VERSION;
  module.def("reasons", &reasons, nb::sig("def reasons() -> dict[str, tuple[int, str, str, str]]"));
  module.def("command_fields", &command_fields,
             nb::sig("def command_fields() -> dict[str, tuple[int, tuple[str, ...]]]"));
  module.def("event_fields", &event_fields,
             nb::sig("def event_fields() -> dict[str, tuple[int, tuple[str, ...]]]"));
  module.def("event_flags", &event_flags, nb::sig("def event_flags() -> dict[str, int]"));
  module.def("event_layout", &event_layout,
             nb::sig("def event_layout() -> dict[str, tuple[int, int]]"));
  module.def("read_events", &read_events, nb::call_guard<Call>(), nb::arg("data"),
             nb::arg("classes"), nb::arg("reasons"), nb::arg("flags"),
             nb::sig("def read_events(data: bytes, classes: dict[typing.Any, typing.Any], "
                     "reasons: dict[int, typing.Any], flags: dict[int, typing.Any]) -> "
                     "list[typing.Any]"));
  module.def("text_value", &text_value, nb::call_guard<Call>(), nb::arg("command"), nb::arg("list"),
             nb::arg("field"), nb::arg("text"), nb::arg("where"),
             nb::sig("def text_value(command: str, list: str, field: str, text: str, where: str) "
                     "-> typing.Any"));
  module.def("json_lines", &json_lines, nb::call_guard<Call>(), nb::arg("batch"),
             nb::sig("def json_lines(batch: Batch) -> list[str]"));

  nb::class_<Batch>(module, "Batch").def("__len__", [](const Batch& batch) {
    return batch.commands.size();
  });
  module.def("read_commands", &read_commands, nb::call_guard<Call>(), nb::arg("commands"),
             nb::arg("first"),
             nb::sig("def read_commands(commands: list[typing.Any], first: int) -> Batch"));
  module.def("read_columns", &read_columns, nb::call_guard<Call>(), nb::arg("command"),
             nb::arg("rows"), nb::arg("lists"), nb::arg("start"), nb::arg("stop"),
             nb::sig("def read_columns(command: str, rows: dict[str, typing.Any], lists: "
                     "dict[str, tuple[typing.Any, dict[str, typing.Any]]], start: int, stop: int) "
                     "-> Batch"));
  module.def("duration_of_text", &duration_of_text, nb::arg("text"), nb::arg("name"));
  module.def("refuse_calls", &refuse_calls);
  module.def("wait_for_calls", &wait_for_calls);
  module.def("forget_calls", &forget_calls);
  module.def("ignore_leaks", [] { nb::set_leak_warnings(false); });
  module.def("default_options", &default_options,
             nb::sig("def default_options() -> dict[str, int]"));
  module.def("default_limits", &default_limits, nb::sig("def default_limits() -> dict[str, int]"));

  nb::class_<PyEngine>(module, "Engine")
      .def(nb::init<const nb::dict&, const nb::object&>(), nb::call_guard<Call>(),
           nb::arg("options"), nb::arg("limits").none(),
           nb::sig("def __init__(self, options: dict[str, typing.Any], limits: dict[str, int] | "
                   "None) -> None"))
      .def("submit", &PyEngine::submit, nb::call_guard<Call>(), nb::arg("batch"), nb::arg("start"))
      .def("poll_answers", &PyEngine::poll_answers, nb::call_guard<Call>(), nb::arg("max"),
           nb::arg("timeout_ns"),
           nb::sig("def poll_answers(self, max: int, timeout_ns: int) -> "
                   "list[tuple[int, int, int, int, bool, int]]"))
      .def("wait_descriptor", &PyEngine::wait_descriptor, nb::call_guard<Call>())
      .def("poll_events", &PyEngine::poll_events, nb::call_guard<Call>(), nb::arg("max"),
           nb::arg("timeout_ns"))
      .def("acknowledge", &PyEngine::acknowledge, nb::call_guard<Call>(), nb::arg("sequence"))
      .def("consume", &PyEngine::consume, nb::call_guard<Call>(), nb::arg("from_"),
           nb::arg("from_sequence"), nb::arg("from_epoch"), nb::arg("name"))
      .def("rejoin", &PyEngine::rejoin, nb::call_guard<Call>())
      .def("consumers", &PyEngine::consumers, nb::call_guard<Call>(),
           nb::sig("def consumers(self) -> list[dict[str, typing.Any]]"))
      .def("kept_consumers", &PyEngine::kept_consumers, nb::call_guard<Call>(),
           nb::sig("def kept_consumers(self) -> list[dict[str, typing.Any]]"))
      .def("forget_consumer", &PyEngine::forget_consumer, nb::call_guard<Call>(), nb::arg("name"))
      .def("busy", &PyEngine::busy, nb::call_guard<Call>(),
           nb::sig("def busy(self) -> tuple[int, dict[str, typing.Any] | None, str]"))
      .def("step", &PyEngine::step, nb::call_guard<Call>())
      .def("wait_idle", &PyEngine::wait_idle, nb::call_guard<Call>())
      .def("stop", &PyEngine::stop, nb::call_guard<Call>())
      .def("close", &PyEngine::close, nb::call_guard<CountedCall>())
      .def("closed", &PyEngine::closed)
      .def("digest", &PyEngine::digest, nb::call_guard<Call>())
      .def("conservation", &PyEngine::conservation, nb::call_guard<Call>(),
           nb::sig("def conservation(self) -> dict[str, typing.Any]"))
      .def("statistics", &PyEngine::statistics, nb::call_guard<Call>(),
           nb::sig("def statistics(self) -> dict[str, int]"))
      .def("log_point", &PyEngine::log_point, nb::call_guard<Call>(),
           nb::sig("def log_point(self) -> tuple[int, int, int]"))
      .def("stream", &PyEngine::stream, nb::call_guard<Call>(),
           nb::sig("def stream(self) -> dict[str, typing.Any]"))
      .def("poison", &PyEngine::poison, nb::call_guard<Call>(),
           nb::sig("def poison(self) -> tuple[int, int, str] | None"));
  define_lookups(module);
  define_dry_run(module);
}
