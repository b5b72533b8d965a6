// What a simulation found, as one value; to_json() is what `allot simulate --json` prints.
//
// Every count of orders, lines, units and parcels comes from events that the engine published.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/left_out_row.hpp"
#include "json/print_form.hpp"
#include "simulation/figures.hpp"
#include "simulation/fulfilment_counts.hpp"
#include "simulation/run_inputs.hpp"
#include "simulation/verdict.hpp"

namespace allot {

// Why rows were left out, and the first of them.
struct LeftOut {
  std::string reason;
  std::uint64_t rows{};
  std::uint64_t line{};  // of the file, from 1
  std::string column;
  std::string text;  // what stood there
  std::string advice;
};

// What the file says and the engine is not told, or what had to be assumed.
struct InputNote {
  std::string name;
  std::uint64_t count{};  // of what the text names; 0: of nothing that is counted
  std::string text;
  bool assumed{};  // chosen by the program, as no file says it, and to be confirmed
};

// A file that was read, and where each of its rows went.
// What a list of stock names, for who asks what another list in its place changes.
struct StockCodes {
  static constexpr std::size_t skus_max = 100'000;  // of either kind; of more nothing is kept

  std::vector<std::string> nodes;
  std::vector<std::string> unordered;  // SKUs that no order asks for
  std::vector<std::string> ordered;    // SKUs that orders ask for, in the list or not
};

struct FileReport {
  std::string kind;      // "orders", "stock", "products", "nodes", "lanes" or "updates"
  std::string source;    // its path, or "generator"
  std::string form;      // what the file is, in words
  std::uint64_t rows{};  // without the header; of the generator: lines made
  std::uint64_t used{};
  std::map<std::string, std::uint64_t> skipped;  // reason: rows; used + all of these = rows
  std::vector<LeftOut> left_out;                 // those that met rows, most frequent first
  std::vector<InputNote> notes;
  bool suspicious{};                // more than half of the rows could not be understood
  std::optional<StockCodes> codes;  // of a list of stock
};

struct InputReport : FileReport {
  std::string map;    // by which map it was read, in words
  TimeNs first_at{};  // when the first order came, and the last; 0: the generator's
  TimeNs last_at{};
  std::string first_day;  // their days by that clock, "2026-11-27"; empty: the generator's
  std::string last_day;
  std::string busiest_day;  // of days with as many orders the first
  std::uint64_t busiest_day_orders{};
  std::uint64_t days{};          // from the one to the other, both counted
  std::uint64_t orders{};        // before scaling
  std::uint64_t guest_orders{};  // of these, without a customer
  std::uint64_t skus{};
  std::uint64_t zones{};
  std::string currency;  // of all its money; empty: none is said, or there are several
  bool several_currencies{};
  int exponent{2};  // decimals of that currency
  // By whose clock days and hours are told: a name of the IANA database, or an offset such as
  // "+01:00"; empty: UTC.
  std::string time_zone;
  bool
      times_as_in_file{};  // no zone is known and times have no offset: they are told as they stand

  std::vector<files::LeftOutRow> left_out_rows;  // the first, as the loader has them

  // Returns: its rows but those of orders outside of the window that was asked for.
  [[nodiscard]] std::uint64_t rows_asked_for() const;
};

struct OrderCounts {
  std::uint64_t submitted{};  // place and import commands that were decided
  std::uint64_t accepted{};   // placed or imported
  std::uint64_t refused{};
  std::uint64_t in_review{};    // accepted ones that went to review or got a ship-stop
  std::uint64_t backordered{};  // accepted ones of which some line had to wait
  std::uint64_t expired{};
  std::uint64_t cancelled{};
  std::uint64_t rejected{};      // by review
  std::uint64_t allocated{};     // became firm at least once
  std::uint64_t busy_retries{};  // submissions that were told busy and came again
  // Of the accepted ones, once the run was over:
  std::uint64_t ended{};      // expired, cancelled or rejected, and not taken again
  std::uint64_t unsettled{};  // had goods, and were not paid or not cleared yet
  // To which money had come in, but less than was due, when they ended or the run was over.
  std::uint64_t partly_paid{};
};

struct UnitCounts {
  std::uint64_t requested{};    // requested = at_once + backordered + refused
  std::uint64_t at_once{};      // promised when the order was accepted
  std::uint64_t backordered{};  // had to wait when the order was accepted
  std::uint64_t refused{};      // of refused orders and refused lines
  std::uint64_t waited{};       // served to waiting lines later
  std::uint64_t held{};         // every unit that an order ever got: at_once + waited + retaken
  std::uint64_t allocated{};    // of these, made firm
};

// Units of one SKU that ended in their lots, with nobody having them.
struct EndedSku {
  std::string sku;
  std::uint64_t units{};
  std::uint64_t before{};  // of these, before the first order
  TimeNs first_at{};       // of the scenario: from when on the first of them were for sale no more
  TimeNs last_at{};

  friend bool operator==(const EndedSku&, const EndedSku&) = default;
};

// What ended unsold, by the dates of its lots, before the run and in it.
struct EndedStockReport {
  static constexpr std::size_t listed_max = 2'000;

