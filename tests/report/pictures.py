"""Makes the two pictures of the report that README and docs/report.md show.

usage: pictures.py ALLOT
  lays down docs/pictures/report.png and docs/pictures/report_short.png

example: /usr/bin/python3 tests/report/pictures.py build/release/bin/allot

Needs what browser_test.py needs. The run is that of `allot demo`, in virtual time, so the numbers on
the pictures are the same whoever makes them.
"""
import pathlib
import subprocess
import sys
import tempfile

from browser import Browser

PICTURES = pathlib.Path(__file__).resolve().parents[2] / "docs" / "pictures"
WIDTH = 1280
BYTES_MAX = 300 << 10


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, Browser() as browser:
        page = pathlib.Path(place) / "peak.html"
        # The command is what stands on the page, so it names nothing of this machine.
        subprocess.run([pathlib.Path(sys.argv[1]).resolve(), "simulate", "--order-count", "20000", "--mode",
                        "virtual", "--log", "log", "--report", page.name],
                       check=True, capture_output=True, cwd=place)
        for name, scheme, first, last in (("report", "light", "header", "#time"),
                                          ("report_short", "dark", "#short", "#short")):
            browser.open(page, WIDTH, scheme)
            top, bottom = browser.ask(
                "const edge = (what, side) => document.querySelector(what).getBoundingClientRect()[side] + scrollY;"
                "return [edge(arguments[0], 'top'), edge(arguments[1], 'bottom')]", first, last)
            picture = browser.picture(bottom - top + 48, max(0, top - 24))
            (PICTURES / f"{name}.png").write_bytes(picture)
    size = sum(picture.stat().st_size for picture in PICTURES.glob("report*.png"))
    print(f"{size} bytes in docs/pictures")
    return 0 if size <= BYTES_MAX else 1


if __name__ == "__main__":
    sys.exit(main())
