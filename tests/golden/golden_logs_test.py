"""Logs that an older program wrote replay to the digests that it printed: golden_logs_test.py ALLOT.

Each *_logs.tar.xz beside this file holds the directories of some logs, the *_logs.txt of the same name
what is to come out of each. Together they hold every command that there was, and of some commands the
fields or values that are named behind a point, of events those behind "event". Neither is ever changed:
a build that decides otherwise has broken a promise, or needs a semantics version of its own.
"""
import json
import pathlib
import subprocess
import sys
import tarfile
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
COMMANDS = {
    "semantics_2_logs": """start tick advance skip risk_limits sku node zone channel network lane list
        receive adjust safety_stock place import cancel confirm_payment payment_pending fail_payment
        review_decision""".split(),
    "unknown_orders_logs": "start tick zone node channel network lane sku receive place import cancel "
                           "confirm_payment payment_pending".split(),
    "order_number_logs": """start tick advance receive place import cancel confirm_payment payment_pending
        fail_payment place.order_number import.order_number import.state.unpaid import.state.on_delivery
        import.state.elsewhere import.pay_by import.sold_at event.news_kept event.news_unclaimed
        event.payment_unassigned event.retaken event.shipped_elsewhere""".split(),
}


def run(allot, *arguments):
    done = subprocess.run([allot, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"allot {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout)


def names_in(allot, log):
    names = set()
    for part in run(allot, "inspect", "--json", "--records-only", log)["parts"]:
        for name, body in part.items() if "record" in part else ():
            names.add(name)
            if isinstance(body, dict):
                names |= {f"{name}.{field}" for field in body}
                names.add(f"{name}.state.{body.get('state')}")
    shown = subprocess.run([allot, "events", "--json", log], capture_output=True, text=True, check=True)
    return names | {"event." + json.loads(line)["event"] for line in shown.stdout.splitlines()}


def check(allot, logs, listing):
    seen = set()
    failures = []
    for line in listing.read_text().splitlines():
        if line.startswith("#"):
            continue
        name, digest, records = line.split()
        log = str(logs / name)
        replayed = run(allot, "replay", "--json", log)
        run(allot, "verify", "--json", log)
        seen |= names_in(allot, log)
        if (replayed["digest"], replayed["records"]) != (digest, int(records)):
            failures.append(f"{name}: {replayed['records']} records, digest {replayed['digest']}; "
                            f"it was {records}, {digest}")
        if replayed["checks_compared"] + replayed["skipped"] != replayed["records"]:
            failures.append(f"{name}: only {replayed['checks_compared']} checks were compared")
    return seen, failures


def main(allot):
    failures = []
    for listing in sorted(HERE.glob("*_logs.txt")):
        with tempfile.TemporaryDirectory(prefix="allot-golden-") as temp:
            with tarfile.open(listing.with_suffix(".tar.xz")) as archive:
                archive.extractall(temp)
            seen, wrong = check(allot, pathlib.Path(temp) / "logs", listing)
        failures += wrong
        missing = sorted(set(COMMANDS[listing.stem]) - seen)
        if missing:
            failures.append(f"{listing.name}: no record of {', '.join(missing)}")
        print(f"{listing.name}: {len(seen)} names seen")
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
