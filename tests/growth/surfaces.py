"""Builds a tree that has the probes, and sends both through each surface."""
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent

# What a host of any language prints of the same commands, before the digest.
TOLD = ["probed sku=1 node=1 available=10 expected=4",
        "refused probe: probe_short",
        "refused place: field_out_of_range"]

SHOP = [{"sku": {"code": "A"}}, {"node": {"code": "N"}}, {"zone": {"code": "Z"}},
        {"channel": {"code": "W", "hold_ttl_ns": 1000, "review_ttl_ns": 1000}},
        {"network": {"channel": "W", "node": "N"}},
        {"lane": {"node": "N", "zone": "Z", "parcel_cost": 0, "unit_cost": 0}},
        {"receive": {"sku": "A", "node": "N", "quantity": 10}}]
ORDER = {"channel": "W", "zone": "Z"}
LINE = {"sku": "A", "quantity": 2, "price": 5}
PROBES = [{"probe": {"sku": "A", "node": "N", "expected": 4}},
          {"probe": {"sku": "A", "node": "N", "expected": 11}},
          {"place": {"order_key": 1, **ORDER, "lines": [{**LINE, "mark": 3}]}},
          {"place": {"order_key": 2, **ORDER, "lines": [{**LINE, "mark": 10}]}}]


class Broken(Exception):
    """The tree does not build, or a program ends badly: nothing more can be asked."""


class Lacks(Exception):
    """What a surface lacks."""


def run(command, **options):
    done = subprocess.run([str(word) for word in command], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, **options)
    if done.returncode != 0:
        faults = [line for line in done.stdout.splitlines()
                  if re.search(r"error|Error|FAILED|fault|differ", line)]
        raise Lacks("\n  ".join((faults or done.stdout.splitlines()[-12:])[:12]) or
                    f"{command[0]} ends with {done.returncode}")
    return done.stdout


def build(tree, python):
    """Configures, makes what follows from the description, builds. Returns: the build's folder."""
    build_dir = tree / "build/growth"
    try:
        run(["cmake", "-S", tree, "-B", build_dir, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug",
             "-DCMAKE_CXX_FLAGS_DEBUG=-O0", "-DCMAKE_C_FLAGS_DEBUG=-O0", "-DALLOT_PYTHON=ON",
             "-DALLOT_BENCH=OFF", "-DCMAKE_UNITY_BUILD=ON",
             f"-DPython_EXECUTABLE={python}"])
        began = time.monotonic()
        print(run([tree / "scripts/generate.sh", "--build", build_dir]).splitlines()[-1])
        run(["cmake", "--build", build_dir, "--target", "allot", "allot_program", "allot_c",
             "_native", "oracle_compare", "oracle_test", "table_digest_c", "table_digest_cpp"])
    except Lacks as lacks:
        raise Broken(f"the tree with the probes does not build:\n  {lacks}") from None
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"built in {time.monotonic() - began:.0f} s, with {used.ru_utime + used.ru_stime:.0f} s of "
          "processors")
    return build_dir


def taken_from(output, log):
    """The digest that a host printed behind what it has to tell."""
    lines = output.splitlines()
    for wanted in TOLD:
        if wanted not in lines:
            raise Lacks(f"a host is not told '{wanted}'")
    if len(lines) != len(TOLD) + 1 or not re.fullmatch("digest [0-9a-f]{32}", lines[-1]):
        raise Lacks("a host is told more than that: " + "; ".join(lines))
    return lines[-1].split()[1], log


def through_cpp(tree, build_dir, log):
    host = build_dir / "growth_host_cpp"
    run(["c++", "-std=c++20", "-O0", "-Wall", "-Werror", f"-I{tree}/include", HERE / "host.cpp",
         build_dir / "liballot.a", "-lxxhash", "-pthread", "-o", host])
    return taken_from(run([host, log]), log)


def through_c(tree, build_dir, log):
    host, library = build_dir / "growth_host_c", build_dir / "bindings/c"
    run(["cc", "-std=c11", "-O0", "-Wall", "-Werror", f"-I{tree}/include", HERE / "host.c",
         f"-L{library}", "-lallot_c", f"-Wl,-rpath,{library}", "-o", host])
    return taken_from(run([host, log]), log)


def through_python(tree, build_dir, log, python):
    package = tree / "bindings/python"
    for module in (build_dir / "bindings/python").glob("_native*.so"):
        (package / "allot" / module.name).write_bytes(module.read_bytes())
    environment = {**os.environ, "PYTHONPATH": str(package)}
    return taken_from(run([python, HERE / "host.py", log], env=environment), log)


