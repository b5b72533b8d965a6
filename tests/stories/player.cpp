#include "player.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "checks.hpp"
#include "expectation.hpp"
#include "json/encode.hpp"
#include "json/near_name.hpp"
#include "shop.hpp"
#include "stage.hpp"
#include "story_time.hpp"
#include "telling.hpp"

namespace allot::stories {
namespace {

// Left and right side as they stand, for messages.
std::string left_text(const Statement& statement) { return join(statement.left); }

std::string right_text(const std::vector<Words>& right) {
  std::string text;
  for (const Words& words : right) text += (text.empty() ? "" : ", ") + join(words);
  return text.empty() ? "nothing" : text;
}

std::string came_text(const std::vector<Told>& came, const std::string& own_order) {
  std::string text;
  for (const Told& told : came) {
    if (is_quiet(told)) continue;
    text += (text.empty() ? "" : ", ") + text_of(told, own_order);
  }
  return text.empty() ? "nothing" : text;
}

// A question: what stands there is to be written by the engine.
bool is_asked(const Statement& statement) {
  return statement.right.empty() || right_text(statement.right) == "?";
}

class Player {
 public:
  explicit Player(const Story& story) : story_(story), shop_(stage_, speech_) {}

  Played play() {
    try {
      play_all();
    } catch (const Fault& fault) {
      played_.findings.push_back({fault.line, fault.column, fault.what()});
    } catch (const Disagreement& disagreement) {
      played_.findings.push_back(
          {at_ == nullptr ? story_.line : at_->first_line, 0, disagreement.what()});
    }
    played_.lines = stage_.lines();
    return std::move(played_);
  }

 private:
  void play_all() {
    const bool expects = std::ranges::any_of(story_.statements, &Statement::has_right);
    if (!expects) {
      throw Fault(story_.line, 1,
                  "the story expects nothing; write behind '->' what a line should bring");
    }
    for (std::size_t i = 0; i < story_.statements.size(); ++i) {
      at_ = &story_.statements[i];
      const bool next_is_at_once =
          i + 1 < story_.statements.size() && story_.statements[i + 1].left.front().text == "&";
      take(*at_, next_is_at_once);
    }
    stage_.finish();
  }

  void take(const Statement& statement, bool next_is_at_once) {
    Words words = statement.left;
    if (words.empty()) throw Fault(statement.first_line, 1, "nothing is done before '->'");
    if (words.front().text == "&") words.erase(words.begin());
    const std::size_t moved = take_time(words);
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(moved));
    if (statement.is_check) {
      if (moved != 0) refuse(statement.left.front(), "let the time pass on a line of its own");
      return look_at(statement, words);
    }
    if (words.empty()) words.push_back({"tick", statement.first_line, 1});
    const std::string order = shop_.take(words);
    if (!next_is_at_once) stage_.idle();
    compare(statement, order);
  }

  // Returns: how many words say when it is.
  std::size_t take_time(const Words& words) {
    if (words.empty()) return 0;
    std::string text = words[0].text;
    std::size_t count = 1;
    if (is_day(text) && words.size() > 1 && is_clock(words[1].text)) {
      text += ' ' + words[1].text;
      count = 2;
    }
    const std::optional<TimeNs> time =
        command_form(text) != nullptr ? std::nullopt : parse_story_time(text, speech_.now);
    if (!time) return 0;
    if (stage_.started() && *time < speech_.now) {
      refuse(words[0], "time does not go back: it is " + story_time_text(speech_.now, 0) +
                           " already; another day is day2 09:00");
    }
    speech_.now = *time;
    return count;
  }

  void compare(const Statement& statement, const std::string& order) {
    std::vector<Told> came;
    for (const Event& event : stage_.take_events()) came.push_back(tell(event, speech_));
    if (statement.has_right && is_asked(statement)) {
      return correct(statement, came_text(came, order), "is to be filled in");
    }
    const Expectation expected = read_expectation(statement.right, speech_);
    if (const auto found = difference(expected, came, order)) {
      correct(statement, came_text(came, order), *found);
    }
  }

