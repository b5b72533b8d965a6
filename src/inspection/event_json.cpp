#include <nlohmann/json.hpp>

#include "allot/messages/command_type.hpp"
#include "inspection/event_printer.hpp"
#include "json/core_names.hpp"
#include "json/encode.hpp"

namespace allot::inspection {
namespace {

using Json = nlohmann::ordered_json;

class JsonPrinter final : public EventPrinter {
 public:
  JsonPrinter(std::ostream& out, const PrintOptions& options) : out_(out), form_(options.form) {}

  void pause() override { out_.flush(); }

 protected:
  // As the event is encoded everywhere, with what its step says in front.
  void row(const EventRow& row, const Core& core) override {
    const json::CoreNames names(core);
    const Json event = json::encode(row.event, names, form_);
    Json line = Json::object();
    for (const char* first : {"sequence", "ordinal", "epoch"}) {
      if (event.contains(first)) line[first] = event.at(first);
    }
    json::put_time(line, "time", row.time, form_);
    line["command"] = std::string(command_name(row.command));
    for (const auto& [name, value] : event.items()) {
      if (!line.contains(name)) line[name] = value;
    }
    if (row.channel.present()) line["channel"] = names.code(IdKind::channel, row.channel.value);
    if (row.zone.present()) line["zone"] = names.code(IdKind::zone, row.zone.value);
    out_ << json::line_text(line) << '\n';
  }

 private:
  std::ostream& out_;
  json::PrintForm form_;
};

}  // namespace

std::unique_ptr<EventPrinter> json_printer(std::ostream& out, const PrintOptions& options) {
  return std::make_unique<JsonPrinter>(out, options);
}

}  // namespace allot::inspection