def events_told(output):
    """What `allot apply --digest` printed, in the form of the hosts."""
    lines = []
    for text in output.splitlines():
        if not text.startswith("{"):
            continue  # what apply says on stderr of lines that were refused
        said = json.loads(text)
        if said.get("event") == "probed":
            lines.append("probed sku={sku_id} node={node_id} available={available} "
                         "expected={expected}".format(**said))
        elif said.get("event") == "refused":
            lines.append("refused {command}: {reason}".format(**said))
        elif "digest" in said:
            lines.append(f"digest {said['digest']}")
    return "\n".join(lines)


def through_json(build_dir, log, commands):
    text = "".join(json.dumps({**command, "time": 7}) + "\n" for command in commands)
    # With the keys that the other hosts give: the number of the command.
    output = run([build_dir / "bin/allot", "apply", "--digest", "--keep-going", "--key-space", "1",
                  "--journal", log, "-"], input=text)
    return taken_from(events_told(output), log)


def through_log(build_dir, log, digest, again):
    """Replays a log, prints its commands and decides the printed lines again."""
    allot = build_dir / "bin/allot"
    run([allot, "replay", log, "--digest", digest])
    parts = json.loads(run([allot, "inspect", "--json", "--records-only", log]))["parts"]
    records = [part for part in parts if "record" in part]
    probes = [part["probe"]["expected"] for part in records if "probe" in part]
    marks = [line.get("mark") for part in records for line in part.get("place", {}).get("lines", [])]
    if probes != [4, 11] or marks != [3, 10]:
        raise Lacks(f"its records say probe {probes} and mark {marks}, not [4, 11] and [3, 10]")
    names = {name for command in SHOP + PROBES for name in command}
    commands = [{name: part[name] for name in part if name in names} for part in records]
    read_back = through_json(build_dir, again, [command for command in commands if command])
    if read_back[0] != digest:
        raise Lacks("its commands, printed and read again, end with another digest")


def documented(tree):
    page = (tree / "docs/commands.md").read_text()
    for wanted in ("### `probe` (59)", "### `probed` (39)", "| 3999 | `probe_short`", "| `mark` |"):
        if wanted not in page:
            raise Lacks(f"docs/commands.md has no {wanted}")


def by_oracle(build_dir):
    """Random commands with the probes have the same events and states from engine and oracle."""
    run([build_dir / "bin/oracle_test", "--gtest_brief=1"])
    output = run([build_dir / "bin/oracle_compare", "--commands", "150000", "--seed", "59"])
    for wanted in ("probed", "probe_short"):
        counts = re.findall(rf"^ +{wanted} +(\d+)$", output, re.MULTILINE)
        if not counts or int(counts[0]) == 0:
            raise Lacks(f"no random command leads to {wanted}")


def check(tree, python):
    """Returns: how many surfaces lack something, each of which is named on stdout."""
    build_dir = build(tree, python)
    logs = build_dir / "logs"
    shutil.rmtree(logs, ignore_errors=True)
    logs.mkdir()
    table = [build_dir / "bin/table_digest_cpp", build_dir / "bin/table_digest_c"]
    taken, faults = {}, 0

    def surface(name, ask):
        nonlocal faults
        try:
            taken[name] = ask()
            print(f"{name}: has both")
        except Lacks as lacks:
            faults += 1
            print(f"growth: {name} lacks something: {lacks}")

    surface("C++", lambda: through_cpp(tree, build_dir, logs / "cpp"))
    surface("C", lambda: through_c(tree, build_dir, logs / "c"))
    surface("Python", lambda: through_python(tree, build_dir, logs / "python", python))
    surface("JSON", lambda: through_json(build_dir, logs / "json", SHOP + PROBES))
    hosts = dict(taken)
    for name, (digest, log) in hosts.items():
        surface(f"the log of {name}",
                lambda: through_log(build_dir, log, digest, logs / f"{log.name}-again"))
    surface("documentation", lambda: documented(tree))
    surface("the tables of tests/c_api", lambda: run(
        [python, tree / "tests/c_api/same_digest.py", *table]))
    surface("oracle and random commands", lambda: by_oracle(build_dir))
    if len({digest for digest, _ in hosts.values()}) > 1:
        faults += 1
        print(f"growth: the same commands have several digests: {hosts}")
    return faults
