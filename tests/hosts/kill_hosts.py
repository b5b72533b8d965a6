"""Kills host programs at random under load, and holds what they noted to the log.

usage: kill_hosts.py [--host NAME]... [--kills N] [--seed N] [--build DIR] [--keep]
  --host NAME   cpp, c, python, go, node or java; may be given again (default: all)
  --kills N     SIGKILLs for each host (default: 50)
  --seed N      of the moments (default: a new one, which is printed)
  --build DIR   with the target killed_hosts built (default: build/release)
  --keep        leave logs and books where they are; after a failure they are left anyway

Each host (examples/hosts) is started on one log, killed at a random moment while it opens or works,
and started again; at last it may finish. Then its books must hold every event of the whole log, each
exactly once and in order, and every answer that it was told must be in the log under the number and
with the reason that it was told.

example: kill_hosts.py --host go --kills 50 --seed 7
"""
import argparse
import pathlib
import random
import select
import shutil
import subprocess
import sys
import tempfile
import time

import books
import languages

OPEN_SECONDS_MAX = 60
FINISH_SECONDS_MAX = 120
WORK_SECONDS = 0.4  # a life that is killed while it works has at most so long from its first answer on


class Failed(Exception):
    pass


class Life:
    """One process of a host, from its start to its end, which `with` sees to."""

    def __init__(self, command, folder, environment):
        self.errors = open(folder / "stderr", "ab")
        self.opened = False
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [str(word) for word in command] + [str(folder / "log"), str(folder / "books")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, env=environment)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def age(self):
        return time.monotonic() - self.began

    def wait_until_open(self, seconds):
        """Returns: whether it said that its engine is open, within so many seconds of its start."""
        left = seconds - self.age()
        if self.opened or left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
            return self.opened
        if self.process.stdout.readline() != b"open\n":
            self.process.wait()
            raise Failed(f"ended by itself with {self.process.returncode} while it opened")
        self.opened = True
        return True

    def wait_until_working(self, folder, before):
        """Until clients have noted more answers than `before`."""
        while books.answers_noted(folder) <= before:
            if self.age() > OPEN_SECONDS_MAX:
                raise Failed(f"sent no orders within {OPEN_SECONDS_MAX} s")
            if self.process.poll() is not None:
                raise Failed(f"ended by itself with {self.process.returncode}")
            time.sleep(0.01)

    def kill(self):
        if self.process.poll() is not None:
            raise Failed(f"ended by itself with {self.process.returncode}")
        self.close()

    def finish(self):
        """Lets it come to its end."""
        try:
            self.process.stdin.close()
            self.process.wait(FINISH_SECONDS_MAX)
        except subprocess.TimeoutExpired:
            raise Failed(f"did not end within {FINISH_SECONDS_MAX} s of its input's end") from None
        if self.process.returncode != 0:
            raise Failed(f"ended with {self.process.returncode}")

    def close(self):
        """Nothing of it is left."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.errors):
            try:
                pipe.close()
            except BrokenPipeError:
                pass


def say(text, over=False):
    """Progress: one line that is written over on a terminal, else a line for what is final."""
    if sys.stdout.isatty():
        print(f"\r\033[K{text}", end="\n" if over else "", flush=True)
    elif over:
        print(text, flush=True)


def kill_often(host, command, folder, environment, kills, moments):
    """Returns: how many kills fell while the engine opened."""
    opening, until_open = 0, 1.0
    for kill in range(kills):
        before = books.answers_noted(folder)
        with Life(command, folder, environment) as life:
            # Every third one is killed at any moment of its opening, the others at work.
            if kill % 3 == 2 and not life.wait_until_open(moments.uniform(0, until_open)):
                opening += 1
            else:
                if not life.wait_until_open(OPEN_SECONDS_MAX):
                    raise Failed(f"did not open within {OPEN_SECONDS_MAX} s")
                until_open = life.age()
                life.wait_until_working(folder, before)
                time.sleep(moments.uniform(0, WORK_SECONDS))
            life.kill()
        say(f"{host}: {kill + 1} of {kills} kills, {opening} while it opened, "
            f"{books.events_noted(folder)} events noted")
    return opening


def run_host(host, build, folder, kills, seed):
    folder.mkdir()
    command = languages.PREPARE[host](build, folder)
    environment = languages.environment(build)
    began = time.monotonic()
    try:
        opening = kill_often(host, command, folder, environment, kills, random.Random(f"{seed} {host}"))
        with Life(command, folder, environment) as life:
            if not life.wait_until_open(OPEN_SECONDS_MAX):
                raise Failed(f"did not open within {OPEN_SECONDS_MAX} s")
            life.wait_until_working(folder, books.answers_noted(folder))
            life.finish()
        found = books.compare(build, folder, kills)
    except (Failed, books.Differs) as error:
        say(f"{host}: FAILED: {error}", over=True)
        print((folder / "stderr").read_text(errors="replace")[-2_000:], end="")
        print(f"{host}: repeat with --host {host} --kills {kills} --seed {seed}; its log and books are in "
              f"{folder}")
        return False
    say(f"{host}: {kills} kills, {opening} while it opened: {found}; {time.monotonic() - began:.0f} s",
        over=True)
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--host", action="append", choices=languages.PREPARE)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("--build", type=pathlib.Path, default=languages.TOP / "build/release")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    build = options.build.resolve()
    for program in ("host_cpp", "host_c", "log_events"):
        if not (build / "bin" / program).exists():
            sys.exit(f"kill_hosts: {build} has no {program}: cmake --build {build} --target killed_hosts")
    print(f"seed {options.seed}")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="allot-hosts-"))
    hosts = options.host or list(languages.PREPARE)
    failed = []
    for host in hosts:
        if not run_host(host, build, folder / host, options.kills, options.seed):
            failed.append(host)
        elif not options.keep:
            shutil.rmtree(folder / host)
    if not failed and not options.keep:
        shutil.rmtree(folder)
    else:
        print(f"left in {folder}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
