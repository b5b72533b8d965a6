// allot help TOPIC: what it says is what the tables, the documents and the program itself say.
#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "run_program.hpp"

namespace allot {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// One line, with one blank between its words and without marks of code.
std::string flat(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '`') continue;
    const bool blank = c == ' ' || c == '\n';
    if (!blank || !out.ends_with(' ')) out += blank ? ' ' : c;
  }
  return out;
}

std::string document(const std::string& name) {
  return file_text(std::filesystem::path(examples_directory()) / ".." / name);
}

// Returns: what stands between two texts; fails when they are not there.
std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const std::size_t begin = text.find(from);
  const std::size_t end = text.find(to, begin + from.size());
  EXPECT_NE(begin, std::string::npos) << from;
  EXPECT_NE(end, std::string::npos) << to;
  return text.substr(begin, end - begin);
}

// Returns: of each match of `pattern` what its bracket holds.
std::vector<std::string> found(const std::string& text, const std::string& pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> all;
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) {
    all.push_back((*at)[1]);
  }
  return all;
}

class Topics : public ProgramTest {
 protected:
  nlohmann::json told(const std::string& topic) {
    const Ran ran = run("help " + topic + " --json");
    EXPECT_EQ(ran.status, 0) << ran.err;
    return nlohmann::json::parse(ran.out);
  }
  std::vector<std::string> names() {
    const nlohmann::json all = told("");
    std::vector<std::string> names;
    for (const auto& topic : all.at("topics")) names.push_back(topic.at("name"));
    return names;
  }
  // The rows of a topic, by their names.
  std::map<std::string, std::string> rows(const std::string& topic) {
    std::map<std::string, std::string> rows;
    const nlohmann::json one = told(topic);
    for (const auto& part : one.at("parts")) {
      if (part.contains("name")) rows[part.at("name")] = part.at("text");
    }
    return rows;
  }
  std::string make_log() {
    const Ran ran = run("apply --journal " + path("log") + ' ' + example("first_order.jsonl"));
    EXPECT_EQ(ran.status, 0) << ran.err;
    return path("log");
  }
};

TEST_F(Topics, AreListedAndFitATerminal) {
  const std::vector<std::string> topics = names();
  for (const char* name : {"times", "durations", "files", "maps", "stock", "updates", "limits",
                           "log", "exit-status", "json", "environment", "reasons"}) {
    EXPECT_NE(std::ranges::find(topics, name), topics.end()) << name;
  }
  const std::string list = run("help").out;
  const std::string front = run("--help").out;
  for (const std::string& name : topics) {
    EXPECT_NE(list.find("\n  " + name), std::string::npos) << list;
    EXPECT_NE(flat(front).find(name), std::string::npos) << front;
    const Ran ran = run("help " + name);
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.err, "");
    for (const std::string& line : lines_of(ran.out)) EXPECT_LE(line.size(), 80U) << line;
    EXPECT_LE(lines_of(ran.out).size(), 60U) << ran.out;
    // On a narrow terminal it is narrow.
    for (const std::string& line : lines_of(run_after("COLUMNS=40 ", "help " + name).out)) {
      const bool one_word = flat(line).find(' ', 1) == std::string::npos;
      EXPECT_TRUE(line.size() <= 40U || one_word) << line;
    }
  }
}

TEST_F(Topics, OfACommandAreItsHelp) {
  EXPECT_EQ(run("help verify").out, run("verify --help").out);
  EXPECT_EQ(told("verify").at("text"), run("verify --help").out);
}

// Each row of the page that is about a command or an event, and what stands above its table.
TEST_F(Topics, TellCommandsOfLinesAndEventsAsTheDocumentDoes) {
  const std::regex heading(R"(### `([a-z_]+)` \(\d+\))");
  const std::regex row(R"(\| `([a-z_]+)` \|.*)");
  std::string page;
  std::size_t messages = 0;
  std::size_t fields = 0;
  for (const std::string& line : lines_of(document("docs/commands.md"))) {
    std::smatch cells;
    if (std::regex_match(line, cells, heading)) {
      // The first of each kind, and then every eighth, so that this does not take long.
      const bool is_asked = messages++ % 8 == 0 || cells[1] == "place" || cells[1] == "line_held";
      page = is_asked ? run("help " + std::string(cells[1])).out : std::string{};
      EXPECT_EQ(is_asked, !page.empty()) << line;
    } else if (line.starts_with('#')) {
      page.clear();
    } else if (!page.empty() && std::regex_match(line, cells, row)) {
      ++fields;
      // What a long name is stands in the next line.
      const std::string field = "\n  " + std::string(cells[1]);
      const bool is_there = page.find(field + ' ') != std::string::npos ||
                            page.find(field + '\n') != std::string::npos;
      EXPECT_TRUE(is_there) << line << page;
    }
  }
  EXPECT_GT(messages, 100U);
  EXPECT_GT(fields, 50U);
  const std::string place = flat(run("help place").out);
  EXPECT_NE(place.find("channel where it was sold (channel; has to be there)"), std::string::npos)
      << place;
  EXPECT_NE(place.find("quantity how many; the same range for the sum over the order (u32, units, "
                       "1 to 2^31-1; has to be there)"),
            std::string::npos)
      << place;
  for (const std::string& line : lines_of(run("help place").out)) EXPECT_LE(line.size(), 80U);
  EXPECT_NE(run("help plaec").err.find("did you mean place?"), std::string::npos);
  // Where a command of the program has the name too, that comes first.
  const std::string feed = run("help feed").out;
  EXPECT_TRUE(feed.starts_with(run("feed --help").out)) << feed;
  EXPECT_NE(feed.find("\nAnd of that name, feed: a command of JSON lines\n"), std::string::npos);
}

