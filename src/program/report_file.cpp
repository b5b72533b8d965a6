#include "program/report_file.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "files/whole_file.hpp"
#include "report/report_page.hpp"

namespace allot::program {

namespace {

Status cannot_be_written(const std::string& path) {
  return {StatusCode::io_error, path + ": cannot be written: " + std::strerror(errno)};
}

allot::report::Language language_of(const std::string& name) {
  return name == "zh" ? allot::report::Language::zh : allot::report::Language::en;
}

}  // namespace

std::string shell_words(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) {
    const bool plain = !word.empty() && word.find_first_not_of(
                                            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                            "0123456789@%_+=:,./-") == std::string::npos;
    if (!line.empty()) line += ' ';
    if (plain) {
      line += word;
      continue;
    }
    line += '\'';
    for (const char c : word) {
      if (c == '\'') {
        line += "'\\''";
      } else {
        line += c;
      }
    }
    line += '\'';
  }
  return line;
}

Status check_report_file(const std::string& path) {
  std::error_code error;
  const bool was_there = std::filesystem::exists(path, error);
  std::ofstream file(path, std::ios::binary | std::ios::app);
  if (!file) return cannot_be_written(path);
  file.close();
  if (!was_there) std::filesystem::remove(path, error);
  return {};
}

Status write_report_file(const std::string& path, const SimulationReport& report,
                         const std::string& language, const std::string& command) {
  allot::report::PageOptions options;
  options.language = language_of(language);
  options.command = command;
  return files::write_whole(path, allot::report::report_page(report, options));
}

Status write_comparison_file(const std::string& path, const ComparisonPage& page) {
  for (const auto& [run, name] : {std::pair{&page.a, &page.name_a}, {&page.b, &page.name_b}}) {
    if (!run->figures().is_null()) continue;
    return {StatusCode::invalid_argument,
            *name +
                ": has too little for a page: give the report of that run, or its --log "
                "directory when it was run with --report"};
  }
  allot::report::ComparedRuns runs;
  runs.name_a = page.name_a;
  runs.name_b = page.name_b;
  runs.data_a = page.a.data.dump();
  runs.data_b = page.b.data.dump();
  runs.changed = page.changed;
  runs.unlike = page.unlike;
  runs.summary = page.summary;
  return files::write_whole(path, allot::report::comparison_page(runs, language_of(page.language)));
}

}  // namespace allot::program
