"""Opens reports in a headless Chromium: no complaint, every chart drawn, nothing loaded, nothing that
overlaps or scrolls sideways, readable and usable by keyboard, and the numbers of `--json`.

usage: browser_test.py ALLOT [--pictures DIRECTORY]
  --pictures  leave a picture of every page that was opened

example: /usr/bin/python3 tests/report/browser_test.py build/release/bin/allot

Needs chromium, chromium-driver and python3-selenium of Debian 12.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import pictures as documented
from browser import Browser
from questions import BROKEN, CUT, LAYOUT, READABLE, STRUCTURE, TABLES

WIDTHS = (360, 1280, 1600)
SCHEMES = ("light", "dark")
HOSTILE = "</script><img src=x onerror=alert(1)>"

class Wrong(Exception):
    pass


def require(holds, why):
    if not holds:
        raise Wrong(why)


def number(text):
    """The whole number that a cell shows; 0 for a blank one."""
    digits = re.sub(r"[,\s\u00a0\u202f]", "", text)
    require(re.fullmatch(r"\d*", digits), f"{text!r} is no whole number")
    return int(digits or 0)


def per_mille(part, whole):
    """To the nearest, halves up, but what is not all is not all of it."""
    if not whole:
        return 0
    nearest = (part * 2000 + whole) // (2 * whole)
    return min(nearest, 999) if part < whole else nearest


def check_numbers(browser, summary):
    """Cards and tables say what the summary says."""
    orders, units = summary["orders"], summary["units"]
    cards = browser.ask("return [...document.querySelectorAll('.card .big')].map((one) => one.textContent)")
    require(number(cards[0]) == int(orders["accepted"]), f"{cards[0]} orders accepted")
    share = float(cards[1].rstrip("%"))
    want = per_mille(int(units["at_once"]), int(units["requested"])) / 10
    require(abs(share - want) < 0.01, f"{share} % promised at once, not {want}")
    tables = browser.ask(TABLES)

    def total(section, table, column):
        return sum(number(row[column]) for row in tables[section][table])

    def same(what, found, want):
        require(found == int(want), f"{what}: {found} on the page, {want} in the summary")

    same("orders", total("time", 0, 1), orders["submitted"])
    same("accepted", total("time", 0, 2), orders["accepted"])
    # One channel alone is all orders, and has no chart.
    for table, what in enumerate(("hours", "zones", "channels")[:len(tables["fill"])]):
        same(f"orders by {what}", total("fill", table, 1), orders["submitted"])
        same(f"units by {what}", total("fill", table, 3), units["requested"])
        same(f"units at once by {what}", total("fill", table, 4), units["at_once"])
        same(f"units waiting by {what}", total("fill", table, 6), units["backordered"])
        same(f"units refused by {what}", total("fill", table, 7), units["refused"])
    same("units taken", total("nodes", 0, 1), units["held"])
    same("parcels' orders", total("parcels", 0, 1), orders["accepted"])
    if int(orders["refused"]):
        same("refused orders", total("refusals", 0, 1), orders["refused"])
    payments = [[number(cell) for cell in row[1:3]] for row in tables["payments"][0]]
    same("expired", payments[6][0], orders["expired"])
    same("cancelled", payments[7][0], orders["cancelled"])
    same("held and firm", payments[0][1] + payments[1][1], units["held"])
    text = browser.ask("return document.getElementById('proof').textContent")
    require(summary["digest"] in text, "the digest is not on the page")



def check_shortfalls(browser, page):
    """Each unit that waited is told of a SKU or of none; SKUs without a row of stock are named first."""
    figures = json.loads(browser.ask("return document.getElementById('report-data').textContent"))["figures"]
    rows = figures["shortfalls"]
    require(len(rows) == figures["skus_short"], "not every SKU that ran short is listed")
    others = figures["waited_for_others"]
    require(sum(row["waited"] for row in rows) + others == figures["total"]["waiting"],
            f"{others} units that waited for others are not the rest")
    text = browser.ask("const one = document.querySelector('#short .others'); return one ? one.textContent : ''")
    require((f"{others:,}" in text) if others else text == "", f"{others} waited for others, the page says {text!r}")
    advice = browser.ask("return [...document.querySelectorAll('header p.lead, ol.advice li')].map((one) => one.textContent)")
    told = [at for at, one in enumerate(advice) if "bare-sku" in one]
    if page.stem.startswith("shop"):
        require(figures["short_without_row"] == 1 and told, f"no row of stock: not in {advice}")
        more = [at for at, one in enumerate(advice) if "rare-sku" in one and at > 1]
        require(more and told[-1] < more[0], f"no row of stock comes not first in {advice}")


# What the head shows without a click: the columns and rows of what ran out when.
RAN_OUT = """
const table = document.querySelector("header .when table");
if (!table || table.offsetHeight === 0 || table.closest("details")) return null;
const cells = (row) => [...row.cells].map((cell) => cell.textContent);
const link = document.querySelector("header .when a");
return { heads: cells(table.tHead.rows[0]), rows: [...table.tBodies[0].rows].map(cells),
         uneven: document.querySelectorAll("header .when p.quiet:not(:has(a))").length, more: link ? link.textContent : null };