TEST_F(Topics, ThatAreNoneAreNamedWithTheOneThatWasMeant) {
  const Ran near = run("help tims");
  EXPECT_EQ(near.status, 2);
  EXPECT_EQ(near.out, "");
  EXPECT_EQ(
      near.err,
      "allot help: tims: there is no such topic, command, event or reason; did you mean times?\n"
      "'allot help' lists them\n");
  EXPECT_NE(run("help simulat").err.find("did you mean simulate?"), std::string::npos);
  EXPECT_NE(run("help stock_insuficient").err.find("did you mean stock_insufficient?"),
            std::string::npos);
  EXPECT_EQ(run("help qqqqqqqqqqq").err,
            "allot help: qqqqqqqqqqq: there is no such topic, command, event or reason\n"
            "'allot help' lists them\n");
}

TEST_F(Topics, TellEveryReasonAsTheDocumentDoes) {
  const std::string list = flat(run("help reasons").out);
  std::size_t count = 0;
  const std::regex row(R"(\| (\d+) \| `([a-z_]+)` \| (\w+) \| (.*) \| (.*) \|)");
  for (const std::string& line : lines_of(document("docs/commands.md"))) {
    std::smatch cells;
    if (!std::regex_match(line, cells, row) || cells[3] == "none") continue;
    ++count;
    EXPECT_NE(list.find(' ' + cells[2].str()), std::string::npos) << cells[2];
    const std::string one = flat(run("help " + cells[2].str()).out);
    if (count % 10 == 1) {
      EXPECT_EQ(flat(run("help " + cells[1].str()).out), one) << cells[1];
    }
    for (const std::size_t cell : {1U, 3U, 4U, 5U}) {
      EXPECT_NE(one.find(flat(cells[cell].str())), std::string::npos) << cells[cell] << '\n' << one;
    }
  }
  EXPECT_GE(count, 50U);
}

TEST_F(Topics, TellEveryLimitAsTheDocumentDoes) {
  const std::string table = between(document("docs/commands.md"), "\n### `start` (1)", "\n### `");
  const auto rows = this->rows("limits");
  std::size_t count = 0;
  const std::regex row(R"(\| `(\w+)` \| ([^|]+) \|.*\| `?([^|`]*)`? \| [^|]*\|)");
  for (const std::string& line : lines_of(table)) {
    std::smatch cells;
    if (!std::regex_match(line, cells, row) || !rows.contains(cells[1])) continue;
    ++count;
    std::string text = rows.at(cells[1]);
    const bool is_number = cells[2] == "u32";
    if (is_number) {
      std::erase(text, ',');
      EXPECT_TRUE(text.starts_with(cells[3].str() + " (")) << cells[1] << ": " << text;
    }
    const Ran ran = run("apply --limits " + cells[1].str() + "=" + text.substr(0, text.find(' ')));
    EXPECT_EQ(ran.status, 0) << ran.err;
  }
  EXPECT_EQ(count, rows.size());
  EXPECT_EQ(count, found(table, "\n\\| `(\\w+)` ").size());
}

TEST_F(Topics, HaveTimesAndDurationsThatAreRead) {
  const std::string log = make_log();
  std::size_t times = 0;
  for (const auto& [name, text] : rows("times")) {
    if (!name.starts_with("2026")) continue;
    ++times;
    const Ran ran = run("orders " + log + " --at '" + name + "' --json");
    EXPECT_EQ(ran.status, 0) << ran.err;
    const std::string nanoseconds = text.substr(text.find(", ") + 2);
    EXPECT_EQ(run("orders " + log + " --at '" + text.substr(0, text.find(',')) + "' --json").out,
              ran.out);
    EXPECT_EQ(nanoseconds.size(), std::string("1795766400000000000 ns since 1970").size());
  }
  EXPECT_GE(times, 3U);
  EXPECT_EQ(rows("times").at("2026/11/27 09:00:00.25+0100"),
            "2026-11-27T08:00:00.250Z, 1795766400250000000 ns since 1970");
  std::size_t durations = 0;
  for (const auto& [name, text] : rows("durations")) {
    if (name[0] < '0' || name[0] > '9') continue;
    ++durations;
    const std::string number = text.substr(0, text.find(' '));
    for (const std::string& said : {name, number}) {
      const Ran ran = run("apply --limits news_ttl_ns=" + said, "{\"tick\":{}}\n");
      EXPECT_EQ(ran.status, 0) << said << ran.err;
    }
  }
  EXPECT_GE(durations, 4U);
}

