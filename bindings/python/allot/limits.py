# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The sizes that a log is started with."""

from __future__ import annotations

from dataclasses import dataclass

from allot.names import TimeSource
from allot.values import Duration


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The first record of every log: the sizes the engine is started with. Fixed from then on;
    reaching one is an answer. Only as the first command."""

    skus_max: int = 100000
    """SKUs; skus_max x nodes_max at most 1,000,000,000; SKUs, 1 to 50,000,000"""
    nodes_max: int = 8
    """nodes; nodes, 1 to 1,024"""
    channels_max: int = 16
    """channels; channels, 1 to 65,535"""
    zones_max: int = 256
    """zones; zones, 1 to 65,535"""
    lots_max: int = 1000000
    """lots over all SKUs and nodes; lots, 1 to 200,000,000"""
    lots_per_cell_max: int = 64
    """lots of one SKU at one node; lots, 1 to 4,096"""
    orders_max: int = 1000000
    """open orders; orders, 1 to 100,000,000"""
    closed_orders_max: int = 100000
    """ended orders still known by key; orders, 1 to 100,000,000"""
    lines_max: int = 4000000
    """lines of open and closed orders together, at least lines_per_order_max; lines, 1 to
    400,000,000"""
    lines_per_order_max: int = 2000
    """lines of one order; lines, 1 to 4,000"""
    holds_max: int = 1000000
    """places that lines take from beyond their first; holds, 1 to 400,000,000"""
    command_keys_max: int = 1000000
    """commands whose key is still known; keys, 1 to 100,000,000"""
    attempts_max: int = 1000000
    """attempts inside the velocity window; attempts, 1 to 100,000,000"""
    velocity_depth: int = 6
    """largest velocity_count that can be set; attempts, 1 to 62"""
    list_entries_max: int = 100000
    """allow and block entries together; entries, 1 to 100,000,000"""
    nodes_per_order_max: int = 8
    """nodes in one sourcing decision; with lines_per_order_max bounded by 65,535 events a step;
    nodes, 1 to 16"""
    sourcing_steps_max: int = 65536
    """node sets x lines looked at for one order; steps, 1 to 100,000,000"""
    work_units: int = 64
    """W: queued work before each command, in lines looked at; what is begun is finished; units
    of work, 1 to 65,536"""
    max_step_ns: Duration = 31622400000000000
    """furthest that one stamp of the host may move time; ns, from 1"""
    time_source: TimeSource = TimeSource.ENGINE
    """who stamps commands"""
    sku_sets_max: int = 32
    """sets of SKUs; each SKU keeps one bit for each of them; sets, 1 to 512"""
    sku_set_skus_max: int = 1000
    """SKUs that one command puts into a set; SKUs, 1 to 65,535"""
    caps_max: int = 64
    """purchase caps; caps, 1 to 1,024"""
    cap_accounts_max: int = 1000000
    """accounts of purchase caps in use: one for each cap, token and window that has debits;
    accounts, 1 to 200,000,000"""
    debits_max: int = 1000000
    """debits besides stock that orders remember; debits, 1 to 400,000,000"""
    stubs_max: int = 1000000
    """ended orders beyond closed_orders_max of which key, value and payment are still known;
    orders, 1 to 100,000,000"""
    stub_ttl_ns: Duration = 15552000000000000
    """how long they are known at least, while there are fewer than stubs_max; ns, 1 to 10^18"""
    news_max: int = 100000
    """news that waits for its order: payments and cancellations heard before it; news, 1 to
    100,000,000"""
    news_ttl_ns: Duration = 604800000000000
    """how long it waits; ns, 1 to 10^18"""
    payments_max: int = 1000000
    """payments of which key and amount are remembered; payments, 1 to 100,000,000"""
    returns_max: int = 100000
    """most returns that are waited for; returns, 1 to 100,000,000"""
    exceptions_max: int = 100000
    """most exceptions that are open; exceptions, 1 to 100,000,000"""
    promises_max: int = 1000000
    """most promises of service levels that run; promises, 1 to 100,000,000"""
    feeds_max: int = 16
    """most channels that ever had a feed; feeds, 1 to 1,024"""
    carriers_max: int = 64
    """carriers; carriers, 1 to 65,535"""
    parcels_max: int = 100000
    """parcels in which anything lies; parcels, 1 to 100,000,000"""
    attributes_max: int = 16
    """attributes of one order; attributes, 1 to 16"""
    rule_part_bytes_max: int = 4000
    """bytes of a rule set that one command brings; bytes, 1 to 65,536"""
    rule_set_bytes_max: int = 262144
    """bytes of one rule set; bytes, 1 to 16,777,216"""
    rule_sets_max: int = 4
    """rule sets that are known; the oldest that does nothing gives way; sets, 3 to 64"""
    rules_max: int = 64
    """rules of one set; rules, 1 to 1,024"""
    rule_members_max: int = 100000
    """members of all lists of rules together; members, 1 to 100,000,000"""
    rule_keys_max: int = 1000000
    """keys of all features of rules together; keys, 1 to 1,000,000,000"""
    rule_orders_max: int = 100000
    """orders of which rules still know the tokens, for what happens to them later; orders, 1 to
    100,000,000"""
