// That stories are read as they are meant, and that one which is wrong fails and says where and
// why.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "checks.hpp"
#include "player.hpp"
#include "story_time.hpp"

namespace allot::stories {
namespace {

std::string text_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Returns: what is wrong with the stories of this text, one on a line; "" when all is well.
std::string faults(const std::string& text) {
  std::string found;
  try {
    for (const Story& story : read_stories(text, "own.story", check_words())) {
      for (const Finding& finding : play(story).findings) {
        if (!found.empty()) found += '\n';
        found += text_of(story, finding);
      }
    }
  } catch (const Fault& fault) {
    return "own.story:" + std::to_string(fault.line) + ':' + std::to_string(fault.column) + ": " +
           fault.what();
  }
  return found;
}

// A story of one hold, with a line in place of the last.
std::string with_line(const std::string& line) {
  return "story: One hold\n"
         "  sku TEAPOT @15.00 LEEDS x10\n"
         "  place A1 TEAPOT x6 -> placed, TEAPOT x6 held at LEEDS\n" +
         line + "\n";
}

bool says(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(Runner, AStoryThatHoldsHasNoFault) {
  EXPECT_EQ(faults(with_line("  stock TEAPOT LEEDS: 4 available, 6 held")), "");
  EXPECT_EQ(faults(with_line("  09:15 -> A1 expired 6 units pay by 09:15")), "");
  EXPECT_EQ(faults(with_line("  +15m -> A1: expired units=6")), "");
  EXPECT_EQ(faults(with_line("  2026-11-02T09:15:00Z -> A1 expired")), "");
}

TEST(Runner, AWrongNumberFailsWithWhatCame) {
  const std::string text = faults(with_line("  09:15 -> A1 expired 5 units"));
  EXPECT_TRUE(says(text, "own.story:4: in \"One hold\"")) << text;
  EXPECT_TRUE(says(text, "expected: A1 expired 5 units")) << text;
  EXPECT_TRUE(says(text, "came:     A1 expired 6 units")) << text;
  EXPECT_TRUE(says(text, "units is 6")) << text;
}

TEST(Runner, EveryPartOfAnExpectationCounts) {
  for (const std::string wrong : {
           "09:15 -> nothing",
           "09:15",
           "09:15 -> A1 cancelled",
           "09:15 -> A1 expired, A1 expired",
           "09:15 -> A1 expired pay by 09:16",
           "09:15 -> A1 expired value 90.01",
           "09:14 -> A1 expired",
           "place A2 TEAPOT x4 -> placed, TEAPOT x4 allocated at LEEDS",
           "place A2 TEAPOT x4 -> placed, TEAPOT x3 held at LEEDS",
           "place A2 TEAPOT x4 -> placed",
           "place A2 TEAPOT x4 -> TEAPOT x4 held at LEEDS, placed",
           "place A2 TEAPOT x4 -> placed pay by 09:14, and more",
           "place A2 TEAPOT x5 -> refused",
           "place A2 TEAPOT x5 -> refused stock_pending",
           "place A2 TEAPOT x5",
           "stock TEAPOT LEEDS: 5 available",
           "stock TEAPOT LEEDS: 4 available, 5 held",
           "order A1: open, paid",
           "order A1: value 80.00",
           "order A1: TEAPOT x5 held at LEEDS",
           "order A1: unknown",
           "waiting TEAPOT: A1",
           "sellable TEAPOT: 5",
       }) {
    EXPECT_NE(faults(with_line("  " + wrong)), "") << wrong;
  }
}

TEST(Runner, OfTwoNodesTheRightOneIsTold) {
  const std::string shop = "story: Two nodes\n  sku TEAPOT @15.00 LEEDS x1 YORK x9\n";
  EXPECT_EQ(faults(shop + "  place A1 TEAPOT x6 -> placed, TEAPOT x6 held at YORK\n"), "");
  const std::string text =
      faults(shop + "  place A1 TEAPOT x6 -> placed, TEAPOT x6 held at LEEDS\n");
  EXPECT_TRUE(says(text, "node is YORK")) << text;
}

TEST(Runner, WhatTheStoryDoesNotTellFailsUnlessMoreIsAllowed) {
  const std::string text = faults(with_line("  confirm_payment A1 -> paid"));
  EXPECT_TRUE(says(text, "happened, and the story does not tell it here: allocated")) << text;
  EXPECT_EQ(faults(with_line("  confirm_payment A1 -> paid, and more")), "");
  EXPECT_EQ(faults(with_line("  confirm_payment A1 -> and more")), "");
}

TEST(Runner, AReasonHasToBeTold) {
  const std::string text =
      faults(with_line("  confirm_payment A1 -> paid, allocated\n"
                       "  confirm_payment A1 -> paid"));
  EXPECT_TRUE(says(text, "leaves out the reason, already_paid")) << text;
}

TEST(Runner, AMistypedWordIsNamedWithItsPlaceAndWhatWasMeant) {
  struct Row {
    std::string line;
    std::string place;
    std::string meant;
  };
  for (const Row& row : {
           Row{"  plaec A2 TEAPOT -> placed", "4:3:", "did you mean place?"},
           Row{"  place A2 TEAPTO -> placed", "4:12:", "did you mean TEAPOT?"},
           Row{"  place A2 TEAPOT shortge=backorder -> placed", "4:19:", "did you mean shortage?"},
           Row{"  place A2 shortage=backodrer TEAPOT -> placed",
               "4:12:", "did you mean backorder?"},
           Row{"  09:15 -> A1 expird", "4:15:", "did you mean expired?"},
           Row{"  09:15 -> A11 expired", "4:12:", "did you mean A1?"},
           Row{"  09:15 -> A1 expired 6 unitz", "4:25:", "did you mean units?"},
           Row{"  place A2 TEAPOT x5 -> refused stock_insuficient",
               "4:33:", "did you mean stock_insufficient?"},
           Row{"  place A2 TEAPOT -> placed, TEAPOT x1 hedl at LEEDS",
               "4:40:", "did you mean held?"},
           Row{"  place A2 TEAPOT -> placed, TEAPOT x1 held at LEDS",
               "4:48:", "did you mean LEEDS?"},
           Row{"  stock TEAPOT LEDS: 4 available", "4:16:", "did you mean LEEDS?"},
           Row{"  stock TEAPOT LEEDS: 4 availabel", "4:25:", "did you mean available?"},
           Row{"  stock TEAPOT LEEDS: 4", "4:23:", "say of what there are 4"},
           Row{"  order A2: open", "4:9:", "'A2' is no order; did you mean A1?"},
           Row{"  ordr A1: open", "4:3:", "did you mean order?"},
       }) {
    const std::string text = faults(with_line(row.line));
    EXPECT_TRUE(says(text, "own.story:" + row.place)) << row.line << "\n  " << text;
    EXPECT_TRUE(says(text, row.meant)) << row.line << "\n  " << text;
  }
}

TEST(Runner, AValueOfAnotherKindIsNamedWithWhatIsAskedFor) {
  struct Row {
    std::string line;
    std::string asked;
  };
  for (const Row& row : {
           Row{"  place A2 TEAPOT @15", "write it with two decimals, like 15.00"},
           Row{"  confirm_payment A1 yesterday", "is no time; give a time like 09:15"},
           Row{"  channel WEB hold_ttl=15", "give one like 15m, 24h or 3d"},
           Row{"  receive TEAPOT LEEDS many", "is no whole number"},
           Row{"  channel WEB cash_on_delivery=perhaps", "takes yes or no"},
           Row{"  place TEAPOT x6", "'TEAPOT' is a SKU; place needs the name of an order first"},
           Row{"  cancel A1 now", "'now' is one word too many for cancel"},
           Row{"  receive TEAPOT", "missing; it has no default, so give it"},
           Row{"  place A2 x6 TEAPOT", "give a SKU before its number of units"},
           Row{"  place A2 TEAPOT x6 x7", "'quantity' is given twice"},
           Row{"  08:00 tick", "time does not go back: it is day1 09:00 already"},
           Row{"  start orders_max=5", "can only be the first line of a story"},
           Row{"  place A2 TEAPOT -> placed,, and more", "nothing stands before this comma"},
           Row{"  place A2 \"TEAPOT -> placed", "the quotation mark is not closed"},
       }) {
    const std::string text = faults(with_line(row.line));
    EXPECT_TRUE(says(text, row.asked)) << row.line << "\n  " << text;
  }
}

TEST(Runner, AStoryWithoutAnExpectationFails) {
  const std::string text = faults("story: Nothing is expected\n  sku TEAPOT @15.00 LEEDS x10\n");
  EXPECT_TRUE(says(text, "own.story:1:1:")) << text;
  EXPECT_TRUE(says(text, "the story expects nothing")) << text;
  EXPECT_TRUE(says(faults("story:\n  sku T -> nothing\n"), "the story has no title"));
  EXPECT_TRUE(says(faults("sku T -> nothing\n"), "no story has begun"));
  EXPECT_TRUE(says(faults("story: S\n  -> nothing\n"), "has no '->' to go on with"));
}

// What is refused where nothing is expected fails, whatever was refused.
TEST(Runner, ARefusalIsNeverSilent) {
  const std::string text = faults(with_line("  lane LEEDS GB parcel_cost=-1.00"));
  EXPECT_TRUE(says(text, "refused field_out_of_range")) << text;
}

TEST(Runner, ALongExpectationGoesOnOnTheNextLine) {
  EXPECT_EQ(faults("story: Two lines\n"
                   "  sku TEAPOT @15.00 LEEDS x10\n"
                   "  place A1 TEAPOT x6   -> placed\n"
                   "                       -> TEAPOT x6 held at LEEDS\n"),
            "");
}

TEST(Runner, ADurationATimeAndAnAmountAreReadAndWritten) {
  const TimeNs now = first_time;
  for (const std::string text : {"09:15", "09:15:30", "day2 08:00", "day30 23:59"}) {
    const auto time = parse_story_time(text, now);
    ASSERT_TRUE(time) << text;
    EXPECT_EQ(story_time_text(*time, now), text);
  }
  EXPECT_EQ(parse_story_time("+15m", now), parse_story_time("09:15", now));
  EXPECT_EQ(parse_story_time("-1h", now), parse_story_time("08:00", now));
  EXPECT_EQ(parse_story_time("2026-11-02T09:00:00Z", 0), now);
  for (const std::string text : {"9:15", "09:60", "24:00", "day0", "day2 9", "15m", ""}) {
    EXPECT_FALSE(parse_story_time(text, now)) << text;
  }
  EXPECT_EQ(parse_amount("15.00"), 1'500);
  EXPECT_EQ(parse_amount("-0.05"), -5);
  EXPECT_EQ(amount_text(-5), "-0.05");
  for (const std::string text : {"15", "15.0", "15.000", ".50", "1,5"}) {
    EXPECT_FALSE(parse_amount(text)) << text;
  }
}

// What the engine says is written where a question stands or where it differs, and nowhere else.
TEST(Runner, PrintWritesWhatTheEngineSays) {
  const std::string text =
      "# Kept as it is.\n"
      "story: One hold\n"
      "  sku TEAPOT @15.00 LEEDS x10  # kept, too\n"
      "  place A1 TEAPOT x6         -> ?\n"
      "  stock TEAPOT: ?\n"
      "  stock TEAPOT: 4 available\n"
      "  09:15                      -> A1 cancelled,\n"
      "                             -> TEAPOT x6 held\n";
  const std::vector<Story> stories = read_stories(
      "# Kept as it is.\n" + text.substr(text.find("story:")), "own.story", check_words());
  ASSERT_EQ(stories.size(), 1U);
  const std::string printed = corrected(text, play(stories[0]).corrections);
  EXPECT_EQ(printed,
            "# Kept as it is.\n"
            "story: One hold\n"
            "  sku TEAPOT @15.00 LEEDS x10  # kept, too\n"
            "  place A1 TEAPOT x6         -> placed pay by 09:15, TEAPOT x6 held at LEEDS\n"
            "  stock TEAPOT: 10 on hand, 4 available, 6 held\n"
            "  stock TEAPOT: 4 available\n"
            "  09:15                      -> A1 expired 6 units\n");
  EXPECT_EQ(faults(printed), "");
}

// The stories of the page are stories of this folder, letter for letter.
TEST(Runner, StoriesOfThePageAreThoseThatAreTested) {
  std::string all;
  for (const auto& entry : std::filesystem::directory_iterator(ALLOT_STORIES)) {
    if (entry.path().extension() == ".story") all += text_of_file(entry.path());
  }
  const std::string page = text_of_file(std::filesystem::path(ALLOT_DOCS) / "stories.md");
  std::size_t stories = 0;
  for (std::size_t at = page.find("```\nstory:"); at != std::string::npos;
       at = page.find("```\nstory:", at + 1)) {
    const std::size_t begin = at + 4;
    const std::string block = page.substr(begin, page.find("```", begin) - begin);
    EXPECT_TRUE(says(all, block)) << block;
    ++stories;
  }
  EXPECT_GE(stories, 2U);
}

}  // namespace
}  // namespace allot::stories