TEST_F(Topics, TellFilesAndUpdatesAsTheDocumentDoes) {
  const std::string files = flat(document("docs/files.md"));
  const std::string topic = flat(told("files").at("parts").at(0).at("text"));
  const std::string formats =
      between(topic, "CSV by comma", "All of that is told from the bytes. - is standard input.");
  EXPECT_NE(files.find(formats), std::string::npos) << formats;
  for (const auto& [option, columns] : rows("files")) {
    if (option == "--orders") continue;
    for (const std::string& column : found(columns, "([a-z_]+)[,;]")) {
      if (column == "perhaps") continue;
      EXPECT_NE(files.find(column), std::string::npos) << option << ": " << column;
    }
  }
  // The types of updates are those of the document, and no others.
  const std::string table = between(document("docs/files.md"), "| `type` | what it says", "\n\n");
  const auto rows = this->rows("updates");
  const std::vector<std::string> types = found(table, "\n\\| `(\\w+)` \\|");
  EXPECT_EQ(types.size(), 7U);
  for (const std::string& type : types) EXPECT_TRUE(rows.contains(type)) << type;
  const std::string help = flat(run("simulate --help").out);
  for (const std::string& type : types) EXPECT_NE(help.find(type), std::string::npos) << type;
}

TEST_F(Topics, TellMapsAsThePresetsDo) {
  const auto rows = this->rows("maps");
  const auto presets = nlohmann::json::parse(run("map --presets --json").out).at("presets");
  for (const auto& preset : presets) {
    EXPECT_NE((rows.at("presets") + ",").find(preset.at("name").get<std::string>() + ","),
              std::string::npos);
  }
  // A key that is listed is read, and one that is not is refused.
  for (const std::string& key : found(rows.at("keys") + ",", "([a-z_]+),")) {
    write("map.toml", key + " = 7\n");
    const Ran ran = run("simulate --mode virtual --log " + path("new") + " --orders " +
                        example("files/orders_de.csv") + " --map " + path("map.toml"));
    EXPECT_EQ(ran.err.find("no key"), std::string::npos) << key << ran.err;
  }
  EXPECT_GE(found(rows.at("keys") + ",", "([a-z_]+),").size(), 15U);
}

// What asks for a variable of the environment anywhere in the program asks for one that is told.
TEST_F(Topics, TellEveryVariableThatIsLookedAt) {
  const auto rows = this->rows("environment");
  EXPECT_TRUE(rows.contains("NO_COLOR"));
  const std::string header = document("src/program/environment.hpp");
  std::size_t asked = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(
           std::filesystem::path(examples_directory()) / ".." / "src")) {
    if (file.path().extension() != ".cpp") continue;
    const std::string text = file_text(file.path());
    for (const std::string& name : found(text, "getenv\\(([^)]*)\\)")) {
      ++asked;
      const bool by_table = name.ends_with(".name") || name == "made_texts_variable";
      EXPECT_TRUE(by_table) << file.path() << ": getenv(" << name << ")";
    }
  }
  EXPECT_GE(asked, 4U);
}

TEST_F(Topics, TellExitStatusesAsHelpDoes) {
  const std::string front = flat(run("--help").out);
  const auto rows = this->rows("exit-status");
  EXPECT_EQ(rows.size(), 5U);
  for (const auto& [status, text] : rows) {
    EXPECT_NE(front.find(' ' + status + ' ' + text), std::string::npos) << front;
  }
  EXPECT_EQ(run("verify " + make_log()).status, 0);
  EXPECT_EQ(run("help no_such_topic").status, 2);
}

TEST_F(Topics, AreInTheManualAndCompleted) {
  const std::string manual = run("man").out;
  const std::string page = run("man help").out;
  for (const std::string& name : names()) {
    const std::string literal = std::regex_replace(name, std::regex("-"), "\\-");
    EXPECT_NE(manual.find("\\fB" + literal + "\\fR"), std::string::npos) << name;
    EXPECT_NE(page.find(literal), std::string::npos) << name;
    for (const char* shell : {"bash", "zsh", "fish"}) {
      EXPECT_NE(run(std::string("completion ") + shell).out.find(name), std::string::npos) << name;
    }
  }
  // The manual page has the texts, too.
  EXPECT_NE(page.find("NO_COLOR"), std::string::npos);
  EXPECT_NE(page.find("stock_insufficient"), std::string::npos);
}

}  // namespace
}  // namespace allot
