#include "program/kept_run.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

#include "files/numbers.hpp"
#include "files/row_account.hpp"
#include "files/whole_file.hpp"
#include "json/counted.hpp"
#include "json/near_name.hpp"
#include "program/file_progress.hpp"
#include "report/report_page.hpp"

namespace allot::program {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* record_name = "run.json";

Status no_run(const std::string& path) {
  return {StatusCode::invalid_argument,
          path +
              ": is no run of allot simulate: neither a directory that --log named, nor a "
              "report (--report FILE), nor what it printed with --json"};
}

// Returns: "; did you mean ...?" of what lies where `path` is not.
std::string near_entry(const std::string& path) {
  const std::filesystem::path wanted(path);
  const std::filesystem::path parent = wanted.parent_path();
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator at(parent.empty() ? "." : parent, error), end;
       !error && at != end; at.increment(error)) {
    names.push_back((parent / at->path().filename()).string());
  }
  std::sort(names.begin(), names.end());
  return json::suggestion(path, names);
}

// Returns: the file that `path` names; in a directory, its record.
Result<std::string> record_path(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_directory(path, error)) return path;
  const std::filesystem::path record = std::filesystem::path(path) / record_name;
  if (std::filesystem::exists(record, error)) return record.string();
  // The directory of one of its logs means the run, too.
  const std::filesystem::path above = std::filesystem::absolute(path, error) / ".." / record_name;
  if (std::filesystem::exists(above, error)) return above.lexically_normal().string();
  return Status{StatusCode::not_found,
                path + ": holds no run: it has no " + record_name +
                    ", which allot simulate leaves beside its logs once it is through"};
}

Status read_text(const std::string& path, files::ReadWatch& watch, std::string& text) {
  Result<std::unique_ptr<files::ByteSource>> bytes = files::ByteSource::open_file(path, &watch);
  if (!bytes.ok()) return bytes.status();
  std::vector<char> piece(std::size_t{256} << 10U);
  for (std::size_t got = piece.size(); got != 0;) {
    if (Status status = bytes.value()->read(piece, got); !status.ok()) return status;
    text.append(piece.data(), got);
  }
  return {};
}

// Returns: the record that a rehearsal left beside the log; null where there is none.
Json record_beside(const std::string& log) {
  const Result<std::string> file = record_path(log);
  std::error_code error;
  if (!file.ok() || !std::filesystem::is_directory(log, error)) return {};
  FileProgress progress;
  std::string text;
  const Status status = read_text(file.value(), progress, text);
  progress.end();
  return status.ok() ? Json::parse(text, nullptr, false) : Json();
}

const StockCodes* stock_codes_of(const SimulationReport& report) {
  const auto stock = std::ranges::find_if(
      report.files, [](const FileReport& file) { return file.codes.has_value(); });
  return stock == report.files.end() ? nullptr : &*stock->codes;
}

std::optional<StockCodes> stock_codes_in(const Json& data) {
  const auto found = data.find("stock_codes");
  if (found == data.end() || !found->is_object()) return std::nullopt;
  StockCodes codes;
  codes.nodes = found->value("nodes", codes.nodes);
  codes.unordered = found->value("unordered", codes.unordered);
  return codes;
}

}  // namespace

inspection::Shown shown_of(const std::string& log, const std::string& currency) {
  inspection::Shown shown{{currency, files::exponent_of(currency).value_or(0)}, {}};
  const Json json = record_beside(log);
  if (!json.is_object()) return shown;
  const std::string own = json.value("currency", "");
  if (currency.empty() && !own.empty() && !json.value("several_currencies", false)) {
    shown.currency = {own, json.value("exponent", 2)};
  }
  shown.clock = inspection::Clock(json.value("time_zone", ""));
  return shown;
}

std::int64_t number(const Json& json) {
  return json.is_string() ? std::stoll(json.get<std::string>()) : json.get<std::int64_t>();
}

const Json& KeptRun::figures() const {
  static const Json none;
  const auto found = data.find("figures");
  return found == data.end() ? none : *found;
}

std::string KeptRun::interrupted_behind() const {
  const Json modes = summary().value("modes", Json::object());
  const Json run = modes.value("virtual_time", modes.value("live", Json::object()));
  const Json stop = run.value("interrupted", Json::object());
  if (stop.value("during", "") != "orders") return {};
  return json::grouped(stop.at("orders").get<std::uint64_t>()) + " of " +
         json::grouped(stop.at("of").get<std::uint64_t>()) + " orders";
}

