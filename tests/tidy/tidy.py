"""House rules that a compiler does not know. One line per finding: file:line: rule: what to do.

usage: tidy.py [--build DIR] [--arrows]
  --build DIR  also check that the build in DIR compiles every source file
  --arrows     check nothing; print which room includes which, and how many of both there are

Deliberate exceptions stand in exceptions.txt by rule and file, each with its reason. An exception
that nothing needs any more is a finding too, so the list only shrinks.
"""
import argparse
import json
import pathlib
import sys

import determinism
import references
import source
import structure
import text

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TOPS = ("include", "src", "bindings", "tests", "bench", "examples", "scripts", "docs", "findings", ".ci")
SKIPPED = {".git", "__pycache__", "build", "corpus", "golden", "node_modules", "dist", "vendor"}

RULES = {
    "drawn-order": determinism.drawn_order,
    "rank": structure.ranks,
    "circle": structure.circles,
    "room": structure.rooms,
    "one-driver": structure.one_driver,
    "foreign-include": structure.foreign_includes,
    "public-header": structure.public_headers,
    "c-header": structure.c_header,
    "banner": structure.banners,
    "unfinished": text.unfinished,
    "file-length": text.file_length,
    "header-length": text.header_length,
    "class-members": text.class_members,
    "function-length": text.function_length,
    "docs-columns": text.docs_columns,
    "named-path": references.named_paths,
    "heading": references.headings,
    "found-page": references.found_pages,
    "macro-name": text.macro_names,
    "macro-count": text.macro_count,
    "machine": text.machine,
    "installed-name": text.installed_name,
    "quiet-library": text.quiet_library,
}


def load_tree(root):
    """Path from `root` -> text, of everything that people write."""
    files = [p for p in root.iterdir() if p.is_file()]
    for top in TOPS:
        files += [p for p in (root / top).rglob("*") if p.is_file()]
    tree = {}
    for file in sorted(files):
        relative = file.relative_to(root)
        if SKIPPED & set(relative.parts) or any(p.endswith(".egg-info") for p in relative.parts):
            continue
        try:
            tree[str(relative)] = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # data, not text
    return tree


def load_exceptions(lines):
    """(rule, path) -> line number in exceptions.txt."""
    exceptions = {}
    for number, line in enumerate(lines, 1):
        entry, _, reason = line.partition("#")
        if not entry.strip():
            continue
        if len(entry.split()) != 2 or not reason.strip():
            sys.exit(f"exceptions.txt:{number}: expected 'rule path  # reason'")
        exceptions[tuple(entry.split())] = number
    return exceptions


def compiled_files(build, root):
    """Paths from `root` of all files that the build compiles, by themselves or in a unity file."""
    commands = json.loads((build / "compile_commands.json").read_text())
    files = set()
    for command in commands:
        file = (pathlib.Path(command["directory"]) / command["file"]).resolve()
        parts = [file]
        if file.name.startswith("unity_") and file.is_file():
            parts = [pathlib.Path(part) for _, part in source.includes(file.read_text())]
        files.update(str(part.relative_to(root)) for part in parts if part.is_relative_to(root))
    return files


def check(tree, compiled=None, exceptions=None):
    """Returns: the findings as (path, line, rule, message), sorted."""
    findings = [(path, line, rule, message)
                for rule, run in RULES.items() for path, line, message in run(tree)]
    findings += [(path, line, rule, message)
                 for rule, path, line, message in determinism.bans(tree)]
    if compiled is not None:
        findings += [(path, line, "built", message)
                     for path, line, message in structure.built(tree, compiled)]
    findings += [("tests/tidy/exceptions.txt", number, "exception", message)
                 for number, message in determinism.excepted_purity(exceptions or {})]
    unused = dict(exceptions or {})
    kept = []
    for finding in findings:
        key = (finding[2], finding[0])
        if key in (exceptions or {}):
            unused.pop(key, None)
        else:
            kept.append(finding)
    for (rule, path), number in unused.items():
        if rule != "built" or compiled is not None:
            kept.append(("tests/tidy/exceptions.txt", number, "exception",
                         f"nothing in {path} needs the exception from {rule}; remove it"))
    return sorted(kept)


def print_arrows(arrows):
    """The structure as the #includes draw it, lowest room first."""
    of_rooms = {room: sorted(arrows.get(room, set()), key=structure.RANK.get)
                for room in structure.ROOMS + structure.TOOLS}
    for room, others in of_rooms.items():
        print(f"{room:11} -> {' '.join(others)}")
    library = sum(len(others) for room, others in of_rooms.items() if room in structure.ROOMS)
    climbing = sum(structure.RANK[other] > structure.RANK[room]
                   for room, others in of_rooms.items() for other in others)
    print(f"{len(structure.ROOMS)} rooms, {library} arrows, {climbing} that climb; "
          f"{len(structure.TOOLS)} tools")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path)
    parser.add_argument("--arrows", action="store_true")
    arguments = parser.parse_args()
    if arguments.arrows:
        return print_arrows(structure.arrows(load_tree(ROOT)))
    compiled = compiled_files(arguments.build, ROOT) if arguments.build else None
    exceptions = load_exceptions((HERE / "exceptions.txt").read_text().splitlines())
    tree = load_tree(ROOT)
    findings = check(tree, compiled, exceptions)
    for path, line, rule, message in findings:
        print(f"{path}:{line}: {rule}: {message}")
    print(f"{len(tree)} files, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
