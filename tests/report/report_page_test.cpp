// The report's page as text: whole, small, loading nothing, and safe whatever a user's files say.
#include "report/report_page.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "report/assets.hpp"
#include "report/headline.hpp"

namespace allot::report {
namespace {

using Json = nlohmann::json;

// Names as a shop's files should not have them.
constexpr const char* hostile = R"(</script><script>alert("1")</script><!--'{{data}}&)";

SimulationReport some_report() {
  SimulationReport report;
  report.version = "0";
  report.seed = 18'446'744'073'709'551'615U;
  report.scenario = hostile;
  report.input.source = hostile;
  report.input.currency = "EUR";
  report.synthetic = {hostile};
  RunReport run;
  run.mode = "virtual_time";
  run.orders.submitted = 3;
  run.digest = run.replay.digest = "d";
  RunFigures figures;
  figures.begin = 1'000'000;
  figures.step_ns = 1'000'000'000;
  figures.steps.resize(2);
  figures.total.orders = 3;
  figures.zones[hostile].orders = 3;
  figures.nodes.push_back({hostile, 1, 2, 3, 4, {5, 6}});
  figures.skus_short = 1;
  figures.first_short = hostile;
  figures.shortfalls.push_back({});
  figures.shortfalls.back().sku = hostile;
  figures.shortfalls.back().value_refused = 9'007'199'254'740'991;
  figures.refusals[Reason::listed].orders = 2;
  run.figures = figures;
  report.virtual_time = run;
  return report;
}

std::string block_of(const std::string& page, const std::string& id) {
  const std::string begin = R"(<script type="application/json" id=")" + id + R"(">)";
  const std::size_t at = page.find(begin);
  EXPECT_NE(at, std::string::npos) << id;
  const std::size_t from = at + begin.size();
  return page.substr(from, page.find("</script>", from) - from);
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TEST(ReportPage, holds_names_of_a_shop_as_data_only) {
  const SimulationReport report = some_report();
  const std::string page = report_page(report, {Language::en, hostile});
  // The page's own four, and no other.
  EXPECT_EQ(count_of(page, "<script"), 4U);
  EXPECT_EQ(count_of(page, "</script>"), 4U);
  EXPECT_EQ(page.find("<script>alert"), std::string::npos);
  EXPECT_EQ(page.find("<!--"), std::string::npos);
  const Json data = Json::parse(block_of(page, "report-data"));
  EXPECT_EQ(data.at("command"), hostile);
  EXPECT_EQ(data.at("summary").at("scenario"), hostile);
  EXPECT_EQ(data.at("figures").at("shortfalls").at(0).at("sku"), hostile);
  EXPECT_EQ(data.at("figures").at("nodes").at(0).at("name"), hostile);
  EXPECT_EQ(data.at("figures").at("zones").at(0).at("name"), hostile);
}

TEST(ReportPage, says_the_same_as_the_summary) {
  const SimulationReport report = some_report();
  const Json data = Json::parse(report_data(report, {}));
  EXPECT_EQ(data.at("summary"), Json::parse(to_json(report)));
  EXPECT_EQ(data.at("seed"), "18446744073709551615");
  EXPECT_EQ(data.at("figures").at("begin_ms"), 1);
  EXPECT_EQ(data.at("figures").at("steps").size(), 2U);
  EXPECT_EQ(data.at("figures").at("refusals").at(0).at("reason"), "listed");
  EXPECT_FALSE(data.contains("latency"));  // no live run
}

// One rule for the page and the terminal: the nearest tenth, but what is not all never reads as
// all.
TEST(ReportSummary, rounds_percentages_but_to_all) {
  SimulationReport report = some_report();
  report.virtual_time->units.requested = 10'304;
  report.virtual_time->units.at_once = 8'520;  // 82.686 %
  report.virtual_time->units.backordered = 1'783;
  report.virtual_time->units.waited = 1'782;
  report.virtual_time->units.refused = 1;
  const std::string text = std::regex_replace(summary_text(report), std::regex("\n    "), " ");
  EXPECT_NE(text.find(" 82.7 % were promised at once, 17.3 % had to wait (99.9 % of those were"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find(" 0.0 % were refused."), std::string::npos) << text;
}

TEST(ReportPage, says_which_skus_have_no_row_and_what_waited_for_others) {
  SimulationReport report = some_report();
  RunFigures& figures = *report.virtual_time->figures;
  figures.short_without_row = 1;
  figures.waited_for_others = 7;
  figures.value_waited_for_others = 700;
  figures.shortfalls.front().no_stock_row = true;
  const Json data = Json::parse(report_data(report, {})).at("figures");
  EXPECT_EQ(data.at("short_without_row"), 1);
  EXPECT_EQ(data.at("waited_for_others"), 7);
  EXPECT_EQ(data.at("value_waited_for_others"), 700);
  EXPECT_EQ(data.at("shortfalls").at(0).at("no_stock_row"), true);
}

// Each column of what ran out is of one thing; what to have more of is told with its amounts.
TEST(ReportPage, tells_units_of_a_sku_apart_from_those_refused_with_them) {
  SimulationReport report = some_report();
  RunFigures& figures = *report.virtual_time->figures;
  Shortfall& row = figures.shortfalls.front();
  row.refused = 6;
  row.value_refused = 600;
  row.refused_with = 4;
  row.value_with = 90;
  row.needed = 17;
  figures.short_sums = row;
  figures.advice = {{{"TEAPOT", "LEEDS", 17}}, 690, 700};
  figures.needed_besides = {{"TRAY", 3}};
  figures.skus_needed_besides = 1;
  const Json data = Json::parse(report_data(report, {})).at("figures");
  for (const Json& told : {data.at("shortfalls").at(0), data.at("short_sums")}) {
    EXPECT_EQ(told.at("refused"), 6);
    EXPECT_EQ(told.at("value_refused"), 600);
    EXPECT_EQ(told.at("refused_with"), 4);
    EXPECT_EQ(told.at("value_with"), 90);
    EXPECT_EQ(told.at("needed"), 17);
  }
  const Json advice = data.at("advice");
  EXPECT_EQ(advice.at("rows").at(0), Json::parse(R"({"sku":"TEAPOT","node":"LEEDS","units":17})"));
  EXPECT_EQ(advice.at("covered"), 690);
  EXPECT_EQ(advice.at("of"), 700);
  EXPECT_EQ(advice.at("besides").at(0), Json::parse(R"({"sku":"TRAY","units":3})"));
  EXPECT_EQ(advice.at("skus_besides"), 1);
}

// What the first sentence goes by stands before what it says, and why before how to mend it.
TEST(ReportHeadline, says_how_the_sale_went_and_what_that_goes_by) {
  SimulationReport report;
  report.input.source = "orders.csv";
  report.input.rows = report.input.used = 1'000;
  report.files.emplace_back().kind = "stock";
  RunReport& run = report.virtual_time.emplace();
  run.units.requested = run.units.at_once = 200;
  run.orders.accepted = 50;
  EXPECT_EQ(headline(report),
            "The sale would have gone well: 100 % of the units asked for were promised at once.");
  EXPECT_EQ(marked_headline(report, Language::zh),
            "这场大促会<b>很顺利</b>：所需件数中有 100% 当场得到承诺");
  report.input.rows = 12'000;
  report.input.notes.push_back({"quantity_assumed", 0, "each row is one unit", true});
  report.files.clear();
  run.orders.ended = 30;
  EXPECT_EQ(
      headline(report),
      "Going by 1,000 of 12,000 rows, one unit for each row and made-up stock, the sale would "
      "have gone badly: 100 % of the units asked for were promised at once; 60 % of the "
      "accepted orders expired, were cancelled or rejected, or were not paid by the end.");
  run.orders.ended = 0;
  run.units.at_once = 171;
  run.refused_units["price_out_of_band"] = run.units.refused = 29;
  EXPECT_EQ(
      marked_headline(report, Language::en),
      "Going by 1,000 of 12,000 rows, one unit for each row and made-up stock, the sale would "
      "have gone well <b>in part</b>: 85.5% of the units asked for were promised at once; "
      "what refused most was “price out of band”, not a lack of stock");
}

// A share that does not reach a limit of the verdict does not read as if it did.
TEST(ReportHeadline, rounds_no_share_to_a_limit) {
  SimulationReport report = some_report();
  report.input.source = "orders.csv";
  report.files.emplace_back().kind = "stock";
  RunReport& run = *report.virtual_time;
  run.units = {};
  run.units.requested = 10'000;
  const auto told = [&](std::uint64_t at_once) {
    run.units.at_once = at_once;
    run.units.backordered = 10'000 - at_once;
    const Json data = Json::parse(report_data(report, {}));
    return headline(report) + ' ' + (data.contains("fill") ? data.at("fill").dump() : "-");
  };
  const auto says = [&](std::uint64_t at_once, const char* level, const char* share,
                        const char* fill) {
    EXPECT_EQ(told(at_once), std::string("The sale would have gone ") + level + ": " + share +
                                 " % of the units asked for were promised at once. " + fill);
    const std::string summary = std::regex_replace(summary_text(report), std::regex("\n +"), " ");
    EXPECT_NE(
        summary.find("asked for, " + std::string(fill[0] == '-' ? "95.0" : share) + " % were"),
        std::string::npos)
        << summary;
  };
  says(9'496, "well in part", "94.96", "9496");
  says(9'500, "well", "95", "-");
  says(9'504, "well", "95.04", "9504");
  run.units.requested = 1'000'000;
  run.units.at_once = 949'999;
  run.units.backordered = 50'001;
  EXPECT_NE(headline(report).find(" 94.99 % of"), std::string::npos) << headline(report);
}

TEST(ReportPage, is_one_small_file_that_loads_nothing) {
  for (const Language language : {Language::en, Language::zh}) {
    const std::string page = report_page(some_report(), {language, "allot simulate"});
    EXPECT_LT(page.size(), 5U << 20U);
    EXPECT_EQ(page.rfind("<!DOCTYPE html>\n", 0), 0U);
    EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
    EXPECT_EQ(page.find("{{"), page.find("{{data}}"));  // only in the title and the fallback
    std::string markup = page;
    const std::size_t code = markup.find("<script>\n");
    markup.resize(code);
    for (const char* load : {" src=", "<link", "@import", "url(", "<img", "<iframe"}) {
      EXPECT_EQ(markup.find(load), std::string::npos) << load;
    }
    for (const std::string_view script :
         {assets::parts_js, assets::page_js, assets::comparison_js}) {
      for (const char* load : {" src=", "<link", "@import", "url(", "<img", "<iframe", "http"}) {
        EXPECT_EQ(script.find(load), std::string_view::npos) << load;
      }
    }
    EXPECT_EQ(std::string(assets::page_css).find("http"), std::string::npos);
  }
  EXPECT_NE(report_page(some_report(), {Language::zh, ""}).find("<html lang=\"zh-CN\">"),
            std::string::npos);
}

TEST(ReportPage, carries_the_licence_of_the_charts) {
  const std::string page = report_page(some_report(), {});
  EXPECT_NE(page.find("Licensed to the Apache Software Foundation"), std::string::npos);
  EXPECT_NE(page.find(R"(t.version="6.1.0")"), std::string::npos);
}

std::set<std::string> places_of(const Json& text) {
  const std::string all = text.dump();
  const std::regex place(R"(\{(\w+)(?:\|[^}]*)?\})");
  std::set<std::string> found;
  for (std::sregex_iterator at(all.begin(), all.end(), place), end; at != end; ++at) {
    found.insert((*at)[1]);
  }
  return found;
}

TEST(ReportTexts, say_the_same_things_in_every_language) {
  const Json english = Json::parse(assets::texts_en);
  Json chinese = Json::parse(assets::texts_zh);
  const Json reasons = chinese.at("reasons");
  chinese.erase("reasons");        // English has those of the engine
  chinese.erase("made_up_parts");  // and those of the simulation
  chinese.erase("said");           // and what is said of files
  for (const auto& [key, text] : english.items()) {
    ASSERT_TRUE(chinese.contains(key)) << key;
    EXPECT_EQ(places_of(text), places_of(chinese.at(key))) << key;
  }
  EXPECT_EQ(english.size(), chinese.size());
  std::set<std::string> known;
  for (const ReasonText& text : reason_texts) known.emplace(text.name);
  for (const auto& [reason, texts] : reasons.items()) {
    EXPECT_TRUE(known.contains(reason)) << reason;
    EXPECT_EQ(texts.size(), 3U) << reason;
  }
  for (const std::string& reason : known) {
    EXPECT_TRUE(reason == "ok" || reasons.contains(reason)) << reason << " has no words in Chinese";
  }
}

// The pages ask for no text that is not there: each is named in a script.
TEST(ReportTexts, are_all_used) {
  std::string script(assets::parts_js);
  script += assets::page_js;
  script += assets::comparison_js;
  const Json english = Json::parse(assets::texts_en);
  for (const auto& [key, text] : english.items()) {
    bool by_prefix = false;
    for (const char* prefix :
         {"nav_", "verdict_", "parcels_", "kind_", "from_", "unlike_", "cmp_refused_",
          "cmp_waiting_", "cmp_parcels_", "cmp_cost_", "lacking_"}) {
      by_prefix = by_prefix || key.rfind(prefix, 0) == 0;
    }
    EXPECT_TRUE(by_prefix || script.find(key) != std::string::npos) << key;
  }
}

// Two runs of hostile names are as safe, and say which run has which data.
TEST(ComparisonPage, is_whole_and_safe) {
  ComparedRuns runs;
  runs.name_a = hostile;
  runs.name_b = "b";
  runs.data_a = report_data(some_report(), {});
  runs.data_b = report_data(some_report(), {});
  runs.changed = {hostile};
  runs.unlike = {"seed"};
  runs.summary = hostile;
  for (const Language language : {Language::en, Language::zh}) {
    const std::string page = comparison_page(runs, language);
    EXPECT_LT(page.size(), std::size_t{5} << 20U);
    EXPECT_EQ(page.find("<script>alert"), std::string::npos);
    const Json data = Json::parse(block_of(page, "report-data"));
    EXPECT_EQ(data.at("names").at("a"), hostile);
    EXPECT_EQ(data.at("changed").at(0), hostile);
    EXPECT_EQ(data.at("runs").at("a").at("figures").at("nodes").at(0).at("name"), hostile);
    EXPECT_EQ(data_of_page(page), comparison_data(runs));
  }
}

// What makes runs unlike has a text in every language.
TEST(ComparisonPage, names_what_differs_in_both_languages) {
  for (const std::string_view texts : {assets::texts_en, assets::texts_zh}) {
    const Json json = Json::parse(texts);
    for (const char* what :
         {"source", "orders", "units", "seed", "scale", "compress", "peaks", "updates"}) {
      EXPECT_TRUE(json.contains(std::string("unlike_") + what)) << what;
    }
  }
}

}  // namespace
}  // namespace allot::report
