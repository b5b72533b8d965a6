"""Compares the headers of the C interface with what was released: stored_abi.txt, line by line.

usage: stored_abi.py CC INCLUDE_DIR
The compiler is asked, not the generator: a change of the description that moves a member or gives a
number another meaning fails here, although everything that is made from it agrees with itself. Structs
that are sized by struct_size or lie in the body of a command may have grown.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# A host makes arrays of these, or the interface says that their size is for ever.
FIXED = {"allot_key", "allot_text", "allot_order_line", "allot_order_tokens", "allot_answer",
         "allot_event", "allot_command"}


def assertion(line):
    words = line.split()
    if re.fullmatch(r"allot_\w+ \d+", line):
        sign = "==" if words[0] in FIXED else ">="
        condition = f"sizeof({words[0]}) {sign} {words[1]}"
    elif re.fullmatch(r"allot_\w+\.[\w.]+ \d+ \d+", line):
        struct, member = words[0].split(".", 1)
        condition = (f"offsetof({struct}, {member}) == {words[1]} && "
                     f"sizeof((({struct}*)0)->{member}) == {words[2]}")
    elif re.fullmatch(r"ALLOT_\w+ \d+", line):
        condition = f"{words[0]} == {words[1]}"
    else:
        sys.exit(f"stored_abi.txt: what is '{line}'?")
    return f'_Static_assert({condition}, "{line}");'


def main():
    compiler, include = sys.argv[1:3]
    lines = [line for line in (HERE / "stored_abi.txt").read_text().splitlines()
             if line and not line.startswith("#")]
    with tempfile.TemporaryDirectory(prefix="allot-abi-") as folder:
        source = pathlib.Path(folder) / "stored_abi.c"
        source.write_text("#include <allot/allot.h>\n" + "\n".join(map(assertion, lines)) + "\n")
        done = subprocess.run([compiler, "-std=c11", "-fsyntax-only", f"-I{include}", source],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        broken = re.findall(r'static assertion failed:? "?([^"\n]*)|error: (.*)', done.stdout)
        for first, second in broken:
            print(f"not as it was released: {first or second}")
        sys.exit(f"{done.stdout}\nprograms that are compiled already would break")
    print(f"{len(lines)} lines hold")


main()
