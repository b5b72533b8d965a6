#include "waiting/waiting_queues.hpp"

#include <boost/intrusive/rbtree_algorithms.hpp>

namespace allot {
namespace {

// How Boost.Intrusive reads our links. Nodes are plain pointers while the algorithms run; only what
// is stored is an offset.
struct NodeTraits {
  using node = WaitingEntry;
  using node_ptr = WaitingEntry*;
  using const_node_ptr = const WaitingEntry*;
  enum class color : bool { black, red };

  static node_ptr follow(const_node_ptr from, std::int32_t link) noexcept {
    return link == WaitingEntry::no_link ? nullptr : const_cast<node_ptr>(from) + link;
  }
  static std::int32_t link(const_node_ptr from, const_node_ptr to) noexcept {
    return to == nullptr ? WaitingEntry::no_link : static_cast<std::int32_t>(to - from);
  }

  static node_ptr get_parent(const_node_ptr n) noexcept { return follow(n, n->parent); }
  static void set_parent(node_ptr n, node_ptr to) noexcept { n->parent = link(n, to); }
  static node_ptr get_left(const_node_ptr n) noexcept { return follow(n, n->left); }
  static void set_left(node_ptr n, node_ptr to) noexcept { n->left = link(n, to); }
  static node_ptr get_right(const_node_ptr n) noexcept { return follow(n, n->right); }
  static void set_right(node_ptr n, node_ptr to) noexcept { n->right = link(n, to); }
  static color get_color(const_node_ptr n) noexcept { return n->red ? color::red : color::black; }
  static void set_color(node_ptr n, color c) noexcept { n->red = c == color::red; }
  static color black() noexcept { return color::black; }
  static color red() noexcept { return color::red; }
};
using Tree = boost::intrusive::rbtree_algorithms<NodeTraits>;

constexpr auto by_rank = [](const WaitingEntry* a, const WaitingEntry* b) noexcept {
  return a->rank < b->rank;
};

}  // namespace

EntrySlot WaitingQueues::join(QueueSlot& queue, const Rank& rank, OrderSlot order) {
  if (!queue.present()) {
    const EntrySlot header = pool_.take();
    Tree::init_header(&pool_[header]);
    queue = {header.value};
  }
  const EntrySlot slot = pool_.take();
  WaitingEntry& entry = pool_[slot];
  entry.rank = rank;
  entry.order = order;
  Tree::init(&entry);
  // Ranks are unique, so either bound is the one place where it belongs.
  Tree::insert_equal_lower_bound(&pool_[header_of(queue)], &entry, by_rank);
  return slot;
}

void WaitingQueues::leave(QueueSlot& queue, EntrySlot entry) {
  ALLOT_CHECK(queue.present());
  ALLOT_CHECK(entry.present());
  const EntrySlot header = header_of(queue);
  Tree::erase(&pool_[header], &pool_[entry]);
  pool_.give(entry);
  if (Tree::begin_node(&pool_[header]) == Tree::end_node(&pool_[header])) {
    pool_.give(header);
    queue = {};
  }
}

EntrySlot WaitingQueues::first(QueueSlot queue) const {
  if (!queue.present()) return {};
  const WaitingEntry* header = &pool_[header_of(queue)];
  const WaitingEntry* node = Tree::begin_node(header);
  return node == header ? EntrySlot{} : pool_.slot_of(node);
}

EntrySlot WaitingQueues::last(QueueSlot queue) const {
  if (!queue.present()) return {};
  const WaitingEntry* header = &pool_[header_of(queue)];
  return pool_.slot_of(Tree::prev_node(const_cast<WaitingEntry*>(Tree::end_node(header))));
}

EntrySlot WaitingQueues::after(QueueSlot queue, const Rank& cursor) const {
  if (!queue.present()) return {};
  const WaitingEntry* header = &pool_[header_of(queue)];
  const WaitingEntry* node =
      Tree::upper_bound(header, cursor, [](const auto& a, const auto& b) noexcept {
        if constexpr (std::is_same_v<std::decay_t<decltype(a)>, Rank>) {
          return a < b->rank;
        } else {
          return a->rank < b;
        }
      });
  return node == header ? EntrySlot{} : pool_.slot_of(node);
}

}  // namespace allot
