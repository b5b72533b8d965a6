// What a Core is made of, in the order in which a command passes through it.
#pragma once

#include "allocation/tables.hpp"
#include "allot/core/core.hpp"
#include "catalogue/catalogue.hpp"
#include "catalogue/order_reader.hpp"
#include "catalogue/sku_rows.hpp"
#include "identity/command_keys.hpp"
#include "risk/risk.hpp"
#include "risk/rule_sets.hpp"

namespace allot {

struct Core::State {
  State(const Limits& sizes, Semantics meaning)
      : limits(sizes),
        semantics(meaning),
        rows(sizes),
        catalogue(sizes, rows),
        keys(sizes.command_keys_max),
        reader(sizes, meaning),
        risk(sizes, meaning),
        rules(sizes),
        tables(sizes, meaning, catalogue, rows) {}

  template <class Visit>
  friend void visit_pages(State& state, Visit& visit) {
    visit_pages_of(visit, state.rows, state.catalogue, state.keys, state.risk, state.rules,
                   state.tables);
  }

  Limits limits;
  Semantics semantics;
  SkuRows rows;  // shared by the catalogue, the ledger of stock and the lines that wait
  Catalogue catalogue;
  CommandKeys keys;
  OrderReader reader;
  Risk risk;
  RuleSets rules;
  Tables tables;
  TimeNs now{};
  Sequence last_sequence{};
};

}  // namespace allot
