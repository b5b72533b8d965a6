#include "cel/row_tests.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace allot::cel {
namespace {

// What nobody writes, but bytes from outside could hold to take time and memory.
constexpr std::uint64_t ranges_max = 1U << 20U;
constexpr std::size_t ranges_of_column_max = 256;
constexpr std::size_t columns_of_row_max = 32;
constexpr std::size_t jumps_of_row_max = 256;

using Ranges = std::vector<Interval>;

std::optional<std::int64_t> key_of(const Value& value) {
  if (const auto* number = value.as<std::int64_t>()) return *number;
  if (const auto* token = value.as<std::uint64_t>()) return static_cast<std::int64_t>(*token);
  if (const auto* span = value.as<Duration>()) return span->ns;
  return std::nullopt;
}

// Nothing where the comparison leaves out too little to find rows by.
std::optional<Ranges> ranges_of(Function function, std::int64_t number) {
  switch (function) {
    case Function::equals: return Ranges{{number, number}};
    case Function::less: return number == INT64_MIN ? Ranges{} : Ranges{{INT64_MIN, number - 1}};
    case Function::less_equals: return Ranges{{INT64_MIN, number}};
    case Function::greater: return number == INT64_MAX ? Ranges{} : Ranges{{number + 1, INT64_MAX}};
    case Function::greater_equals: return Ranges{{number, INT64_MAX}};
    default: return std::nullopt;
  }
}

Ranges common_of(const Ranges& a, const Ranges& b) {
  Ranges common;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const Interval both{std::max(a[i].from, b[j].from), std::min(a[i].to, b[j].to)};
    if (both.from <= both.to) common.push_back(both);
    a[i].to < b[j].to ? ++i : ++j;
  }
  return common;
}

bool jumps(Code code) noexcept {
  return code == Code::chain || code == Code::absorb || code == Code::branch || code == Code::jump;
}

}  // namespace

RowTestReader::RowTestReader(const ProgramParts& parts)
    : parts_(parts), constants_(parts.registers), budget_(ranges_max) {
  for (const ConstantRegister& one : parts.constant_registers) {
    constants_[one.to] = &parts.constants[one.constant];
  }
}

RowTests RowTestReader::tests_of(const TableRow& row) {
  writes_.clear();
  tests_.clear();
  chains_.clear();
  jumps_.clear();
  std::uint32_t end = row.begin;
  std::size_t jumping = 0;
  for (; parts_.code[end].code != Code::end; ++end) {
    if (jumps(parts_.code[end].code)) ++jumping;
    if (parts_.code[end].code == Code::absorb) {
      Writes& writes = writes_[parts_.code[end].to];
      writes.absorbed = end;
      if (parts_.code[end].choice != 0) writes.is_plain = false;
    } else {
      count_writes(parts_.code[end]);
    }
  }
  if (jumping > jumps_of_row_max) return {};
  for (std::uint32_t at = row.begin; at < end && budget_ != 0; ++at) {
    note(at);
    // What a loop does with its elements says nothing of columns.
    if (parts_.code[at].code == Code::loop) at = parts_.code[at].target - 1;
  }
  return budget_ == 0 ? RowTests() : tests_behind(parts_.results[row.rule]);
}

void RowTestReader::count_writes(const Instruction& one) {
  if (one.code == Code::jump) return;
  ++writes_[one.to].made;
  if (one.code == Code::loop || one.code == Code::next) ++writes_[one.b].made;
}

void RowTestReader::note(std::uint32_t position) {
  const Instruction& one = parts_.code[position];
  switch (one.code) {
    case Code::chain: return chain(position, one);
    case Code::absorb: return absorb(position, one);
    case Code::branch:
      jumps_.push_back({position, one.target, one.to});
      jumps_.push_back({position, one.after, one.to});
      return;
    case Code::jump: return jumps_.push_back({position, one.target, ~std::uint32_t{0}});
    case Code::compare_constant:
    case Code::compare_tokens: return compare(one);
    case Code::in_list:
    case Code::in_set: return look_up(one);
    case Code::join:
      if (one.choice == 0) keep(one.to, both(tests_behind(one.a), tests_behind(one.b)));
      return;
    default: return;
  }
}

