// The names that allot/__init__.py builds on. Not for direct use: arguments are plain values that
// the Python side has checked.
#include <nanobind/nanobind.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>

#include "allot/messages/reason.hpp"
#include "commands.hpp"
#include "engine.hpp"
#include "text_value.hpp"

namespace nb = nanobind;

namespace allot::python {

nb::dict default_options();
nb::dict default_limits();

namespace {

const ReasonText& known_reason(std::uint16_t number) {
  const ReasonText& entry = reason_text(static_cast<Reason>(number));
  if (static_cast<std::uint16_t>(entry.reason) != number) {
    throw nb::value_error("no reason has this number");
  }
  return entry;
}

nb::dict reason_numbers() {
  nb::dict result;
  for (const ReasonText& entry : reason_texts) {
    result[nb::str(entry.name.data(), entry.name.size())] =
        static_cast<std::uint16_t>(entry.reason);
  }
  return result;
}

std::string reason_sentence(std::uint16_t number) { return std::string(known_reason(number).text); }

std::string advice_name(std::uint16_t number) {
  switch (known_reason(number).advice) {
    case Advice::none: return "none";
    case Advice::permanent: return "permanent";
    case Advice::retry: return "retry";
    case Advice::fix: return "fix";
  }
  return "none";
}

}  // namespace
}  // namespace allot::python

using namespace allot::python;

NB_MODULE(_native, module) {
  module.attr("version") = ALLOT_VERSION;
  module.def("reason_text", &reason_sentence, nb::arg("number"));
  module.def("reason_advice", &advice_name, nb::arg("number"));
  module.def("reason_numbers", &reason_numbers, nb::sig("def reason_numbers() -> dict[str, int]"));
  module.def("command_fields", &command_fields,
             nb::sig("def command_fields() -> dict[str, tuple[str, ...]]"));
  module.def("text_value", &text_value, nb::arg("command"), nb::arg("field"), nb::arg("text"),
             nb::arg("where"),
             nb::sig("def text_value(command: str, field: str, text: str, where: str) -> "
                     "typing.Any"));
  module.def("default_options", &default_options,
             nb::sig("def default_options() -> dict[str, int]"));
  module.def("default_limits", &default_limits, nb::sig("def default_limits() -> dict[str, int]"));

  nb::class_<PyEngine>(module, "Engine")
      .def(nb::init<const nb::dict&, const nb::object&>(), nb::arg("options"),
           nb::arg("limits").none())
      .def("submit", nb::overload_cast<nb::sequence, std::size_t>(&PyEngine::submit),
           nb::arg("commands"), nb::arg("first"))
      .def("submit_orders", &PyEngine::submit_orders, nb::arg("columns"), nb::arg("start"))
      .def("poll_answers", &PyEngine::poll_answers, nb::arg("max"),
           nb::sig("def poll_answers(self, max: int) -> list[tuple[int, int, int, int, bool]]"))
      .def("poll_events", &PyEngine::poll_events, nb::arg("max"), nb::arg("timeout_ns"))
      .def("acknowledge", &PyEngine::acknowledge, nb::arg("sequence"))
      .def("step", &PyEngine::step)
      .def("wait_idle", &PyEngine::wait_idle)
      .def("stop", &PyEngine::stop)
      .def("close", &PyEngine::close)
      .def("closed", &PyEngine::closed)
      .def("digest", &PyEngine::digest)
      .def("conservation", &PyEngine::conservation,
           nb::sig("def conservation(self) -> dict[str, typing.Any]"))
      .def("statistics", &PyEngine::statistics, nb::sig("def statistics(self) -> dict[str, int]"))
      .def("stream", &PyEngine::stream, nb::sig("def stream(self) -> dict[str, typing.Any]"))
      .def("poison", &PyEngine::poison, nb::sig("def poison(self) -> tuple[int, int, str] | None"));
}
