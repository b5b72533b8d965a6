// The events of a log, printed in one of several forms.
//
// Threads: one. Ownership: the stream must outlive the printer.
#pragma once

#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include "inspection/clock.hpp"
#include "inspection/event_columns.hpp"
#include "inspection/log_walk.hpp"
#include "json/print_form.hpp"

namespace allot::inspection {

// How money is shown to people. Logs know minor units only.
struct Currency {
  std::string code;  // such as EUR; empty: not said, and amounts are shown as they are logged
  int exponent{};    // decimals
};

struct PrintOptions {
  json::PrintForm form;
  Currency currency;
  Clock clock;              // of tables
  std::size_t columns{80};  // of the terminal, for tables
};

class EventPrinter : public StepVisitor {
 public:
  void step(const Step& step) final;
  // Effects: prints what is kept back, and what ends the form. Nothing may be shown after it.
  virtual void finish() {}

 protected:
  virtual void row(const EventRow& row, const Core& core) = 0;
};

// A table for people that fits into `columns`: rows come out by the hundred, or at a pause.
[[nodiscard]] std::unique_ptr<EventPrinter> table_printer(std::ostream& out,
                                                          const PrintOptions& options);
// An object a line.
[[nodiscard]] std::unique_ptr<EventPrinter> json_printer(std::ostream& out,
                                                         const PrintOptions& options);
// A header, and a line an event, as RFC 4180 says but with bare line feeds.
[[nodiscard]] std::unique_ptr<EventPrinter> csv_printer(std::ostream& out,
                                                        const PrintOptions& options);
// An Arrow IPC stream, by batches; at a pause what there is is a batch.
[[nodiscard]] std::unique_ptr<EventPrinter> arrow_printer(std::ostream& out,
                                                          const PrintOptions& options);

}  // namespace allot::inspection