"""


def check_ran_out(browser):
    """The head says which SKUs ran out when, with figures that add up; a link leads to all of them."""
    figures = json.loads(browser.ask("return document.getElementById('report-data').textContent"))["figures"]
    shown = browser.ask(RAN_OUT)
    rows = figures["shortfalls"]
    require((shown is not None) == bool(rows), "the head does not say what ran out when")
    if not rows:
        return
    first = sorted(rows[:10], key=lambda row: (row["first_ms"], row["sku"]))
    require([row[0] for row in shown["rows"]] == [row["sku"] for row in first], f"{shown['rows']} ran out")
    kept = any(row["withheld"] for row in rows)
    require(len(shown["heads"]) == (6 if kept else 5), f"the head has {shown['heads']}")
    uneven = False
    for cells, row in zip(shown["rows"], first, strict=True):
        require(re.search(r"\d\d:\d\d", cells[1]), f"{cells[1]!r} is no minute")
        stocked = 0 if row["no_stock_row"] else number(cells[3])
        require(row["no_stock_row"] == (re.fullmatch(r"[\d,]+", cells[3]) is None), f"{cells[3]!r} in stock")
        lacking, withheld = number(cells[-1]), number(cells[4]) if kept else 0
        require((number(cells[2]), stocked, withheld, lacking) == (row["asked"], row["received"] * (not row["no_stock_row"]),
                                                                  row["withheld"], row["needed"]), f"{cells} is not {row}")
        uneven = uneven or lacking != max(0, number(cells[2]) - max(0, stocked - withheld))
    require(bool(shown["uneven"]) == uneven, f"{shown['uneven']} sentences say why figures do not add up, uneven: {uneven}")
    more = figures["skus_short"] - len(first)
    require((shown["more"] is not None) == (more > 0), f"{more} more, the link says {shown['more']!r}")
    if more > 0:
        require(f"{more:,}" in shown["more"], f"{more} more, the link says {shown['more']!r}")


def check_more(browser):
    """Who follows the link to the others sees the table of all, though it was folded."""
    if not browser.ask("const link = document.querySelector('header .when a'); if (link) link.click(); return link !== null"):
        return
    rows, all_of_them = browser.ask(
        "const all = document.getElementById('short-all'); return [all.offsetHeight > 50 ? all.querySelectorAll('tbody tr').length : 0,"
        " JSON.parse(document.getElementById('report-data').textContent).figures.shortfalls.length]")
    require(rows == min(100, all_of_them), f"the link shows {rows} rows of {all_of_them}")


def check_change(browser):
    """What to change is a list, one thing an item; no paragraph of the head runs on and on a narrow screen."""
    told = browser.ask("return [...document.querySelectorAll('header .change + ol.advice > li')].length")
    none = browser.ask("return document.querySelector('header .change').textContent")
    require(told > 0 or "Nothing stands out" in none or "没有" in none, f"what to change is no list: {none!r}")
    if browser.width > 400:
        return
    lines = browser.ask("""
        return [...document.querySelectorAll('header p, header li')].filter((one) => !one.querySelector('p, li'))
          .map((one) => [Math.round(one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight)),
                         one.textContent]);""")
    long = [text for count, text in lines if count > 10]
    require(not long, f"more than ten lines at {browser.width} px: {long}")
    require(browser.ask("return document.querySelectorAll('header .when .cut, .answers .when .cut').length === 0"),
            f"what is lacking is cut off at {browser.width} px")


def amount(text):
    """The number that a cell shows, of units or of money, without its sign of a currency."""
    digits = re.sub(r"[^0-9.]", "", text)
    require(digits, f"{text!r} is no amount")
    return round(float(digits) * 100)


def check_adds_up(browser):
    """What was refused or had to wait is accounted for, and is what the head of the page has."""
    figures = json.loads(browser.ask("return document.getElementById('report-data').textContent"))["figures"]
    if figures["skus_short"] == 0:
        return
    rows = browser.ask(TABLES)["short"][2]
    *parts, last = rows
    for column in range(1, len(last)):
        found = sum(amount(row[column]) for row in parts)
        require(found == amount(last[column]), f"column {column} adds up to {found / 100}, not to {last[column]}")
    total = figures["total"]
    require(number(last[5]) == total["refused"] + total["waiting"], f"{last[5]} units together")
    require(number(last[2]) + number(last[3]) == total["refused"], f"{last[2]} and {last[3]} units refused")
    require(number(last[4]) == total["waiting"], f"{last[4]} units waited")
    if len(last) > 6:
        money = browser.ask("return JSON.parse(document.getElementById('report-data').textContent).exponent")
        worth = (total["value_refused"] + total["value_waiting"]) * 100 // 10 ** money
        require(abs(amount(last[9]) - worth) <= 1, f"{last[9]} together, not {worth / 100}")


def check_times(browser):
    """A bar's row says from when to when it is; of one that is no day that is a time, not a number."""
    heads = browser.ask("return [...document.querySelectorAll('#time tbody th')].map((one) => one.textContent)")
    step = json.loads(browser.ask("return document.getElementById('report-data').textContent"))["figures"]["step_ms"]
    wanted = r"\d\d:\d\d\D{1,12}.*\d\d:\d\d" if step < 86400000 else r"\d{4}"
    for head in heads:
        require(re.search(wanted, head), f"the bar of {head!r} says not from when to when")
    require(len(set(heads)) == len(heads), "two bars are told by the same time")


