// Registers of a program that is checked: what is known of each where the check has come to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "cel/type.hpp"

namespace allot::cel {

// What is known of a register, or of a constant: its type, and how long it can be.
struct Known {
  TypeKind kind{TypeKind::failed};  // failed: never written
  // Of lists and sets, what their elements are; dyn where there can be none, but only an error.
  TypeKind element{TypeKind::dyn};
  std::uint32_t structure{};  // of a struct, or of the elements of a list
  std::uint64_t elements{};
  std::uint64_t bytes{};
  bool was_read{};
  bool is_sure{};   // not written with what could be an error
  bool may_fail{};  // an error is written besides
  bool is_own{};    // of the row that is looked at

  [[nodiscard]] bool never_fails() const noexcept { return is_sure && !may_fail; }
};

[[nodiscard]] inline Known of_kind(TypeKind kind) noexcept {
  Known made;
  made.kind = kind;
  return made;
}

// Registers that are written on every way to an instruction.
class Written {
 public:
  explicit Written(std::size_t registers) : words_((registers + 63) / 64) {}

  [[nodiscard]] bool has(std::uint32_t at) const noexcept {
    return ((words_[at / 64] >> (at % 64)) & 1U) != 0;
  }
  void add(std::uint32_t at) noexcept { words_[at / 64] |= std::uint64_t{1} << (at % 64); }
  void keep_common(const Written& other) noexcept {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  [[nodiscard]] bool has_all(const Written& other) const noexcept {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((other.words_[i] & ~words_[i]) != 0) return false;
    }
    return true;
  }

 private:
  std::vector<std::uint64_t> words_;
};

class Registers {
 public:
  explicit Registers(std::size_t count) : known_(count), constants_(count), now_(count) {}

  [[nodiscard]] Known& operator[](std::uint32_t index) noexcept { return known_[index]; }
  [[nodiscard]] const Known& operator[](std::uint32_t index) const noexcept {
    return known_[index];
  }
  // What is written here.
  [[nodiscard]] Written& now() noexcept { return now_; }
  [[nodiscard]] bool is_constant(std::uint32_t index) const noexcept {
    return constants_.has(index);
  }
  // Notes what is there from the beginning.
  void hold(std::uint32_t index, const Known& constant);

  // What may not be done notes a fault: these are false then, or null.
  bool is_register(std::uint32_t index);
  // Returns: what is known of a register that is read here.
  Known* read(std::uint32_t index);
  bool read_as(std::uint32_t index, TypeKind kind);
  // What a constant's register holds is there in the next run, too, and what is written for all
  // rows in the next row.
  bool may_write(std::uint32_t index);
  // Notes what is written: a register has one type. Whether it is written on each way, the caller
  // says by now().
  bool note(std::uint32_t index, const Known& value);
  bool write(std::uint32_t index, const Known& value);
  [[nodiscard]] const std::string& fault() const noexcept { return fault_; }

  // What a row writes is not known behind it.
  void begin_row();
  void end_row();

 private:
  bool refuse(std::string text);

  std::vector<Known> known_;
  Written constants_;  // registers that hold one
  Written now_;
  bool in_row_{false};
  std::vector<std::uint32_t> own_;  // registers that the row has written
  Written for_all_{0};              // what was written before it
  std::string fault_;
};

}  // namespace allot::cel
