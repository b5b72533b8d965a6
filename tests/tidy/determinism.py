"""What may not occur where the same log must give the same answer, and what to use instead."""
import re

import source
import structure

# All rooms of the library are under the bans, wherever a decision or its record is made. What has to
# know a clock or a thread is an exception by name; for the core and every room below it, which a step
# crosses, there is none.
PURE_ROOMS = tuple(structure.ROOMS[:structure.ROOMS.index("core") + 1])

# rule -> (what is banned, what to use)
BANS = {
    "clock": (r"\b(system_clock|steady_clock|high_resolution_clock|utc_clock|clock_gettime"
              r"|gettimeofday|timespec_get|__rdtscp?|_rdtsc)\b|\bstd::time\b|\btime\s*\(\s*(nullptr|NULL)",
              "the step's own time, Sequenced::time"),
    "float": (r"\b(float|double)\b|(?<![\w.'])\d[\d']*\.\d", "integers: MoneyMinor, basis points"),
    "random": (r"\b(s?rand|[dlm]rand48|random_device|mt19937(_64)?|minstd_rand0?|default_random_engine"
               r"|random_shuffle|shuffle|\w+_distribution)\b", "a seed that is part of a logged command"),
    "locale": (r"\b(locale|setlocale|use_facet|[io]?stringstream|[io]?fstream|iostream|strto[dfl]\w*"
               r"|sto[dfil]\w*|ato[fil]\w*)\b|\b(is(alpha|alnum|digit|space|upper|lower)|to(upper|lower))\s*\(",
               "std::from_chars and std::to_chars"),
    "hash-order": (r"\b(unordered_(multi)?(map|set)|(flat|node)_hash_(map|set)"
                   r"|unordered_(flat|node)_(map|set))\b",
                   "containers/key_index.hpp to look up, and walk the array or the list instead"),
    "std-hash": (r"\bstd::hash\b|\bboost::hash\w*|\babsl::Hash\b|\bhash_(value|combine)\b",
                 "XXH3 or a mixer with fixed constants"),
    "thread": (r"\b(this_thread|thread_local|pthread_self|gettid|hardware_concurrency)\b|\bthread::id\b",
               "state that the Core owns: one thread at a time drives it"),
    "environment": (r"\b(secure_)?getenv\b|\bsetenv\b|\benviron\b",
                    "Limits, or a logged command: what can change an outcome is input"),
    "pointer-order": (r"\b(multi)?(map|set)\s*<\s*(const\s+)?[\w:]+\s*(const\s*)?\*|\bu?intptr_t\b"
                      r"|\b(less|greater)\s*<[^<>]*\*\s*>", "ids and indices, which replay alike"),
}


def excepted_purity(exceptions):
    """Yields (line of exceptions.txt, message) for each exception that a step would cross."""
    for (rule, path), number in exceptions.items():
        if rule in BANS and structure.room_of(path) in PURE_ROOMS:
            yield number, f"a step crosses {path}: nothing there may be excepted from {rule}"


def bans(tree):
    """Yields (rule, path, line, message): each ban has its own name for the exceptions list."""
    for path, text in tree.items():
        if structure.room_of(path) not in structure.ROOMS:
            continue
        code = source.code_of(text)
        for rule, (pattern, instead) in BANS.items():
            for match in re.finditer(pattern, code):
                yield (rule, path, source.line_of(code, match.start()),
                       f"'{match.group(0).strip()}' is not deterministic; use {instead}")


# What draws random numbers, by folder: the generator of commands has names of its own for it.
_DRAW = {
    "tests/generator/": re.compile(r"(?<![\w.])(random_?\.\w+(<[^<>()]*>)?|fault|id|one_of)$"),
    "": re.compile(r"(?<![\w.])random_?\.\w+(<[^<>()]*>)?$"),
}
_DRAWING = ("tests/", "bench/", "src/simulation/")


_FUNCTION = re.compile(r"\b(\w+)\s*\((?:[^;{}()]|\([^()]*\))*\)\s*(?:const\s*)?(?:noexcept\s*)?\{")
_NO_FUNCTION = {"if", "for", "while", "switch", "catch", "TEST", "TEST_F", "TEST_P", "main", "constexpr"}


def _body(code, opening):
    depth = 0
    for at in range(opening, len(code)):
        depth += (code[at] == "{") - (code[at] == "}")
        if depth == 0:
            return code[opening:at]
    return code[opening:]


def _drawing_functions(code):
    """The names of functions of a file that draw, by themselves or by another one that does."""
    functions = [(match.group(1), _body(code, match.end() - 1)) for match in _FUNCTION.finditer(code)
                 if match.group(1) not in _NO_FUNCTION and not match.group(1).endswith("_")]
    drawing = set()
    while True:
        calls = "|".join(sorted(drawing)) or r"(?!)"
        draws = re.compile(r"(?<![\w.])random_?\.\w|(?<![\w.>])(?:" + calls + r")\s*\(")
        found = {name for name, body in functions if draws.search(body)}
        if found <= drawing:
            return drawing
        drawing |= found


class _Level:
    """What was drawn between one pair of brackets."""

    def __init__(self, bracket, draws):
        self.bracket = bracket
        self.draws = draws    # what is called here draws itself
        self.now = False      # since the last operator that puts its left side first
        self.argument = False
        self.before = False   # in an earlier argument of the same call

    def drew(self):
        clash = self.now or self.before
        self.now = self.argument = True
        return clash


def drawn_order(tree):
    """Two draws whose order a compiler chooses: the same seed then gives two runs."""
    for path, text in tree.items():
        if not path.startswith(_DRAWING) or not path.endswith((".cpp", ".hpp")):
            continue
        draw = next(pattern for folder, pattern in _DRAW.items() if path.startswith(folder))
        code = source.code_of(text)
        functions = _drawing_functions(code)
        if functions:
            draw = re.compile(f"{draw.pattern}|(?<![\\w.>])({'|'.join(sorted(functions))})$")
        levels = [_Level("{", False)]
        for at, character in enumerate(code):
            level = levels[-1]
            if character in "([{":
                ahead = code[max(0, at - 60):at]
                if re.search(r"\b(if|for|while|switch)\s*$", ahead):
                    character = "if"
                levels.append(_Level(character, bool(draw.search(ahead))))
            elif character in ")]}" and len(levels) > 1:
                levels.pop()
                statements = character == "}" and levels[-1].bracket == "{" or level.bracket == "if"
                # The head of a function calls nothing.
                if character == ")" and re.match(r"\s*(const\s*)?(noexcept\s*)?\{", code[at + 1:at + 40]):
                    continue
                if (level.draws or level.argument or level.before) and not statements and levels[-1].drew():
                    yield (path, source.line_of(code, at),
                           "two draws in one expression come in the order that a compiler likes; "
                           "give each a statement of its own")
            elif character in ";?" or (character == ":" and "::" not in code[at - 1:at + 2]) or (
                    code[at - 1:at + 1] in ("&&", "||", "= ")) or (
                    character == "," and level.bracket == "{"):
                level.now = False
            elif character == "," and level.bracket == "(":
                level.before |= level.argument
                level.now = level.argument = False
