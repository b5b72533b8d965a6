// A command as help, manual pages and completion need to know it, free of the library that reads
// the arguments. Made from that library's own description by describe(), so nothing is said twice.
#pragma once

#include <string>
#include <vector>

namespace allot::program {

struct DescribedOption {
  std::vector<std::string> names;    // "-h", "--help", with their dashes; of an argument none
  std::string value;                 // what stands for its value, such as DIR; empty: a flag
  std::vector<std::string> choices;  // all that the value can be; empty: not limited so
  std::string range;                 // what else it must be, in words; empty: anything
  std::string default_value;         // empty: none, or nothing to show
  std::string text;
  bool required{};
  bool repeated{};  // more than one value may follow
};

// A row with a name, or without one a paragraph.
struct TopicPart {
  std::string name;
  std::string text;
};

// What `allot help TOPIC` tells.
struct DescribedTopic {
  std::string name;
  std::string text;  // what it is about
  std::vector<TopicPart> parts;
};

struct DescribedCommand {
  std::string name;  // "allot", or of a command its verb
  std::string text;
  std::string footer;  // lines; those that begin with a space are examples
  std::vector<DescribedOption> arguments;
  std::vector<DescribedOption> options;
  std::vector<DescribedCommand> commands;
  std::vector<DescribedTopic> topics{};  // of the program alone
};

}  // namespace allot::program
