#include "cel/program.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <map>
#include <optional>
#include <set>

namespace allot::cel {
namespace {

Instruction end_of_program() noexcept {
  Instruction end;
  end.code = Code::end;
  return end;
}

// Instructions that take less than a jump that goes now here, now there.
constexpr std::uint32_t short_max = 4;

std::uint32_t innermost(const GraphNode& node) noexcept {
  return static_cast<std::uint32_t>(std::bit_width(node.levels));
}
bool is_there(const GraphNode& node) noexcept { return node.kind == NodeKind::element; }

void gather(const Graph& graph, NodeIndex index, std::set<NodeIndex>& below) {
  if (!below.insert(index).second) return;
  for (const NodeIndex child : graph.nodes()[index].children) gather(graph, child, below);
}

Code load_code(TypeKind type) noexcept {
  switch (type) {
    case TypeKind::integer: return Code::load_int;
    case TypeKind::unsigned_integer: return Code::load_token;
    case TypeKind::duration: return Code::load_span;
    default: return Code::load_field;
  }
}

// An int or a duration with a constant behind it.
std::optional<std::int64_t> number_behind(const Graph& graph, const GraphNode& node) {
  const GraphNode& right = graph.nodes()[node.children[1]];
  if (right.kind != NodeKind::constant) return std::nullopt;
  const Value& value = graph.constants()[right.index];
  if (const auto* number = value.as<std::int64_t>()) return *number;
  if (const auto* span = value.as<Duration>()) return span->ns;
  return std::nullopt;
}

Code sum_code(const Graph& graph, const GraphNode& node) {
  const bool plus = node.function == Function::add;
  const bool from_time = graph.nodes()[node.children[0]].type == TypeKind::timestamp;
  const bool by_time = graph.nodes()[node.children[1]].type == TypeKind::timestamp;
  if (from_time && by_time) return Code::subtract_times;
  if (from_time) return plus ? Code::add_to_time : Code::subtract_from_time;
  if (by_time) return Code::add_time_to;
  if (node.type == TypeKind::duration) {
    return plus ? Code::add_durations : Code::subtract_durations;
  }
  return plus ? Code::add : Code::subtract;
}

Code compare_code(TypeKind type) noexcept {
  switch (type) {
    case TypeKind::text: return Code::compare_texts;
    case TypeKind::timestamp: return Code::compare_times;
    case TypeKind::unsigned_integer: return Code::compare_tokens;
    default: return Code::compare_numbers;
  }
}

bool takes_numbers(const Graph& graph, const GraphNode& node) {
  if (node.function == Function::in || is_calendar_part(node.function)) return false;
  return std::all_of(node.children.begin(), node.children.end(), [&graph](NodeIndex child) {
    const TypeKind type = graph.nodes()[child].type;
    return type == TypeKind::boolean || type == TypeKind::integer ||
           type == TypeKind::unsigned_integer || type == TypeKind::duration;
  });
}

// Returns: the type of a macro's variable, by a use of it; any type when it has none.
TypeKind element_type(const Graph& graph, NodeIndex body, std::uint32_t level) {
  std::set<NodeIndex> below;
  gather(graph, body, below);
  for (const NodeIndex index : below) {
    const GraphNode& node = graph.nodes()[index];
    if (node.kind == NodeKind::element && node.index == level) return node.type;
  }
  return TypeKind::dyn;
}

// Whether a node is calculated again by each row of a table that asks for it: a comparison with a
// constant, or several of which all hold. A row that is not looked at then costs nothing; to keep
// what it shares with others would.
bool is_cell(const Graph& graph, NodeIndex index) {
  const GraphNode& node = graph.nodes()[index];
  const auto each = [&](NodeIndex child) { return is_cell(graph, child); };
  if (node.kind == NodeKind::chain && node.function == Function::logical_and) {
    return std::all_of(node.children.begin(), node.children.end(), each);
  }
  const bool compares =
      node.function == Function::in ||
      (node.function >= Function::equals && node.function <= Function::greater_equals);
  return node.kind == NodeKind::call && compares &&
         graph.nodes()[node.children[1]].kind == NodeKind::constant;
}

// Returns: what is calculated for all rows: columns, so that rows can be found by them, and what
//          several ask for.
std::set<NodeIndex> shared_by_rows(const Graph& graph, const std::vector<NodeIndex>& rows) {
  std::set<NodeIndex> shared;
  for (const NodeIndex root : rows) gather(graph, root, shared);
  std::set<NodeIndex> columns;
  for (const NodeIndex index : shared) {
    const GraphNode& node = graph.nodes()[index];
    if (node.kind == NodeKind::call && is_cell(graph, index)) columns.insert(node.children[0]);
  }
  const std::set<NodeIndex> roots(rows.begin(), rows.end());
  std::erase_if(shared, [&](NodeIndex index) {
    if (columns.contains(index)) return false;
    const GraphNode& node = graph.nodes()[index];
    const bool is_own = node.kind == NodeKind::constant || roots.contains(index);
    return node.uses < 2 || is_own || is_cell(graph, index);
  });
  return shared;
}

// Gives out registers. Those of rows stand behind all others: what one row is done with, the next
// one uses again.
class RegisterNumbers {
 public:
  explicit RegisterNumbers(ProgramParts& out) : out_(out) {}

