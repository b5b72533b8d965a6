// Who is on the lists that rules name: tokens by the name of a list.
//
// A list is there while it has a member. Threads: one at a time. Memory: fixed by the constructor,
// but for the names.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <vector>

#include "allot/messages/command.hpp"
#include "allot/messages/reason.hpp"
#include "containers/key_index.hpp"
#include "containers/slot_pool.hpp"

namespace allot {

class RuleMembers {
 public:
  static constexpr std::uint32_t no_list = ~std::uint32_t{0};

  explicit RuleMembers(std::uint32_t members_max) : members_(members_max), index_(members_max) {}

  Reason set(const SetListMember& change) {
    if (!change.list.valid()) return Reason::code_invalid;
    if (change.token == 0) return Reason::field_out_of_range;
    std::uint32_t list = find(change.list.text());
    const std::uint32_t known = list != no_list ? find_member(list, change.token) : KeyIndex::none;
    if (change.member && known == KeyIndex::none) {
      if (members_.full()) return Reason::rule_members_full;
      if (list == no_list) list = add(change.list);
      const Slot<Member> slot = members_.take();
      members_[slot] = {change.token, list};
      index_.insert(hash(list, change.token), slot.value);
      ++lists_[list].count;
    } else if (!change.member && known != KeyIndex::none) {
      index_.erase(hash(list, change.token), known);
      members_[Slot<Member>{known}].token = 0;
      members_.give({known});
      --lists_[list].count;
    }
    return Reason::ok;
  }

  // Returns: the list of this name; no_list where nobody is on it. Holds until the next set().
  [[nodiscard]] std::uint32_t find(std::string_view name) const noexcept {
    for (std::uint32_t i = 0; i < lists_.size(); ++i) {
      if (lists_[i].count != 0 && lists_[i].name.text() == name) return i;
    }
    return no_list;
  }
  [[nodiscard]] bool contains(std::uint32_t list, Token token) const noexcept {
    return list != no_list && find_member(list, token) != KeyIndex::none;
  }
  [[nodiscard]] std::size_t size(std::uint32_t list) const noexcept {
    return list == no_list ? 0 : lists_[list].count;
  }
  [[nodiscard]] std::uint32_t count() const noexcept { return members_.used(); }

  // Cold: calls visit(name, token) for each member, by name and token.
  template <class Visit>
  void visit_sorted(Visit&& visit) const {
    std::vector<std::tuple<std::string_view, Token, const Code*>> all;
    for (Slot<Member> slot{1}; slot.value < members_.fresh(); ++slot.value) {
      const Member& member = members_[slot];
      if (member.token == 0) continue;
      const Code& name = lists_[member.list].name;
      all.emplace_back(name.text(), member.token, &name);
    }
    std::sort(all.begin(), all.end());
    for (const auto& [text, token, name] : all) visit(*name, token);
  }

  template <class Visit>
  friend void visit_pages(RuleMembers& members, Visit& visit) {
    visit_pages_of(visit, members.members_, members.index_);
  }

 private:
  struct Member {
    Token token;
    std::uint32_t list;
  };
  struct NamedList {
    Code name;
    std::uint32_t count{};
  };

  // A list that nobody is on any more gives its place to the next one.
  [[nodiscard]] std::uint32_t add(const Code& name) {
    for (std::uint32_t i = 0; i < lists_.size(); ++i) {
      if (lists_[i].count != 0) continue;
      lists_[i].name = name;
      return i;
    }
    lists_.push_back({name, 0});
    return static_cast<std::uint32_t>(lists_.size() - 1);
  }
  static std::uint64_t hash(std::uint32_t list, Token token) noexcept {
    return spread(token, list);
  }
  [[nodiscard]] std::uint32_t find_member(std::uint32_t list, Token token) const {
    return index_.find(hash(list, token), [&](std::uint32_t slot) {
      const Member& member = members_[Slot<Member>{slot}];
      return member.token == token && member.list == list;
    });
  }

  SlotPool<Member> members_;
  KeyIndex index_;
  std::vector<NamedList> lists_;
};

}  // namespace allot