# What the title has to say, and what the page may not, by the name of the run and its language.
TITLES = {
    "rows_en": ("Going by 100 of 300 rows, one unit for each row and made-up stock, the sale would have",),
    "rows_zh": ("仅凭300 行中用到的 100 行、每行一件的假定和虚构的库存，",),
    "unpaid_en": ("gone badly", "of the accepted orders expired"),
    "unpaid_zh": ("很不顺利", "过期"),
}
NO_MONEY = {"en": r"[€¥£$]|dearest|cost|\bworth\b", "zh": r"[€¥£$]|运费|费用|货值|损失最大"}


# What a page says of stock that ended, and of a clock that is not UTC's.
SAID = {
    "dated_en": ("of ser ended from 10 Nov to 12 Nov", "They must be for sale on later days", "Times of Europe/Warsaw.",
                 "of the value refused or made to wait", "This page is about 5 days of", "2026-11-11 to 2026-11-15",
                 "1 row, 40 units, had expired before the first order comes"),
    "dated_zh": ("件于 11月10日至 11月12日到期", "可售日期必须晚于原有的", "时间为 Europe/Warsaw。", "的货值的", "2026-11-11 至 2026-11-15 共 5 天", "1 行、40 件在第一笔订单之前已到期"),
}


def check_said(browser, page):
    text = browser.ask("return document.getElementById('page').innerText")
    for words in SAID.get(page.stem, ()):
        require(words in text, f"{words!r} is not on the page")
    if page.stem == "dated_en":
        # By the clock of the shop, which is an hour ahead of UTC.
        hours = {row[0]: number(row[3]) for row in browser.ask(TABLES)["fill"][0]}
        asked = sorted(hour for hour, units in hours.items() if units)
        require(asked == ["00:00", "22:00", "23:00"], f"units were asked for in {asked}")