  std::uint32_t fresh() {
    if (!in_row_) return out_.registers++;
    most_ = std::max(most_, used_ + 1);
    return local + used_++;
  }
  void begin_row() {
    in_row_ = true;
    used_ = 0;
  }
  void end_rows() {
    for (Instruction& one : out_.code) {
      place(one.to);
      place(one.a);
      place(one.b);
    }
    for (std::uint32_t& result : out_.results) place(result);
    out_.registers += most_;
  }

 private:
  // Numbers until it is known how many others there are.
  static constexpr std::uint32_t local = 1U << 31U;

  void place(std::uint32_t& index) const {
    if (index >= local) index = index - local + out_.registers;
  }

  ProgramParts& out_;
  bool in_row_{false};
  std::uint32_t used_{0};
  std::uint32_t most_{0};
};

}  // namespace

// Writes the instructions of a graph. A region is what runs as a whole or not at all: the program,
// the body of a loop, what one branch or one operand of a chain adds. What was calculated in a
// region is known until its end.
class Emitter {
 public:
  Emitter(const Graph& graph, ProgramParts& out) : graph_(graph), out_(out) {}

  void run() {
    out_.constants = graph_.constants();
    std::vector<bool> is_row(graph_.roots().size());
    for (const Table& table : out_.tables) {
      for (const TableRow& row : table.rows) is_row[row.rule] = true;
    }
    std::vector<NodeIndex> alone;
    std::vector<NodeIndex> rows;
    for (std::size_t i = 0; i < is_row.size(); ++i) {
      (is_row[i] ? rows : alone).push_back(graph_.roots()[i]);
    }
    calculate_for_all(alone, rows);
    out_.results.resize(is_row.size());
    for (std::size_t i = 0; i < is_row.size(); ++i) {
      if (!is_row[i]) out_.results[i] = register_of(graph_.roots()[i]);
    }
    out_.code.push_back(end_of_program());
    write_rows();
  }

 private:
  [[nodiscard]] const GraphNode& at(NodeIndex index) const { return graph_.nodes()[index]; }

  // What rows of tables share is calculated for all of them.
  void calculate_for_all(const std::vector<NodeIndex>& alone, const std::vector<NodeIndex>& rows) {
    std::set<NodeIndex> wanted = shared_by_rows(graph_, rows);
    std::set<NodeIndex> below;
    for (const NodeIndex root : alone) gather(graph_, root, below);
    for (const NodeIndex index : below) {
      if (at(index).uses > 1) wanted.insert(index);
    }
    // Children have smaller numbers than what is made of them.
    for (const NodeIndex index : wanted) {
      if (innermost(at(index)) == 0 && !is_there(at(index))) (void)register_of(index);
    }
  }

