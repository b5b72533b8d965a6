#include "program/help.hpp"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "allot/messages/reason.hpp"
#include "files/order_reasons.hpp"
#include "json/near_name.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/help_text.hpp"
#include "program/message_topics.hpp"
#include "program/terminal.hpp"
#include "program/topics.hpp"

namespace allot::program {
namespace {

using Json = nlohmann::ordered_json;

void print(const Json& json) {
  std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void list(const HelpOptions& options, const DescribedCommand& program, std::size_t columns) {
  if (!options.json) {
    std::cout << topics_text(program, columns);
    return;
  }
  Json json{{"topics", Json::array()}, {"commands", Json::array()}};
  for (const DescribedTopic& topic : program.topics) {
    json["topics"].push_back({{"name", topic.name}, {"about", topic.text}});
  }
  for (const DescribedCommand& command : program.commands) {
    json["commands"].push_back({{"name", command.name}, {"about", command.text}});
  }
  print(json);
}

void tell(const HelpOptions& options, const DescribedTopic& topic, std::size_t columns) {
  if (!options.json) {
    std::cout << topic_text(topic, columns);
    return;
  }
  Json parts = Json::array();
  for (const TopicPart& part : topic.parts) {
    Json json = Json::object();
    if (!part.name.empty()) json["name"] = part.name;
    json["text"] = part.text;
    parts.push_back(std::move(json));
  }
  print({{"topic", topic.name}, {"about", topic.text}, {"parts", std::move(parts)}});
}

// Of a name that two things have.
void tell_besides(const std::optional<DescribedTopic>& message, std::size_t columns) {
  if (message) std::cout << "\nAnd of that name, " << topic_text(*message, columns);
}

// Returns: an exit status of its own where the topic is none.
int refuse(const HelpOptions& options, const DescribedCommand& program) {
  std::vector<std::string> names;
  for (const DescribedTopic& topic : program.topics) names.push_back(topic.name);
  for (const DescribedCommand& command : program.commands) names.push_back(command.name);
  for (const ReasonText& reason : reason_texts) names.emplace_back(reason.name);
  for (const files::OrderReasonText& row : files::order_reason_texts) names.emplace_back(row.name);
  for (std::string& name : message_names()) names.push_back(std::move(name));
  const std::string why = options.topic + ": there is no such topic, command, event or reason" +
                          json::suggestion(options.topic, names);
  const int status = fail("help", options.json, {StatusCode::invalid_argument, why}, bad_input);
  std::cerr << "'allot help' lists them\n";
  return status;
}

}  // namespace

int help(const HelpOptions& options, const DescribedCommand& program) {
  const std::size_t columns = std::min(table_columns(), columns_max);
  if (options.topic.empty()) {
    list(options, program, columns);
    return all_well;
  }
  for (const DescribedTopic& topic : program.topics) {
    if (topic.name != options.topic) continue;
    tell(options, topic, columns);
    return all_well;
  }
  const std::optional<DescribedTopic> message = message_topic(options.topic);
  for (const DescribedCommand& command : program.commands) {
    if (command.name != options.topic) continue;
    const std::string words = program.name + " " + command.name;
    if (options.json) {
      print({{"command", command.name},
             {"about", command.text},
             {"text", help_text(command, words, columns_max)}});
    } else {
      std::cout << help_text(command, words, columns);
      tell_besides(message, columns);
    }
    return all_well;
  }
  if (const auto reason = reason_topic(options.topic)) {
    tell(options, *reason, columns);
    if (!options.json) tell_besides(message, columns);
    return all_well;
  }
  if (message) {
    tell(options, *message, columns);
    return all_well;
  }
  return refuse(options, program);
}

}  // namespace allot::program
