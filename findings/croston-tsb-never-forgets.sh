#!/usr/bin/env bash
# croston's variant for articles that die out, tsb, still forecasts 1.7 units a week after three years without a sale.
#
# Library: PyPI croston 0.1.2.4 (with numpy 2.4.6, pandas 2.3.3, scipy 1.17.1).
# Expected: its comments: tsb is Teunter, Syntetos and Babai; sba and sbj are the other variants. That method was published
#   because Croston's estimate stays as it was at the last sale: it lowers the chance of demand in each period without
#   one. An interval between sales is counted in periods: a sale in every second week is an interval of 2.
# Seen: "tsb", and any other name that is not sba or sbj, is plain Croston: 150 weeks of nothing bring the forecast from 1.85
#   to 1.70, where TSB has nothing left. The first interval is counted from 0, so 0 5 0 5 ... is 2.73 a week, not 2.5.
# Why it hurts: the variant is chosen to stop the reordering of what nobody buys. Spare parts and last season's sizes are
#   bought for ever, the stock never falls, and in a comparison of methods tsb and Croston "do equally well".
# What to do: TSB is two lines: p += b (sold - p) and, after a sale, size += a (units - size), forecast p times size; test
#   each method with a series that ends in a year of zeros.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with croston==0.1.2.4 numpy==2.4.6 pandas==2.3.3 scipy==1.17.1
python <<'PY'
import sys

from croston import croston


def forecast(series, variant):
    return float(croston.fit_croston(series, 1, variant)["croston_forecast"][0])


sold = [0, 4, 0, 0, 3, 0, 5, 0, 0, 4, 0, 3, 0, 4]
seen = []
for name, series in (("14 weeks with sales", sold), ("then 150 without", sold + [0] * 150)):
    rates = {variant: round(forecast(series, variant), 3) for variant in ("original", "tsb", "no such variant")}
    print(f"{name}: {rates}")
    seen.append(rates)
chance, size = 6 / 14, 4.0
for _ in range(150):
    chance += 0.1 * (0 - chance)
print(f"Teunter, Syntetos and Babai, both factors 0.1, after the 150 weeks: about {chance * size:.6f}")
even = round(forecast([0, 5] * 6, "original"), 3)
print("five units in every second of twelve weeks:", even, "a week, sold are", 5 * 6 / 12)
if all(r["tsb"] == r["original"] == r["no such variant"] for r in seen) and seen[1]["tsb"] > 1 and even == 2.727:
    sys.exit(0)
print("changed: the variants differ, or the interval is another")
sys.exit(1)
PY
