"""What docs/files.md shows is true: its commands end well, its map is read.

usage: files_page_test.py TOP BIN
"""
import pathlib
import re
import subprocess
import sys
import tempfile

ROWS = """Bestellnummer;Datum;Artikelnummer;Bezeichnung;Menge;Einzelpreis;E-Mail;PLZ;Status
1;03.11.2026 09:14;A-1;Kessel;2;1.024,90;a@example.com;04103;bezahlt
2;03.11.2026 09:15;;Kanne;1;4,90;b@example.com;80331;offen
3;03.11.2026 09:16;VERSAND;Porto;1;4,90;b@example.com;80331;bezahlt
"""


def blocks(text, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def run(command, folder):
    return subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True)


def main(top, programs):
    page = (top / "docs/files.md").read_text(encoding="utf-8")
    faults, ran = [], 0
    with tempfile.TemporaryDirectory(prefix="allot-files-") as name:
        folder = pathlib.Path(name)
        (folder / "examples").symlink_to(top / "examples")
        for block in blocks(page, "console"):
            for command in re.findall(r"^\$ ((?:.*\\\n)*.*)$", block, re.M):
                done = run(f"PATH={programs}:$PATH; {command}", folder)
                ran += 1
                if done.returncode != 0:
                    faults.append(f"$ {command}\nended with {done.returncode}: {done.stdout}{done.stderr}")
        (folder / "map.toml").write_text(blocks(page, "toml")[0], encoding="utf-8")
        (folder / "rows.csv").write_text(ROWS, encoding="utf-8")
        done = run(f"{programs}/allot simulate --orders rows.csv --map map.toml --mode virtual --log l --json",
                   folder)
        if done.returncode != 0 or '"used": 2' not in done.stdout or '"postage": 1' not in done.stdout:
            faults.append(f"the map of the page: {done.stdout}{done.stderr}")
    if ran < 3:
        faults.append(f"only {ran} commands were run")
    print("\n".join(faults) or f"{ran} commands and the map of docs/files.md do what it says")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*(pathlib.Path(argument).resolve() for argument in sys.argv[1:3])))
