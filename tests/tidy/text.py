"""Rules about the text of single files: lengths, macros, unfinished work, printing, machine paths."""
import re

import source
import structure

FILE_LINES_MAX = 700
HEADER_LINES_MAX = 300
CLASS_MEMBERS_MAX = 30
FUNCTION_LINES_MAX = 100
MACROS_MAX = 4
DOCS_COLUMNS_MAX = 120

_CODE = (".hpp", ".cpp", ".h", ".c", ".py", ".sh", ".cmake")
_UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
_MACHINE = re.compile(
    r"/(root|home|work|Users)/\w"
    r"|\b(pypi\.org|pythonhosted\.org|deb\.debian\.org|registry\.npmjs\.org|crates\.io"
    r"|proxy\.golang\.org|repo1?\.maven\w*\.org)"
    r"|\bhttps?://(\d{1,3}\.){3}\d|\blocalhost:\d")
_FROM_INDEX = re.compile(r"\bpip3?\b.*\binstall\b[^#]*?[ '\"]allot(?![\w.*/-]|…)")
_DEFINE = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(\w+)(.*)", re.M)
_ENDS_HOST = re.compile(
    r"(?<![\w.>:])(?<!void )(?:std::|::)?(v?f?printf|f?puts|f?putc|putchar|perror|exit|_exit|_Exit|quick_exit|abort"
    r"|terminate|assert)\s*\(|\b(cout|cerr|clog)\b")


def is_source(path):
    return path.endswith(_CODE) or path.endswith("CMakeLists.txt")


def unfinished(tree):
    for path, text in tree.items():
        for number, line in enumerate(text.splitlines(), 1):
            match = _UNFINISHED.search(line)
            if match:
                yield path, number, f"'{match.group(0)}': finish it, or say what is missing in the docs"


def file_length(tree):
    for path, text in tree.items():
        lines = text.count("\n")
        if is_source(path) and lines > FILE_LINES_MAX:
            yield path, 1, f"{lines} lines; at most {FILE_LINES_MAX}: it holds more than one idea"


def header_length(tree):
    for path, text in tree.items():
        lines = text.count("\n")
        if re.match(r"(include|src)/.*\.(hpp|h)$", path) and lines > HEADER_LINES_MAX:
            yield path, 1, (f"a header of {lines} lines; at most {HEADER_LINES_MAX}: whoever includes it "
                            "reads all of it")


def class_members(tree):
    for path, text in tree.items():
        if re.match(r"(include|src|bindings/c)/.*\.(hpp|h|cpp)$", path):
            for line, name, members in source.class_members(text):
                if members > CLASS_MEMBERS_MAX:
                    yield path, line, (f"{name} has {members} members (data and functions); at most "
                                       f"{CLASS_MEMBERS_MAX}: split it by role")


def function_length(tree):
    for path, text in tree.items():
        if path.endswith((".hpp", ".cpp", ".h", ".c")):
            functions = source.cpp_functions(text)
        elif path.endswith(".py"):
            functions = source.python_functions(text)
        else:
            continue
        for line, lines in functions:
            if lines > FUNCTION_LINES_MAX:
                yield path, line, f"a function of {lines} lines; at most {FUNCTION_LINES_MAX}"


def docs_columns(tree):
    """Running text only: rows of tables, code and comments are one line each, a link cannot be broken."""
    for path, text in tree.items():
        if not path.endswith(".md") or not (path.startswith("docs/") or path == "README.md"):
            continue
        code = False
        for number, line in enumerate(text.splitlines(), 1):
            words = line.strip()
            if words.startswith("```"):
                code = not code
            link = re.fullmatch(r"(?:[-*]\s+)?(?:\[[^]]*\]\(\S*\)|\S+)[.,;:)]*", words)
            if len(line) > DOCS_COLUMNS_MAX and not (code or words.startswith(("|", "<!--")) or link):
                yield path, number, (f"{len(line)} columns, at most {DOCS_COLUMNS_MAX}: break the line, "
                                     "best between two rules")


def _defines(text):
    """(line, name) of each macro but an include guard."""
    for match in _DEFINE.finditer(source.code_of(text)):
        guard = re.search(r"#[ \t]*ifndef[ \t]+" + match.group(1) + r"\s*$", text[:match.start()])
        if not (guard and not match.group(2).strip()):
            yield source.line_of(text, match.start(1)), match.group(1)


def macro_names(tree):
    for path, text in tree.items():
        ours = path.startswith(("include/", "src/", "bindings/")) and path.endswith(_CODE[:4])
        if ours and not path.endswith(("_test.c", "_test.cpp")):
            for line, name in _defines(text):
                # Other libraries' switches keep their names.
                if not name.startswith(("ALLOT_", "XXH_", "_GNU_SOURCE")):
                    yield path, line, f"macro {name}: every macro of ours begins with ALLOT_"


def macro_count(tree):
    for suffix, language in ((".hpp", "C++"), (".h", "C")):
        found = sorted({name for path, text in tree.items()
                        if path.startswith("include/allot/") and path.endswith(suffix)
                        for _, name in _defines(text)})
        if len(found) > MACROS_MAX:
            yield "include/allot", 1, (f"{len(found)} {language} macros ({', '.join(found)}), at most "
                                       f"{MACROS_MAX}: use a constant, a template or an enum")


def machine(tree):
    for path, text in tree.items():
        for number, line in enumerate(text.splitlines(), 1):
            match = _MACHINE.search(line)
            if match:
                yield path, number, f"'{match.group(0)}' is true on one machine only"


def installed_name(tree):
    for path, text in tree.items():
        for number, line in enumerate(text.splitlines(), 1):
            if _FROM_INDEX.search(line):
                yield path, number, ("nothing of ours is in a package index, where that name is another "
                                     "project's: install a wheel by its file")


def quiet_library(tree):
    for path, text in tree.items():
        library = structure.room_of(path) in structure.ROOMS + ["json"]
        if not library and not re.fullmatch(r"bindings/c/(generated/)?\w+(?<!_test)\.(cpp|hpp)", path):
            continue
        code = source.code_of(text)
        for match in _ENDS_HOST.finditer(code):
            name = match.group(1) or match.group(2)
            yield path, source.line_of(code, match.start()), (
                f"'{name}': a library neither prints nor ends its host; return a Status or a Reason, "
                "or use ALLOT_CHECK")
