// What rehearsals say of their files in English has words in Chinese, for the page of --lang zh.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

class Chinese : public ProgramTest {
 protected:
  Chinese() {
    const Json texts = Json::parse(
        file_text(std::filesystem::path(examples_directory()) / "../src/report/texts/zh.json"));
    // As the page does: a template fits a text whole, with any text in its places.
    for (const Json& pair : texts.at("said")) {
      const std::string english = pair.at(0);
      std::string pattern;
      for (std::size_t at = 0; at < english.size(); ++at) {
        if (english[at] == '{') {
          pattern += "[^]+?";
          at = english.find('}', at);
          continue;
        }
        if (std::string("\\^$.|?*+()[]{}").find(english[at]) != std::string::npos) pattern += '\\';
        pattern += english[at];
      }
      templates_.emplace_back(english, std::regex(pattern));
      EXPECT_EQ(places(english), places(pair.at(1))) << english;
    }
    for (const auto& [begin, text] : texts.at("made_up_parts").items()) parts_.push_back(begin);
  }

  static std::set<std::string> places(const std::string& text) {
    std::set<std::string> found;
    const std::regex place(R"(\{(\w+)\})");
    for (std::sregex_iterator at(text.begin(), text.end(), place), end; at != end; ++at) {
      found.insert((*at)[1]);
    }
    return found;
  }
  void expect_words(const std::string& text) {
    for (const auto& [english, pattern] : templates_) {
      if (std::regex_match(text, pattern)) {
        used_.insert(english);
        return;
      }
    }
    ADD_FAILURE() << "no words in Chinese for: " << text;
  }

  void expect_words_of(const Json& file) {
    for (const Json& note : file.at("notes")) expect_words(note.at("text"));
    for (const Json& left : file.at("left_out")) {
      expect_words(std::regex_replace(left.at("reason").get<std::string>(), std::regex("_"), " "));
    }
    std::string form = file.at("form");
    for (std::size_t comma; (comma = form.find(", ")) != std::string::npos;) {
      expect_piece(form.substr(0, comma));
      form.erase(0, comma + 2);
    }
    expect_piece(form);
  }
  // Names of encodings are the same everywhere.
  void expect_piece(const std::string& piece) {
    if (piece.find(' ') != std::string::npos) expect_words(piece);
  }
  void rehearse(const std::string& options) {
    const Ran ran = run("simulate --mode virtual --json " + options);
    ASSERT_EQ(ran.status, 0) << options << ran.err;
    const Json summary = Json::parse(ran.out);
    // Orders of the generator come from no file, of which there would be something to say.
    if (summary.at("input").contains("map")) {
      expect_words_of(summary.at("input"));
      const std::string map = summary.at("input").at("map");
      if (map.find(' ') != std::string::npos) expect_words(map);
    }
    if (summary.contains("files")) {
      for (const Json& file : summary.at("files")) expect_words_of(file);
    }
    for (const Json& part : summary.at("synthetic")) {
      const std::string text = part;
      const bool is_part = std::ranges::any_of(
          parts_, [&text](const std::string& begin) { return text.starts_with(begin); });
      if (!is_part) expect_words(text);
    }
  }

  std::vector<std::pair<std::string, std::regex>> templates_;
  std::vector<std::string> parts_;
  std::set<std::string> used_;
};

// What a shop's own orders meet, and codes that its stock lacks.
TEST_F(Chinese, HasWordsForWhatOwnOrdersMeet) {
  const std::string shops = example("../tests/files/cases/shops/hungarian_");
  const std::string files = shops + "orders.csv --stock " + shops + "stock.csv";
  std::string map = run("map " + files).out;
  write("shop.toml", map);
  write("risk.json", R"({"risk": {"order_value_max": 5000000, "review_value_min": 100}})");
  const std::string orders = "--orders " + files + " --map " + path("shop.toml");
  rehearse(orders);
  rehearse(orders + " --scenario " + path("risk.json"));
  const std::size_t skip = map.find("[[skip]]");
  ASSERT_NE(skip, std::string::npos) << map;
  map.erase(skip, map.find("\n\n", skip) - skip);
  write("shop.toml", map);
  rehearse(orders);
  write("orders.csv",
        "order,time,sku,quantity,channel\n1,2026-11-27 10:00:00,A,1,x\n"
        "2,2026-11-27 10:05:00,B,2,y\n");
  write("stock.csv", "sku,stock,reserved,safety\nA,\"44,00\",1,0\nB,\"3,50\",0,0\nC,3,0,\"0,5\"\n");
  rehearse("--orders " + path("orders.csv") + " --stock " + path("stock.csv"));
}