  void look_at(const Statement& statement, const Words& words) {
    if (!stage_.started()) shop_.open();
    const bool asked = is_asked(statement);
    const Looked looked =
        look(words, asked ? std::vector<Words>{} : statement.right, stage_, speech_);
    if (asked) return correct(statement, looked.is, "is to be filled in");
    if (looked.difference) correct(statement, looked.is, *looked.difference);
  }

  void correct(const Statement& statement, const std::string& is, const std::string& why) {
    const std::string text = "\n    " + left_text(statement) +
                             "\n      expected: " + right_text(statement.right) +
                             "\n      came:     " + is + "\n    " + why;
    played_.findings.push_back({statement.first_line, 0, text});
    played_.corrections.push_back({&statement, is});
  }

  const Story& story_;
  Stage stage_;
  Speech speech_{.core = nullptr, .orders = {}, .commands = {}, .now = first_time};
  Shop shop_;
  const Statement* at_{};
  Played played_;
};

// Puts the phrases behind an arrow, as many on a line as there is room for.
std::string wrapped(const std::string& left, std::size_t arrow_column, const std::string& right) {
  constexpr std::size_t columns = 100;
  std::string text = left;
  while (text.size() + 1 < arrow_column) text += ' ';
  if (text.size() + 1 > arrow_column) text += ' ';
  const std::size_t indent = text.size();
  text += "->";
  std::size_t width = indent + 2;
  std::size_t begin = 0;
  bool first = true;
  while (begin < right.size()) {
    const std::size_t end = std::min(right.find(", ", begin), right.size());
    const std::string phrase = right.substr(begin, end - begin);
    if (!first && width + phrase.size() + 3 > columns) {
      text += '\n' + std::string(indent, ' ') + "->";
      width = indent + 2;
      first = true;
    }
    const std::string added = (first ? " " : ", ") + phrase;
    text += added;
    width += added.size();
    first = false;
    begin = end + 2;
  }
  return text;
}

// Returns: the line with the right side as it should be.
std::string corrected_line(const std::string& line, const Correction& correction) {
  const Statement& statement = *correction.statement;
  if (statement.is_check) {
    return line.substr(0, statement.right_column - 1) + ' ' + correction.right;
  }
  constexpr std::size_t usual_column = 35;
  const bool has_arrow = statement.right_column != 0;
  std::size_t end = has_arrow ? statement.right_column - 1 : line.size();
  while (end > 0 && line[end - 1] == ' ') --end;
  const std::size_t column = has_arrow ? statement.right_column : usual_column;
  return wrapped(line.substr(0, end), column, correction.right);
}

}  // namespace

Played play(const Story& story) { return Player(story).play(); }

std::string text_of(const Story& story, const Finding& finding) {
  std::string text = story.file + ':' + std::to_string(finding.line) + ':';
  if (finding.column != 0) text += std::to_string(finding.column) + ':';
  const bool is_of_lines = finding.text.starts_with('\n');
  return text + " in \"" + story.title + "\":" + (is_of_lines ? "" : "\n    ") + finding.text;
}

std::string corrected(const std::string& file_text, const std::vector<Correction>& corrections) {
  std::string text;
  std::size_t number = 0;
  std::size_t begin = 0;
  while (begin < file_text.size()) {
    const std::size_t end = std::min(file_text.find('\n', begin), file_text.size());
    const std::string line = file_text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    const auto within = std::ranges::find_if(corrections, [number](const Correction& one) {
      return one.statement->first_line <= number && number <= one.statement->last_line;
    });
    if (within == corrections.end()) {
      text += line + '\n';
    } else if (within->statement->first_line == number) {
      text += corrected_line(line, *within) + '\n';
    }
  }
  return text;
}

}  // namespace allot::stories
