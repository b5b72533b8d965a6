"""A page of the documentation as its blocks of code, and what the comments above a block say of it:

<!-- not run: WHY -->         no test can run it; the page's readers can
<!-- needs: COMMAND -->       it is left out where COMMAND fails
<!-- varies: KIND, ... -->    what differs from run to run: times, speeds, digests
<!-- within: SIGNATURE -->    a part of a program, compiled as the body of this function
<!-- same as: FILE -->        what FILE has, which is tested where it lies
"""
import dataclasses
import re

KINDS = ("not run", "needs", "varies", "within", "same as")
_BLOCK = re.compile(
    r"^(?P<marks>(?: *<!-- [a-z ]+: [^\n]* -->\n)*)"
    r"^(?P<indent> *)```(?P<language>\w*)\n(?P<body>.*?)^(?P=indent)```$", re.M | re.S)
_MARK = re.compile(r"<!-- ([a-z ]+): (.*) -->")
_FILE = re.compile(r"(?://|#|/\*) (\w[\w.-]*\.\w+)\b")
# Code by indentation says no language and bears no mark.
_BARE_COMMAND = re.compile(r"^    (?:\$ |allot |python3? |cmake |scripts/|build/|pip |c\+\+ |ctest ).*$", re.M)
_HERE_DOCUMENT = re.compile(r"<<'(\w+)'")

# What a run has of its own.
_VARYING = {
    "times": r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:\.\d+)?Z?)?(?= UTC|…|\b|$)|\b\d\d:\d\d:\d\d(?:\.\d+)?Z?",
    "speeds": r"\b\d[\d,.]*(?: [kM])? \w+/s|\b\d[\d,.]* (?:s|ms|us|ns)\b",
    "digests": r"\b[0-9a-f]{32}\b",
}


@dataclasses.dataclass
class Block:
    language: str
    body: str
    marks: dict[str, str]
    start: int  # offset of the body in the page
    line: int
    indent: str = ""

    @property
    def file(self):
        """The name that its first line gives it, as a comment; None for a block without one."""
        found = _FILE.match(self.body) if self.language != "console" else None
        return found.group(1) if found else None

    @property
    def kinds(self):
        """Of what varies."""
        return [kind.strip() for kind in self.marks.get("varies", "").split(",") if kind.strip()]


@dataclasses.dataclass
class Command:
    text: str
    shown: str
    start: int  # offset of what is shown, in the block's body


def blocks(page):
    """Requires: each fence has an end. Raises ValueError for one without, and for a mark that is none."""
    found = []
    for match in _BLOCK.finditer(page):
        line = page.count("\n", 0, match.start("body"))
        marks = dict(_MARK.findall(match.group("marks")))
        for kind in marks:
            if kind not in KINDS:
                raise ValueError(f"line {line}: no mark is called '{kind}': {', '.join(KINDS)}")
        for kind in filter(None, re.split(r", *", marks.get("varies", ""))):
            if kind not in _VARYING:
                raise ValueError(f"line {line}: nothing that varies is called '{kind}': {', '.join(_VARYING)}")
        indent = match.group("indent")
        body = re.sub(rf"^{indent}", "", match.group("body"), flags=re.M)
        found.append(Block(match.group("language"), body, marks, match.start("body"), line, indent))
    shown = re.sub(r"^( *)```.*?^\1```$", "", page, flags=re.M | re.S)
    if bare := _BARE_COMMAND.search(shown):
        raise ValueError(f"'{bare.group().strip()}' is a command that stands in no block")
    fences = len(re.findall(r"^ *```", page, re.M))
    if fences != 2 * len(found):
        raise ValueError(f"{fences} fences, and {len(found)} blocks between them")
    return found


def commands(body):
    """The commands behind the prompts of a console block, each with the lines below it."""
    lines, at, offset, found = body.splitlines(keepends=True), 0, 0, []
    while at < len(lines):
        if not lines[at].startswith("$ "):
            raise ValueError(f"'{lines[at].strip()}' stands before the first prompt")
        text = lines[at][2:]
        end = _HERE_DOCUMENT.search(text)
        at += 1
        while at < len(lines) and (text.endswith("\\\n") or end):
            text += lines[at]
            if end and lines[at].strip() == end.group(1):
                end = None
            at += 1
        offset = sum(map(len, lines[:at]))
        shown = ""
        while at < len(lines) and not lines[at].startswith("$ "):
            shown += lines[at]
            at += 1
        found.append(Command(text.rstrip("\n"), shown, offset))
    return found


# Told once a second of whatever takes longer, so that only a busy machine or a checking build has it.
_PROGRESS = re.compile(r"^(?:reading|virtual time|live|replaying) +(?:\d+%  +)?\d+\.\d s(?:  .*)?\n", re.M)


def without_progress(printed):
    """What a command prints, but for how far it is."""
    return _PROGRESS.sub("", printed)


def masked(text, kinds):
    for kind in kinds:
        text = re.sub(_VARYING[kind], f"<{kind}>", text)
    return text


def same(shown, printed, kinds):
    """A line of three dots stands for any lines."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", masked(shown, kinds), flags=re.M)]
    return re.fullmatch("(?:.*\n)*".join(parts), masked(printed, kinds)) is not None
