#include <nlohmann/json.hpp>

#include "allot/messages/command_type.hpp"
#include "inspection/event_printer.hpp"
#include "json/core_names.hpp"
#include "json/encode.hpp"

namespace allot::inspection {
namespace {

using Json = nlohmann::ordered_json;

// The order that the row names has the row's number.
class RowNames final : public json::Names {
 public:
  RowNames(const Core& core, const EventRow& row) : names_(core), row_(row) {}
  [[nodiscard]] std::optional<std::uint32_t> find(json::NameKind kind,
                                                  std::string_view code) const override {
    return names_.find(kind, code);
  }
  [[nodiscard]] std::string_view code(json::NameKind kind, std::uint32_t id) const override {
    return names_.code(kind, id);
  }
  [[nodiscard]] std::string_view order_number(const OrderKey&) const override {
    return row_.order_number.text();
  }

 private:
  json::CoreNames names_;
  const EventRow& row_;
};

class JsonPrinter final : public EventPrinter {
 public:
  JsonPrinter(std::ostream& out, const PrintOptions& options) : out_(out), form_(options.form) {}

  void pause() override { out_.flush(); }

 protected:
  // As the event is encoded everywhere, with what its step says in front.
  void row(const EventRow& row, const Core& core) override {
    const RowNames names(core, row);
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
