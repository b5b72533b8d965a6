// Every story of a folder as a test of its own.
//
//   stories_test [options of GoogleTest]
//   stories_test --print FILE   the file, with what the engine says where that differs
//   stories_test --json TITLE   the commands of a story as lines for `allot apply`
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "checks.hpp"
#include "player.hpp"

namespace allot::stories {
namespace {

class StoryTest : public ::testing::Test {
 public:
  explicit StoryTest(Story story) : story_(std::move(story)) {}
  void TestBody() override {
    const Played played = play(story_);
    for (const Finding& finding : played.findings) {
      ADD_FAILURE_AT(story_.file.c_str(), static_cast<int>(finding.line))
          << text_of(story_, finding);
    }
  }

 private:
  Story story_;
};

// A file that cannot be read is a test that fails.
class BadFile : public ::testing::Test {
 public:
  explicit BadFile(std::string text) : text_(std::move(text)) {}
  void TestBody() override { FAIL() << text_; }

 private:
  std::string text_;
};

std::string text_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::filesystem::path> story_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".story") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

void add_bad_file(const std::string& suite, const std::string& text) {
  ::testing::RegisterTest(suite.c_str(), "CanBeRead", nullptr, nullptr, __FILE__, __LINE__,
                          [text]() -> ::testing::Test* { return new BadFile(text); });
}

void add_file(const std::filesystem::path& path) {
  const std::string suite = path.stem().string();
  const std::string file = "tests/stories/" + path.filename().string();
  std::vector<Story> stories;
  try {
    stories = read_stories(text_of_file(path), file, check_words());
  } catch (const Fault& fault) {
    return add_bad_file(suite, file + ':' + std::to_string(fault.line) + ':' +
                                   std::to_string(fault.column) + ": " + fault.what());
  }
  if (stories.empty()) return add_bad_file(suite, file + ": there is no story in it");
  std::set<std::string> names;
  for (const Story& story : stories) {
    const std::string name = test_name(story.title);
    if (!names.insert(name).second) {
      add_bad_file(suite,
                   file + ':' + std::to_string(story.line) + ": another story has the same title");
    }
    ::testing::RegisterTest(suite.c_str(), name.c_str(), nullptr, nullptr, path.c_str(),
                            static_cast<int>(story.line),
                            [story]() -> ::testing::Test* { return new StoryTest(story); });
  }
}

int print(const std::string& path) {
  const std::string text = text_of_file(path);
  std::vector<Story> stories;
  try {
    stories = read_stories(text, path, check_words());
  } catch (const Fault& fault) {
    std::cerr << path << ':' << fault.line << ':' << fault.column << ": " << fault.what() << '\n';
    return 1;
  }
  std::vector<Correction> corrections;
  int result = 0;
  for (const Story& story : stories) {
    const Played played = play(story);
    corrections.insert(corrections.end(), played.corrections.begin(), played.corrections.end());
    for (const Finding& finding : played.findings) {
      if (played.findings.size() == played.corrections.size()) continue;
      std::cerr << text_of(story, finding) << '\n';
      result = 1;
    }
  }
  std::cout << corrected(text, corrections);
  return result;
}

int print_json(const std::filesystem::path& folder, const std::string& title) {
  for (const auto& path : story_files(folder)) {
    for (const Story& story : read_stories(text_of_file(path), path.string(), check_words())) {
      if (story.title != title && test_name(story.title) != title) continue;
      for (const std::string& line : play(story).lines) std::cout << line << '\n';
      return 0;
    }
  }
  std::cerr << "there is no story with this title\n";
  return 1;
}

int run(std::span<char*> arguments) {
  const std::filesystem::path folder = ALLOT_STORIES;
  if (arguments.size() == 3 && std::string_view(arguments[1]) == "--print") {
    return print(arguments[2]);
  }
  if (arguments.size() == 3 && std::string_view(arguments[1]) == "--json") {
    return print_json(folder, arguments[2]);
  }
  if (arguments.size() > 1) {
    std::cerr << "usage: stories_test [--print FILE | --json TITLE | options of GoogleTest]\n";
    return 2;
  }
  for (const auto& path : story_files(folder)) add_file(path);
  return RUN_ALL_TESTS();
}

}  // namespace
}  // namespace allot::stories

int main(int count, char** arguments) {
  ::testing::InitGoogleTest(&count, arguments);
  return allot::stories::run({arguments, static_cast<std::size_t>(count)});
}
