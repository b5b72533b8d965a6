"""Installs the built project into a temporary folder and uses it as a stranger would.

usage: consumer_test.py cmake|pkg-config BUILD_DIR CXX
Fails when installing, configuring, building or running the outside program fails, or when the
installed headers are not exactly those of include/allot.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
INCLUDE = HERE.parents[1] / "include"


def run(*command, env=None):
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\nended with {done.returncode}:\n{done.stdout}")
    return done.stdout.strip()


def headers(folder):
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.suffix in (".hpp", ".h")}


def main():
    way, build, cxx = sys.argv[1:4]
    with tempfile.TemporaryDirectory(prefix="allot-consumer-") as temp:
        temp = pathlib.Path(temp)
        prefix = temp / "moved"
        # Installed in one place and used from another: the package must not know where it lay.
        run("cmake", "--install", build, "--prefix", temp / "installed")
        (temp / "installed").rename(prefix)
        if headers(prefix / "include") != headers(INCLUDE):
            sys.exit(f"installed headers differ: {headers(prefix / 'include') ^ headers(INCLUDE)}")

        if way == "cmake":
            run("cmake", "-S", HERE / "project", "-B", temp / "out", "-G", "Ninja",
                f"-DCMAKE_PREFIX_PATH={prefix}", f"-DCMAKE_CXX_COMPILER={cxx}")
            run("cmake", "--build", temp / "out")
            program = temp / "out" / "consumer"
        else:
            found = [str(p.parent) for p in prefix.rglob("allot.pc")]
            if len(found) != 1:
                sys.exit(f"expected one allot.pc under the prefix, found {found}")
            env = dict(os.environ, PKG_CONFIG_PATH=found[0])
            flags = run("pkg-config", "--cflags", "--libs", "allot", env=env).split()
            program = temp / "consumer"
            sources = sorted((HERE / "project").glob("*.cpp"))
            run(cxx, "-std=c++20", "-Wall", "-Wextra", "-Werror", *sources, "-o", program, *flags)
        print(run(program))


main()
