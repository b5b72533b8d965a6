#include "columns.hpp"

#include <nanobind/ndarray.h>

#include <algorithm>

#include "read.hpp"

namespace allot::python {
namespace {

template <class T>
using Array = nb::ndarray<const T, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

// A column of one type, or a value for all rows when there is no such column. Borrows the array for
// as long as it lives, which is within one call.
template <class T>
class Column {
 public:
  Column(const nb::dict& columns, const char* name, T otherwise) : otherwise_(otherwise) {
    if (!columns.contains(name)) return;
    array_ = nb::cast<Array<T>>(columns[name], /*convert=*/false);
    data_ = array_.data();
    size_ = array_.shape(0);
    present_ = true;
  }
  [[nodiscard]] T operator[](std::size_t row) const noexcept {
    return present_ ? data_[row] : otherwise_;
  }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  // Returns: whether rows 0 to rows - 1 can be read.
  [[nodiscard]] bool covers(std::size_t rows) const noexcept { return !present_ || size_ >= rows; }

 private:
  Array<T> array_;
  const T* data_{nullptr};
  std::size_t size_{0};
  bool present_{false};
  T otherwise_;
};

using U8 = Column<std::uint8_t>;
using U32 = Column<std::uint32_t>;
using U64 = Column<std::uint64_t>;
using I64 = Column<std::int64_t>;

struct LineColumns {
  explicit LineColumns(const nb::dict& columns)
      : sku(columns, "sku", 0),
        quantity(columns, "quantity", 0),
        price(columns, "price", 0),
        shortage(columns, "line_shortage", 0) {}

  [[nodiscard]] bool covers(std::size_t rows) const noexcept {
    return sku.size() >= rows && quantity.covers(rows) && price.covers(rows) &&
           shortage.covers(rows);
  }
  [[nodiscard]] OrderLine line(std::size_t row) const noexcept {
    return {SkuId{sku[row]}, quantity[row], price[row], static_cast<Shortage>(shortage[row])};
  }

  U32 sku;
  U32 quantity;
  I64 price;
  U8 shortage;
};

struct OrderColumns {
  explicit OrderColumns(const nb::dict& columns)
      : command_key(columns, "command_key", 0),
        order_key(columns, "order_key", 0),
        line_offset(columns, "line_offset", 0),
        customer(columns, "customer", 0),
        device(columns, "device", 0),
        card(columns, "card", 0),
        address(columns, "address", 0),
        phone(columns, "phone", 0),
        recipient(columns, "recipient", 0),
        channel(columns, "channel", 0),
        zone(columns, "zone", 0),
        ship_by(columns, "ship_by", 0),
        time(columns, "time", 0),
        priority(columns, "priority", Place::default_priority),
        max_splits(columns, "max_splits", Place::no_split_limit),
        shortage(columns, "shortage", 0),
        ship_complete(columns, "ship_complete", 0) {}

  [[nodiscard]] bool covers(std::size_t rows) const noexcept {
    const auto all = [rows](const auto&... column) { return (column.covers(rows) && ...); };
    return line_offset.size() == rows + 1 &&
           all(command_key, order_key, customer, device, card, address, phone, recipient, channel,
               zone, ship_by, time, priority, max_splits, shortage, ship_complete);
  }
  [[nodiscard]] Place place(std::size_t row) const noexcept {
    Place place;
    place.command_key = {command_key[row], 0};
    place.order_key = {order_key[row], 0};
    place.channel = ChannelId{channel[row]};
    place.zone = ZoneId{zone[row]};
    place.tokens = {customer[row], device[row], card[row],
                    address[row],  phone[row],  recipient[row]};
    place.ship_by = ship_by[row];
    place.priority = priority[row];
    place.max_splits = max_splits[row];
    place.shortage = static_cast<Shortage>(shortage[row]);
    place.ship_complete = ship_complete[row] != 0;
    return place;
  }

  U64 command_key, order_key, line_offset;
  U64 customer, device, card, address, phone, recipient;
  U32 channel, zone;
  I64 ship_by, time;
  U8 priority, max_splits, shortage, ship_complete;
};

}  // namespace

Batch read_orders(const nb::dict& columns, std::size_t start, std::size_t count) {
  const OrderColumns orders(columns);
  const LineColumns lines(columns);
  const std::size_t rows = orders.order_key.size();
  if (!orders.covers(rows) || !lines.covers(lines.sku.size())) {
    raise("InvalidArgument", "the columns differ in length: use Engine.submit, which names them");
  }
  Batch batch;
  for (std::size_t row = start; row < rows && batch.commands.size() < count; ++row) {
    const std::size_t first = orders.line_offset[row];
    const std::size_t last = orders.line_offset[row + 1];
    // columns.py has checked this; an array that another thread changed meanwhile stops here.
    if (first > last || last > lines.sku.size()) {
      raise("InvalidArgument", "line_offset changed while its orders were submitted");
    }
    std::vector<OrderLine>& copied = batch.lines.emplace_back();
    copied.reserve(last - first);
    for (std::size_t line = first; line < last; ++line) copied.push_back(lines.line(line));
    Place place = orders.place(row);
    place.lines = copied;
    batch.commands.push_back({place, orders.time[row]});
  }
  return batch;
}

}  // namespace allot::python
