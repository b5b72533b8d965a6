#include "catalogue/code_table.hpp"

namespace allot {
namespace {

// FNV-1a (Fowler, Noll, Vo), then spread. It reads byte by byte, which is fast enough because codes
// are short and nobody looks one up on the path of an order.
std::uint64_t code_hash(std::string_view code) noexcept {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : code) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return spread(hash);
}

}  // namespace

std::uint32_t CodeTable::find(std::string_view code) const {
  const std::uint32_t slot =
      index_.find(code_hash(code), [&](std::uint32_t i) { return codes_[i].text() == code; });
  return slot == KeyIndex::none ? 0 : slot + 1;
}

std::uint32_t CodeTable::add(const Code& code) {
  if (count_ == codes_.size()) return 0;
  codes_[count_] = code;
  index_.insert(code_hash(code.text()), count_);
  return ++count_;
}

std::uint32_t CodeTable::add_pending(const Code& code) {
  const std::uint32_t id = add(code);
  if (id != 0) pending_.push_back(id);  // the greatest of all
  return id;
}

void CodeTable::settle(std::uint32_t id) {
  if (!pending_.empty()) std::erase(pending_, id);
}

}  // namespace allot
