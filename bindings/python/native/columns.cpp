#include "columns.hpp"

#include <nanobind/ndarray.h>

#include <optional>
#include <variant>

#include "fields.hpp"
#include "host_command.hpp"

namespace allot::python {
namespace {

template <class T>
using Array = nb::ndarray<const T, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

// The type of the items of a field's column.
template <class T>
struct Stored {
  using type = T;
};
template <>
struct Stored<bool> {
  using type = std::uint8_t;
};
template <class Tag>
struct Stored<Key<Tag>> {
  using type = std::uint64_t;
};
template <class Tag>
struct Stored<Id<Tag>> {
  using type = std::uint32_t;
};
template <class E>
  requires std::is_enum_v<E>
struct Stored<E> {
  using type = std::uint8_t;
};

template <class Tag>
void set(Key<Tag>& field, std::uint64_t value) {
  field = {value, 0};
}
template <class Tag>
void set(Id<Tag>& field, std::uint32_t value) {
  field.value = value;
}
inline void set(bool& field, std::uint8_t value) { field = value != 0; }
template <class T, class V>
void set(T& field, V value) {
  field = static_cast<T>(value);
}

// The columns of one struct, in the order of its fields.
template <class S>
class Columns {
 public:
  // Errors: raises InvalidArgument when a column has less than `rows` items.
  Columns(const nb::dict& columns, std::size_t rows) {
    if constexpr (HasFields<S>) {
      S sample{};
      S::fields(sample, [&]<class T>(std::string_view name, T&) { add<T>(columns, name, rows); });
    }
  }
  Columns(const nb::dict& columns, std::string_view name, std::size_t rows)
    requires(!HasFields<S>)
  {
    add<S>(columns, name, rows);
  }

  // Effects: puts the row's values into the fields that have a column.
  void read(std::size_t row, S& into) const {
    if constexpr (HasFields<S>) {
      std::size_t at = 0;
      S::fields(into,
                [&]<class T>(std::string_view, T& field) { take(columns_[at++], row, field); });
    } else {
      take(columns_[0], row, into);
    }
  }

 private:
  struct Column {
    const void* items{nullptr};
    nb::object owner;
  };

  template <class T>
  void add(const nb::dict& columns, std::string_view name, std::size_t rows) {
    Column& column = columns_.emplace_back();
    const nb::str key(name.data(), name.size());
    if (is_list<T> || !columns.contains(key)) return;
    column.owner = columns[key];
    std::size_t size = 0;
    if constexpr (std::is_same_v<T, Code>) {
      size = nb::len(column.owner);
    } else if constexpr (!is_list<T>) {
      const auto array = nb::cast<Array<typename Stored<T>::type>>(column.owner, /*convert=*/false);
      column.items = array.data();
      size = array.shape(0);
    }
    if (size < rows) raise("InvalidArgument", "column '" + std::string(name) + "' is too short");
  }

  template <class T>
  static void take(const Column& column, std::size_t row, T& field) {
    if constexpr (std::is_same_v<T, Code>) {
      if (!column.owner.is_valid()) return;
      read_field(nb::object(column.owner[row]), Where("code", row), field);
    } else if constexpr (!is_list<T>) {
      if (column.items == nullptr) return;
      set(field, static_cast<const typename Stored<T>::type*>(column.items)[row]);
    }
  }

  std::vector<Column> columns_;
};

// One field that is a list: its offsets and the columns of its items.
template <class E>
class ListColumns {
 public:
  ListColumns(const nb::dict& lists, std::string_view name)
      : given_(nb::cast<nb::tuple>(lists[nb::str(name.data(), name.size())])),
        offsets_(nb::cast<Array<std::uint64_t>>(given_[0], /*convert=*/false)),
        items_(offsets_.shape(0) == 0 ? 0 : last()),
        columns_(made(nb::cast<nb::dict>(given_[1]), name)) {}

  // Returns: the items of this row, copied.
  std::vector<E> read(std::size_t row) const {
    // columns.py has checked this; an array that another thread changed meanwhile stops here.
    const bool inside = row + 1 < offsets_.shape(0) && offsets_.data()[row + 1] <= items_ &&
                        offsets_.data()[row] <= offsets_.data()[row + 1];
    if (!inside) raise("InvalidArgument", "the offsets changed while they were submitted");
    const std::uint64_t first = offsets_.data()[row];
    std::vector<E> read(offsets_.data()[row + 1] - first);
    for (std::size_t i = 0; i < read.size(); ++i) columns_.read(first + i, read[i]);
    return read;
  }

 private:
  [[nodiscard]] std::uint64_t last() const { return offsets_.data()[offsets_.shape(0) - 1]; }
  Columns<E> made(const nb::dict& columns, std::string_view name) const {
    if constexpr (HasFields<E>) {
      return Columns<E>(columns, items_);
    } else {
      return Columns<E>(columns, name, items_);
    }
  }

  nb::tuple given_;
  Array<std::uint64_t> offsets_;
  std::uint64_t items_;
  Columns<E> columns_;
};

template <class C>
Batch read_rows(const nb::dict& rows, const nb::dict& lists, std::size_t start, std::size_t stop) {
  const Columns<C> columns(rows, stop);
  const nb::str time_name("time");
  nb::object time_column;
  const TimeNs* times = nullptr;
  if (rows.contains(time_name)) {
    time_column = rows[time_name];
    const auto array = nb::cast<Array<TimeNs>>(time_column, /*convert=*/false);
    if (array.shape(0) < stop) raise("InvalidArgument", "column 'time' is too short");
    times = array.data();
  }
  Batch batch;
  batch.commands.resize(stop - start);
  for (std::size_t row = start; row < stop; ++row) {
    C command;
    columns.read(row, command);
    batch.commands[row - start] = {command, times == nullptr ? 0 : times[row]};
  }
  C sample{};
  C::fields(sample, [&]<class T>(std::string_view name, T&) {
    if constexpr (is_list<T>) {
      using Item = std::remove_const_t<typename T::element_type>;
      if (!lists.contains(nb::str(name.data(), name.size()))) return;
      const ListColumns<Item> list(lists, name);
      for (std::size_t row = start; row < stop; ++row) {
        C& command = std::get<C>(batch.commands[row - start].command);
        const std::span<const Item> kept = batch.lists.keep(list.read(row));
        C::fields(command, [&]<class F>(std::string_view field, F& into) {
          if constexpr (std::is_same_v<F, T>) {
            if (field == name) into = kept;
          }
        });
      }
    }
  });
  return batch;
}

}  // namespace

Batch read_columns(const std::string& command, const nb::dict& rows, const nb::dict& lists,
                   std::size_t start, std::size_t stop) {
  if (start > stop) raise("InvalidArgument", "start lies behind the last row");
  std::optional<Batch> batch;
  for_command_named(command, [&]<class C>(std::type_identity<C>) {
    batch = read_rows<C>(rows, lists, start, stop);
  });
  if (!batch) raise("InvalidArgument", "no command is called " + command);
  return std::move(*batch);
}

}  // namespace allot::python