  void write_rows() {
    for (Table& table : out_.tables) {
      for (TableRow& row : table.rows) {
        row.begin = here();
        numbers_.begin_row();
        const std::size_t before = learned_.size();
        out_.results[row.rule] = register_of(graph_.roots()[row.rule]);
        forget(before);
        out_.code.push_back(end_of_program());
      }
    }
    numbers_.end_rows();
  }

  // What several nodes ask for is calculated before any of them, so that it is known to all,
  // whatever branch they stand in. An error is a value, so that nothing is lost by calculating too
  // much. `level`: the innermost whose variable is there; what needs less was calculated further
  // out.
  void calculate_shared(const std::vector<NodeIndex>& from, std::uint32_t level) {
    std::set<NodeIndex> below;
    for (const NodeIndex root : from) gather(graph_, root, below);
    // Children have smaller numbers than what is made of them.
    for (const NodeIndex index : below) {
      const GraphNode& node = at(index);
      if (node.uses > 1 && innermost(node) == level && !is_there(node)) (void)register_of(index);
    }
  }

  // What stands in the body of a macro and does not depend on its variable is calculated once.
  void calculate_around(NodeIndex body, std::uint32_t level) {
    std::set<NodeIndex> below;
    gather(graph_, body, below);
    for (const NodeIndex index : below) {
      const GraphNode& node = at(index);
      if (innermost(node) < level && !is_there(node)) (void)register_of(index);
    }
  }

  std::uint32_t register_of(NodeIndex index) {
    if (const auto found = known_.find(index); found != known_.end()) return found->second;
    const std::uint32_t made = emitted(index);
    if (at(index).kind == NodeKind::constant) return made;
    known_[index] = made;
    learned_.push_back(index);
    return made;
  }

  // Ends a region that began when so much was known.
  void forget(std::size_t known) {
    for (; learned_.size() > known; learned_.pop_back()) known_.erase(learned_.back());
  }

  std::uint32_t emitted(NodeIndex index) {
    const GraphNode& node = at(index);
    switch (node.kind) {
      case NodeKind::constant: return constant(index);
      case NodeKind::variable: return load_variable(node);
      case NodeKind::element: return elements_[node.index];
      case NodeKind::field: return load_field(load_code(node.type), node);
      case NodeKind::has: return load_field(Code::ask_field, node);
      case NodeKind::call: return call(node);
      case NodeKind::strict_or: return simple(Code::strict_or, node, 0);
      case NodeKind::chain: return chain(node);
      case NodeKind::conditional: return conditional(node);
      case NodeKind::comprehension: return comprehension(node);
    }
    return 0;
  }

  // Nothing writes to the register of a constant, so that it is known everywhere.
  std::uint32_t constant(NodeIndex index) {
    const auto [found, is_new] = constants_.try_emplace(index, out_.registers);
    if (is_new) {
      out_.constant_registers.push_back({out_.registers++, at(index).index, at(index).type});
    }
    return found->second;
  }

  std::uint32_t load_variable(const GraphNode& node) {
    Instruction made;
    made.code = Code::load_variable;
    made.type = node.type;
    made.to = numbers_.fresh();
    made.b = node.index;
    return written(made);
  }

  std::uint32_t load_field(Code code, const GraphNode& node) {
    Instruction made;
    made.code = code;
    made.type = node.type;
    made.a = register_of(node.children[0]);
    made.b = node.index;
    made.to = numbers_.fresh();
    return written(made);
  }

