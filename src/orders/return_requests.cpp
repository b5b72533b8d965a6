#include "orders/return_requests.hpp"

#include <algorithm>

namespace allot {
namespace {

ReturnSlot slot_of(std::uint32_t found) noexcept {
  return found == KeyIndex::none ? ReturnSlot{} : ReturnSlot{found};
}

}  // namespace

ReturnSlot ReturnRequests::find(const OrderKey& order, SkuId sku) const {
  return slot_of(by_order_.find(hash_of(order, sku), [&](std::uint32_t at) {
    const ReturnRequest& request = requests_[ReturnSlot{at}];
    return request.order_key == order && request.sku == sku;
  }));
}

ReturnSlot ReturnRequests::find(Token return_key, SkuId sku) const {
  return slot_of(by_return_.find(hash_of(return_key, sku), [&](std::uint32_t at) {
    const ReturnRequest& request = requests_[ReturnSlot{at}];
    return request.return_key == return_key && request.sku == sku;
  }));
}

ReturnSlot ReturnRequests::add(const ReturnRequest& request) {
  const ReturnSlot slot = requests_.take();
  requests_[slot] = request;
  by_order_.insert(hash_of(request.order_key, request.sku), slot.value);
  by_return_.insert(hash_of(request.return_key, request.sku), slot.value);
  windows_.insert({request.until, request.sequence, OrderSlot{slot.value}}, moved());
  return slot;
}

void ReturnRequests::remove(ReturnSlot slot) {
  const ReturnRequest& request = requests_[slot];
  by_order_.erase(hash_of(request.order_key, request.sku), slot.value);
  by_return_.erase(hash_of(request.return_key, request.sku), slot.value);
  windows_.remove(request.place, moved());
  if (request.exchanged.present()) exchanges_.give(request.exchanged);
  requests_.give(slot);
}

std::vector<ReturnRequest> ReturnRequests::sorted() const {
  std::vector<ReturnRequest> all;
  for (std::uint32_t place = 0; place < windows_.count(); ++place) {
    all.push_back(requests_[ReturnSlot{windows_.at(place).order.value}]);
  }
  std::ranges::sort(all, {}, &ReturnRequest::sequence);
  return all;
}

}  // namespace allot
