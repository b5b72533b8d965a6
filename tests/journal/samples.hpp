// Commands to put into a log: random ones of every kind, valid or not, and plain orders.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

#include "allot/intake/body_hash.hpp"
#include "allot/messages/command_type.hpp"
#include "allot/sequencing/sequenced.hpp"
#include "messages/lists.hpp"

namespace allot::samples {

// All fields of a command as text: equal texts, equal commands.
struct Describe {
  std::string text;

  template <class T>
  void operator()(std::string_view name, const T& value) {
    text.append(name).append("=");
    put(value);
    text.append(" ");
  }
  template <class T>
    requires std::is_integral_v<T> || std::is_enum_v<T>
  void put(T value) {
    if constexpr (std::is_enum_v<T>) {
      text.append(std::to_string(static_cast<unsigned>(value)));
    } else {
      text.append(std::to_string(value));
    }
  }
  template <class Tag>
  void put(Id<Tag> id) {
    put(id.value);
  }
  template <class Tag>
  void put(const Key<Tag>& key) {
    put(key.high);
    text.append(":");
    put(key.low);
  }
  void put(const Code& code) {
    put(code.size);
    for (const char c : code.bytes) text.append(",").append(std::to_string(c));
  }
  template <class E>
  void put(std::span<const E> list) {
    for (const E& element : list) {
      text.append("[");
      if constexpr (HasFields<E>) {
        E::fields(element, *this);
      } else {
        put(element);
      }
      text.append("]");
    }
  }
};

[[nodiscard]] inline std::string describe(const Command& command) {
  return std::visit(
      [](const auto& c) {
        Describe out;
        out.text.append(c.name).append(": ");
        std::decay_t<decltype(c)>::fields(c, out);
        return out.text;
      },
      command);
}

[[nodiscard]] inline std::string describe(const Sequenced& in) {
  return std::to_string(in.sequence) + " at " + std::to_string(in.time) +
         (in.step_too_large ? " too large " : " ") + std::to_string(in.body_hash) + " " +
         describe(in.command);
}

// Random commands of every kind; about half of the values lie where no valid command has them.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  // Its lists live until the next call.
  [[nodiscard]] Command command() {
    return pick(std::make_index_sequence<std::variant_size_v<Command>>{});
  }
  [[nodiscard]] std::uint64_t bits() { return engine_(); }
  [[nodiscard]] std::uint64_t below(std::uint64_t end) { return engine_() % end; }

  // Small numbers, edges of each width, and anything.
  [[nodiscard]] std::uint64_t value() {
    switch (below(6)) {
      case 0: return 0;
      case 1: return below(100);
      case 2: return (std::uint64_t{1} << below(64)) - below(2);
      case 3: return ~std::uint64_t{0} - below(3);
      case 4: return bits() >> 32U;
      default: return bits();
    }
  }

 private:
  struct Fill {
    Random& random;
    template <class T>
    void operator()(const Field& field, T& value) const {
      if (field.added == 0 || random.below(2) == 0) random.fill(value);
    }
  };