  // What nobody else asks for is read where it is compared.
  std::uint32_t compare(const GraphNode& node, TypeKind type) {
    const auto function = static_cast<std::uint8_t>(node.function);
    const std::optional<std::int64_t> number = number_behind(graph_, node);
    if (!number) return simple(compare_code(type), node, function);
    Instruction made;
    made.code = Code::compare_constant;
    made.choice = function;
    made.number = *number;
    const NodeIndex left = node.children[0];
    if (at(left).kind == NodeKind::field && type == TypeKind::integer && at(left).uses == 1 &&
        !known_.contains(left)) {
      made.code = Code::compare_field;
      made.type = type;
      made.a = register_of(at(left).children[0]);
      made.b = at(left).index;
    } else {
      made.a = register_of(left);
    }
    made.to = numbers_.fresh();
    return written(made);
  }

  std::uint32_t simple(Code code, const GraphNode& node, std::uint8_t choice) {
    Instruction made;
    made.code = code;
    made.choice = choice;
    made.type = node.type;
    made.a = register_of(node.children[0]);
    if (node.children.size() > 1) made.b = register_of(node.children[1]);
    made.to = numbers_.fresh();
    return written(made);
  }

  std::uint32_t call(const GraphNode& node) {
    const TypeKind type = at(node.children[0]).type;
    const auto function = static_cast<std::uint8_t>(node.function);
    if (is_calendar_part(node.function)) {
      const bool time = type == TypeKind::timestamp;
      return simple(time ? Code::time_part : Code::duration_part, node, function);
    }
    switch (node.function) {
      case Function::logical_not: return simple(Code::logical_not, node, 0);
      case Function::negate: return simple(Code::negate, node, 0);
      case Function::multiply: return simple(Code::multiply, node, 0);
      case Function::divide: return simple(Code::divide, node, 0);
      case Function::modulo: return simple(Code::modulo, node, 0);
      case Function::add:
      case Function::subtract: return simple(sum_code(graph_, node), node, 0);
      case Function::index: return simple(Code::load_index, node, 0);
      case Function::size:
        return simple(type == TypeKind::text ? Code::size_of_text : Code::size_of_values, node, 0);
      case Function::contains: return simple(Code::contains, node, 0);
      case Function::starts_with: return simple(Code::starts_with, node, 0);
      case Function::ends_with: return simple(Code::ends_with, node, 0);
      case Function::in: {
        const bool list = at(node.children[1]).type == TypeKind::list;
        Instruction made;
        made.code = list ? Code::in_list : Code::in_set;
        made.type = type;
        made.a = register_of(node.children[0]);
        made.b = register_of(node.children[1]);
        made.to = numbers_.fresh();
        return written(made);
      }
      case Function::to_int: return simple(Code::seconds_of, node, 0);
      default: return compare(node, type);
    }
  }

  // The first operand, then each further one unless what was found decides. Of two of which the
  // second takes next to nothing both are calculated: a jump that goes now here, now there takes
  // longer.
  std::uint32_t chain(const GraphNode& node) {
    Instruction made;
    made.code = Code::chain;
    made.choice = node.function == Function::logical_or ? 1 : 0;
    made.a = register_of(node.children[0]);
    if (node.children.size() == 2 && is_short(node.children[1])) {
      made.code = Code::join;
      made.b = register_of(node.children[1]);
      made.to = numbers_.fresh();
      return written(made);
    }
    made.to = numbers_.fresh();
    std::vector<std::size_t> jumps{out_.code.size()};
    out_.code.push_back(made);
    const std::size_t before = learned_.size();
    made.code = Code::absorb;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      made.a = register_of(node.children[i]);
      jumps.push_back(out_.code.size());
      out_.code.push_back(made);
    }
    forget(before);
    for (const std::size_t jump : jumps) out_.code[jump].target = here();
    return made.to;
  }

  // Whether a few instructions calculate it that do not look at texts, lists or times.
  [[nodiscard]] bool is_short(NodeIndex index) const {
    std::uint32_t instructions = 0;
    return adds_few(index, instructions);
  }