  std::uint64_t skus{};
  std::uint64_t units{};
  std::uint64_t before{};        // units, before the first order
  std::vector<EndedSku> listed;  // at most listed_max, by units, code
};

// Rows of one type of the shop's file of updates.
struct UpdateCounts {
  std::uint64_t rows{};                          // that ran
  std::uint64_t refused{};                       // of these, by the engine
  std::map<std::string, std::uint64_t> reasons;  // of refusals
};

struct LatencyReport {
  std::uint64_t p50{};
  std::uint64_t p99{};
  std::uint64_t p999{};
  std::uint64_t max{};
  std::uint64_t count{};
  std::string from;  // what the clock started at: "intended_arrival", "first_attempt" or "step"
};

struct JournalReport {
  std::uint64_t bytes{};
  std::uint64_t records{};
  std::uint64_t segments{};
  std::string durability;
  std::string directory;
};

struct ReplayCheck {
  std::string digest;
  double orders_per_second{};
};

// Where a rehearsal was stopped before its end.
struct StopReport {
  // What of it was done whole is told as of any rehearsal.
  enum class During : std::uint8_t {
    orders,  // some were not decided
    replay,  // all were; that the log leads to the same digest was not looked at
    begin,   // of a live run, for which there was no time left
  };

  std::string mode;  // of the run: "virtual_time" or "live"
  During during{};
  std::uint64_t orders{};  // that were answered
  std::uint64_t of{};      // that should have been
  TimeNs at{};             // of the scenario
};

[[nodiscard]] std::string_view name_of(StopReport::During during) noexcept;

struct RunReport {
  std::string mode;  // "virtual_time" or "live"
  std::optional<StopReport> stopped;
  OrderCounts orders;
  std::uint64_t lines{};  // of submitted orders
  UnitCounts units;
  std::uint64_t parcels{};
  std::uint64_t split_orders{};
  FulfilmentCounts fulfilment;
  ReturnCounts returns;
  EndedStockReport ended_stock;
  std::map<std::string, std::uint64_t> reasons;  // of every refusal, of orders and other commands
  std::map<std::string, std::uint64_t> refused_units;  // of orders and lines, by reason
  std::map<std::string, UpdateCounts> updates;         // by type; those that ran
  std::uint64_t commands{};
  std::uint32_t producers{};
  double elapsed_s{};
  double orders_per_second{};
  double speed{};  // scenario seconds per real second (live), 0 in virtual time
  LatencyReport latency_ns;
  std::vector<LatencyPoint> latency_points;
  std::uint64_t oversold_units{};
  bool conservation{};
  std::string conservation_fault;
  std::string digest;
  JournalReport journal;
  ReplayCheck replay;
  std::optional<RunFigures> figures;  // when they were asked for
  std::string hgrm_fault;  // why the latencies could not be written; empty when they were
  [[nodiscard]] bool digests_equal() const { return !digest.empty() && digest == replay.digest; }
  // Whether the log was decided again, as it is unless the run was stopped.
  [[nodiscard]] bool replayed() const { return !stopped || !replay.digest.empty(); }
};

struct SimulationReport {
  std::string version;
  std::uint64_t seed{};
  std::uint32_t scale{};
  std::uint32_t compress{};
  std::string scenario;  // its name
  RunInputs inputs;
  InputReport input;
  std::vector<FileReport> files;       // of the shop, beside its orders
  std::vector<std::string> synthetic;  // what of all this was made up, in words
  std::optional<RunReport> virtual_time;
  std::optional<RunReport> live;
  std::optional<StopReport> stopped;  // of the run that was under way; none: it is whole

  // Returns: what was assumed of the files, where none of them says it and results depend on it,
  //          in sentences without their full stops; those of the orders first.
  [[nodiscard]] std::vector<std::string> assumptions() const;

  // Requires: a run. Returns: how the sale went, by the run in virtual time, else by the live one.
  [[nodiscard]] Verdict verdict() const;

  // True when every run conserved stock, oversold nothing and replayed to its own digest; one that
  // was stopped need not have been replayed. A file of latencies that could not be written says
  // nothing about that.
  [[nodiscard]] bool sound() const;
};

// Returns: one JSON object. Counts, digest, journal and replay at the top are those of the run in
//          virtual time when there was one; orders_per_second and latency_ns those of the live run
//          when there was one; `modes` has each run whole.
[[nodiscard]] std::string to_json(const SimulationReport& report, json::PrintForm form = {});

// Returns: "interrupted at 2026-11-27T10:31:05Z in the live run, 12,345 of 400,000 orders", as a
//          sentence goes on behind the name of a command.
[[nodiscard]] std::string stopped_text(const StopReport& stopped);

// Returns: how long so many seconds are, rounded up to what people would say.
[[nodiscard]] std::string seconds_text(std::uint64_t seconds);

// Returns: what the goods that left are worth, in a sentence; nothing where that is not known.
[[nodiscard]] std::string sales_text(const FulfilmentCounts& counts, const InputReport& input);

// Returns: how often money was given back, how much, and how soon, in a sentence; empty where none
//          was. `input`: in which currency.
[[nodiscard]] std::string refunds_text(const RefundCounts& counts, const InputReport& input);

// Returns: how what was promised went, over all channels, in a sentence; empty where nothing was.
[[nodiscard]] std::string services_text(const std::vector<ServiceReport>& services);

// Returns: what happened, in plain sentences, in lines of at most `columns`.
[[nodiscard]] std::string summary_text(const SimulationReport& report, std::size_t columns = 80);

}  // namespace allot
