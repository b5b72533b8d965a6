"""Installs the built project into a temporary folder and builds the C example against it.

usage: installed.py BUILD_DIR CC
Both ways: with pkg-config allot_c, and with find_package(allot) and allot::c.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = TOP / "examples/c/place_order.c"
PROJECT = """cmake_minimum_required(VERSION 3.25)
project(outside LANGUAGES C CXX)
find_package(allot CONFIG REQUIRED)
add_executable(place_order {example})
target_link_libraries(place_order PRIVATE allot::c)
"""


def run(*command, env=None):
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\nended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def install_together(build, prefixes):
    """Installs of one build at once, as other tests may start them, must not take from each other."""
    started = [subprocess.Popen(["cmake", "--install", build, "--prefix", prefix],
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
               for prefix in prefixes]
    for install in started:
        said = install.communicate()[0]
        if install.returncode != 0:
            sys.exit(f"one of {len(started)} installs at once ended with {install.returncode}:\n{said}")


def main():
    build, cc = sys.argv[1:3]
    with tempfile.TemporaryDirectory(prefix="allot-installed-") as temp:
        temp = pathlib.Path(temp)
        prefix = temp / "moved"
        install_together(build, [temp / "installed", *(temp / f"beside_{n}" for n in range(3))])
        (temp / "installed").rename(prefix)

        pc = next(prefix.rglob("allot_c.pc"))
        env = dict(os.environ, PKG_CONFIG_PATH=str(pc.parent))
        flags = run("pkg-config", "--cflags", "--libs", "allot_c", env=env).split()
        run(cc, "-std=c11", "-Wall", "-Wextra", "-pedantic", "-Werror", EXAMPLE, "-o",
            temp / "place_order", *flags)
        library_dir = next(prefix.rglob("liballot_c.so.0")).parent
        with_library = dict(os.environ, LD_LIBRARY_PATH=str(library_dir))
        by_pkg_config = run(temp / "place_order", env=with_library)

        (temp / "outside").mkdir()
        (temp / "outside/CMakeLists.txt").write_text(PROJECT.format(example=EXAMPLE))
        run("cmake", "-S", temp / "outside", "-B", temp / "out", "-G", "Ninja",
            f"-DCMAKE_PREFIX_PATH={prefix}", f"-DCMAKE_C_COMPILER={cc}")
        run("cmake", "--build", temp / "out")
        by_cmake = run(temp / "out/place_order")
        if by_cmake != by_pkg_config:
            sys.exit(f"the two programs differ:\n{by_pkg_config}\n{by_cmake}")
        # Where hosts look that cannot read headers (examples/hosts).
        if not (prefix / "share/allot/abi.txt").is_file():
            sys.exit("share/allot/abi.txt is not installed")
        print(by_cmake, end="")


main()
