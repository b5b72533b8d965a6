#!/usr/bin/env bash
# sqlite-utils 4 stores the article 00123 as 123 and the reference 1e3 as 1000.0, without being asked to look for types.
#
# Library: PyPI sqlite-utils 4.2.1.
# Expected: insert --csv stores what stands in the file, as text, as it did up to version 3, where types were looked for on request
#   (--detect-types).
# Seen: since version 4 it looks for types by itself. A column of which each value is read by int() or float() of Python becomes
#   INTEGER or REAL: 00123 and 007 are 123 and 7, the references 1e3 and 2e5 are 1000.0 and 200000.0. The batches 1_000 and
#   2_500 make an INTEGER column (int() takes the underscore), in which SQLite then keeps them as texts, so each of them
#   is above every number. One value in the file that is no number, and the whole column is kept as text.
# Why it hurts: the same nightly import gives 00123 or 123 depending on what else is in the file, so a join with the stock finds
#   all articles on one day and none on the next. An upgrade does it to scripts that nobody has touched.
# What to do: --no-detect-types, and transform --type for the columns that are numbers.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with sqlite-utils==4.2.1
python <<'PY'
import json
import pathlib
import subprocess
import sys

tool = str(pathlib.Path(sys.executable).with_name("sqlite-utils"))
rows = ["article,reference,batch", "00123,1e3,1_000", "00456,2e5,2_500"]


def stored(name, lines, *options):
    pathlib.Path(f"{name}.csv").write_text("\n".join(lines) + "\n")
    subprocess.run([tool, "insert", "shop.db", name, f"{name}.csv", "--csv", *options], check=True, stdout=subprocess.DEVNULL)
    found = json.loads(subprocess.run([tool, "rows", "shop.db", name], check=True, capture_output=True, text=True).stdout)
    print(f"{name}:", found)
    return found

monday, tuesday, told = stored("monday", rows), stored("tuesday", rows + ["X-9,,"]), stored("told", rows, "--no-detect-types")
query = "select count(*) as n from monday where batch > 999999999"
above = json.loads(subprocess.run([tool, "query", "shop.db", query], check=True, capture_output=True, text=True).stdout)[0]["n"]
print("batches above 999999999:", above)
if (monday[0] == {"article": 123, "reference": 1000.0, "batch": "1_000"} and tuesday[0]["article"] == "00123" and above == 2
        and told[0] == {"article": "00123", "reference": "1e3", "batch": "1_000"}):
    sys.exit(0)
print("changed: the values are stored in another way")
sys.exit(1)
PY
