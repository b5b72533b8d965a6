"""Edits of a tree, as text: which file, next to which text, what is put there.

    == src/messages/reasons.fbs
    -- before
      /// retry: the log has no space left; nothing was logged
    -- insert
      /// retry: ...
      /// To do: ...

The text that an edit holds on to (before, after, instead of) begins a line and is there exactly once;
`append` goes to the end of the file. Lines before the first `==` are comments, and so are empty lines
before `==` and `--`.
"""
import pathlib
import re


class Gone(Exception):
    """A file does not have the text that an edit holds on to."""


class Edit:
    def __init__(self, source, path, place):
        self.source, self.path, self.place = source, path, place
        self.anchor, self.text = [], []

    def applied(self, text):
        inserted = "".join(line + "\n" for line in self.text)
        if self.place == "append":
            return text + inserted
        anchor = "\n".join(self.anchor)
        begins = [m.start() for m in re.finditer("^" + re.escape(anchor), text, re.MULTILINE)]
        if len(begins) != 1:
            raise Gone(f"{self.source}: {self.path} has {len(begins)} times the text\n{anchor}\n"
                       "An edit holds on to it; give that edit another place.")
        begin, end = begins[0], begins[0] + len(anchor)
        behind = text.index("\n", end) + 1
        if self.place == "before":
            return text[:begin] + inserted + text[begin:]
        if self.place == "after":
            return text[:behind] + inserted + text[behind:]
        return text[:begin] + inserted + text[behind:]


def read(source):
    """The edits of one file of edits, in order."""
    edits, path, target = [], None, None
    for line in pathlib.Path(source).read_text().splitlines():
        if line.startswith("== "):
            path, target = line[3:], None
        elif line in ("-- before", "-- after", "-- instead of", "-- append"):
            edits.append(Edit(pathlib.Path(source).name, path, line[3:]))
            target = edits[-1].text if line == "-- append" else edits[-1].anchor
        elif line == "-- insert":
            target = edits[-1].text
        elif target is not None:
            target.append(line)
    for edit in edits:
        for lines in (edit.anchor, edit.text):
            while lines and not lines[-1]:
                lines.pop()
    return edits


def paths(edits):
    return sorted({edit.path for edit in edits})


def apply(tree, edits):
    for edit in edits:
        path = tree / edit.path
        path.write_text(edit.applied(path.read_text()))
