"""Answers the rules of rules_cost with PyPI zen-engine, compares, and prints the processor time of one.

Its language has no durations, times and has(): they are written as seconds and as a null that is not one.
An order is converted whenever an expression is asked, so that all rules in one list are cheapest; each
rule alone is timed too.

usage: zen_engine.py FILE
"""
import json
import sys
import time

import zen

RULES = {
    "MAX_VALUE": "o.total > 5000000",
    "PRICE_BAND": "some(o.lines, #.price * 100 < #.list * 40)",
    "DUPLICATE": "v.same_cart >= 1",
    "THROTTLE": "v.cust_1s > 5",
    "SKU_CAP": "some(o.lines, #.taken + #.qty > #.cap)",
    "VIP": "o.customer in vip and not (o.card in stolen)",
    "LISTED": "o.card in stolen or o.phone in black_phone",
    "CARD_TEST": "v.card_fail >= 5 or v.dev_cards >= 4",
    "SCALPER": "o.limited and (v.addr_cust >= 6 or v.phone_cust >= 4)",
    "BONUS_RING": "o.coupon != null and v.dev_cust >= 3",
    "FRESH_BIG": "o.account_age < 86400 and o.total > 50000",
    "IP_BURST": "v.ip24_10m >= 50 and len(o.lines) == 1",
    "BRUSHING": "v.seller_30d >= 10 and v.cxl_30d * 2 > v.ord_30d",
    "GEO": "o.ip_country != null and o.ip_country != o.ship_country and v.card_age < 3600",
    "INSTANT": "o.time - o.signup_time < 60",
}


def value_of(value, kind, structs):
    if value is None:
        return None
    if kind in structs:
        return {name: value_of(part, of, structs) for part, (name, of, _) in zip(value, structs[kind])}
    if kind.startswith(("list(", "set(")):
        return [value_of(part, kind[kind.index("(") + 1:-1], structs) for part in value]
    if kind == "duration":
        return value // 1_000_000_000
    return value[0] if kind == "timestamp" else value


def timed(calls):
    """Returns: nanoseconds of processor time of one pass over the calls."""
    passes, begin = 0, time.process_time()
    while time.process_time() - begin < 0.5:
        for ask, order in calls:
            ask(order)
        passes += 1
    return (time.process_time() - begin) * 1e9 / passes


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        declared, rules = json.loads(next(file)), json.loads(next(file))
        lines = [json.loads(line) for line in file]
    variables, structs = declared["variables"], declared["structs"]
    orders = [{name: value_of(value, kind, structs) for value, (name, kind) in zip(line["order"], variables)}
              for line in lines]
    texts = [RULES[name] for name, _ in rules]
    together = zen.compile_expression("[" + ", ".join(texts) + "]")
    each = [zen.compile_expression(text) for text in texts]
    for line, order in zip(lines, orders):
        for answers in together.evaluate(order), [one.evaluate(order) for one in each]:
            if answers != line["results"]:
                sys.exit(f"zen-engine: {answers} of {order}, expected {line['results']}")
    count = len(orders) * len(rules)
    print(f"zen-engine {timed([(together.evaluate, order) for order in orders]) / count:.2f}")
    print(f"zen-engine_each {timed([(one.evaluate, order) for order in orders for one in each]) / count:.2f}")


main()