// A chain is known as long as each of its jumps leads behind all that it absorbs; then it is false
// wherever such a jump leads to.
void RowTestReader::chain(std::uint32_t position, const Instruction& one) {
  jumps_.push_back({position, one.target, one.to});
  const Writes& writes = writes_[one.to];
  if (one.choice != 0 || !writes.is_plain || one.target <= writes.absorbed) return;
  chains_[one.to] = position;
  keep(one.to, tests_behind(one.a));
}

void RowTestReader::absorb(std::uint32_t position, const Instruction& one) {
  jumps_.push_back({position, one.target, one.to});
  const auto begun = chains_.find(one.to);
  if (begun == chains_.end()) return;
  if (one.target <= writes_[one.to].absorbed) {
    // From here on it could be true again.
    chains_.erase(begun);
    tests_.erase(one.to);
    return;
  }
  // What a jump of another chain passes over may be left out.
  const bool is_passed = std::any_of(jumps_.begin(), jumps_.end(), [&](const Jump& jump) {
    return jump.chain != one.to && jump.from > begun->second && jump.target > position;
  });
  if (!is_passed) keep(one.to, both(tests_behind(one.to), tests_behind(one.a)));
}

void RowTestReader::compare(const Instruction& one) {
  if (!is_column(one.a)) return;
  std::optional<std::int64_t> number = one.number;
  if (one.code == Code::compare_tokens) {
    const Value* value = constants_[one.b];
    number = value != nullptr ? key_of(*value) : std::nullopt;
  }
  if (!number) return;
  std::optional<Ranges> ranges = ranges_of(static_cast<Function>(one.choice), *number);
  if (ranges) keep(one.to, {{one.a, std::move(*ranges)}});
}

void RowTestReader::look_up(const Instruction& one) {
  if (!is_column(one.a) || constants_[one.b] == nullptr) return;
  const Value& value = *constants_[one.b];
  const Values* values = nullptr;
  if (const auto* list = value.as<List>()) values = list->values.get();
  if (const auto* set = value.as<Set>()) values = set->values.get();
  if (values == nullptr || values->size() > ranges_of_column_max) return;
  Ranges ranges;
  for (const Value& element : *values) {
    const std::optional<std::int64_t> key = key_of(element);
    if (!key) return;
    ranges.push_back({*key, *key});
  }
  const auto is_before = [](Interval a, Interval b) { return a.from < b.from; };
  const auto is_same = [](Interval a, Interval b) { return a.from == b.from; };
  std::sort(ranges.begin(), ranges.end(), is_before);
  ranges.erase(std::unique(ranges.begin(), ranges.end(), is_same), ranges.end());
  keep(one.to, {{one.a, std::move(ranges)}});
}

// Of what is written more than once it is not known which it is.
void RowTestReader::keep(std::uint32_t to, RowTests tests) {
  const Writes& writes = writes_[to];
  const bool is_chain = chains_.contains(to);
  if (writes.made != 1 || (writes.absorbed != 0 && !is_chain)) return;
  std::uint64_t ranges = 0;
  for (const auto& [column, found] : tests) ranges += found.size() + 1;
  if (tests.size() > columns_of_row_max) return;
  budget_ -= std::min(ranges, budget_);
  tests_[to] = std::move(tests);
}

// Written for all rows, and no constant.
bool RowTestReader::is_column(std::uint32_t index) const {
  return constants_[index] == nullptr && !writes_.contains(index);
}

// A column that is a condition itself is true where the row holds.
RowTests RowTestReader::tests_behind(std::uint32_t index) const {
  if (is_column(index)) return {{index, {{1, 1}}}};
  const auto found = tests_.find(index);
  return found == tests_.end() ? RowTests() : found->second;
}

RowTests RowTestReader::both(RowTests first, const RowTests& second) {
  for (const auto& [column, ranges] : second) {
    const auto [known, is_new] = first.try_emplace(column, ranges);
    if (is_new) continue;
    Ranges common = common_of(known->second, ranges);
    if (common.size() <= ranges_of_column_max) known->second = std::move(common);
  }
  return first;
}

}  // namespace allot::cel
