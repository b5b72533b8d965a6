"""Rules about where things lie: rooms, the arrows between them, what is built."""
import re

import source

# A folder includes only itself and folders of a lower rank: include arrows are data arrows.
ROOMS = ["types", "cel", "containers", "messages", "intake", "sequencing", "catalogue", "identity",
         "features", "ruleset", "risk", "ledger", "waiting", "sourcing", "orders", "allocation", "core", "journal", "events",
         "driver", "replay"]
TOOLS = ["json", "files", "rules", "inspection", "simulation", "report", "program", "generator"]
RANK = {name: rank for rank, name in enumerate(ROOMS + TOOLS)}


# The one header that C++ hosts include: the driver's, and no room below it.
HOST_HEADER = "allot/engine.hpp"


# The C interface: allot.h and what it includes.
C_HEADERS = re.compile(r"include/allot/(allot|c/\w+)\.h")
C_HEADER_LINES_MAX = 300


def room_of(path):
    """The room or tool that a file belongs to; None outside of include/allot and src, and in C."""
    if C_HEADERS.fullmatch(path):
        return None
    if path == f"include/{HOST_HEADER}":
        return "driver"
    match = re.match(r"(?:include/allot|src)/([^/]+)/", path)
    return match.group(1) if match else None


def ranks(tree):
    for path, text in tree.items():
        own = room_of(path)
        if own not in RANK or not path.endswith((".hpp", ".cpp", ".h", ".c")):
            continue
        for line, included in source.includes(text):
            match = re.match(r"(?:allot/)?([^/]+)/", included)
            if included == HOST_HEADER and RANK[own] >= RANK["driver"]:
                continue
            if included.startswith("allot/c/") or re.fullmatch("allot/[^/]+", included):
                yield path, line, f"includes {included}, which is for users of the whole library"
            elif match and RANK.get(match.group(1), -1) > RANK[own]:
                yield path, line, (f"{own} includes {included}, but {match.group(1)} stands above "
                                   "it; move the type down to the room that produces it")


def arrows(tree):
    """room -> the other rooms that its files include."""
    found = {}
    for path, text in tree.items():
        own = room_of(path)
        if own not in RANK or not path.endswith((".hpp", ".cpp", ".h", ".c")):
            continue
        for _, included in source.includes(text):
            match = re.match(r"(?:allot/)?([^/]+)/", included)
            other = "driver" if included == HOST_HEADER else match and match.group(1)
            if other in RANK and other != own:
                found.setdefault(own, set()).add(other)
    return found


# What includes what, by unit: a header, its source file, and what goes on behind a dash (-inl.hpp, the
# bodies of a template; -state.hpp, what it is made of) are one.
def _unit_of(path):
    """"folder/name" of a file of the library, its tools or bindings; None for other files."""
    match = re.fullmatch(r"(include/allot|src|bindings)/(.+?)(?:-\w+)?\.(?:hpp|cpp|h|c)", path)
    if not match:
        return None
    top, name = match.groups()
    if "/" not in name:
        name = f"{room_of(path) or 'allot'}/{name}"
    return f"bindings/{name}" if top == "bindings" else name


def _file_arrows(tree):
    """unit -> {unit that it includes: (path, line)}."""
    arrows = {}
    for path, text in tree.items():
        unit = _unit_of(path)
        if unit is None:
            continue
        own = arrows.setdefault(unit, {})
        for line, included in source.includes(text):
            beside = path.rpartition("/")[0] + "/" + included
            for candidate in (beside, "include/" + included, "src/" + included, "bindings/" + included):
                if candidate in tree and _unit_of(candidate) not in (None, unit):
                    own.setdefault(_unit_of(candidate), (path, line))
                    break
    return arrows


def circles(tree):
    """Each include that closes a circle of files, whatever room they lie in."""
    arrows = _file_arrows(tree)
    done, trail = set(), []

    def walk(unit):
        trail.append(unit)
        for included, (path, line) in sorted(arrows.get(unit, {}).items()):
            if included in trail:
                way = trail[trail.index(included):] + [included]
                yield path, line, ("closes a circle: " + " -> ".join(way)
                                   + "; move what both need into a file of its own")
            elif included not in done:
                yield from walk(included)
        trail.pop()
        done.add(unit)

    for unit in sorted(arrows):
        if unit not in done:
            yield from walk(unit)


