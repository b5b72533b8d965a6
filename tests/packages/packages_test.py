"""The packages of scripts/package.sh, used as those who have no compiler use them.

usage: packages_test.py TOP
  TOP  the top of a tree in which scripts/package.sh has run

Each check prints a line; ends with "N passed, N failed".
"""
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "examples"))
import page

TOP = pathlib.Path(sys.argv[1]).resolve()
PACKAGES = TOP / "build/packages"
# What the wheel may ask of glibc: no more than Ubuntu 22.04 and Debian 12 have.
GLIBC_MOST = (2, 35)


class Refuted(Exception):
    pass


def require(holds, why):
    if not holds:
        raise Refuted(why)


def run(*command, status=0, **how):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, **how)
    require(done.returncode == status, f"{' '.join(map(str, command))}\nended with "
            f"{done.returncode}:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


def the(pattern):
    found = sorted(PACKAGES.glob(pattern))
    require(len(found) == 1, f"expected one {pattern} in {PACKAGES}, found {found}")
    return found[0]


def needed(file):
    """The shared libraries that an ELF file asks for."""
    return re.findall(r"NEEDED\s+(\S+)", run("objdump", "-p", file))


def wheel_needs_no_compiler(folder):
    """README's lines, in a new environment, with nothing on PATH but it."""
    wheel = the("allot-*.whl")
    match = re.search(r"-cp310-abi3-.*manylinux_(\d+)_(\d+)_x86_64", wheel.name)
    require(match, f"{wheel.name} is for one version of Python or for this system only")
    glibc = int(match[1]), int(match[2])
    require(glibc <= GLIBC_MOST, f"{wheel.name} asks for a newer glibc than {GLIBC_MOST}")
    venv.create(folder / "venv", with_pip=True)
    environment = {"PATH": str(folder / "venv/bin"), "HOME": str(folder)}
    environment |= {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    lines = next(page.commands(block.body) for block in page.blocks(readme)
                 if block.language == "console" and "scripts/package.sh" in block.body)
    # The first line is what made the packages.
    require(len(lines) > 1 and "package.sh" in lines[0].text, f"README's lines are {lines}")
    (folder / "build").symlink_to(TOP / "build")
    for command in lines[1:]:
        done = run("/bin/sh", "-c", command.text, cwd=folder, env=environment)
    require("All of it came out as it must" in done, done)
    require(run("/bin/sh", "-c", "allot --version", cwd=folder, env=environment)
            .startswith("allot "), "the wheel brought no program")
    (folder / "orders.parquet").write_bytes(b"PAR1")
    told = subprocess.run(["python", "-m", "allot", "simulate", "--orders=orders.parquet"],
                          cwd=folder, env=environment, stderr=subprocess.PIPE, text=True)
    require(told.returncode == 2 and "needs pyarrow: pip install pyarrow" in told.stderr, told.stderr)
    printed = run(folder / "venv/bin/python", TOP / "examples/python/place_order.py", cwd=folder,
                  env=environment)
    text = (TOP / "examples/place_order.txt").read_text(encoding="utf-8")
    pattern = re.escape(text).replace(re.escape("<32 digits>"), "[0-9a-f]{32}")
    require(re.fullmatch(pattern, printed), printed)
    return f"{wheel.name}: demo, program and example"


def programs_need_no_library(folder):
    """Wheel and .deb have one, which asks for glibc alone; that of the tarball asks for nothing."""
    run("tar", "-xzf", the("allot-*.tar.gz"), "-C", folder)
    run("dpkg-deb", "-x", the("allot_*.deb"), folder / "deb")
    run(sys.executable, "-m", "zipfile", "-e", the("allot-*.whl"), folder / "wheel")
    static = next(folder.glob("allot-*-linux-*/bin/allot"))
    programs = [folder / "deb/usr/bin/allot", next((folder / "wheel").glob("*.data/scripts/allot"))]
    hashes = {hashlib.sha256(program.read_bytes()).hexdigest() for program in programs}
    require(len(hashes) == 1, f"the programs differ: {programs}")
    others = {library for library in needed(programs[0])
              if not library.startswith(("libc.so", "libm.so", "ld-linux"))}
    require(not others, f"it asks for {others}")
    require(not needed(static), f"the static one asks for {needed(static)}")
    licences = next((folder / "deb").rglob("doc/allot/copyright")).read_text()
    for library in ("libre2-dev", "libsodium-dev", "zlib1g-dev", "libtomlplusplus-dev", "libabsl-dev"):
        require(f"\n{library}\n" in licences, f"the licence of {library} is not told")
    for file in [static, *programs, *folder.rglob("*.so*")]:
        require(str(TOP).encode() not in file.read_bytes(), f"{file} has a path of this machine in it")
    # glibc's own converters, where there is a glibc; elsewhere a sentence, not a crash.
    orders = folder / "orders.csv"
    orders.write_bytes("order,sku,quantity,price,time\n1,Café,1,2.00,2026-11-11 10:00:00\n"
                       .encode("cp1252"))
    programs[0].chmod(0o755)
    run(programs[0], "map", orders)
    said = subprocess.run([static, "map", orders], capture_output=True, text=True)
    require(said.returncode == 2 and "this build of allot has no converter" in said.stderr
            and "iconv -f CP1252 -t UTF-8" in said.stderr,
            f"{said.returncode}: {said.stderr}")
    return f"{programs[0].stat().st_size} bytes, static {static.stat().st_size}"


def program_runs_alone(folder):
    """In a root that holds nothing else: no library, no shell, no other file."""
    run("tar", "-xzf", the("allot-*.tar.gz"), "-C", folder)
    root = next(folder.glob("allot-*-linux-*"))
    (root / "tmp").mkdir()
    shutil.copy(TOP / "examples/teapots.jsonl", root / "tmp")
    into = ["unshare", "--user", "--map-root-user", "--root", root]
    run(*into, "/bin/allot", "apply", "--journal", "/tmp/shop", "/tmp/teapots.jsonl")
    require("closed in order" in run(*into, "/bin/allot", "verify", "/tmp/shop"), "no sound log")
    return "apply and verify in an empty root"


def manual_is_whole(folder):
    run("tar", "-xzf", the("allot-*.tar.gz"), "-C", folder)
    root = next(folder.glob("allot-*-linux-*"))
    pages = sorted((root / "share/man/man1").iterdir())
    commands = re.findall(r"^  (\w+)  ", run(root / "bin/allot", "--help"), re.M)
    require(len(commands) >= 11, f"only {commands}")
    require({page.name for page in pages} == {"allot.1", *(f"allot-{c}.1" for c in commands)},
            f"{pages}")
    for page in pages:
        done = subprocess.run(["man", "--warnings", "-l", page], capture_output=True, text=True,
                              env=dict(os.environ, MANWIDTH="80", LC_ALL="C.UTF-8"))
        require(done.returncode == 0 and not done.stderr, f"{page}: {done.stderr}")
        require("SYNOPSIS" in done.stdout, done.stdout)
    return f"{len(pages)} pages, of which man has nothing to say"


def shells_complete(folder):
    """fish and zsh are asked for what they would offer; bash is by tests/program."""
    run("tar", "-xzf", the("allot-*.tar.gz"), "-C", folder)
    root = next(folder.glob("allot-*-linux-*"))
    run("bash", "-n", root / "share/bash-completion/completions/allot")
    fish = root / "share/fish/vendor_completions.d/allot.fish"
    environment = dict(os.environ, HOME=str(folder), PATH=f"{root}/bin:{os.environ['PATH']}")
    for words, offered in (("allot ver", "verify"), ("allot apply --dur", "--durability"),
                           ("allot apply --durability ", "async"), ("allot completion ", "zsh")):
        out = run("fish", "-c", f"source {fish}; complete -C '{words}'", env=environment)
        require(offered in re.split(r"[\t\n]", out), f"fish offers for '{words}': {out}")
    zsh = root / "share/zsh/vendor-completions"
    for words, offered in (("allot ver", "verify"), ("allot apply --durability as", "async")):
        out = run("zsh", "-f", pathlib.Path(__file__).parent / "zsh_completes.zsh", zsh, words,
                  env=environment)
        require(offered in out, f"zsh makes of '{words}': {out}")
    return "bash, zsh and fish"


def debs_build_a_c_program(folder):
    """Both .deb in a root of their own; a stranger's C program is built with them and runs."""
    for package in ("allot_*.deb", "allot-dev_*.deb"):
        run("dpkg-deb", "-x", the(package), folder)
    fields = run("dpkg-deb", "-f", the("allot_*.deb"))
    for field in (r"^Package: allot$", r"^Version: \d+\.\d+\.\d+", r"^Architecture: amd64$",
                  r"^Depends: .*libc6 \(>= .*libstdc\+\+6"):
        require(re.search(field, fields, re.M), f"{field} is not in\n{fields}")
    environment = dict(os.environ, PKG_CONFIG_PATH=str(next(folder.rglob("allot_c.pc")).parent))
    flags = run("pkg-config", "--cflags", "--libs", "allot_c", env=environment).split()
    run("cc", "-std=c11", TOP / "examples/c/place_order.c", "-o", folder / "place_order", *flags)
    library = next(folder.rglob("liballot_c.so.*")).parent
    out = run(folder / "place_order", env=dict(os.environ, LD_LIBRARY_PATH=str(library)))
    require("digest" in out, out)
    run(folder / "usr/bin/allot", "--version")
    return "the C example is built and runs"


def made_again_they_are_the_same(_folder):
    def hashes():
        return {file.name: hashlib.sha256(file.read_bytes()).hexdigest()
                for file in PACKAGES.iterdir()}
    before = hashes()
    run(TOP / "scripts/package.sh")
    changed = [name for name, value in hashes().items() if before.get(name) != value]
    require(not changed, f"changed: {changed}")
    return f"{len(before)} packages"


def main():
    failed = 0
    checks = (programs_need_no_library, program_runs_alone, manual_is_whole, shells_complete,
              debs_build_a_c_program, wheel_needs_no_compiler, made_again_they_are_the_same)
    for check in checks:
        with tempfile.TemporaryDirectory(prefix="allot-packages-") as folder:
            try:
                print(f"{check.__name__}: {check(pathlib.Path(folder))}", flush=True)
            except Refuted as refuted:
                failed += 1
                print(f"{check.__name__}: FAILED: {refuted}", flush=True)
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