def check_headline(browser, page):
    """The first sentence is the title, with what it goes by; without prices of one currency no money is told."""
    title = browser.ask("return document.querySelector('h1').textContent")
    for words in TITLES.get(page.stem, ()):
        require(words in title, f"{words!r} is not in {title!r}")
    name, language = page.stem.rsplit("_", 1)
    if name in ("currencies", "rows"):
        text = browser.ask("return document.getElementById('page').innerText.replace(document.getElementById('synthetic').innerText, '')")
        found = re.search(NO_MONEY[language], text)
        require(not found, f"money is told: {found and text[max(0, found.start() - 60):found.end() + 40]!r}")


# Of a page in Chinese the text that is ours: not what is to be typed, and not what is marked as English.
OWN_TEXT = """
const copy = document.getElementById("page").cloneNode(true);
for (const part of copy.querySelectorAll("pre, code, svg")) part.remove();
return [...copy.querySelectorAll("*")].filter((one) => one.children.length === 0 && one.textContent.trim() !== "")
  .map((one) => one.textContent).concat([...copy.querySelectorAll("p, li, td, th, dd, figcaption")].map((one) => one.textContent));
"""
# Three words in a row are a sentence, or the beginning of one.
ENGLISH = re.compile(r"[A-Za-z]{2,}(?:[ ,;:'’]+[A-Za-z]{2,}){2,}")
NAMES = ("UCI Online Retail", "United Arab Emirates")
# A command within a sentence: its verb, options, what stands for a file, and a topic of help.
COMMAND = re.compile(r"\ballot (?:help [a-z]+|[a-z]+(?: --[a-z-]+| [A-Z]{2,})+)")


def check_chinese(browser, page):
    """A page in Chinese holds no English sentence but names of a shop's files and what is to be typed."""
    # These have names of products and zones that are English sentences.
    if not page.stem.endswith("_zh") or page.stem.split("_")[0] in ("names", "unlike", "same"):
        return
    found = sorted({match.group() for text in browser.ask(OWN_TEXT)
                    for match in ENGLISH.finditer(COMMAND.sub("", text))
                    if match.group() not in NAMES})
    require(not found, f"English on a page in Chinese: {found[:8]}")


def check_keyboard(browser):
    """Tab comes to the skip link first; Enter on a summary opens its table."""
    from selenium.webdriver.common.keys import Keys
    body = browser.driver.find_element("tag name", "body")
    body.send_keys(Keys.TAB)
    active = browser.driver.switch_to.active_element
    require(active.get_attribute("class") == "skip", "the first stop is not the skip link")
    summary = browser.driver.find_element("css selector", "#time summary")
    summary.send_keys(Keys.ENTER)
    require(browser.ask("return document.querySelector('#time details').open"), "Enter opens no table")
    require(browser.ask("return document.querySelector('#time table').offsetHeight") > 50, "no table to see")
    require(browser.ask("return document.documentElement.scrollWidth <= innerWidth"), "the table widens the page")


def check_comparison(browser, both):
    """The page of two runs says of each what its summary says, and what ran short in one alone."""
    tables = browser.ask(TABLES)
    compared, a, b = both
    for column, summary in ((1, a), (2, b)):
        orders, units = summary["orders"], summary["units"]
        rows = tables["figures"][0]
        shown = [number(rows[row][column]) for row in (0, 1, 3, 4, 6, 7, 8)]
        want = [orders["submitted"], orders["accepted"], units["requested"], units["at_once"], units["backordered"],
                units["waited"], units["refused"]]
        require(shown == [int(one) for one in want], f"{shown} on the page, {want} in the summary")
        require(summary["digest"] in browser.ask("return document.getElementById('proof').textContent"), "no digest")
    rates = {row["name"]: row for row in compared["rows"]}["share promised at once"]
    title = browser.ask("return document.querySelector('h1').textContent")
    for run in ("a", "b"):
        require(f"{rates[run] / 10:g}" in title, f"{rates[run] / 10} % is not in {title!r}")
    accepted = tables["time"][0]
    columns = len(accepted[0])
    for column, summary in ((columns - 3, a), (columns - 2, b)):
        found = sum(number(row[column]) for row in accepted)
        require(found == int(summary["orders"]["accepted"]), f"{found} accepted over time")
    text = browser.ask("return document.getElementById('short').textContent")
    for kind in ("short_in_a_only", "short_in_b_only"):
        for sku in compared[kind][:5]:
            require(sku["sku"] in text, f"{sku['sku']} of {kind} is not told")
    for table, (name, column) in enumerate((("hours", 1), ("zones", 1), ("channels", 1))[:len(tables["fill"])]):
        found = sum(number(row[column]) for row in tables["fill"][table])
        require(found == int(a["units"]["requested"]), f"{found} units by {name}")