  // As deep as few instructions are.
  bool adds_few(NodeIndex index, std::uint32_t& instructions) const {
    const GraphNode& node = at(index);
    const bool is_there =
        known_.contains(index) || node.kind == NodeKind::constant || node.kind == NodeKind::element;
    if (is_there) return true;
    const bool plain = node.kind == NodeKind::field || node.kind == NodeKind::has ||
                       node.kind == NodeKind::variable ||
                       (node.kind == NodeKind::call && takes_numbers(graph_, node));
    if (!plain || ++instructions > short_max) return false;
    return std::all_of(node.children.begin(), node.children.end(),
                       [&](NodeIndex child) { return adds_few(child, instructions); });
  }

  std::uint32_t conditional(const GraphNode& node) {
    const std::uint32_t to = numbers_.fresh();
    Instruction branch;
    branch.code = Code::branch;
    branch.a = register_of(node.children[0]);
    branch.to = to;
    const std::size_t at_branch = out_.code.size();
    out_.code.push_back(branch);
    const std::size_t before = learned_.size();
    copy(to, register_of(node.children[1]));
    forget(before);
    const std::size_t at_jump = out_.code.size();
    Instruction jump;
    jump.code = Code::jump;
    out_.code.push_back(jump);
    out_.code[at_branch].target = here();
    copy(to, register_of(node.children[2]));
    forget(before);
    out_.code[at_jump].target = here();
    out_.code[at_branch].after = here();
    return to;
  }

  std::uint32_t comprehension(const GraphNode& node) {
    Instruction loop;
    loop.code = Code::loop;
    loop.choice = static_cast<std::uint8_t>(node.macro);
    loop.type = element_type(graph_, node.children[1], node.index);
    loop.slot = static_cast<std::uint8_t>(node.index - 1);
    loop.a = register_of(node.children[0]);
    calculate_around(node.children[1], node.index);
    loop.b = numbers_.fresh();
    loop.to = numbers_.fresh();
    const std::size_t at_loop = out_.code.size();
    out_.code.push_back(loop);
    const std::size_t before = learned_.size();
    // A loop of this level that ended before has left what it knew of its own element.
    elements_[node.index] = loop.b;
    Instruction next = loop;
    next.code = Code::next;
    next.target = here();
    calculate_shared({node.children[1]}, node.index);
    next.a = register_of(node.children[1]);
    out_.code.push_back(next);
    forget(before);
    out_.code[at_loop].target = here();
    return loop.to;
  }

  void copy(std::uint32_t to, std::uint32_t from) {
    Instruction made;
    made.code = Code::copy;
    made.to = to;
    made.a = from;
    out_.code.push_back(made);
  }

  std::uint32_t written(const Instruction& made) {
    out_.code.push_back(made);
    return made.to;
  }
  [[nodiscard]] std::uint32_t here() const noexcept {
    return static_cast<std::uint32_t>(out_.code.size());
  }

  const Graph& graph_;
  ProgramParts& out_;
  std::map<NodeIndex, std::uint32_t> constants_;
  std::map<NodeIndex, std::uint32_t> known_;  // what was calculated -> the register of it
  std::vector<NodeIndex> learned_;            // the same in the order in which it became known
  std::map<std::uint32_t, std::uint32_t> elements_;  // level -> the register of its element
  RegisterNumbers numbers_{out_};
};

Program::Program() { parts_.code.push_back(end_of_program()); }

Program::Program(const Environment& environment, std::span<const RuleExpression> rules) {
  Graph graph(environment);
  for (const RuleExpression& rule : rules) graph.add(rule.ast, rule.checked);
  Emitter(graph, parts_).run();
}

Program::Program(const Graph& graph, std::vector<Table> tables) {
  parts_.tables = std::move(tables);
  Emitter(graph, parts_).run();
}

}  // namespace allot::cel