TEST_F(Chinese, HasWordsForWhatIsSaidOfFiles) {
  const std::string de = example("files/orders_de.csv");
  const std::string map = " --map " + example("files/orders_de.toml");
  rehearse("--orders " + de);
  rehearse("--orders " + de + map + " --stock " + example("files/stock_de.csv") + " --products " +
           example("files/products_de.csv") + " --lanes " + example("files/lanes_de.csv"));
  rehearse("--orders " + de + map + " --from 2026-11-14 --until 2026-11-15 --stock " +
           example("files/stock_de.csv"));
  rehearse("--orders " + de + map + " --stock " + example("files/stock_de.csv") + " --updates " +
           example("files/updates_de.csv"));
  rehearse("--orders " + de + map + " --scale 2 --compress 3 --scenario " +
           example("scenarios/peak.json"));
  // Days alone, a status that nothing uses, rows twice, two currencies, quantities nobody can read.
  std::string rows = "order,when,sku,amount of it,price,currency,fulfilment status\n";
  std::string noted = "order,time,sku,quantity,price,channel,status\n";
  for (int n = 0; n < 60; ++n) {
    const std::string order = std::to_string(n);
    rows += order + ",2026-11-" + std::to_string(10 + n % 9) + ",sku-" + std::to_string(n % 5) +
            ',' + std::to_string(1 + n % 3) + ",9.90," + (n % 2 == 0 ? "EUR" : "JPY") + ',' +
            (n % 7 == 0 ? "cancelled" : "complete") + '\n';
    noted += order + ",2026-11-11 09:" + std::to_string(10 + n % 50) + ":00," +
             std::string(n == 3 ? 60 : 5, static_cast<char>('a' + n % 5)) + ',' +
             (n % 20 == 1   ? "-1"
              : n % 20 == 2 ? "1.000"
                            : "2") +
             ',' + (n % 9 == 0 ? "" : "5.00") + ",shop-" + std::to_string(n % 2) +
             (n % 8 == 0 ? ",Peruttu" : ",paid") + '\n';
  }
  write("rows.csv", rows);
  write("noted.csv", noted);
  write(
      "stock.csv",
      "sku,node,quantity,colour\naaaaa,LON,90,x\naaaaa,LON,90,x\nBBBBB,LON,-4,x\nother,LON,7,x\n");
  write("products.csv",
        "sku,name,price,weight,volume,gtin\naaaaa,lamp,9.90,200,1,12345678\nbbbbb,vase,x,1,1,\n");
  write("lanes.csv", "node,zone,parcel_cost\nLON,FR,4.00\n");
  write("updates.csv",
        "time,type,order,sku,node,quantity\n2026-11-11 10:00:00,payment,4,,,\n"
        "2026-11-11 10:00:00,payment,4,,,\n2026-11-11 11:00:00,receipt,,new,north,5\n"
        "2026-11-11 11:00:00,cancel,9999,,,\n2026-11-11 11:00:00,sold,1,,,\n"
        "2026-11-11 11:00:00,count,,aaaaa,LON,1\n2026-11-11 11:00:00,receipt,,aaaaa,LON,-1\n"
        "2026-11-11 11:00:00,adjust,,aaaaa,LON,0\n2026-11-11 11:00:00,,1,,,\n"
        "2026-11-11 11:00:00,cancel,5,aaaaa,,1\n");
  rehearse("--orders " + path("rows.csv"));
  rehearse("--orders " + path("noted.csv") + " --stock " + path("stock.csv") + " --products " +
           path("products.csv") + " --lanes " + path("lanes.csv") + " --updates " +
           path("updates.csv"));
  rehearse("--order-count 100");
  EXPECT_GE(used_.size(), 40U);
}

// Notes are said in a few files: whoever adds one there is reminded of this table.
TEST_F(Chinese, KnowsEveryNoteOfTheSource) {
  const std::filesystem::path source = std::filesystem::path(examples_directory()) / "../src";
  std::size_t notes = 0;
  for (const char* folder : {"files", "simulation"}) {
    for (const auto& file : std::filesystem::directory_iterator(source / folder)) {
      if (file.path().extension() != ".cpp") continue;
      const std::string text = file_text(file.path());
      // The name of a note, and the text that begins behind it.
      const std::regex note(
          R"re((?:note|assume|doubt)\(\s*(?:std::string\(\w+\)|"\w+"|\w+_\w+),\s*"([^"]{12,}))re");
      for (std::sregex_iterator at(text.begin(), text.end(), note), end; at != end; ++at) {
        ++notes;
        const std::string begin = std::string((*at)[1]).substr(0, 30);
        const bool known = std::ranges::any_of(templates_, [&begin](const auto& pair) {
          const std::string& english = pair.first;
          const std::size_t same = std::min(begin.size(), english.find('{'));
          return english.substr(0, same) == begin.substr(0, same);
        });
        EXPECT_TRUE(known) << file.path() << ": no words in Chinese for: " << (*at)[1];
      }
    }
  }
  EXPECT_GE(notes, 20U);
}

}  // namespace
}  // namespace allot
