// Features as they would be written by somebody who has all the time and memory there is: whole
// histories, rescanned for every value. Beside them the truth, as if nothing was ever forgotten.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "features/event.hpp"

namespace allot::naive {

// What happened once to a key of a feature.
struct Past {
  TimeNs time;
  std::int64_t amount;
  Token token;
};

struct NaiveKey {
  std::vector<Past> history;  // of all time
  std::size_t known_from{};   // what came before was forgotten
  bool lacking{};
};

struct NaiveFeature {
  FeatureDeclaration declaration;
  std::map<Token, NaiveKey> keys;
  std::vector<Token> order;  // of the keys that are known, the one that is idle longest first
  std::optional<TimeNs> lost_until;
  std::uint64_t evictions{};
  std::uint64_t expired{};
};

class NaiveFeatures {
 public:
  explicit NaiveFeatures(std::span<const FeatureDeclaration> declarations);

  // Effects: another set is declared; what counts the same as before goes on, all else begins.
  void switch_to(std::span<const FeatureDeclaration> declarations);

  // Returns: the value of each feature for the event.
  std::vector<FeatureValue> observe(const FeatureEvent& event);
  // Returns: who had to go for the last event.
  const std::vector<FeatureEviction>& evictions() const { return evictions_; }

  FeatureValue read(std::size_t i, Token key, TimeNs time) const;
  // Returns: the least and the most that may be said of a key if nothing was ever forgotten.
  struct Truth {
    std::int64_t least;
    std::int64_t most;
    bool known;
  };
  Truth truth(std::size_t i, Token key, TimeNs time) const;

  std::vector<std::byte> encoding();

  TimeNs now() const { return now_; }
  const std::vector<NaiveFeature>& features() const { return features_; }

 private:
  void advance(TimeNs time);

  std::vector<NaiveFeature> features_;
  std::vector<FeatureEviction> evictions_;
  TimeNs now_{};
};

}  // namespace allot::naive
