"""Fits the tables of the built-in order generator to the UCI Online Retail data.

    python3 src/simulation/fit_generator.py ../shared/data/online_retail.csv.zst \
        > src/simulation/generator_tables.hpp

Reads the CSV plain, or through `zstd -dc` when its name ends in .zst, keeps the rows that the
simulation itself would use (docs/simulation.md), and prints generator_tables.hpp. Standard library
only. The same file gives the same header.
"""

import collections
import csv
import datetime
import io
import re
import subprocess
import sys

ARTICLE = re.compile(r"^(\d{5}[A-Za-z]{0,2}|DCGS[0-9A-Za-z]+)$")


def read_rows(path):
    if path.endswith(".zst"):
        data = subprocess.run(["zstd", "-dc", path], check=True, stdout=subprocess.PIPE).stdout
        text = io.StringIO(data.decode("utf-8"), newline="")
    else:
        text = open(path, newline="", encoding="utf-8")
    for row in csv.DictReader(text):
        quantity, price = int(row["Quantity"]), round(float(row["UnitPrice"]) * 100)
        if row["InvoiceNo"][0] in "CcAa" or not ARTICLE.match(row["StockCode"]):
            continue
        if quantity > 0 and price > 0:
            yield row, row["StockCode"].upper(), quantity, price


def quantiles(values, gaps, top=1.0):
    """gaps + 1 evenly spaced quantiles; the greatest is the `top` quantile, to cut the tail off."""
    ordered = sorted(values)
    last = len(ordered) - 1
    points = [ordered[last * i // gaps] for i in range(gaps)]
    return points + [max(points[-1], ordered[int(last * top)])]


def fourth_root_weight(rank, offset, quarters):
    """The generator's own integer weight of a rank, so that what is fitted is what is drawn."""
    x = rank + offset
    root = isqrt(isqrt(x << 32))  # x^(1/4) with 8 binary places
    whole, rest = quarters // 4, quarters % 4
    return max(1, (((1 << 62) // x**whole) << (8 * rest)) // root**rest)


def isqrt(n):
    x = int(n**0.5)
    while x * x > n:
        x -= 1
    while (x + 1) * (x + 1) <= n:
        x += 1
    return x


def fit_popularity(counts):
    """Zipf-Mandelbrot: weight 1 / (rank + offset)^(quarters / 4), least greatest gap of the curves."""
    ordered = sorted(counts, reverse=True)
    total, seen, real = sum(ordered), 0, []
    for count in ordered:
        seen += count
        real.append(seen / total)
    best = None
    for quarters in range(4, 13):
        for offset in (70, 100, 150, 200, 300, 400, 550, 700, 900, 1200,
                       1600, 2200, 3000, 4000):
            weights = [fourth_root_weight(r, offset, quarters)
                       for r in range(1, len(ordered) + 1)]
            whole, seen, gap = sum(weights), 0, 0.0
            for weight, share in zip(weights, real):
                seen += weight
                gap = max(gap, abs(seen / whole - share))
            if best is None or gap < best[0]:
                best = (gap, quarters, offset)
    return best


def table(name, values, kind="std::int64_t"):
    lines, line = [], "   "
    for value in values:
        if len(line) + len(str(value)) + 2 > 98:
            lines.append(line)
            line = "   "
        line += f" {value},"
    lines.append(line)
    body = "\n".join(lines)
    return f"inline constexpr std::array<{kind}, {len(values)}> {name}{{\n{body}\n}};\n"


def main(path):
    lines_of, sku_lines = collections.Counter(), collections.Counter()
    prices, quantities = collections.defaultdict(list), []
    order_of, countries, customers = {}, collections.Counter(), collections.Counter()
    for row, sku, quantity, price in read_rows(path):
        lines_of[row["InvoiceNo"]] += 1
        sku_lines[sku] += 1
        prices[sku].append(price)
        quantities.append(quantity)
        order_of.setdefault(row["InvoiceNo"], row)
    hours, days, guests = collections.Counter(), collections.Counter(), 0
    for row in order_of.values():
        time = datetime.datetime.strptime(row["InvoiceDate"], "%Y-%m-%d %H:%M:%S")
        hours[time.hour] += 1
        days[time.weekday()] += 1
        countries[row["Country"]] += 1
        if row["CustomerID"]:
            customers[row["CustomerID"]] += 1
        else:
            guests += 1
    list_price = {sku: sorted(asked)[(len(asked) - 1) // 2] for sku, asked in prices.items()}
    ratios = [price * 1000 // list_price[sku] for sku, asked in prices.items() for price in asked]
    gap, quarters, offset = fit_popularity(sku_lines.values())

    print(f"""\
// Made by src/simulation/fit_generator.py from the UCI Online Retail data; do not edit.
//
// Chen, D. (2015). Online Retail. UCI Machine Learning Repository. doi:10.24432/C5BW33, CC BY 4.0.
// Fitted to {len(quantities)} rows in {len(order_of)} orders of {len(sku_lines)} SKUs and {len(customers)} customers.
// Quantiles are evenly spaced; the last one of quantities and prices is cut, so that straight lines
// between quantiles do not make a tail that the data has not.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace allot::simulation::fitted {{

// Weight of the SKU of a popularity rank: 1 / (rank + offset)^(quarters / 4), after Zipf and
// Mandelbrot. Greatest gap to the data's cumulative curve of order lines: {gap * 100:.1f} points.
inline constexpr std::uint32_t popularity_quarters = {quarters};
inline constexpr std::uint64_t popularity_offset = {offset};
""")
    print("// Lines of an order.")
    print(table("lines_quantiles", quantiles(lines_of.values(), 256)))
    print("// Units of a line; the last is the 99.95th percentile.")
    print(table("quantity_quantiles", quantiles(quantities, 256, 0.9995)))
    print("// List price of a SKU, the middle one of its prices; the last is the 99.5th percentile.")
    print(table("list_price_quantiles", quantiles(list_price.values(), 64, 0.995)))
    print("// Price asked on a line, thousandths of the SKU's list price; the last is the 99.5th.")
    print(table("price_ratio_quantiles", quantiles(ratios, 64, 0.995)))
    print("// Orders of a customer.")
    print(table("orders_quantiles", quantiles(customers.values(), 256)))
    print("// Orders without a customer, thousandths.")
    print(f"inline constexpr std::uint32_t guests_permille = {guests * 1000 // len(order_of)};\n")
    print("// Orders by hour of the day, then by day of the week from Monday.")
    print(table("hour_weights", [hours[h] for h in range(24)], "std::uint32_t"))
    print(table("weekday_weights", [days[d] for d in range(7)], "std::uint32_t"))
    print("struct CountryWeight {\n  std::string_view name;\n  std::uint32_t weight;\n};\n")
    print("// Orders by country.")
    print(f"inline constexpr std::array<CountryWeight, {len(countries)}> country_weights{{{{")
    for name, count in sorted(countries.items(), key=lambda item: (-item[1], item[0])):
        print(f'    {{"{name}", {count}}},')
    print("}};\n\n}  // namespace allot::simulation::fitted")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
