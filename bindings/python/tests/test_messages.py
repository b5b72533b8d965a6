"""Every command, field, event, choice and reason of the description, against the native module."""

from __future__ import annotations

import base64
import dataclasses
import enum
import json
from collections.abc import Iterable
from datetime import datetime, timezone
from typing import Any

import numpy as np
import pytest
from message_tables import CHOICES, COMMANDS, EVENTS, FLAGS, LINE, REASONS, SETTINGS, STATUSES, Field

import allot
from allot import _native
from allot.column_tables import TABLES
from allot.columns import Columns
from allot.commands import CLASSES

HOST = [name for name, (_, _, from_hosts, _) in COMMANDS.items() if from_hosts]
FIELDS = [(name, field.name) for name in HOST for field in COMMANDS[name][3]]
# In a list of lines beside it.
LINE_FIELDS = [("line", field.name) for field in LINE]
KEYS = ("command_key", "order_key", "payment_key")


def some(field: Field, salt: int = 0, wide: bool = True) -> Any:
    """A value that differs from the default and from those of other fields."""
    salt += sum(map(ord, field.name)) % 97
    if field.kind == "boolean":
        return not field.default
    if field.kind in KEYS:
        return (2**100 if wide else 2**63) + salt
    if field.kind in ("token", "hash", "sequence") or field.bits == 64 and not field.signed:
        return 2**63 + salt
    if field.kind == "code":
        return f"CODE-{salt}"
    if field.kind == "choice":
        return [n for n in CHOICES[field.type].values() if n != field.default][-1]
    if field.kind == "lines":
        return [{each.name: some(each, salt + i) for each in LINE} for i in range(3)]
    if field.kind == "attributes":
        return [{"name": 2**63 + salt + i, "value": -salt - i} for i in range(3)]
    if field.type.startswith("["):
        return [salt + i for i in range(3)]
    if field.bits == 64:
        return 2**40 + salt
    return salt % 100 + 1


def as_text(field: Field, value: Any) -> Any:
    """The value in its text form, where the field has one."""
    if field.kind in (*KEYS, "token"):
        return f"hex:{value:032x}" if value >= 2**64 else str(value)
    if field.kind == "duration":
        return f"{value}ns"
    if field.kind == "choice":
        return next(name for name, number in CHOICES[field.type].items() if number == value)
    if field.kind == "lines":
        return [{each.name: as_text(each, line[each.name]) for each in LINE} for line in value]
    return value


def expected(fields: Iterable[Field], values: dict[str, Any]) -> dict[str, Any]:
    """The values as JSON lines have them."""
    said: dict[str, Any] = {}
    for field in fields:
        value = values[field.name]
        if field.kind == "time":
            said |= time_said(field.name, value)
        elif field.kind == "lines":
            said[field.name] = [expected(LINE, line) for line in value]
        elif field.kind == "attributes":
            said[field.name] = [each | {"name": str(each["name"])} for each in value]
        elif field.kind == "bytes":
            said[field.name] = base64.b64encode(bytes(value)).decode()
        elif field.kind in KEYS and value >= 2**64:
            said[field.name] = f"hex:{value:032x}"
        elif field.kind in (*KEYS, "token", "hash", "sequence", "money") or (
                field.bits == 64 and not field.signed):
            said[field.name] = str(value)
        else:
            said[field.name] = as_text(field, value) if field.kind == "choice" else value
    return said


