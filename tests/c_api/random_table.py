"""Random commands in the form of table.txt; the same text for the same seed on every machine."""
import importlib.util
import pathlib


def _description():
    """generated/command_fields.py, whatever folder the program runs in."""
    path = pathlib.Path(__file__).resolve().parent / "generated/command_fields.py"
    spec = importlib.util.spec_from_file_location("command_fields", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Random:
    """A small generator of our own, because that of the standard library may change."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % bound


def _lines(random, fields):
    lines = []
    for _ in range(1 + random.below(4)):
        sku, quantity = 1 + random.below(5), 1 + random.below(6)
        lines += [sku, quantity, 100 * sku, random.below(4) if random.below(3) == 0 else 0]
    return fields + [len(lines) // 4] + lines


def _order(random, key):
    order = [1000 + key if random.below(10) else 1000 + random.below(key + 1), 1 + random.below(2),
             1 + random.below(3), random.below(40), random.below(20), 0, 0, random.below(9), 0,
             random.below(5) * 1000, random.below(3)]
    return order


def _command(random, key, now):
    order = 1000 + random.below(key + 1)
    kind = random.below(100)
    if kind < 45:
        fields = _order(random, key) + [random.below(3), random.below(4), int(random.below(8) == 0)]
        return "place", _lines(random, fields)
    if kind < 50:
        return "import", _lines(random, _order(random, key))
    if kind < 62:
        return "cancel", [order]
    if kind < 76:
        return "confirm_payment", [order, now - random.below(50)]
    if kind < 79:
        return "payment_pending", [order]
    if kind < 82:
        return "fail_payment", [order]
    if kind < 86:
        return "review_decision", [order, 1 + random.below(2), random.below(2)]
    if kind < 94:
        return "receive", [1 + random.below(5), 1 + random.below(3), random.below(3),
                           1 + random.below(12), 0]
    if kind < 97:
        return "adjust", [1 + random.below(5), 1 + random.below(3), random.below(3),
                          random.below(9) - 4]
    if kind < 98:
        return "safety_stock", [1 + random.below(5), 1 + random.below(3), random.below(3)]
    return "list", [random.below(2), random.below(6), 1 + random.below(20), random.below(2)]


def _any_fields(random, description, fields, key, now):
    """Values for any fields: mostly ones that mean something in this shop, now and then not."""
    words = []
    for name, kind, low, high, added in fields:
        if added:
            continue
        if kind == "command_key":
            words.append(key)
        elif kind == "order_key":
            words.append(1000 + random.below(key + 1))
        elif kind == "code":
            words.append(f"S{random.below(8)}")
        elif kind == "id":
            words.append(random.below(7))
        elif kind == "time":
            words.append(max(0, now - 50 + random.below(100)))
        elif kind == "boolean":
            words.append(random.below(2))
        elif kind in description.ELEMENTS:
            count = 1 + random.below(3)
            words.append(count)
            for _ in range(count):
                words += _any_fields(random, description, description.ELEMENTS[kind], key, now)
        elif kind in ("choice", "number"):
            words.append(low + random.below(min(high - low, 100) + 1))
        else:  # ids
            count = 1 + random.below(3)
            words += [count] + [random.below(7) for _ in range(count)]
    for name, kind, low, high, added in fields:
        if added and random.below(2):
            span = 1 if kind == "boolean" else min(high - low, 100)
            words.append(f"{name}={low + random.below(span + 1)}")
    return words


def random_table(seed, commands, any_command=False):
    """`any_command`: now and then any command of the description, with any values."""
    random = Random(seed)
    description = _description()
    names = sorted(description.COMMANDS)
    rows = [["sku", f"S{i}", 100 * i] for i in range(1, 6)]
    rows += [["node", f"N{i}", i % 2] for i in range(1, 4)]
    rows += [["zone", f"Z{i}"] for i in range(1, 4)]
    rows += [["channel", "web", 900, 100, 300, 600, 1, 0, 0, 0, 0],
             ["channel", "shop", 0, 0, 0, 500, 0, 1, 1, 1, 1]]
    rows += [["network", channel, node, 1] for channel in (1, 2) for node in (1, 2, 3)]
    rows += [["lane", node, zone, 400 + 50 * random.below(5), random.below(20), 1000,
              int((node, zone) != (3, 3))] for node in (1, 2, 3) for zone in (1, 2, 3)]
    rows.append(["risk_limits", 5_000, 9, 0, 0, 4, 2_000, 3_000])
    rows += [["receive", sku, node, 0, 30, 0] for sku in range(1, 6) for node in range(1, 4)]
    text = [" ".join(str(word) for word in [0, row[0], key, *row[1:]])
            for key, row in enumerate(rows, 1)]
    now, key = 100, len(rows)
    for _ in range(commands):
        now += random.below(30)
        if random.below(50) == 0:
            text.append(f"{now} tick 0")
            continue
        if any_command and random.below(12) == 0:
            key += 1
            name = names[random.below(len(names))]
            fields = _any_fields(random, description, description.COMMANDS[name], key, now)
            text.append(" ".join(str(word) for word in [now, name, *fields]))
            continue
        # Now and then a key comes a second time.
        if random.below(40):
            key += 1
        name, fields = _command(random, key, now)
        text.append(" ".join(str(word) for word in [now, name, key, *fields]))
    return "\n".join(text) + "\n"