def rooms(tree):
    known = ", ".join(ROOMS + TOOLS)
    for path in tree:
        top = path.split("/")[0]
        if top == "src" and path.endswith((".cpp", ".hpp", ".c", ".h")) and room_of(path) not in RANK:
            yield path, 1, f"lies in no room; there are {known}"
        if path.startswith("include/allot/") and room_of(path) not in RANK:
            if room_of(path) is not None or path.endswith(".cpp"):
                yield path, 1, f"lies in no room; there are {known}"


# The one place in the library and around it that steps a core: what follows a step that breaks is
# decided there and nowhere else (docs/decisions/0010-one-driver.md).
DRIVER = "src/driver/driver-inl.hpp"
_STEP = re.compile(r"\bcore\w*(?:\(\))?(?:->|\.)apply\s*\(")


def one_driver(tree):
    for path, text in tree.items():
        if path.startswith(("include/", "src/", "bindings/")) and path != DRIVER:
            code = source.code_of(text)
            for match in _STEP.finditer(code):
                yield path, source.line_of(code, match.start()), (
                    "steps a core by itself; give its commands to a Driver (src/driver/driver.hpp)")


def foreign_includes(tree):
    for path, text in tree.items():
        if path.startswith("include/"):
            for line, included in source.includes(text):
                if re.match(r"(boost|absl|flatbuffers)/", included):
                    yield path, line, (f"includes {included}; users of this header would need it: "
                                       "hide it behind a type of ours and include it in src/")


# Where users of the library come in: what they include by name. Everything else under include/ is
# there because one of these needs it.
ENTRANCES = (HOST_HEADER, "allot/core/core.hpp", "allot/replay/replay.hpp", "allot/allot.h",
             "allot/replay/dry_run.hpp",          # what commands would do
             "allot/driver/clock.hpp",            # a clock of the host's own
             "allot/intake/body_hash.hpp",        # for a host that steps a core itself
             "allot/journal/posix_storage.hpp",   # what a replay reads
             "allot/journal/storage.hpp",         # a storage of the host's own
             "allot/messages/command_type.hpp")   # which command an event names


def public_headers(tree):
    needed, left = set(), [entrance for entrance in ENTRANCES if f"include/{entrance}" in tree]
    while left:
        header = left.pop()
        if header not in needed and f"include/{header}" in tree:
            needed.add(header)
            left += [included for _, included in source.includes(tree[f"include/{header}"])]
    for path in tree:
        if path.startswith("include/") and path.endswith((".hpp", ".h")) and path[8:] not in needed:
            yield path, 1, ("no public header needs it: it belongs into src/, or is one that users "
                            "include by name (ENTRANCES in tests/tidy/structure.py)")


def c_header(tree):
    for path, text in tree.items():
        if not C_HEADERS.fullmatch(path):
            continue
        for line, included in source.includes(text):
            if included not in ("stdint.h", "stddef.h", "stdbool.h") and \
                    not C_HEADERS.fullmatch(f"include/{included}"):
                yield path, line, f"includes {included}; plain C types and allot/c only"
        if text.count("\n") > C_HEADER_LINES_MAX:
            yield path, 1, f"{text.count(chr(10))} lines; at most {C_HEADER_LINES_MAX}: split it by what it is about"


def banners(tree):
    for path, text in tree.items():
        if path.startswith(("include/", "src/")) and path.endswith((".hpp", ".h")):
            if not text.startswith(("//", "/*")):
                yield path, 1, "a header begins with a comment that says what it is"


def built(tree, compiled):
    """`compiled`: the files that a build knows, from its compile_commands.json."""
    for path in tree:
        program = re.search(r"_(test|bench|fuzz)\.(cpp|c)$", path)
        part = re.match(r"(src|bindings/c|bench)/.*\.(cpp|c)$", path)
        if (program or part) and path not in compiled:
            yield path, 1, "no target of CMake compiles this file; see the CMakeLists.txt beside it"
