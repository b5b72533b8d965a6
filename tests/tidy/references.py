"""Rules about what documents and comments point at: it has to be there."""
import pathlib
import posixpath
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOPS = "include|src|bindings|tests|bench|examples|scripts|docs|findings"
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_QUOTED = re.compile(rf"`((?:{TOPS})/[\w./*<>-]*)`")
_PAGE = re.compile(r"\bdocs/[\w/-]+\.md\b")
_DECISION = re.compile(r"\b(?:docs/)?decisions?[ /](\d{4})\b")
_CODE = (".hpp", ".cpp", ".h", ".c", ".py", ".sh", ".cmake", ".md")


def _folders(tree):
    folders = set()
    for path in tree:
        while path := posixpath.dirname(path):
            folders.add(path)
    return folders


def _named(path, text):
    """(offset, path from the root) of everything that a document or a comment names."""
    if path.endswith(".md"):
        for match in _LINK.finditer(text):
            target = match.group(1).split("#")[0]
            if target and "://" not in target:
                yield match.start(1), posixpath.normpath(
                    posixpath.join(posixpath.dirname(path), target))
        for match in _QUOTED.finditer(text):
            # `src/<room>/*.cpp` is a pattern.
            if not re.search(r"[*<>]", match.group(1)):
                yield match.start(1), posixpath.normpath(match.group(1))
    for match in _PAGE.finditer(text):
        yield match.start(), match.group(0)


def named_paths(tree):
    there = set(tree) | _folders(tree)
    decisions = {re.search(r"/(\d{4})-", path).group(1) for path in tree
                 if re.match(r"docs/decisions/\d{4}-", path)}
    for path, text in tree.items():
        if not path.endswith(_CODE) or path.startswith("tests/tidy/"):
            continue
        for offset, named in _named(path, text):
            # Data is no part of the tree that tidy loads.
            if named not in there and not (ROOT / named).exists():
                yield path, text.count("\n", 0, offset) + 1, f"{named} is not there"
        for match in _DECISION.finditer(text):
            if match.group(1) not in decisions:
                yield path, text.count("\n", 0, match.start()) + 1, f"no decision {match.group(1)}"