def time_said(name: str, nanoseconds: int) -> dict[str, str]:
    whole = datetime.fromtimestamp(nanoseconds // 10**9, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")
    decimals = f"{nanoseconds % 10**9:09}"
    while decimals.endswith("000"):
        decimals = decimals[:-3]
    return {name: whole + ("." + decimals if decimals else "") + "Z", f"{name}_ns": str(nanoseconds)}


def line_of(command: Any) -> dict[str, Any]:
    """What the native module has read, with the fields that differ from their defaults."""
    (line,) = _native.json_lines(_native.read_commands([command], 0))
    return json.loads(line)


def values_of(name: str, wide: bool = True) -> dict[str, Any]:
    return {field.name: some(field, wide=wide) for field in COMMANDS[name][3]}


def test_numbers_and_fields_are_those_of_the_library() -> None:
    ours = {name: (number, tuple(field.name for field in fields))
            for name, (number, _, _, fields) in COMMANDS.items()}
    assert ours == _native.command_fields()
    ours = {name: (number, tuple(field.name for field in fields))
            for name, (number, _, fields) in EVENTS.items()}
    assert ours == _native.event_fields()
    assert REASONS == _native.reasons()
    assert FLAGS == {"EventFlag": _native.event_flags()}


def test_classes_have_the_numbers_and_fields() -> None:
    assert list(CLASSES) == HOST
    for name in HOST:
        number, class_name, _, fields = COMMANDS[name]
        cls = CLASSES[name]
        assert (cls.__name__, cls.command, cls.number) == (class_name, name, number)
        assert getattr(allot, class_name) is cls
        assert {f.name for f in dataclasses.fields(cls)} == {*(f.name for f in fields), "time"}
    assert {f.name for f in dataclasses.fields(allot.Line)} == {field.name for field in LINE}
    kinds = {name: number for name, (number, _, _) in EVENTS.items()}
    assert {kind.name.lower(): int(kind) for kind in allot.EventType} == kinds
    for name, (number, class_name, fields) in EVENTS.items():
        cls = getattr(allot.events, class_name)
        assert cls.type == number and issubclass(cls, allot.Event) and cls.__name__ in str(cls)
        assert [f.name for f in dataclasses.fields(cls)][3:] == [field.name for field in fields]


def test_enums_have_the_names_and_numbers() -> None:
    for lists in (CHOICES, FLAGS, SETTINGS):
        for name, values in lists.items():
            kind: type[enum.IntEnum] = getattr(allot, name)
            assert {member.name.lower(): int(member) for member in kind} == values
    for kind, table in ((allot.Reason, REASONS), (allot.StatusCode, STATUSES)):
        assert {member.name.lower(): (int(member), member.advice, member.text, member.to_do)
                for member in kind} == table
        assert all(member.text and member.to_do for member in kind)


def test_errors_say_what_to_do() -> None:
    classes = {cls.status: cls for cls in vars(allot).values()
               if isinstance(cls, type) and issubclass(cls, allot.Error) and "status" in vars(cls)}
    assert set(classes) - {None} == set(allot.StatusCode) - {allot.StatusCode.OK}
    with pytest.raises(allot.InvalidArgument) as refused:
        allot.Engine(allot.EngineOptions(durability=allot.Durability.SYNC))
    assert refused.value.status is allot.StatusCode.INVALID_ARGUMENT
    assert refused.value.status.advice == "fix"


@pytest.mark.parametrize("choices", CHOICES)
def test_every_choice_is_read_by_its_name(choices: str) -> None:
    uses = [(name, "", field) for name in HOST for field in COMMANDS[name][3]
            if field.kind == "choice" and field.type == choices]
    uses += [("place", "lines", field) for field in LINE if field.type == choices]
    for command, of, field in uses:
        for name, number in CHOICES[choices].items():
            assert _native.text_value(command, of, field.name, name, "here") == number
    told = {field.type for _, _, fields in EVENTS.values() for field in fields}
    assert uses or choices in told | {field.type for field in COMMANDS["start"][3]}


@pytest.mark.parametrize("name", HOST)
def test_every_field_arrives_in_every_form(name: str) -> None:
    values, fields = values_of(name), COMMANDS[name][3]
    wanted = {name: expected(fields, values)}
    texts = {field.name: as_text(field, values[field.name]) for field in fields}
    cls = CLASSES[name]
    assert line_of(cls(**values)) == line_of({name: values}) == wanted
    assert line_of(cls(**texts)) == line_of({name: texts}) == wanted
    if "bytes" not in {field.kind for field in fields}:  # which JSON lines alone have as text
        assert line_of(json.loads(json.dumps(wanted))) == wanted
    assert line_of(cls(**values, time=77)) == line_of({name: values, "time": 77})
    assert line_of(cls(**values, time=77)) == wanted | time_said("time", 77)
    enums = {field.name: getattr(allot, field.type)(values[field.name]) for field in fields
             if field.kind == "choice"}
    assert line_of(cls(**{**values, **enums})) == wanted


def test_bytes_are_given_as_bytes() -> None:
    for body in (b"*+,", bytearray(b"*+,"), memoryview(b"*+,"), [42, 43, 44]):
        assert line_of(allot.LoadRules(command_key=1, body=body))["load_rules"]["body"] == "Kiss"
    with pytest.raises(allot.InvalidArgument, match="must be bytes"):
        line_of(allot.LoadRules(command_key=1, body="Kiss"))


def column_values(name: str, values: dict[str, Any]) -> dict[str, Any]:
    """One command as columns of one row."""
    columns = {column.name: [values[column.field]] for column in TABLES[name].rows
               if column.field in values}
    for each in TABLES[name].lists:
        if not each.needed and each.field not in values:
            continue
        items = values[each.field]
        columns[each.offset] = [0, len(items)]
        for column in each.columns:
            columns[column.name] = [item[column.field] if isinstance(item, dict) else item
                                    for item in items]
    return columns


@pytest.mark.parametrize("name", HOST)
def test_every_field_arrives_from_its_column(name: str) -> None:
    values, fields = values_of(name, wide=False), COMMANDS[name][3]
    wanted = {name: expected(fields, values)} | time_said("time", 77)
    columns = column_values(name, values) | {"time": [77]}
    arrays = {key: np.array(column) for key, column in columns.items()}
    texts = column_values(name, {f.name: as_text(f, values[f.name]) for f in fields})
    for given in (columns, arrays, texts | {"time": [77]}):
        checked = Columns(name, given)
        for whole in (False, True):
            if whole:
                checked.check()
            (line,) = _native.json_lines(checked.batch(0, 1))
            assert json.loads(line) == wanted
    assert set(arrays) == {*_names(name)}


def _names(name: str) -> list[str]:
    table = TABLES[name]
    return [column.name for column in table.rows] + [
        each for of in table.lists for each in (of.offset, *(c.name for c in of.columns))]


@pytest.mark.parametrize("name", HOST)
def test_what_is_left_out_has_the_default_of_the_library(name: str) -> None:
    fields = COMMANDS[name][3]
    needed = {field.name: some(field) for field in fields if field.needed}
    given = {field.name: () if field.kind == "attributes" else field.default
             for field in fields if not field.needed}
    cls = CLASSES[name]
    made = cls(**needed)
    assert {key: getattr(made, key) for key in given} == given
    lines = [line_of(cls(**needed)), line_of({name: needed}), line_of(cls(**needed, **given)),
             line_of({name: {**needed, **given}}), line_of(cls(**needed, **dict.fromkeys(given)))]
    assert all(line == lines[0] for line in lines)
    assert set(lines[0][name]) >= {field.name for field in fields if field.needed}
    narrow = {field.name: some(field, wide=False) for field in fields if field.needed}
    (line,) = _native.json_lines(Columns(name, column_values(name, narrow)).batch(0, 1)) \
        if narrow else ("",)
    assert not narrow or json.loads(line) == line_of({name: narrow})


@pytest.mark.parametrize(("name", "field"), FIELDS)
def test_needed_fields_are_asked_for_and_unknown_ones_named(name: str, field: str) -> None:
    values = values_of(name)
    spec = next(each for each in COMMANDS[name][3] if each.name == field)
    del values[field]
    if spec.needed:
        values.pop(spec.unless, None)
        with pytest.raises(allot.InvalidArgument, match=rf"\.{field} is missing; it is needed"):
            line_of({name: values})
        if not spec.unless:
            with pytest.raises(TypeError, match=field):
                CLASSES[name](**values)
    values[field + "x"] = 1
    with pytest.raises(allot.InvalidArgument, match=rf"no field '{field}x', did you mean"):
        line_of({name: values})


@pytest.mark.parametrize(("name", "field"), FIELDS)
@pytest.mark.parametrize("wrong", [2**200, -(2**200), 1.5, object(), b"1", [[]], "\ud800", "?"])
def test_every_field_refuses_what_it_cannot_hold(name: str, field: str, wrong: Any) -> None:
    spec = next(each for each in COMMANDS[name][3] if each.name == field)
    if (spec.kind, wrong) in (("code", "?"), ("bytes", b"1")):
        return
    values = {**values_of(name), field: wrong}
    for command in ({name: values}, CLASSES[name](**values)):
        with pytest.raises(allot.InvalidArgument, match=rf"commands\[0\]\.{field}\b"):
            line_of(command)


@pytest.mark.parametrize("name", HOST)
def test_every_column_refuses_what_it_cannot_hold(name: str) -> None:
    given = column_values(name, values_of(name, wide=False))
    texts = {column.name for column in TABLES[name].rows if column.kind == "text"}
    for column in given:
        for wrong in (2**200, -(2**200), 1.5, object(), b"1", "\ud800"):
            if column in texts and wrong == "\ud800":
                continue
            changed = given | {column: [wrong] * len(given[column])}
            with pytest.raises(allot.ColumnError, match=rf"column '{column}'"):
                Columns(name, changed).check()


def row_of(number: int, **slots: int) -> bytes:
    row = np.zeros(1, dtype=allot.EVENT_DTYPE)
    row["type"] = number
    for name, value in slots.items():
        row[name] = value
    return row.tobytes()


def read(data: bytes) -> allot.Event:
    from allot.numbers_of_events import CLASSES_BY_NUMBER, FLAGS_BY_BITS, REASONS_BY_NUMBER

    (event,) = _native.read_events(
        data, CLASSES_BY_NUMBER, REASONS_BY_NUMBER, FLAGS_BY_BITS)
    return event


def test_the_array_of_events_lies_as_the_library_has_it() -> None:
    layout = {name: (int(offset), int(kind.itemsize))
              for name, (kind, offset) in allot.EVENT_DTYPE.fields.items()}
    assert layout == _native.event_layout() and allot.EVENT_DTYPE.itemsize == 64


# What each member of the event holds in the tests, so that no two can be taken for each other.
SLOTS = {"order_key": 2**63 + 11, "order_key_high": 12, "sku": 13, "node": 14, "quantity": 15,
         "line": 16, "reason": 1302, "amount": 18, "time": 19, "flags": 3}


@pytest.mark.parametrize("name", EVENTS)
def test_every_field_of_an_event_is_read_from_its_member(name: str) -> None:
    number, class_name, fields = EVENTS[name]
    slots = dict(SLOTS)
    command = next((field for field in fields if field.kind == "command"), None)
    if command is not None:
        slots[command.slot] = COMMANDS["place"][0]
    for field in fields:
        if field.kind == "choice":
            slots[field.slot] = 1  # each choice has as many
    event = read(row_of(number, sequence=5, epoch=6, ordinal=7, **slots))
    assert type(event) is getattr(allot.events, class_name)
    assert (event.sequence, event.epoch, event.ordinal, event.type) == (5, 6, 7, number)
    for field in fields:
        value = getattr(event, field.name)
        wanted: Any = slots[field.slot.removesuffix(".low")]
        if field.kind in KEYS:
            wanted = 2**63 + 11 + (12 << 64)
        elif field.kind == "command":
            wanted = "place"
        elif field.kind == "reason":
            wanted = allot.Reason.TOO_MANY_LINES
            assert isinstance(value, allot.Reason)
        elif field.kind == "flags":
            assert isinstance(value, allot.EventFlag)
        assert value == wanted, field.name


@pytest.mark.parametrize("name", EVENTS)
def test_what_an_event_does_not_say_is_none(name: str) -> None:
    number, _, fields = EVENTS[name]
    event = read(row_of(number))
    for field in fields:
        value = getattr(event, field.name)
        if field.kind != "flags" and field.presence != "always":
            assert value is None, field.name
        elif field.kind != "command":
            assert value == 0, field.name


def test_a_refused_line_is_told_from_no_line() -> None:
    number = EVENTS["refused"][0]
    place = COMMANDS["place"][0]
    unknown = int(allot.Reason.SKU_UNKNOWN)
    assert read(row_of(number, amount=place, reason=unknown)).line == 0
    assert read(row_of(number, amount=place, reason=1303, sku=4)).line == 0
    assert read(row_of(number, amount=place, reason=1204)).line is None


def test_large_numbers_of_events_are_not_negative() -> None:
    for name, (number, _, fields) in EVENTS.items():
        for field in fields:
            if field.slot == "amount" and field.bits == 64:
                event = read(row_of(number, amount=-1))
                assert getattr(event, field.name) == (-1 if field.signed else 2**64 - 1), name
