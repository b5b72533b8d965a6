#include "story_text.hpp"

#include <algorithm>
#include <cctype>

namespace allot::stories {
namespace {

constexpr std::string_view header = "story:";
constexpr std::string_view arrow = "->";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// One line of a file into words; a comma is a word of its own.
Words words_of(std::string_view text, std::size_t line) {
  Words words;
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_blank(text[at])) {
      ++at;
      continue;
    }
    if (text[at] == '#') break;
    Word word{{}, line, at + 1};
    if (text[at] == ',') {
      word.text = ",";
      ++at;
    } else {
      bool quoted = false;
      for (; at < text.size(); ++at) {
        if (text[at] == '"') {
          quoted = !quoted;
        } else if (!quoted && (is_blank(text[at]) || text[at] == ',')) {
          break;
        } else {
          word.text += text[at];
        }
      }
      if (quoted) refuse(word, "the quotation mark is not closed; put another one behind it");
    }
    words.push_back(std::move(word));
  }
  return words;
}

// Appends what stands between commas to the right side.
void append_right(Statement& statement, const Words& words, std::size_t from) {
  statement.has_right = true;
  bool expects = true;  // something has to stand here
  for (std::size_t i = from; i < words.size(); ++i) {
    if (words[i].text == ",") {
      if (expects) refuse(words[i], "nothing stands before this comma");
      expects = true;
    } else {
      if (expects) statement.right.emplace_back();
      expects = false;
      statement.right.back().push_back(words[i]);
    }
  }
}

Statement statement_of(const Words& words, const std::vector<std::string>& checks) {
  Statement statement;
  statement.first_line = statement.last_line = words.front().line;
  const bool may_check = std::ranges::find(checks, words.front().text) != checks.end();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.text == arrow) {
      statement.right_column = word.column;
      append_right(statement, words, i + 1);
      return statement;
    }
    const bool ends_left = may_check && word.text.size() > 1 && word.text.back() == ':';
    statement.left.push_back(word);
    if (!ends_left) continue;
    statement.left.back().text.pop_back();
    statement.right_column = word.column + word.text.size();
    statement.is_check = true;
    append_right(statement, words, i + 1);
    return statement;
  }
  return statement;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return std::string(text);
}

class Reader {
 public:
  Reader(const std::string& file, const std::vector<std::string>& checks)
      : file_(file), checks_(checks) {}

  void line(std::string_view text, std::size_t number) {
    const std::string plain = trimmed(text);
    if (plain.starts_with(header) || plain.starts_with("Story:")) {
      const std::string title = trimmed(std::string_view(plain).substr(header.size()));
      if (title.empty()) {
        throw Fault(number, 1, "the story has no title; write a sentence behind 'story:'");
      }
      stories_.push_back({title, file_, number, {}});
      return;
    }
    const Words words = words_of(text, number);
    if (words.empty()) return;
    if (stories_.empty()) {
      refuse(words.front(), "no story has begun; the first line is 'story:' and a title");
    }
    std::vector<Statement>& statements = stories_.back().statements;
    if (words.front().text != arrow) return statements.push_back(statement_of(words, checks_));
    const bool goes_on = !statements.empty() && statements.back().has_right &&
                         !statements.back().is_check && statements.back().last_line + 1 == number;
    if (!goes_on) {
      refuse(words.front(),
             "'->' begins the line, but the line before it has no '->' to go on with");
    }
    append_right(statements.back(), words, 1);
    statements.back().last_line = number;
  }

  [[nodiscard]] std::vector<Story> take() { return std::move(stories_); }

 private:
  const std::string& file_;
  const std::vector<std::string>& checks_;
  std::vector<Story> stories_;
};

}  // namespace

void refuse(const Word& word, const std::string& cause) {
  throw Fault(word.line, word.column, cause);
}

std::string join(const Words& words) {
  std::string text;
  for (const Word& word : words) {
    if (!text.empty()) text += ' ';
    text += word.text;
  }
  return text;
}

std::vector<Story> read_stories(std::string_view text, const std::string& file,
                                const std::vector<std::string>& checks) {
  Reader reader(file, checks);
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    reader.line(text.substr(0, end), ++number);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return reader.take();
}

std::string test_name(std::string_view title) {
  std::string name;
  bool begins = true;
  for (const char c : title) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\'') continue;
    if (std::isalnum(byte) == 0) {
      begins = true;
      continue;
    }
    name += begins ? static_cast<char>(std::toupper(byte)) : c;
    begins = false;
  }
  return name;
}

}  // namespace allot::stories
