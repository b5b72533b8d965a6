"""Rules about what documents and comments point at: it has to be there, and somebody has to come by."""
import pathlib
import posixpath
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOPS = "include|src|bindings|tests|bench|examples|scripts|docs|findings"
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_QUOTED = re.compile(rf"`((?:{TOPS})/[\w./*<>-]*)`")
_PAGE = re.compile(r"\bdocs/[\w/-]+\.md\b")
_DECISION = re.compile(r"\b(?:docs/)?decisions?[ /](\d{4})\b")
_FENCED = re.compile(r"^ *```.*?^ *```$", re.M | re.S)
_HEADING = re.compile(r"^#+ +(.*?) *$", re.M)
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


def _anchor(heading):
    """As GitHub makes it of a heading."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading)
    return re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")


def _links(path, text):
    """(offset, page or other file, heading) of each link to something of the tree."""
    for match in _LINK.finditer(text):
        if "://" not in match.group(1):
            target, _, heading = match.group(1).partition("#")
            folder = posixpath.dirname(path)
            yield match.start(1), posixpath.normpath(posixpath.join(folder, target)) if target else path, heading


def headings(tree):
    there = {path: {_anchor(heading) for heading in _HEADING.findall(_FENCED.sub("", text))}
             for path, text in tree.items() if path.endswith(".md")}
    for path in there:
        for offset, page, heading in _links(path, tree[path]):
            if heading and page in there and heading not in there[page]:
                yield path, tree[path].count("\n", 0, offset) + 1, f"{page} has no heading '{heading}'"


def found_pages(tree):
    """A page to which no link leads from README is read by nobody."""
    found, ahead = set(), ["README.md"]
    while ahead:
        path = ahead.pop()
        if path in found or path not in tree or not path.endswith(".md"):
            continue
        found.add(path)
        ahead += [page for _, page, _ in _links(path, tree[path])]
        ahead += [posixpath.join(page, "README.md") for _, page, _ in _links(path, tree[path])]
    for path in tree:
        if "README.md" in tree and path.endswith(".md") and path not in found and not path.startswith("tests/"):
            yield path, 1, "no link leads here from README.md: add it to docs/README.md"
