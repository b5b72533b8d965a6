"""Makes the two pictures of the report that README and docs show.

usage: pictures.py ALLOT [--into DIRECTORY]
  lays down report.png and report_short.png in docs/pictures, or elsewhere

example: /usr/bin/python3 tests/report/pictures.py build/release/bin/allot

Needs what browser_test.py needs. report.png is the head of the page that README's first commands make,
report_short.png a part of that of `allot demo`, both in virtual time, so that the numbers on them are the
same whoever makes them.
"""
import argparse
import base64
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

from browser import Browser

TOP = pathlib.Path(__file__).resolve().parents[2]
PICTURES = TOP / "docs" / "pictures"
WIDTH = 1280
BYTES_MAX = 300 << 10
# (picture, colours, first and last part of the page, arguments of `simulate`)
RUNS = (
    ("report", "light", "header", "#time",
     ["--orders", "examples/tour/friday.csv", "--log", "friday", "--stock", "examples/tour/stock.csv", "--report", "friday.html"]),
    ("report_short", "dark", "#short", "#short",
     ["--order-count", "20000", "--mode", "virtual", "--log", "log", "--report", "peak.html"]),
)

# A picture of a page of text has few colours that many points have: the 256 most frequent ones make up
# its palette, and each point of another colour, on the edge of a letter, has the nearest of these.
PALETTE = """
const [source, done] = arguments;
const image = new Image();
image.onload = () => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const color = (at) => (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) counts.set(color(at), (counts.get(color(at)) || 0) + 1);
  const palette = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 256).map(([one]) => one);
  const apart = (a, b) => [16, 8, 0].reduce((sum, bits) => sum + (((a >> bits) & 255) - ((b >> bits) & 255)) ** 2, 0);
  const nearest = new Map(palette.map((one, at) => [one, at]));
  for (const one of counts.keys()) {
    if (!nearest.has(one)) nearest.set(one, palette.reduce((best, other, at) => (apart(one, other) < apart(one, palette[best]) ? at : best), 0));
  }
  let points = "";
  for (let at = 0; at < data.length; at += 4) points += String.fromCharCode(nearest.get(color(at)));
  done({ width: image.width, height: image.height, palette: palette, points: btoa(points) });
};
image.src = "data:image/png;base64," + source;
"""


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def with_palette(browser, picture):
    """A PNG of the same size with at most 256 colours."""
    browser.driver.set_script_timeout(120)
    made = browser.driver.execute_async_script(PALETTE, base64.b64encode(picture).decode())
    points, width, height = base64.b64decode(made["points"]), made["width"], made["height"]
    rows = b"".join(b"\0" + points[row * width:(row + 1) * width] for row in range(height))
    colors = b"".join(struct.pack(">I", color)[1:] for color in made["palette"])
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"PLTE", colors)
            + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def share_of_readme():
    """What README's first commands print as promised at once, in per cent."""
    return re.search(r"gone .*?: ([\d.]+) % of the units", (TOP / "README.md").read_text(encoding="utf-8"), re.S).group(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("allot", type=pathlib.Path)
    parser.add_argument("--into", type=pathlib.Path, default=PICTURES)
    options = parser.parse_args()
    options.into.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, Browser() as browser:
        folder = pathlib.Path(place)
        shutil.copytree(TOP / "examples" / "tour", folder / "examples" / "tour")
        # The command stands on the page, so it names nothing of this machine.
        for name, scheme, first, last, arguments in RUNS:
            subprocess.run([options.allot.resolve(), "simulate", *arguments], check=True, capture_output=True, cwd=folder)
            browser.open(folder / arguments[-1], WIDTH, scheme)
            title = browser.ask("return document.querySelector('h1').textContent")
            if name == "report" and share_of_readme() + "%" not in title:
                print(f"the page says {title!r}, and README {share_of_readme()} %", file=sys.stderr)
                return 1
            top, bottom = browser.ask(
                "const edge = (what, side) => document.querySelector(what).getBoundingClientRect()[side] + scrollY;"
                "return [edge(arguments[0], 'top'), edge(arguments[1], 'bottom')]", first, last)
            picture = browser.picture(bottom - top + 48, max(0, top - 24))
            (options.into / f"{name}.png").write_bytes(with_palette(browser, picture))
    size = sum((options.into / f"{name}.png").stat().st_size for name, *_ in RUNS)
    print(f"{size} bytes in {options.into}, of at most {BYTES_MAX}")
    return 0 if size <= BYTES_MAX else 1


if __name__ == "__main__":
    sys.exit(main())
