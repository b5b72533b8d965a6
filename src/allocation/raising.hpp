// What a step has told and somebody has to look after becomes an exception; and those that have
// solved themselves are closed (docs/rules.md §20). Looked at behind each step that has to be, so
// that no decision depends on it.
#pragma once

#include "allocation/tables.hpp"
#include "catalogue/decision.hpp"

namespace allot {

class Raising {
 public:
  explicit Raising(Tables& tables) noexcept : t_(tables) {}

  // Requires: exceptions are to be watched, and the command has done all its work.
  [[gnu::noinline]] void end_step();
  // Requires: the earliest timer is a deadline of one. Effects: that it has come is told.
  void end_deadline();

  Decision set(const SetExceptionRule& rule);
  Decision assign(const AssignExceptions& request);
  Decision resolve(const ResolveExceptions& request);

 private:
  // What is known of an order behind the step.
  struct Known {
    const Order* order{};  // null: not as a whole
    const Stub* stub{};    // null: none
    [[nodiscard]] Sequence sequence() const noexcept;
  };

  [[nodiscard]] Known known(const OrderKey& key) const;
  void look_at(std::size_t event);
  void raise(const OrderKey& key, const ExceptionItem& asked);
  bool add_to_open(const Known& known, const ExceptionItem& asked);
  void see_group(const OrderKey& group);
  [[nodiscard]] bool goes_on(const Known& known, ExceptionItem& item) const;
  // Returns: when it is too late to look after it; 0 for never.
  [[nodiscard]] TimeNs deadline_of(const Known& of, const ExceptionItem& item) const;
  [[nodiscard]] bool refund_goes_on(const Known& known, ExceptionItem& item) const;
  [[nodiscard]] bool delivery_goes_on(const Known& of, ExceptionItem& item) const;
  [[nodiscard]] std::uint32_t units_missing(const Order& order) const;
  [[nodiscard]] Decision fault(std::span<const ExceptionId> named) const;

  Tables& t_;
  std::size_t told_{};      // events of the step before those of exceptions
  std::uint32_t missed_{};  // that found no room
};

}  // namespace allot
