"""Runs README's commands, all of them and as they stand, from a fresh clone, and compares what they
print with what README shows.

usage: readme_run.py TOP [--without WORD]... [--root DIRECTORY]
  TOP               the tree to clone: its last commit
  --without WORD    leaves out the blocks in which WORD stands, and says so
  --root DIRECTORY  a system to run them in, as its root; without it they run in this one

The commands run in one shell, as somebody pastes them, with a home of their own. In this system they run, where it lets
us, as a user who is not root: what has to be installed must be there. In a root of its own they install it.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import page as pages


def not_root():
    """Words before a command that take root's rights from it; none where that is not possible."""
    words = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
    return words if os.geteuid() == 0 and subprocess.run([*words, "true"]).returncode == 0 else []


def cache():
    """The compiler cache is kept although HOME is another."""
    try:
        where = subprocess.run(["ccache", "--get-config", "cache_dir"], capture_output=True,
                               text=True).stdout.strip()
    except FileNotFoundError:
        return {}
    return {"CCACHE_DIR": where}


class Shell:
    """One shell for all commands: what one of them exports, assigns or enters, the next one finds."""

    END = "-- end of a command of README, status"

    def __init__(self, place, environment, words):
        self.process = subprocess.Popen([*words, "bash"], cwd=place, env=environment, text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT)

    def run(self, command):
        """Returns: its status and what it printed; status 2 if the shell itself ended."""
        self.process.stdin.write(f"{{ {command}\n}} </dev/null; printf '\\n%s %d\\n' '{self.END}' $?\n")
        self.process.stdin.flush()
        printed = ""
        for line in self.process.stdout:
            if line.startswith(self.END):
                # The line feed before the mark is no output: it is there so that the mark begins a line.
                return int(line.removeprefix(self.END)), printed.removesuffix("\n")
            printed += line
        return 2, printed

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


def run_block(block, shell):
    """Returns: what went wrong."""
    faults = []
    found = pages.commands(block.body)
    compared = any(command.shown for command in found)
    for command, shown in ((command.text, command.shown) for command in found):
        began = time.monotonic()
        status, printed = shell.run(command)
        print(f"{time.monotonic() - began:6.0f} s  $ {command}", flush=True)
        if status != 0:
            faults.append(f"$ {command}\nended with {status}:\n{printed[-8000:]}")
            break
        if compared and not command.startswith("scripts/") and not pages.same(shown, printed, block.kinds):
            faults.append(f"$ {command}\nprinted\n{printed}and not\n{shown}")
    return faults


def in_this_system(top, readme_run, folder):
    place, home = pathlib.Path(folder) / "allot", pathlib.Path(folder) / "home"
    subprocess.run(["git", "clone", "-q", top, place], check=True)
    home.mkdir()
    environment = {name: value for name, value in os.environ.items()
                   if name in ("PATH", "LANG", "CCACHE_MAXSIZE") or name.startswith("PIP_")}
    environment |= {"HOME": str(home), "CCACHE_BASEDIR": folder, "CCACHE_NOHASHDIR": "1"} | cache()
    words = not_root()
    print("as a user who is not root" if words or os.geteuid() else "as root", flush=True)
    return readme_run(place, environment, words)


def in_root(top, readme_run, root):
    place = root / "srv" / "allot"
    subprocess.run(["git", "clone", "-q", "--no-hardlinks", top, place], check=True)
    words = ["chroot", root, "/usr/bin/env", "-i", "--chdir=/srv/allot", "HOME=/root",
             "PATH=/usr/sbin:/usr/bin:/sbin:/bin"]
    print(f"as root of {root}", flush=True)
    return readme_run(place, {"PATH": os.environ["PATH"]}, words)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("top", type=pathlib.Path)
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("--root", type=pathlib.Path)
    arguments = parser.parse_args()

    def readme_run(place, environment, words):
        ran = 0
        shell = Shell(place, environment, words)
        readme = pages.blocks((place / "README.md").read_text(encoding="utf-8"))
        for block in (block for block in readme if block.language == "console"):
            left_out = [word for word in arguments.without if word in block.body]
            if left_out:
                print(f"left out: the block with {left_out[0]}", flush=True)
                continue
            ran += len(pages.commands(block.body))
            if faults := run_block(block, shell):
                return faults
        shell.close()
        return [f"only {ran} commands were found in README"] if ran < 8 else ran

    with tempfile.TemporaryDirectory(prefix="allot-readme-") as folder:
        done = (in_root(arguments.top, readme_run, arguments.root) if arguments.root
                else in_this_system(arguments.top, readme_run, folder))
    if isinstance(done, list):
        print("\n".join(done))
        return 1
    print(f"{done} commands of README did what it says")
    return 0


if __name__ == "__main__":
    sys.exit(main())
