"""Every C and C++ file is as clang-format leaves it: format.py TOP CLANG_FORMAT."""
import pathlib
import subprocess
import sys

import tidy


def main(top, clang_format):
    files = [path for path in tidy.load_tree(pathlib.Path(top)) if path.endswith((".c", ".h", ".cpp", ".hpp"))]
    run = subprocess.run([clang_format, "--dry-run", "--Werror", *files], cwd=top,
                         capture_output=True, text=True)
    wrong = sorted({line.split(":")[0] for line in run.stderr.splitlines() if ": error:" in line})
    for path in wrong:
        print(f"{path}: not as {clang_format} leaves it; run {clang_format} -i {path}")
    if run.returncode != 0 and not wrong:
        print(run.stderr)
    print(f"{len(files)} files looked at, {len(wrong)} to be formatted")
    return 1 if run.returncode != 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