def check_page(browser, page, summary, width, scheme, pictures):
    browser.open(page, width, scheme)
    drawn, of = browser.ask("return document.documentElement.dataset.charts || '0/0'").split("/")
    require(not (complaints := browser.complaints()), f"the console says {complaints}")
    is_comparison = isinstance(summary, tuple)
    # Where nothing ran short or was refused, nothing of it is drawn; nor by zones or channels, where there is one.
    several = len(browser.ask(TABLES)["fill"]) - 1
    least = several + (4 if page.stem.startswith("same") else
                       5 if is_comparison or page.stem.startswith("unpaid") else 8)
    require(drawn == of and int(of) >= least, f"{drawn} of {of} charts were drawn")
    for what in (LAYOUT, READABLE, STRUCTURE) if is_comparison else (LAYOUT, READABLE, STRUCTURE, BROKEN):
        wrong = browser.ask(what)
        require(not wrong, "; ".join(wrong[:6]))
    wrong = browser.driver.execute_async_script(CUT)
    require(not wrong, "; ".join(wrong[:6]))
    if is_comparison:
        check_comparison(browser, summary)
    else:
        check_numbers(browser, summary)
        check_shortfalls(browser, page)
        check_adds_up(browser)
        check_ran_out(browser)
        check_change(browser)
        check_times(browser)
        check_headline(browser, page)
        check_said(browser, page)
    check_chinese(browser, page)
    if pictures:
        (pictures / f"{page.stem}_{width}_{scheme}.png").write_bytes(browser.picture())
    check_keyboard(browser)
    if not is_comparison:
        check_more(browser)
    require(not (complaints := browser.complaints()), f"the console says {complaints}")


def hostile_orders(path):
    """Names that would be markup, or formats of a chart, were they not taken as texts."""
    rows = ["InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"]
    for n in range(400):
        minute = f"2026-11-11 {9 + n // 60:02}:{n % 60:02}:00"
        sku = (f'"{HOSTILE}"', "'{b}\"\"{a|x}", "中文-货号-非常长的一个商品代码")[n % 3]
        sku = sku if sku.startswith('"') else f'"{sku}"'
        rows.append(f"{500000 + n},{sku},x,{1 + n % 5},{minute},2.5{n % 10},{12000 + n % 70},"
                    f"{('France', HOSTILE, 'a zone with a name longer than most')[n % 3]}")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    mapping = path.with_suffix(".toml")
    mapping.write_text("""[columns]
order = "InvoiceNo"
sku = "StockCode"
quantity = "Quantity"
time = "InvoiceDate"
price = "UnitPrice"
customer = "CustomerID"
zone = "Country"
""", encoding="utf-8")
    return ["--orders", str(path), "--map", str(mapping)]


def shop_orders(path):
    """Orders of three SKUs: of one there is plenty, of one too little, and one has no row of stock."""
    rows = ["order,time,sku,quantity,price,zone"]
    for n in range(300):
        time = f"2026-11-11 {9 + n // 60:02}:{n % 60:02}:00"
        for sku in ("plenty", "bare-sku" if n % 5 == 0 else "rare-sku"):
            rows.append(f"{n},{time},{sku},2,9.90,DE")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    stock = path.with_name("stock.csv")
    stock.write_text("sku,quantity,safety\nplenty,5000,0\nrare-sku,100,20\n", encoding="utf-8")
    scenario = path.with_name("whole.json")
    scenario.write_text(json.dumps({"name": "whole", "peaks": [], "orders": {"ship_complete_permille": 500}}))
    return ["--orders", str(path), "--stock", str(stock), "--scenario", str(scenario)]


