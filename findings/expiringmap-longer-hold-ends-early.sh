#!/usr/bin/env bash
# A hold of an hour that is put over one of a fifth of a second is gone after a fifth of a second in ExpiringMap.
#
# Library: Maven net.jodah:expiringmap 0.5.11 (variableExpiration).
# Expected: its comments: put(key, value, duration, unit) puts the value and resets the expiration, unless key and value
#   are the same; duration is the time after which the entry is to be removed.
# Seen: duration and policy count only if the key is not in the map. Over an entry with another value the value is replaced
#   and the old duration begins again: getExpiration says 200 ms, not an hour. put(key, value) without a duration keeps the
#   old one, too, and not the map's. No error, and the return is the old value as usual.
# Why it hurts: stock is held for minutes while somebody pays and for hours after that; the quantity changes with it. The
#   long hold ends with the short one, the listener gives the stock back, and an order that is paid has none. The other way
#   round, a hold that was to be cut short blocks stock for the rest of its hour.
# What to do: setExpiration(key, duration, unit) after every put, or remove() before it, under one lock; test a change of the
#   duration, not only the first one.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
java_with net.jodah:expiringmap:0.5.11
java_script <<'JAVA'
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jodah.expiringmap.ExpiringMap;

public class Finding {
  public static void main(String[] arguments) throws Exception {
    var holds = ExpiringMap.builder().variableExpiration().expiration(15, TimeUnit.MINUTES).<String, Integer>build();
    holds.put("first", 1, 1, TimeUnit.HOURS);
    holds.put("second", 1, 200, TimeUnit.MILLISECONDS);
    holds.put("second", 2, 1, TimeUnit.HOURS);
    holds.put("third", 1, 1, TimeUnit.HOURS);
    holds.put("third", 2, 1, TimeUnit.MINUTES);
    holds.put("fourth", 1, 200, TimeUnit.MILLISECONDS);
    holds.put("fourth", 2, 1, TimeUnit.HOURS);
    holds.setExpiration("fourth", 1, TimeUnit.HOURS);
    var seen = List.of(holds.getExpiration("first"), holds.getExpiration("second"), holds.getExpiration("third"));
    System.out.println("durations in ms: put once " + seen.get(0) + ", 200 ms and then an hour " + seen.get(1) +
        ", an hour and then a minute " + seen.get(2));
    Thread.sleep(1500);
    System.out.println("after 1.5 s: " + new java.util.TreeMap<>(holds));
    boolean same = seen.equals(List.of(3600000L, 200L, 3600000L));
    if (same && !holds.containsKey("second") && holds.containsKey("fourth")) System.exit(0);
    System.out.println("changed: the new duration counts");
    System.exit(1);
  }
}
JAVA
