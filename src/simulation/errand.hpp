// What somebody of the synthetic world does for an order later.
#pragma once

#include <cstdint>

#include "allot/types/ids.hpp"
#include "simulation/world.hpp"

namespace allot::simulation {

struct Errand {
  TimeNs time{};
  std::uint32_t order{};   // arrival
  std::uint32_t parcel{};  // of ship and deliver, from 1, over all orders; of refund, of its order
  KeyKind kind{};          // ship, deliver, request_return, receive_return or refund
  std::uint8_t node{};     // of ship and deliver: position among the scenario's
};

}  // namespace allot::simulation
