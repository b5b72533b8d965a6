"""The host programs of examples/hosts: how each is made ready and started."""
import os
import pathlib
import re
import shutil
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
HOSTS = TOP / "examples/hosts"
JAVA_LEAST = 22  # the first with java.lang.foreign


def run(*command, **options):
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\nended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def needed(program, advice):
    found = shutil.which(program)
    if found is None:
        sys.exit(f"kill_hosts: there is no {program}: {advice}")
    return found


def java_homes():
    """Where a JDK may lie, the place that the environment names first."""
    if "JAVA_HOME" in os.environ:
        yield pathlib.Path(os.environ["JAVA_HOME"])
    if shutil.which("javac"):
        yield pathlib.Path(shutil.which("javac")).resolve().parents[1]
    for folder in ("/usr/lib/jvm", "/opt", "/usr/local"):
        yield from sorted(pathlib.Path(folder).glob("*j*d*k*"), reverse=True)
    yield from sorted(pathlib.Path.home().glob(".sdkman/candidates/java/*"), reverse=True)


def java_home():
    for home in java_homes():
        if not (home / "bin/javac").is_file():
            continue
        said = run(home / "bin/javac", "-version")
        version = re.search(r"javac (\d+)", said)
        if version and int(version[1]) >= JAVA_LEAST:
            return home
    sys.exit(f"kill_hosts: no JDK from {JAVA_LEAST} on in JAVA_HOME, PATH, /usr/lib/jvm, /opt or "
             "~/.sdkman; install one, such as Temurin from https://adoptium.net, and set JAVA_HOME")


def environment(build):
    """Tells hosts where this build has the C library and the Python package."""
    library = build / "bindings/c/liballot_c.so.0"
    return dict(os.environ, ALLOT_LIBRARY=str(library), ALLOT_ABI=str(TOP / "bindings/c/abi.txt"),
                PYTHONPATH=str(build / "python"))


def prepare_python(build, folder):
    python = TOP / ".venv/bin/python"
    if not python.exists():
        sys.exit("kill_hosts: there is no .venv: scripts/setup.sh test")
    if subprocess.run([python, "-c", "import allot"], capture_output=True, cwd=folder,
                      env=environment(build)).returncode != 0:
        sys.exit(f"kill_hosts: neither {build}/python nor .venv has the package allot: "
                 ".venv/bin/python -m pip install --no-build-isolation .")
    return [python, HOSTS / "python/shop.py"]


def prepare_go(build, folder):
    go = needed("go", "install golang-go, or Go from https://go.dev/dl")
    library = build / "bindings/c"
    flags = {"CGO_ENABLED": "1", "CGO_CFLAGS": f"-I{TOP / 'include'}",
             "CGO_LDFLAGS": f"-L{library} -lallot_c -Wl,-rpath,{library}"}
    run(go, "vet", "./...", cwd=HOSTS / "go", env={**os.environ, **flags})
    run(go, "build", "-o", folder / "shop_go", ".", cwd=HOSTS / "go", env={**os.environ, **flags})
    return [folder / "shop_go"]


def prepare_node(build, folder):
    node = needed("node", "install nodejs from 18 on")
    if not (HOSTS / "node/node_modules/koffi").is_dir():
        sys.exit("kill_hosts: koffi is not in examples/hosts/node: scripts/setup.sh hosts")
    return [node, HOSTS / "node/shop.mjs"]


def prepare_java(build, folder):
    home = java_home()
    sources = sorted((HOSTS / "java").glob("*.java"))
    run(home / "bin/javac", "-Xlint:all,-serial,-restricted", "-Werror", "-d", folder / "java", *sources)
    # The small heap and one collector thread are those of a test on a busy machine.
    return [home / "bin/java", "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx256m",
            "-XX:TieredStopAtLevel=1", "-cp", folder / "java", "Shop"]


PREPARE = {
    "cpp": lambda build, folder: [build / "bin/host_cpp"],
    "c": lambda build, folder: [build / "bin/host_c"],
    "python": prepare_python,
    "go": prepare_go,
    "node": prepare_node,
    "java": prepare_java,
}
