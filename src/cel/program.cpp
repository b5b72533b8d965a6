#include "cel/program.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <map>
#include <set>

namespace allot::cel {

// Writes the instructions of a graph. A region is what runs as a whole or not at all: the program,
// the body of a loop, what one branch or one operand of a chain adds. What was calculated in a
// region is known until its end.
class Emitter {
 public:
  Emitter(const Graph& graph, ProgramParts& out) : graph_(graph), out_(out) {}

  void run() {
    out_.constants = graph_.constants();
    calculate_shared(graph_.roots(), 0);
    for (const NodeIndex root : graph_.roots()) out_.results.push_back(register_of(root));
  }

 private:
  [[nodiscard]] const GraphNode& at(NodeIndex index) const { return graph_.nodes()[index]; }

  // What several nodes ask for is calculated before any of them, so that it is known to all,
  // whatever branch they stand in. An error is a value, so that nothing is lost by calculating too
  // much. `level`: the innermost whose variable is there; what needs less was calculated further
  // out.
  void calculate_shared(const std::vector<NodeIndex>& from, std::uint32_t level) {
    std::set<NodeIndex> below;
    for (const NodeIndex root : from) gather(root, below);
    // Children have smaller numbers than what is made of them.
    for (const NodeIndex index : below) {
      const GraphNode& node = at(index);
      if (node.uses > 1 && innermost(node) == level && !is_there(node)) (void)register_of(index);
    }
  }

  // What stands in the body of a macro and does not depend on its variable is calculated once.
  void calculate_around(NodeIndex body, std::uint32_t level) {
    std::set<NodeIndex> below;
    gather(body, below);
    for (const NodeIndex index : below) {
      const GraphNode& node = at(index);
      if (innermost(node) < level && !is_there(node)) (void)register_of(index);
    }
  }

  static std::uint32_t innermost(const GraphNode& node) noexcept {
    return static_cast<std::uint32_t>(std::bit_width(node.levels));
  }
  static bool is_there(const GraphNode& node) noexcept { return node.kind == NodeKind::element; }

  void gather(NodeIndex index, std::set<NodeIndex>& below) const {
    if (!below.insert(index).second) return;
    for (const NodeIndex child : at(index).children) gather(child, below);
  }

  std::uint32_t register_of(NodeIndex index) {
    if (const auto found = known_.find(index); found != known_.end()) return found->second;
    const std::uint32_t made = emitted(index);
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
      case NodeKind::constant: return load(Code::load_constant, node, node.index);
      case NodeKind::variable: return load(Code::load_variable, node, node.index);
      case NodeKind::element: return elements_[node.index];
      case NodeKind::field: return load_field(Code::load_field, node);
      case NodeKind::has: return load_field(Code::ask_field, node);
      case NodeKind::call: return call(node);
      case NodeKind::strict_or: return simple(Code::strict_or, node, 0);
      case NodeKind::chain: return chain(node);
      case NodeKind::conditional: return conditional(node);
      case NodeKind::comprehension: return comprehension(node);
    }
    return 0;
  }

  std::uint32_t load(Code code, const GraphNode& node, std::uint32_t from) {
    Instruction made;
    made.code = code;
    made.type = node.type;
    made.to = fresh();
    made.a = from;
    return written(made);
  }

  std::uint32_t load_field(Code code, const GraphNode& node) {
    Instruction made;
    made.code = code;
    made.type = node.type;
    made.a = register_of(node.children[0]);
    made.b = node.index;
    made.to = fresh();
    return written(made);
  }

  std::uint32_t simple(Code code, const GraphNode& node, std::uint8_t choice) {
    Instruction made;
    made.code = code;
    made.choice = choice;
    made.type = node.type;
    made.a = register_of(node.children[0]);
    if (node.children.size() > 1) made.b = register_of(node.children[1]);
    made.to = fresh();
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
      case Function::subtract: return simple(sum_code(node), node, 0);
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
        made.to = fresh();
        return written(made);
      }
      case Function::to_int: return simple(Code::seconds_of, node, 0);
      default: return simple(compare_code(type), node, function);
    }
  }

  [[nodiscard]] Code sum_code(const GraphNode& node) const {
    const bool plus = node.function == Function::add;
    const bool from_time = at(node.children[0]).type == TypeKind::timestamp;
    const bool by_time = at(node.children[1]).type == TypeKind::timestamp;
    if (from_time && by_time) return Code::subtract_times;
    if (from_time) return plus ? Code::add_to_time : Code::subtract_from_time;
    if (by_time) return Code::add_time_to;
    if (node.type == TypeKind::duration) {
      return plus ? Code::add_durations : Code::subtract_durations;
    }
    return plus ? Code::add : Code::subtract;
  }

  static Code compare_code(TypeKind type) noexcept {
    switch (type) {
      case TypeKind::text: return Code::compare_texts;
      case TypeKind::timestamp: return Code::compare_times;
      case TypeKind::unsigned_integer: return Code::compare_tokens;
      default: return Code::compare_numbers;
    }
  }

  // The first operand, then each further one unless what was found decides.
  std::uint32_t chain(const GraphNode& node) {
    const std::uint8_t decides = node.function == Function::logical_or ? 1 : 0;
    const std::uint32_t to = fresh();
    copy(to, register_of(node.children[0]));
    std::vector<std::size_t> jumps;
    const std::size_t before = learned_.size();
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      Instruction jump;
      jump.code = Code::jump_decided;
      jump.choice = decides;
      jump.to = to;
      jumps.push_back(out_.code.size());
      out_.code.push_back(jump);
      Instruction next;
      next.code = Code::absorb;
      next.choice = decides;
      next.a = register_of(node.children[i]);
      next.to = to;
      out_.code.push_back(next);
    }
    forget(before);
    for (const std::size_t jump : jumps) out_.code[jump].target = here();
    return to;
  }

  std::uint32_t conditional(const GraphNode& node) {
    const std::uint32_t to = fresh();
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
    loop.type = element_type(node.children[1], node.index);
    loop.slot = static_cast<std::uint8_t>(node.index - 1);
    loop.a = register_of(node.children[0]);
    calculate_around(node.children[1], node.index);
    loop.b = fresh();
    loop.to = fresh();
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

  // Returns: the type of a macro's variable, by a use of it; any type when it has none.
  [[nodiscard]] TypeKind element_type(NodeIndex body, std::uint32_t level) const {
    std::set<NodeIndex> below;
    gather(body, below);
    for (const NodeIndex index : below) {
      const GraphNode& node = at(index);
      if (node.kind == NodeKind::element && node.index == level) return node.type;
    }
    return TypeKind::dyn;
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
  std::uint32_t fresh() { return out_.registers++; }
  [[nodiscard]] std::uint32_t here() const noexcept {
    return static_cast<std::uint32_t>(out_.code.size());
  }

  const Graph& graph_;
  ProgramParts& out_;
  std::map<NodeIndex, std::uint32_t> known_;  // what was calculated -> the register of it
  std::vector<NodeIndex> learned_;            // the same in the order in which it became known
  std::map<std::uint32_t, std::uint32_t> elements_;  // level -> the register of its element
};

Program::Program(const Environment& environment, std::span<const RuleExpression> rules) {
  Graph graph(environment);
  for (const RuleExpression& rule : rules) graph.add(rule.ast, rule.checked);
  Emitter(graph, parts_).run();
}

Program::Program(const Graph& graph) { Emitter(graph, parts_).run(); }

}  // namespace allot::cel
