#include "limit/repetitions.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

namespace allot::bench {

Repetitions repeat(const RepetitionPlan& plan, Patience& patience, Progress& progress) {
  using Clock = std::chrono::steady_clock;
  Repetitions done;
  done.wanted = plan.wanted;
  const auto wanted = static_cast<std::size_t>(plan.wanted);
  const auto look = [&] { return done.looks.emplace_back(plan.look()); };
  const auto unfit = [&](const Conditions& found) { return !plan.smoke && !found.fit(); };
  auto begun = Clock::now();
  auto before = look();
  while (done.counted.size() < wanted) {
    progress.say(plan.name + ": " + std::to_string(done.counted.size()) + " of " +
                 std::to_string(wanted) + " repetitions" +
                 (unfit(before) ? "; waiting up to " + std::to_string(patience.left().count()) +
                                      " s for a fit machine: " + why_unfit(before)
                                : std::string()));
    Repetition repetition{.before = before, .after = {}, .times = {}};
    if (unfit(before)) {
      // It stays so for a while: to look again at once would only slow whoever works beside us.
      std::this_thread::sleep_for(std::chrono::seconds(1));
    } else {
      repetition.times = plan.run();
    }
    before = repetition.after = look();
    const auto now = Clock::now();
    if (!repetition.times.empty() && !unfit(repetition.after)) {
      done.counted.push_back(std::move(repetition));
    } else {
      ++done.left_out;
      patience.spend(now - begun);
      if (patience.over()) break;
    }
    begun = now;
  }
  return done;
}

namespace {

Figure figure_of(std::string name, const Repetitions& repetitions, std::size_t which,
                 double ChunkTime::* ns, bool limited) {
  std::vector<double> times;
  std::vector<double> floors;
  std::vector<double> floors_alone;
  std::vector<double> ratios;
  std::vector<double> ratios_alone;
  bool both = false;
  for (const auto& [before, after, results] : repetitions.counted) {
    const double time = results[which].*ns;
    const double alone = std::min(before.floor_alone, after.floor_alone);
    both = before.floor_both > 0;
    const double floor = both ? std::min(before.floor_both, after.floor_both) : alone;
    times.push_back(time);
    floors.push_back(floor);
    floors_alone.push_back(alone);
    ratios.push_back(time / floor);
    ratios_alone.push_back(time / alone);
  }
  return {.name = std::move(name),
          .ns = spread(std::move(times)),
          .repetitions = static_cast<int>(repetitions.counted.size()),
          .held_against = both ? HeldAgainst::floor_both : HeldAgainst::floor_alone,
          .floor_ns = spread(std::move(floors)).median,
          .ratio = spread(std::move(ratios)),
          .floor_alone_ns = spread(std::move(floors_alone)).median,
          .ratio_alone = spread(std::move(ratios_alone)),
          .limited = limited};
}

}  // namespace

std::vector<Figure> figures_of(const std::string& name, const Repetitions& repetitions,
                               std::size_t which, bool limited) {
  return {figure_of(name, repetitions, which, &ChunkTime::place_ns, limited),
          figure_of(name + ", cancelling", repetitions, which, &ChunkTime::cancel_ns, false)};
}

}  // namespace allot::bench
