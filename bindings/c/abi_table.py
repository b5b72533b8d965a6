"""Writes the table of the C interface for hosts that cannot read C headers: where each member of each
struct lies and what number each constant has, as the compiler says.

usage: abi_table.py CC INCLUDE_DIR
Prints the table. scripts/generate.sh writes it to abi.txt.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

HEAD = """\
# The C interface of allot for hosts that cannot read C headers. What each member and constant means is
# said in include/allot/c. Made by scripts/generate.sh; installed as share/allot/abi.txt.
#
# A line is one of
#   STRUCT SIZE
#   STRUCT.MEMBER OFFSET SIZE TYPE     a TYPE[N] has N elements; a TYPE* is an address of 8 bytes
#   CONSTANT NUMBER
"""


def without_comments(text):
    return re.sub(r"/\*.*?\*/", " ", text, flags=re.S)


def headers(include):
    """The text of allot.h and of what it includes, without comments, in the order of inclusion."""
    main = without_comments((include / "allot/allot.h").read_text())
    texts, seen = [], set()

    def read(text):
        for name in re.findall(r'#include "(allot/c/\w+\.h)"', text):
            if name not in seen:
                seen.add(name)
                read(without_comments((include / name).read_text()))
        texts.append(text)

    read(main)
    return "\n".join(texts)


def members(body, prefix=""):
    """(path, type) of each member of a struct; those of a union that has a name as UNION.MEMBER."""
    while body.strip():
        union = re.match(r"\s*union \{(.*?)\} ?(\w*);", body, re.S)
        plain = re.match(r"\s*((?:const )?\w+(?: ?\*)*) (\w+)(?:\[(\w+)\])?;", body)
        if union:
            yield from members(union[1], f"{prefix}{union[2]}." if union[2] else prefix)
        elif plain:
            kind = plain[1].replace(" *", "*")
            yield prefix + plain[2], f"{kind}[{plain[3]}]" if plain[3] else kind
        else:
            sys.exit(f"abi_table.py: what is '{body.strip().splitlines()[0]}'?")
        body = body[(union or plain).end():]


def table(compiler, include):
    text = headers(include)
    lines = []
    for number in ("ALLOT_ABI_VERSION", *re.findall(r"\b(ALLOT_\w+) = ", text)):
        lines.append(f'printf("{number} %lld\\n", (long long){number});')
    for name, body in re.findall(r"typedef struct (\w+) \{(.*?)\} \1;", text, re.S):
        lines.append(f'printf("\\n{name} %zu\\n", sizeof({name}));')
        for path, kind in members(body):
            lines.append(f'printf("{name}.{path} %zu %zu {kind}\\n", offsetof({name}, {path}), '
                         f'sizeof((({name}*)0)->{path}));')
    with tempfile.TemporaryDirectory(prefix="allot-abi-") as folder:
        source, program = pathlib.Path(folder) / "table.c", pathlib.Path(folder) / "table"
        source.write_text("#include <stdio.h>\n#include <allot/allot.h>\nint main(void) {\n"
                          + "\n".join(lines) + "\nreturn 0;\n}\n")
        subprocess.run([compiler, "-std=c11", f"-I{include}", source, "-o", program], check=True)
        return HEAD + subprocess.run([program], check=True, text=True, capture_output=True).stdout


sys.stdout.write(table(sys.argv[1], pathlib.Path(sys.argv[2])))
