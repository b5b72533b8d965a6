"""Each rule is shown a bad sample, which it must report, and a good one, which it must not."""
import json
import pathlib
import tempfile
import unittest

import determinism
import source
import structure
import text
import tidy

BANNER = "// A header.\n"
UNFINISHED = "TO" + "DO"


def lines(count, line="x\n"):
    return line * count


def function(body_lines, head="void f() {"):
    return head + "\n" + lines(body_lines, "  g();\n") + "}\n"


def members(count):
    return "class A final : public B {\n public:\n  A() : x_{1} {}\n" + "".join(
        f"  [[nodiscard]] int f{i}() const {{ return x{i}_; }}\n  int x{i}_{{{i}}};\n"
        for i in range(count // 2)) + "  int odd_;\n" * (count % 2) + "};\n"


# rule -> (path, bad text, other files)
BAD = {
    "rank": [
        ("include/allot/risk/a.hpp", BANNER + '#include "allot/allocation/b.hpp"\n'),
        ("src/intake/a.cpp", '#include "sequencing/b.hpp"\n'),
        ("src/journal/a.cpp", "#include <allot/driver/b.hpp>\n"),
        ("src/replay/a.cpp", '#include "simulation/b.hpp"\n'),
        ("src/driver/a.cpp", '#include "allot/allot.h"\n'),
        ("src/driver/a.cpp", '#include "allot/c/values.h"\n'),
    ],
    "circle": [
        ("src/risk/a.hpp", BANNER + '#include "risk/b.hpp"\n', {"src/risk/b.hpp": BANNER + '#include "risk/a.hpp"\n'}),
        # A header and its source file are one, in whatever folders they lie.
        ("src/risk/a.cpp", '#include "risk/b.hpp"\n', {
            "include/allot/risk/a.hpp": BANNER,
            "src/risk/b.hpp": BANNER + '#include "risk/c.hpp"\n',
            "src/risk/c.cpp": '#include "risk/c.hpp"\n#include "allot/risk/a.hpp"\n',
            "src/risk/c.hpp": BANNER}),
    ],
    "room": [
        ("src/a.cpp", ""),
        ("src/helpers/a.cpp", ""),
        ("include/allot/util/a.hpp", BANNER),
        ("include/allot/c/a.hpp", BANNER),
    ],
    "one-driver": [("src/program/a.cpp", "answer = core_->apply(in, out);\n"),
                   ("bindings/c/a.cpp", "(void)core.apply(in, out);\n"),
                   ("src/driver/a.hpp", BANNER + "inline void f() { shard.core().apply(in, out); }\n")],
    "foreign-include": [
        ("include/allot/intake/a.hpp", BANNER + "#include <boost/lockfree/spsc_queue.hpp>\n"),
        ("include/allot/types/a.hpp", BANNER + '#include "absl/status/status.h"\n'),
        ("include/allot/journal/a.hpp", BANNER + "#include <flatbuffers/flatbuffers.h>\n"),
    ],
    "public-header": [("include/allot/risk/a.hpp", BANNER + '#include "allot/engine.hpp"\n',
                       {"include/allot/engine.hpp": BANNER})],
    "c-header": [("include/allot/allot.h", "/* C. */\n#include <stdio.h>\n"),
                 ("include/allot/c/a.h", "/* C. */\n#include <time.h>\n"),
                 ("include/allot/c/a.h", '/* C. */\n#include "allot/types/ids.hpp"\n'),
                 ("include/allot/c/a.h", "/* C. */\n" + lines(structure.C_HEADER_LINES_MAX, "int x;\n"))],
    "banner": [("include/allot/risk/a.hpp", "#pragma once\n"), ("src/risk/a.hpp", "\n// late\n")],
    "unfinished": [("docs/a.md", f"{UNFINISHED}: write this\n"), ("src/risk/a.cpp", f"// {UNFINISHED}\n")],
    "file-length": [("src/risk/a.cpp", lines(text.FILE_LINES_MAX + 1, "int x;\n"))],
    "header-length": [("include/allot/risk/a.hpp", BANNER + lines(text.HEADER_LINES_MAX, "int x;\n")),
                      ("src/risk/a.hpp", BANNER + lines(text.HEADER_LINES_MAX, "int x;\n"))],
    "class-members": [("src/risk/a.hpp", BANNER + members(31)), ("src/risk/a.cpp", members(31))],
    "function-length": [
        ("src/risk/a.cpp", "namespace a {\n" + function(100) + "}\n"),
        ("src/risk/b.cpp", "struct S {\n" + function(100, "int f() const noexcept {") + "};\n"),
        ("src/risk/c.cpp", function(100, "S::S(int a) : a_{a}, b_(2), c_{} {")),
        ("src/risk/d.cpp", function(100, "template <class T>\nauto f(T t) -> decltype(t) {")),
        ("scripts/a.py", "def f():\n" + lines(101, "    g()\n")),
    ],
    "docs-columns": [("docs/a.md", "word " * 24 + "w\n"),
                     ("docs/decisions/0001-a.md", "```\ncode\n```\n- " + "word " * 24 + "\n"),
                     ("README.md", "[a link](to) " + "word " * 24 + "\n")],
    "named-path": [("docs/a.md", "see [b](b.md)\n"), ("README.md", "see `src/risk/gone.cpp`\n"),
                   ("docs/decisions/0001-a.md", "[b](../b.md#part)\n"),
                   ("src/risk/a.cpp", "// Why: docs/gone.md.\n"),
                   ("src/risk/b.cpp", "// Why: decision 0099.\n")],
    "heading": [("docs/a.md", "# Part one\n\n[here](#part-two)\n"),
                ("README.md", "[b](docs/b.md#it-s-there)\n", {"docs/b.md": "# It's there\n```\n# it s there\n```\n"})],
    "found-page": [("README.md", "docs/a.md\n", {"docs/a.md": "# A\n"}),
                   ("docs/c.md", "[a](a.md)\n", {"README.md": "[a](docs/a.md)\n", "docs/a.md": "# A\n"})],
    "macro-name": [("src/risk/a.cpp", "#define LIKELY(x) x\n"),
                   ("include/allot/types/a.hpp", BANNER + "#define CHECK(x) x\n")],
    "macro-count": [("include/allot/types/a.hpp", BANNER + "".join(
        f"#define ALLOT_{name} 1\n" for name in "ABCDE"))],
    "machine": [
        ("scripts/a.sh", "cd /" + "home/someone/allot\n"),
        ("docs/a.md", "see /" + "root/allot\n"),
        ("scripts/b.sh", "curl https://" + "pypi" + ".org/simple\n"),
        ("scripts/c.sh", "curl http://" + "10.0.0.1/x\n"),
    ],
    "installed-name": [
        ("docs/a.md", "$ pip install al" + "lot\n"),
        ("README.md", "once `pip install 'al" + "lot[files]'` ran\n"),
        ("docs/b.md", "python3 -m pip install -U numpy al" + "lot==0.1\n"),
    ],
    "quiet-library": [
        ("src/journal/a.cpp", 'void f() { std::printf("x"); }\n'),
        ("src/journal/b.cpp", "void f() { std::cerr << 1; }\n"),
        ("include/allot/driver/a.hpp", BANNER + "inline void f() { std::abort(); }\n"),
        ("src/json/a.cpp", "void f() { exit(1); }\n"),
        ("bindings/c/c.cpp", "void f() { std::terminate(); }\n"),
        ("bindings/c/generated/c.cpp", "void f() { std::terminate(); }\n"),
        ("src/risk/a.cpp", "void f(int x) { assert(x > 0); }\n"),
    ],
    "drawn-order": [("tests/generator/a.cpp", "void f() { add({id(3)}, random_.u32(1, 2)); }\n"),
                    ("tests/generator/b.cpp", "void f() { x = random_.below(3) + random_.below(2); }\n"),
                    ("src/simulation/a.cpp", "void f() { x = random.below(3) + random.below(2); }\n"),
                    ("tests/generator/c.cpp", "int one() { return random_.below(3); }\n"
                                              "int two() { return one(); }\n"
                                              "void f() { x = two() + random_.pick<std::string>({}); }\n")],
    "clock": [("src/risk/a.cpp", "auto t = std::chrono::steady_clock::now();\n"),
              ("src/identity/a.cpp", "auto t = time(nullptr);\n")],
    "float": [("src/allocation/a.cpp", "double price;\n"), ("src/risk/a.cpp", "auto x = 1.5;\n")],
    "random": [("src/allocation/a.cpp", "std::mt19937_64 random;\n"),
               ("src/risk/a.cpp", "int x = rand();\n")],
    "locale": [("src/catalogue/a.cpp", "std::ostringstream out;\n"),
               ("src/catalogue/b.cpp", "auto x = toupper(c);\n")],
    "hash-order": [("src/identity/a.cpp", "#include <unordered_map>\n"),
                   ("include/allot/risk/a.hpp", BANNER + "absl::flat_hash_map<int, int> map;\n")],
    "std-hash": [("src/identity/a.cpp", "auto h = std::hash<int>{}(1);\n")],
    "thread": [("src/sequencing/a.cpp", "auto id = std::this_thread::get_id();\n")],
    "environment": [("src/allocation/a.cpp", 'auto x = std::getenv("X");\n')],
    "pointer-order": [("src/allocation/a.cpp", "std::map<const Order*, int> orders;\n"),
                      ("src/allocation/b.cpp", "std::set<Order *> orders;\n"),
                      ("src/risk/a.cpp", "auto x = reinterpret_cast<std::uintptr_t>(p);\n")],
}

GOOD = {
    # Down and sideways are allowed, and so are the tools.
    "include/allot/risk/a.hpp": BANNER + '#include "allot/sequencing/b.hpp"\n#include "a-inl.hpp"\n',
    "src/driver/a.cpp": '#include "allocation/b.hpp"\n#include <boost/version.hpp>\n#include <map>\n',
    "src/program/a.cpp": '#include "simulation/b.hpp"\nvoid f() { std::printf("x"); std::exit(1); }\n',
    "src/driver/driver-inl.hpp": BANNER + "inline void f() { core_->apply(in, out); }\n",
    # One draw after the other: in braces, in statements, on both sides of what chooses.
    "tests/generator/a.cpp": "void f() { A a{id(3), fault() ? id(2) : random_.u32(1, id(2))}; }\n"
                             "void g() { if (fault()) x = id(2); else return fault() && id(2); }\n",
    "src/program/b.cpp": "auto t = std::chrono::steady_clock::now(); double x = 1.5;\n",
    # Words in comments and literals are not code; members may have the names of functions.
    "src/allocation/a.cpp": '// no double, no rand()\nauto text = "std::hash of 1.5";\n'
                            "auto n = 1'000'000; std::map<int, Order*> orders;\n"
                            "void f() { claim.abort(); static_assert(true); snprintf(b, 1, x); }\n",
    "include/allot/engine.hpp": BANNER + '#include "allot/risk/a.hpp"\n',
    "include/allot/allot.h": '/* C. */\n#ifndef ALLOT_H\n#define ALLOT_H\n#include <stdint.h>\n'
                             '#include "allot/c/a.h"\n#endif\n',
    "include/allot/c/a.h": '/* C. */\n#ifndef ALLOT_C_A_H\n#define ALLOT_C_A_H\n#include <stdint.h>\n'
                           '#include "allot/c/b.h"\n#endif\n',
    "src/risk/a.cpp": "namespace a {\n" + lines(30, function(20)) + "}\n#define ALLOT_X 1\n",
    "src/risk/b.cpp": "namespace a {\nstruct S {\n" + lines(30, "  int x{\n    f(\n      1)\n  };\n") + "};\n}\n",
    "docs/b.md": "[a](a.md#part), [site](https://example.org/x), `src/risk/a.cpp`, `src/<room>/*.cpp`\n",
    "README.md": "[b](docs/b.md)\n",
    "docs/a.md": "## Part\n" + "word " * 23 + "words\n| " + "cell | " * 40 + "\n```\n" + "code " * 40 + "\n```\n"
                 "- [text of a link](https://" + "x" * 120 + ").\n",
    "src/risk/c.cpp": function(95, "S::S(int a) : a_{a}, b_(2), c_{} {"),
    # What a thing is made of, and its bodies, may include it and be included by its source file.
    "src/orders/a.hpp": BANNER,
    "src/orders/a-state.hpp": BANNER + '#include "orders/a.hpp"\n',
    "src/orders/a.cpp": '#include "orders/a-state.hpp"\n#include "orders/b.hpp"\n',
    "src/orders/b.hpp": BANNER + members(30),
    "src/orders/b.cpp": '#include "orders/b.hpp"\n',
}


class Rules(unittest.TestCase):
    def test_every_rule_has_a_bad_sample(self):
        self.assertEqual(set(BAD), set(tidy.RULES) | set(determinism.BANS))

    def test_bad_samples_are_reported(self):
        for rule, samples in BAD.items():
            for path, sample, *others in samples:
                with self.subTest(rule=rule, path=path):
                    tree = {path: sample, **(others[0] if others else {})}
                    self.assertIn(rule, {found for _, _, found, _ in tidy.check(tree)})

    def test_good_samples_are_not(self):
        self.assertEqual(tidy.check(GOOD), [])

    def test_the_line_is_named(self):
        sample = {"src/risk/a.cpp": "int a;\n/* two\n lines */\nfloat b;\n"}
        self.assertEqual([(path, line, rule) for path, line, rule, _ in tidy.check(sample)],
                         [("src/risk/a.cpp", 4, "float")])


class Members(unittest.TestCase):
    def test_what_counts(self):
        found = list(source.class_members("""
struct Plain { int a{1}; std::vector<int> b = {1, 2}; static constexpr int c = 3; };
template <class T>
class Rich final : private Base<T>, public Other {
 public:
  explicit Rich(int a) : a_{a}, b_(f()) { g(); }
  ~Rich() override;
  Rich(const Rich&) = delete;
  Rich& operator=(const Rich&) = delete;
  enum class Kind : std::uint8_t { one, two };
  struct Inner { int x; int y; };
  class Later;
  friend class Engine;
  using Key = int;
  static_assert(sizeof(int) == 4);
  template <class V>
  void visit(V&& v) const { if (a_) { v(b_); } }
  [[nodiscard]] auto get() const -> int { return a_; }
  friend bool operator==(const Rich&, const Rich&) = default;
 private:
  void private_function(
      int a, int b);
  int a_;
  std::array<int, 3> b_{1, 2, 3};
};
enum class NoClass { a, b };
"""))
        self.assertEqual([(name, count) for _, name, count in found],
                         [("Plain", 3), ("Rich", 5), ("Inner", 2)])


class Determinism(unittest.TestCase):
    """The bans reach all that a decision, its record and its check are made by: in the files as they are."""
    tree = tidy.load_tree(tidy.ROOT)
    CLOCK = "const auto seen = std::chrono::steady_clock::now().time_since_epoch().count();\n"

    def found(self, path, sample):
        return {rule for rule, found, _, _ in determinism.bans({path: sample}) if found == path}

    def behind(self, path, place, inserted):
        text = self.tree[path]
        self.assertEqual(text.count(place), 1, f"{path} no longer has '{place}' once: this test has to follow")
        return text.replace(place, place + inserted)

    def test_a_clock_and_a_double_in_the_step(self):
        path = "src/core/core.cpp"
        edited = self.behind(path, "Answer Core::apply(const Sequenced& in, Outcome& out) {\n",
                             "  " + self.CLOCK + "  const double share = static_cast<double>(seen) / 2;\n")
        self.assertEqual(self.found(path, self.tree[path]), set())
        self.assertEqual(self.found(path, edited), {"clock", "float"})

    def test_a_hash_map_in_the_index(self):
        path = "src/containers/key_index.hpp"
        edited = self.behind(path, "#pragma once\n", "#include <unordered_map>\n")
        self.assertEqual(self.found(path, self.tree[path]), set())
        self.assertEqual(self.found(path, edited), {"hash-order"})

    def test_an_order_of_pointers_in_the_index(self):
        path = "src/containers/key_index.hpp"
        edited = self.behind(path, " private:\n", "  std::set<const Key*> seen;\n")
        self.assertEqual(self.found(path, edited), {"pointer-order"})

    def test_a_clock_in_hash_record_and_check(self):
        for path in ("src/intake/body_hash.cpp", "src/journal/record_encode.cpp", "src/journal/record_decode.cpp",
                     "src/core/outcome_check.cpp", "src/core/state_codec.cpp"):
            with self.subTest(path=path):
                self.assertEqual(self.found(path, self.tree[path]), set())
                self.assertEqual(self.found(path, self.behind(path, "namespace allot {\n", self.CLOCK)), {"clock"})

    def test_a_clock_in_any_file_of_any_room(self):
        files = [path for path in self.tree if structure.room_of(path) in structure.ROOMS
                 and path.endswith((".hpp", ".cpp"))]
        self.assertGreater(len(files), 100)
        for path in files:
            self.assertIn("clock", self.found(path, self.tree[path] + self.CLOCK), path)

    def test_no_exception_where_a_step_passes(self):
        exceptions = tidy.load_exceptions(["clock src/core/core.cpp  # just once",
                                           "clock src/driver/a.cpp  # waits"])
        self.assertEqual([line for line, _ in determinism.excepted_purity(exceptions)], [1])
        found = tidy.check({"src/core/core.cpp": self.CLOCK}, exceptions=exceptions)
        self.assertIn(("tests/tidy/exceptions.txt", 1, "exception"), [f[:3] for f in found])


class Built(unittest.TestCase):
    PROGRAMS = {"tests/risk/a_test.cpp": "", "bench/a_bench.cpp": "", "tests/fuzz/a_fuzz.cpp": "",
                "src/risk/a.cpp": "", "bindings/c/c_test.c": ""}

    def test_sources_that_no_target_compiles(self):
        found = [path for path, _, _ in structure.built(self.PROGRAMS, set())]
        self.assertEqual(found, list(self.PROGRAMS))

    def test_sources_that_are_built(self):
        self.assertEqual(list(structure.built(self.PROGRAMS, set(self.PROGRAMS))), [])

    def test_files_compiled_alone_and_in_a_unity_file(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder).resolve()
            (root / "unity_0_cxx.cxx").write_text(f'#include "{root}/src/risk/a.cpp"\n')
            commands = [{"directory": str(root), "file": file}
                        for file in ("src/risk/b.cpp", "unity_0_cxx.cxx", "/elsewhere/c.cpp")]
            (root / "compile_commands.json").write_text(json.dumps(commands))
            self.assertEqual(tidy.compiled_files(root, root), {"src/risk/a.cpp", "src/risk/b.cpp"})


class Exceptions(unittest.TestCase):
    BAD = {"src/driver/a.cpp": "auto t = std::chrono::system_clock::now();\n"}

    def test_one_by_name(self):
        exceptions = tidy.load_exceptions(["clock src/driver/a.cpp  # the one place"])
        self.assertEqual(tidy.check(self.BAD, exceptions=exceptions), [])

    def test_one_that_nothing_needs(self):
        exceptions = tidy.load_exceptions(["", "clock src/driver/a.cpp  # gone"])
        found = tidy.check({}, exceptions=exceptions)
        self.assertEqual([(line, rule) for _, line, rule, _ in found], [(2, "exception")])

    def test_one_without_a_reason(self):
        with self.assertRaises(SystemExit):
            tidy.load_exceptions(["clock src/risk/a.cpp"])


if __name__ == "__main__":
    unittest.main()
