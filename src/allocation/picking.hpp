// What an order has goes to the floor of a warehouse, is picked there, or cannot be; an order of
// which anything is on the floor ends only when its nodes say so (docs/rules.md §21).
#pragma once

#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"

namespace allot {

// Whether any more of what an order holds can be released, and how many pairs would be new.
struct Releasable {
  bool any{};
  std::uint32_t pairs{};
};

// What of an order goes to the floor: what lies at the node and is taken by the carrier, each where
// it is said.
struct ToRelease {
  NodeId node;
  CarrierId carrier;

  // NOLINTNEXTLINE(google-explicit-constructor): the command says just that
  ToRelease(const ReleaseOrder& request) noexcept : node(request.node) {}
  explicit ToRelease(const ReleaseWave& wave) noexcept : node(wave.node), carrier(wave.carrier) {}
};

class Picking {
 public:
  explicit Picking(Tables& tables) noexcept : t_(tables) {}

  // Returns: what is wrong with the command itself.
  [[nodiscard]] static Reason fault(const Catalogue& catalogue,
                                    const ReleaseOrder& request) noexcept;
  [[nodiscard]] static Reason fault(const Catalogue& catalogue, const Pick& fact) noexcept;
  [[nodiscard]] static Reason fault(const Catalogue& catalogue, const ShortPick& fact) noexcept;
  [[nodiscard]] static Reason fault(const Catalogue& catalogue, const Pack& fact) noexcept;
  [[nodiscard]] static Reason fault(const Catalogue& catalogue,
                                    const AnswerCancel& answer) noexcept;

  [[nodiscard]] Reason may_release(const Order& order) const;
  [[nodiscard]] Releasable releasable(Order& order, const ToRelease& what);

  // Requires: no fault. Returns: why it is refused; ok when it is done.
  [[nodiscard]] Reason decide(OrderSlot slot, const ToRelease& what);
  [[nodiscard]] Reason decide(OrderSlot slot, const Pick& fact);
  [[nodiscard]] Reason decide(OrderSlot slot, const ShortPick& fact);
  [[nodiscard]] Reason decide(OrderSlot slot, const Pack& fact);
  [[nodiscard]] Reason decide(OrderSlot slot, const AnswerCancel& answer);

 private:
  // Where units are taken from, as a fact says.
  struct Where {
    SkuId sku;
    NodeId node;
    std::uint64_t lot{};          // 0: any
    Units quantity;               // none: what is to be picked there
    std::uint16_t line_number{};  // of the line that is meant; 0: any of the SKU
    Token parcel{};               // into which it goes; 0: none

    [[nodiscard]] LinesMeant lines() const noexcept { return {sku, line_number}; }
    [[nodiscard]] bool takes_from(const Lot& from) const noexcept {
      return from.node == node && (lot == 0 || from.code == lot);
    }
  };

  [[nodiscard]] bool is_at(LotSlot lot, NodeId node) const {
    return !node.present() || t_.stock.lot(lot).node == node;
  }
  [[nodiscard]] bool has_ended(LotSlot lot) const {
    return t_.stock.loss_of(lot, Units{1}).reason == Reason::lot_expired;
  }
  void release_line(const Order& order, const Line& line, LineNumber number, const ToRelease& what,
                    Floor::Walk& walk);
  [[nodiscard]] std::uint32_t new_parts(const Order& order, const Where& where) const;
  // What is put into a parcel, of what was picked.
  struct Packing {
    Units units;
    std::uint32_t parts_new{};
    std::uint32_t parts_gone{};
  };
  [[nodiscard]] Packing plan_packing(Order& order, const Where& where);
  [[nodiscard]] Reason pack_all(Order& order, const Where& where, const Pack& fact);
  [[nodiscard]] Reason pack_lines(OrderSlot slot, const Where& where, const Pack& fact);
  template <class Leaves>
  void take_held(Order& order, Line& line, LineNumber number, const Where& where, Leaves&& leaves);
  void pick_lines(OrderSlot slot, const Where& where);
  [[nodiscard]] Units pick_held(Order& order, const Where& where);
  [[nodiscard]] Units pick_stock(Order& order, LineNumber number, const Where& where, Units units,
                                 UnitsTold& told, Units& of_others);
  void settle_pick(OrderSlot slot, const Where& where, Units picked);
  void miss(Order& order, LineShare& share, const Where& where, bool damaged);
  void put_back(OrderSlot slot, NodeId node);
  [[nodiscard]] bool put_line_back(OrderSlot slot, Line& line, LineNumber number, NodeId node,
                                   Floor::Walk& walk);
  void tell_amiss(const Order& order, const Where& where, Units units, Reason reason) const;
  void tell_order_amiss(const Order& order, Units units, Reason reason, MoneyMinor open = 0) const;

  Tables& t_;
};

}  // namespace allot
