// How the canonical state is written down (rules, section 10), and those sections that have a file
// of their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "naive_engine.hpp"

namespace allot::oracle {

class Writer {
 public:
  Writer(std::vector<std::byte>& out, std::vector<std::pair<int, std::size_t>>& starts)
      : out_(out), starts_(starts) {}

  void section(std::uint8_t number, std::size_t count) {
    starts_.push_back({number, out_.size()});
    u8(number);
    u64(count);
  }
  void u8(std::uint64_t value) { put(value, 1); }
  void u16(std::uint64_t value) { put(value, 2); }
  void u32(std::uint64_t value) { put(value, 4); }
  void u64(std::uint64_t value) { put(value, 8); }
  void i64(std::int64_t value) { put(static_cast<std::uint64_t>(value), 8); }
  void units(std::int64_t value) { put(static_cast<std::uint64_t>(value), 4); }
  void flag(bool value) { u8(value ? 1 : 0); }
  void code(const Code& code) {
    u8(code.size);
    for (std::size_t i = 0; i < code.size; ++i) u8(static_cast<unsigned char>(code.bytes[i]));
  }

 private:
  void put(std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out_.push_back(static_cast<std::byte>(value >> (8 * i)));
  }
  std::vector<std::byte>& out_;
  std::vector<std::pair<int, std::size_t>>& starts_;
};

// The open ones by sequence, then the closed ones, oldest first, but those that are left out.
template <class LeftOut>
std::vector<const Order*> known_orders_but(const State& s, LeftOut left_out) {
  std::vector<const Order*> orders;
  for (const auto& [sequence, order] : s.open) orders.push_back(&order);
  for (const Order& order : s.closed) orders.push_back(&order);
  std::erase_if(orders, left_out);
  return orders;
}

// naive_goods_encoding.cpp: what left, arrived or came back, and what is on the floor.
void write_news_of_goods(Writer& w, const State& s);
void write_shipped(Writer& w, const State& s);
void write_returns(Writer& w, const State& s);
void write_credits(Writer& w, const State& s);
void write_floor(Writer& w, const State& s);
void write_wave(Writer& w, const State& s);
void write_weights(Writer& w, const State& s);
void write_carriers(Writer& w, const State& s);
void write_troubles(Writer& w, const State& s);
// naive_feeds.cpp
void write_feeds(Writer& w, const State& s);

// naive_rules.cpp
void write_rules(Writer& w, const State& s);

// naive_margins.cpp
void write_margins(Writer& w, const State& s);

// naive_own.cpp: what shoppers hold themselves.
void write_own_holds(Writer& w, const State& s);

}  // namespace allot::oracle
