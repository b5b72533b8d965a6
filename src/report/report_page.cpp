#include "report/report_page.hpp"

#include <utility>
#include <vector>

#include "report/assets.hpp"
#include "report/headline.hpp"

namespace allot::report {

namespace {

// For text between tags.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

// Puts each part where the template names it. What was put in is not looked at again.
std::string filled(std::string_view page,
                   const std::vector<std::pair<std::string_view, std::string>>& parts) {
  std::string out;
  while (true) {
    const std::size_t begin = page.find("{{");
    out += page.substr(0, begin);
    if (begin == std::string_view::npos) return out;
    const std::size_t end = page.find("}}", begin);
    const std::string_view name = page.substr(begin + 2, end - begin - 2);
    for (const auto& [known, text] : parts) {
      if (known == name) out += text;
    }
    page.remove_prefix(end + 2);
  }
}

}  // namespace

std::string_view data_of_page(std::string_view page) noexcept {
  constexpr std::string_view begin = R"(<script type="application/json" id="report-data">)";
  const std::size_t at = page.find(begin);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = page.substr(at + begin.size());
  return rest.substr(0, rest.find("</script>"));
}

namespace {

std::string page_of(Language language, const std::string& title, const std::string& summary,
                    const std::string& data, std::string_view script) {
  const bool chinese = language == Language::zh;
  return filled(assets::page_html,
                {{"lang", chinese ? "zh-CN" : "en"},
                 {"title", "allot: " + escaped(title)},
                 {"style", std::string(assets::page_css)},
                 {"summary", escaped(summary)},
                 {"data", data},
                 {"texts", std::string(chinese ? assets::texts_zh : assets::texts_en)},
                 {"charts", std::string(assets::charts_js)},
                 {"parts", std::string(assets::parts_js)},
                 {"script", std::string(script)}});
}

}  // namespace

std::string report_page(const SimulationReport& report, const PageOptions& options) {
  return page_of(options.language, report.scenario, headline(report) + '\n' + summary_text(report),
                 report_data(report, options), assets::page_js);
}

std::string comparison_page(const ComparedRuns& runs, Language language) {
  return page_of(language, runs.name_a + " / " + runs.name_b, runs.summary, comparison_data(runs),
                 assets::comparison_js);
}

}  // namespace allot::report
