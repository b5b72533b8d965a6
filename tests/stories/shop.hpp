// What a story takes for granted, so that two lines are enough to begin one: the limits of the
// engine, a channel WEB, a zone GB, and that every node serves every channel and reaches every zone
// unless a line says otherwise.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "command_words.hpp"
#include "speech.hpp"
#include "stage.hpp"

namespace allot::stories {

class Shop {
 public:
  // Borrows both.
  Shop(Stage& stage, Speech& speech);

  // Effects: does what the words say, and before or after it what is taken for granted.
  // Returns: the name of the order that the command names; empty when it names none.
  // Errors: throws a Fault.
  std::string take(const Words& words);
  // Requires: nothing was done yet. Effects: begins the log, with the channel and the zone.
  void open();

 private:
  void start(const Words& words);
  void define(const std::string& text);
  void send(const Words& words);
  void send_sku(const Words& words);
  void send_rules(const Words& words);
  void send_line(const Words& words, nlohmann::ordered_json line);
  void send_text(const Words& words, const std::string& text);
  [[nodiscard]] std::string own_order();
  void join_node(const std::string& node);
  void join(const std::string& kind, const std::string& code);
  void refuse_line(const Words& words, const std::string& message) const;

  Stage& stage_;
  Speech& speech_;
  Defaults defaults_;
  std::string new_number_;  // by which it names one that is placed besides; empty: it does not
  std::string number_;  // by which the last command names its order; empty: it names it by its key
};

}  // namespace allot::stories