bool KeptRun::has_money() const {
  return !figures().is_null() && !data.value("several_currencies", false) &&
         number(figures().at("total").at("value")) > 0;
}

std::string left_out_of(const std::string& log, const std::string& order) {
  const Json json = record_beside(log);
  if (!json.is_object()) return {};
  std::string rows;
  std::uint64_t count = 0;
  for (const Json& row : json.value("left_out_rows", Json::array())) {
    if (row.at(0) != order) continue;
    constexpr std::uint64_t named = 5;
    if (++count > named) continue;
    rows += (rows.empty() ? "line " : ", line ") + row.at(1).dump() + " (" +
            row.at(2).get<std::string>() + ')';
  }
  if (count == 0) return {};
  const std::string source = json.at("summary").at("input").at("source").get<std::string>();
  return json::counted(count, "row") + " of it in " + source +
         (count == 1 ? " was left out: " : " were left out: ") + rows + (count > 5 ? ", ..." : "");
}

std::string window_of(const std::string& log) {
  const Json json = record_beside(log);
  if (!json.is_object() || !json.contains("summary")) return {};
  const Json& summary = json.at("summary");
  const Json run = summary.value("run", Json::object());
  const std::string from = run.value("from", "");
  const std::string until = run.value("until", "");
  if (from.empty() && until.empty()) return {};
  const Json input = summary.value("input", Json::object());
  const std::string first = input.value("first_day", "");
  const std::string last = input.value("last_day", "");
  std::string text = "the log holds orders ";
  if (first.empty()) {
    text += from.empty() ? "" : "from " + from + " on";
    if (!until.empty()) text += (from.empty() ? "before " : ", before ") + until;
  } else {
    text += "of " + first + (first == last ? "" : " to " + last);
  }
  return text + " only: simulate with another --day, or without one, takes those of other days";
}

Result<KeptRun> read_run(const std::string& path, files::ReadWatch& watch) {
  const Result<std::string> file = record_path(path);
  if (!file.ok()) return file.status();
  std::string text;
  if (Status status = read_text(file.value(), watch, text); !status.ok()) {
    if (status.code() != StatusCode::not_found) return status;
    return Status{StatusCode::not_found,
                  path + ": cannot be read: " + std::strerror(ENOENT) + near_entry(path)};
  }
  const std::string_view block = report::data_of_page(text);
  Json json = Json::parse(block.empty() ? std::string_view(text) : block, nullptr, false);
  if (!json.is_object()) return no_run(path);
  if (json.contains("runs")) {
    return Status{StatusCode::invalid_argument,
                  path + ": compares two runs; give one of a single run"};
  }
  KeptRun run;
  run.data = json.contains("summary") ? std::move(json) : Json{{"summary", std::move(json)}};
  const Json& summary = run.summary();
  if (!summary.contains("orders") || !summary.contains("units")) return no_run(path);
  // Where it ran is for who repeats it on this machine, and for no page that is passed on.
  run.directory = run.data.value("directory", "");
  run.data.erase("directory");
  run.stock_codes = stock_codes_in(run.data);
  run.data.erase("stock_codes");
  return run;
}

KeptRun kept_run(const SimulationReport& report, const std::string& command) {
  report::PageOptions options;
  options.command = command;
  KeptRun run;
  run.data = Json::parse(report::report_data(report, options));
  if (const StockCodes* codes = stock_codes_of(report); codes != nullptr) run.stock_codes = *codes;
  return run;
}

Status write_run(const std::string& log_directory, const SimulationReport& report,
                 const std::string& command) {
  report::PageOptions options;
  options.command = command;
  Json json = Json::parse(report::report_data(report, options));
  std::error_code error;
  json["directory"] = std::filesystem::current_path(error).string();
  for (const files::LeftOutRow& row : report.input.left_out_rows) {
    json["left_out_rows"].push_back({row.order, row.line, row.reason});
  }
  if (const StockCodes* codes = stock_codes_of(report); codes != nullptr) {
    json["stock_codes"] = {{"nodes", codes->nodes}, {"unordered", codes->unordered}};
  }
  const std::string path = (std::filesystem::path(log_directory) / record_name).string();
  return files::write_whole(path, json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n');
}

}  // namespace allot::program