def dated(path):
    """Orders of a shop in Warsaw, dear ones, by its clock: half of what it has ends before the last of them."""
    rows = ["order;time;sku;quantity;price;zone"]
    for n in range(300):
        rows.append(f"{n};{11 + n // 60}.11.2026 {n // 20 % 3 + 22:02}:{n % 60:02}".replace(" 24:", " 00:") + ";ser;2;1523,47;PL")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    mapping = path.with_suffix(".toml")
    mapping.write_text("""delimiter = ";"
time_formats = ["%d.%m.%Y %H:%M"]
time_zone = "Europe/Warsaw"
decimal = ","
currency = "PLN"

[columns]
order = "order"
time = "time"
sku = "sku"
quantity = "quantity"
price = "price"
zone = "zone"
""", encoding="utf-8")
    stock = path.with_name("dated_stock.csv")
    stock.write_text("sku,quantity,lot,expiry\nser,300,A,2026-11-12\nser,40,B,2026-11-10\nser,130,C,2027-01-31\n", encoding="utf-8")
    return ["--orders", str(path), "--map", str(mapping), "--stock", str(stock)]


def two_currencies(path):
    """Orders in two currencies, of which nothing may be added up."""
    rows = ["order,time,sku,quantity,price,currency,zone"]
    for n in range(300):
        time = f"2026-11-11 {9 + n // 60:02}:{n % 60:02}:00"
        rows.append(f"{n},{time},sku-{n % 7},{1 + n % 3},{'1800,JPY' if n % 3 == 0 else '12.50,EUR'},DE")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    stock = path.with_name("two_stock.csv")
    stock.write_text("sku,quantity\n" + "".join(f"sku-{n},{20 + 15 * n}\n" for n in range(7)), encoding="utf-8")
    return ["--orders", str(path), "--stock", str(stock)]


