// The enums of C++ that no field of a message uses, each in the header that its room has for it.
#include <sstream>

#include "generator/cpp_text.hpp"
#include "generator/writers.hpp"

namespace allot::schema {
namespace {

// What each of these headers begins with: what it is for, and for whom.
std::string what_of(const std::string& header) {
  if (header == "types/advice") return "What a caller can do about what went wrong.";
  if (header == "messages/order_state") {
    return "The states an order can be in. The numbers are part of the canonical encoding: never "
           "renumbered.";
  }
  if (header == "journal/durability") {
    return "When what was decided may leave the engine, seen from the disk.";
  }
  return "The choices that an engine and its consumers are opened with.";
}

GeneratedFile status_codes(const Description& description) {
  std::ostringstream out;
  out << cpp::begin("Why a call failed, and what to do about it.",
                    {"<array>", "<cstdint>", "<string_view>", "", "\"allot/types/advice.hpp\""})
      << '\n'
      << cpp::comment(description.status_comment) << "enum class StatusCode : std::int32_t {\n";
  std::vector<cpp::Declaration> values;
  for (const ReasonMessage& status : description.statuses) {
    values.push_back({status.name + " = " + std::to_string(status.number) + ',', status.text});
  }
  out << cpp::declarations(values) << "};\n"
      << cpp::reason_struct("StatusCode", "Status")
      << cpp::reason_rows("StatusCode", "Status", "status_texts", description.statuses)
      << cpp::reason_functions("StatusCode", "Status") << cpp::end();
  return {"include/allot/" + description.status_header + ".hpp", out.str()};
}

}  // namespace

std::vector<GeneratedFile> write_cpp_settings(const Description& description) {
  std::vector<GeneratedFile> files{status_codes(description)};
  std::string header;
  for (const ChoiceList& list : description.settings) {
    if (list.header.empty()) continue;  // stands beside the ids
    if (list.header != header) {
      if (!header.empty()) files.back().text += cpp::end();
      header = list.header;
      files.push_back({"include/allot/" + header + ".hpp",
                       cpp::begin(what_of(header), {"<array>", "<cstdint>", "<string_view>", "",
                                                    "\"allot/types/enum_names.hpp\""})});
    }
    files.back().text += cpp::choices(list);
  }
  if (!header.empty()) files.back().text += cpp::end();
  return files;
}

}  // namespace allot::schema