  template <class T>
    requires std::is_integral_v<T> || std::is_enum_v<T>
  void fill(T& out) {
    if constexpr (std::is_same_v<T, bool>) {
      out = below(2) == 1;
    } else {
      out = static_cast<T>(value());
    }
  }
  template <class Tag>
  void fill(Id<Tag>& id) {
    fill(id.value);
  }
  template <class Tag>
  void fill(Key<Tag>& key) {
    key.low = value();
    key.high = below(2) == 0 ? 0 : value();
  }
  void fill(Code& code) {
    fill(code.size);
    // Bytes behind its size are zero in a code, also in one that is too long to be one.
    const std::size_t used = std::min<std::size_t>(code.size, Code::size_max);
    for (std::size_t i = 0; i < used; ++i) code.bytes[i] = static_cast<char>(value());
  }
  void fill(std::span<const SkuId>& skus) { fill_ids(skus, skus_); }
  void fill(std::span<const ExceptionId>& exceptions) { fill_ids(exceptions, exceptions_); }
  void fill(std::span<const std::uint8_t>& bytes) {
    bytes_.assign(below(8) == 0 ? below(3'000) : below(5), 0);
    for (std::uint8_t& byte : bytes_) byte = static_cast<std::uint8_t>(value());
    bytes = bytes_;
  }
  void fill(std::span<const OrderAttribute>& attributes) {
    attributes_.assign(below(4) == 0 ? below(17) : 0, OrderAttribute{});
    for (OrderAttribute& attribute : attributes_) {
      OrderAttribute::fields(attribute, Fill{*this});
    }
    attributes = attributes_;
  }
  template <class I>
  void fill_ids(std::span<const I>& ids, std::vector<I>& kept) {
    kept.assign(below(8) == 0 ? below(300) : below(5), I{});
    for (I& id : kept) fill(id);
    ids = kept;
  }
  void fill(std::span<const OrderLine>& lines) {
    lines_.assign(below(8) == 0 ? below(300) : below(5), OrderLine{});
    const bool plain = below(2) == 0;
    for (OrderLine& line : lines_) {
      OrderLine whole;
      OrderLine::fields(whole, Fill{*this});
      line = plain ? OrderLine{.sku = whole.sku,
                               .quantity = whole.quantity,
                               .price = static_cast<MoneyMinor>(value() & 0xFFFFFFFFU)}
                   : whole;
    }
    lines = lines_;
  }

  template <std::size_t... i>
  Command pick(std::index_sequence<i...>) {
    Command out;
    const std::size_t chosen = below(sizeof...(i) + 6);
    const auto make = [&]<class C>(std::size_t number, std::type_identity<C>) {
      if (number != chosen) return;
      C c;
      C::fields(c, Fill{*this});
      out = c;
    };
    (make(i, std::type_identity<std::variant_alternative_t<i, Command>>{}), ...);
    if (chosen >= sizeof...(i)) {
      Place c;
      Place::fields(c, Fill{*this});
      out = c;
    }
    return out;
  }

  std::mt19937_64 engine_;
  std::vector<OrderLine> lines_;
  std::vector<SkuId> skus_;
  std::vector<OrderAttribute> attributes_;
  std::vector<std::uint8_t> bytes_;
  std::vector<ExceptionId> exceptions_;
};

// A log's worth of commands that are kept: orders of one to four lines and other small commands.
class Story {
 public:
  Story(std::uint64_t seed, std::size_t count) : lines_(count) {
    Random random(seed);
    TimeNs time = 1'700'000'000'000'000'000;
    for (std::size_t i = 0; i < count; ++i) {
      time += static_cast<TimeNs>(random.below(8) == 0 ? 6'000'000'000 : random.below(1'000));
      Sequenced in;
      in.sequence = i + 1;
      in.time = time;
      in.command = random.below(3) == 0 ? small(random, i) : order(random, i);
      in.body_hash = body_hash(in.command);
      commands_.push_back(in);
    }
  }

  [[nodiscard]] const Sequenced& at(Sequence sequence) const { return commands_[sequence - 1]; }
  [[nodiscard]] std::size_t size() const { return commands_.size(); }
  [[nodiscard]] static std::uint32_t check(Sequence sequence) {
    return static_cast<std::uint32_t>(sequence * 2'654'435'761U);
  }

 private:
  [[nodiscard]] Command order(Random& random, std::size_t i) {
    lines_[i].resize(1 + random.below(4));
    for (OrderLine& line : lines_[i]) {
      line = {.sku = {static_cast<std::uint32_t>(random.below(1'000) + 1)},
              .quantity = static_cast<std::uint32_t>(random.below(9) + 1),
              .price = static_cast<MoneyMinor>(random.below(100'000)),
              .shortage = Shortage::by_order};
    }
    Place c;
    c.command_key.low = i + 1;
    c.order_key.low = 1'000'000 + i;
    c.channel.value = 1;
    c.zone.value = static_cast<std::uint32_t>(random.below(40) + 1);
    if (random.below(2) == 0) c.tokens.customer = random.bits();
    c.lines = lines_[i];
    return c;
  }
  [[nodiscard]] static Command small(Random& random, std::size_t i) {
    if (random.below(4) == 0) return Advance{};
    ConfirmPayment c;
    c.command_key.low = i + 1;
    c.order_key.low = 1'000'000 + random.below(i + 1);
    c.paid_at = static_cast<TimeNs>(random.bits() >> 2U);
    return c;
  }

  std::vector<std::vector<OrderLine>> lines_;
  std::vector<Sequenced> commands_;
};

}  // namespace allot::samples
