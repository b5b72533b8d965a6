#!/usr/bin/env bash
# A limit written "> 1,000" in a decision table hits 0 and 2, and one that cannot be computed never hits, in silence.
#
# Library: PyPI zen-engine 2.1.3 (GoRules ZEN).
# Expected: a cell that is no valid condition is refused when the table is loaded, and one that cannot be computed for
#   an order is an error; an amount of 1500, number or text, is above 1,000, or an error says that it is no number.
# Seen: the comma separates alternatives: "> 1,000" is "more than 1, or equal to 000", so it hits 0, 2 and 500.
#   "> limit", where nothing is named so, "> 1000 EUR", and "> 1000" against the text "1500" load and never hit; the
#   answer is empty, as for an order that is within the limit.
# Why it hurts: tables are filled by people of the shop, who write 1,000. The risk table then blocks the small orders;
#   or, with a currency behind the number or an amount sent as text, none at all, and nothing is logged.
# What to do: end each table with a catch-all row and count how often it is reached; test each row of a table with an
#   order that must hit it before it goes live; send typed integers of minor units.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with zen-engine==2.1.3
python <<'PY'
import json
import sys

import zen


def hits(cell, total):
    table = {"hitPolicy": "first", "inputs": [{"id": "in", "name": "total", "field": "total"}],
             "outputs": [{"id": "out", "name": "review", "field": "review"}],
             "rules": [{"_id": "row", "in": cell, "out": "true"}]}
    node = {"position": {"x": 0, "y": 0}}
    model = {"contentType": "application/vnd.gorules.decision",
             "nodes": [node | {"id": "a", "type": "inputNode", "name": "order"},
                       node | {"id": "b", "type": "decisionTableNode", "name": "limits", "content": table},
                       node | {"id": "c", "type": "outputNode", "name": "answer"}],
             "edges": [{"id": "1", "sourceId": "a", "targetId": "b", "type": "edge"},
                       {"id": "2", "sourceId": "b", "targetId": "c", "type": "edge"}]}
    return bool(zen.ZenEngine().create_decision(json.dumps(model)).evaluate({"total": total})["result"])

seen = {}
for cell in ("> 1000", "> 1,000", "> 1000 EUR", "> limit"):
    seen[cell] = [total for total in (0, 2, 500, 1500, "1500") if hits(cell, total)]
    print(f"{cell!r} hits {seen[cell]} of 0, 2, 500, 1500 and the text '1500'")
if list(seen.values()) == [[1500], [0, 2, 500, 1500], [], []]:
    sys.exit(0)
print("changed: such cells are refused, or hit otherwise")
sys.exit(1)
PY
