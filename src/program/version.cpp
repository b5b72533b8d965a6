#include "program/version.hpp"

#include <absl/strings/str_format.h>

#include <nlohmann/json.hpp>

#include "allot/messages/semantics.hpp"
#include "journal/frame.hpp"
#include "json/encode.hpp"
#include "program/commit.hpp"

namespace allot::program {
namespace {

// The tree that the program was built from, as git calls it; "+" behind it when files had changed.
std::string commit_words() {
  std::string_view commit = built_from;
  if (commit.empty()) return {};
  const bool modified = commit.ends_with('+');
  if (modified) commit.remove_suffix(1);
  return absl::StrFormat(" (commit %s%s)", commit.substr(0, 12), modified ? ", modified" : "");
}

std::string json_text() {
  std::string_view commit = built_from;
  const bool modified = commit.ends_with('+');
  if (modified) commit.remove_suffix(1);
  nlohmann::ordered_json object{
      {"version", program_version()},
      {"commit", nullptr},
      {"modified", nullptr},
      {"c_abi_version", ALLOT_C_ABI},
      {"log_format_version", log_format_version},
      {"log_format_versions_read", {log_format_oldest, log_format_version}},
      {"semantics_version", Semantics::newest},
      {"semantics_versions_read", {Semantics::oldest, Semantics::newest}},
      {"compiler", compiler()},
      {"build", build_type()}};
  if (!commit.empty()) {
    object["commit"] = commit;
    object["modified"] = modified;
  }
  return json::line_text(object) + '\n';
}

}  // namespace

std::string_view program_version() noexcept { return ALLOT_VERSION; }
std::string_view compiler() noexcept { return ALLOT_COMPILER; }
std::string_view build_type() noexcept { return ALLOT_BUILD_TYPE; }

std::string version_text(bool json) {
  if (json) return json_text();
  return absl::StrFormat(
      "allot %s%s\n"
      "writes log format %d with semantics %d; reads formats %d to %d, semantics %d to %d\n"
      "C ABI %s; made by %s, %s\n",
      program_version(), commit_words(), log_format_version, Semantics::newest, log_format_oldest,
      log_format_version, Semantics::oldest, Semantics::newest, ALLOT_C_ABI, compiler(),
      build_type());
}

}  // namespace allot::program