def no_quantity(path):
    """Rows of which most cannot be used, without a column of quantities or prices, or a stock file."""
    rows = ["order,time,sku"] + [f"{n},{'' if n % 3 else f'2026-11-11 {9 + n // 60:02}:{n % 60:02}:00'},sku-{n % 7}" for n in range(300)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return ["--orders", str(path)]


def unpaid(path):
    """All is there, and nobody pays."""
    rows = ["order,time,sku,quantity,price,status"]
    rows += [f"{n},2026-11-11 {9 + n // 60:02}:{n % 60:02}:00,sku-{n % 7},1,9.90,unpaid" for n in range(300)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    stock = path.with_name("unpaid_stock.csv")
    stock.write_text("sku,quantity\n" + "".join(f"sku-{n},500\n" for n in range(7)), encoding="utf-8")
    return ["--orders", str(path), "--stock", str(stock)]


def many_notes(path):
    """Files of which there is something to say: what was assumed, left out, met twice, found nowhere else."""
    rows = ["order,time,sku,quantity,price,status,zone"]
    for n in range(300):
        status = ("paid", "paid", "pending", "refunded", "cancelled")[n % 5]
        quantity = "-1" if n % 50 == 0 else "1.000" if n % 60 == 1 else 1 + n % 3
        rows.append(f"{n},2026-11-{11 + n // 150} {9 + n % 5:02}:{n % 60:02}:00,sku-{n % 7},{quantity},9.90,{status},DE")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    stock = path.with_name("noted_stock.csv")
    stock.write_text("sku,quantity,colour\n" + "".join(f"SKU-{n},{n},red\n" for n in range(3))
                     + "sku-1,90,red\nsku-1,90,red\nsku-2,-4,red\nsku-3,60,red\nother,7,red\n", encoding="utf-8")
    products = path.with_name("noted_products.csv")
    products.write_text("sku,name,price,weight,gtin\nsku-1,lamp,9.90,200,12345678\nsku-2,vase,x,100,4006381333931\n", encoding="utf-8")
    updates = path.with_name("noted_updates.csv")
    updates.write_text("time,type,order,sku,node,quantity\n2026-11-11 10:00:00,payment,1,,,\n2026-11-11 10:00:00,payment,1,,,\n"
                       "2026-11-11 11:00:00,receipt,,sku-9,north,5\n2026-11-11 11:00:00,cancel,99999,,,\n"
                       "2026-11-11 12:00:00,sold,1,,,\n2026-11-11 12:00:00,tick,,,,\n", encoding="utf-8")
    return ["--orders", str(path), "--stock", str(stock), "--products", str(products), "--updates", str(updates),
            "--from", "2026-11-11"]


def make_reports(allot, at):
    """(page, summary) of each run."""
    runs = {
        "peak": ["--order-count", "3000", "--mode", "both", "--live-seconds", "2"],
        "names": [*hostile_orders(at / "names.csv"), "--mode", "virtual"],
        "shop": [*shop_orders(at / "shop.csv"), "--mode", "virtual"],
        "currencies": [*two_currencies(at / "currencies.csv"), "--mode", "virtual"],
        "rows": [*no_quantity(at / "rows.csv"), "--mode", "virtual"],
        "dated": [*dated(at / "dated.csv"), "--mode", "virtual"],
        "unpaid": [*unpaid(at / "unpaid.csv"), "--mode", "virtual"],
        "noted": [*many_notes(at / "noted.csv"), "--mode", "virtual"],
        "live": ["--order-count", "2000", "--mode", "live", "--live-seconds", "1"],
    }
    made = []
    for name, arguments in runs.items():
        for language in ("en", "zh"):
            page = at / f"{name}_{language}.html"
            run = subprocess.run(
                [allot, "simulate", *arguments, "--lang", language, "--json", "--report", str(page),
                 "--log", str(at / f"log_{name}_{language}")], capture_output=True, text=True, check=False)
            require(run.returncode == 0, f"{name}: {run.stdout[-600:]} {run.stderr[-600:]}")
            require(page.stat().st_size < 5 << 20, f"{page.name} has {page.stat().st_size} bytes")
            made.append((page, json.loads(run.stdout)))
    return made + list(make_comparisons(allot, at, {page.stem: summary for page, summary in made}))


def make_comparisons(allot, at, summaries):
    """(page, (what compare says, summary of A, of B)) of runs side by side: of alike ones, and of ones that
    share neither orders nor hours nor money."""
    more = at / "more.csv"
    more.write_text("sku,quantity\nplenty,5000\nrare-sku,200\nbare-sku,500\n", encoding="utf-8")
    for language in ("en", "zh"):
        run = subprocess.run([allot, "whatif", str(at / f"shop_{language}.html"), "--stock", str(more), "--lang", language,
                              "--json", "--report", str(at / f"whatif_{language}.html"), "--log", str(at / f"log_more_{language}")],
                             capture_output=True, text=True, check=False)
        require(run.returncode == 0, f"whatif: {run.stdout[-600:]} {run.stderr[-600:]}")
        whatif = json.loads(run.stdout)
        kept = json.loads((at / f"log_more_{language}" / "run.json").read_text(encoding="utf-8"))["summary"]
        found = [(at / f"whatif_{language}.html", (whatif, summaries[f"shop_{language}"], kept))]
        for name, one, other in (("unlike", "peak", "names"), ("same", "names", "names")):
            page = at / f"{name}_{language}.html"
            run = subprocess.run([allot, "compare", str(at / f"{one}_{language}.html"), str(at / f"{other}_{language}.html"),
                                  "--json", "--lang", language, "--report", str(page)], capture_output=True, text=True, check=False)
            require(run.returncode == 0, f"{name}: {run.stdout[-600:]} {run.stderr[-600:]}")
            found.append((page, (json.loads(run.stdout), summaries[f"{one}_{language}"], summaries[f"{other}_{language}"])))
        for page, _ in found:
            require(page.stat().st_size < 5 << 20, f"{page.name} has {page.stat().st_size} bytes")
        yield from found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("allot")
    parser.add_argument("--pictures", type=pathlib.Path)
    options = parser.parse_args()
    failed = 0
    if (size := sum(picture.stat().st_size for picture in documented.PICTURES.glob("report*.png"))) > documented.BYTES_MAX:
        failed += 1
        print(f"the pictures of the documentation have {size} bytes, more than {documented.BYTES_MAX}")
    with tempfile.TemporaryDirectory() as place, Browser() as browser:
        for page, summary in make_reports(options.allot, pathlib.Path(place)):
            for width in WIDTHS:
                for scheme in SCHEMES:
                    try:
                        check_page(browser, page, summary, width, scheme, options.pictures)
                    except Wrong as wrong:
                        failed += 1
                        print(f"{page.name} at {width} px, {scheme}: {wrong}")
    print(f"{failed} of the pages were not as they must be" if failed else "every page is as it must be")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
