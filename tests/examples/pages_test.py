"""That pages.py finds what is wrong with a page, and nothing with one that is right."""
import collections
import pathlib
import shutil
import tempfile
import unittest

import page as pages
import pages as runner


class Pages(unittest.TestCase):
    def run_page(self, text, **tools):
        """Returns: the run, and the page as it stands afterwards."""
        folder = pathlib.Path(tempfile.mkdtemp(prefix="allot-pages-test-"))
        self.addCleanup(shutil.rmtree, folder)
        (folder / "build/bin").mkdir(parents=True)
        (folder / "p.md").write_text(text, encoding="utf-8")
        given = {"cxx": None, "cc": None, "python": None, "update": False, **tools}
        run = runner.run_page(runner.Tools(folder, folder / "build", **given), "p.md")
        return run, (folder / "p.md").read_text(encoding="utf-8")

    def faults(self, text, **tools):
        return self.run_page(text, **tools)[0].faults

    def test_what_is_right(self):
        run, _ = self.run_page("```console\n$ mkdir a && cd a\n$ export B=c\n```\n"
                               "```console\n$ cat >e <<'END'\n$ d\nEND\n$ echo $B; basename $PWD\nc\na\n```\n")
        self.assertEqual(run.faults, [])
        self.assertEqual(run.counts, collections.Counter(run=4, compared=2))

    def test_other_output_and_other_status(self):
        for text in ("$ echo a\nb\n", "$ echo a\n\na\n", "$ echo a\n$ echo b\nb\n", "$ false\n", "$ echo a\na\n$ false\n"):
            self.assertEqual(len(self.faults(f"```console\n{text}```\n")), 1, text)

    def test_what_varies_is_named(self):
        block = "```console\n$ echo 2026-11-27T10:00:00.5Z 3.1 s 12 k orders/s\n2020-01-01T00:00:00Z 9 s 1 orders/s\n```\n"
        self.assertEqual(self.faults(f"<!-- varies: times, speeds -->\n{block}"), [])
        self.assertEqual(len(self.faults(f"<!-- varies: times -->\n{block}")), 1)
        self.assertEqual(len(self.faults(block)), 1)
        self.assertIn("is called 'time'", self.faults(f"<!-- varies: time -->\n{block}")[0])

    def test_how_far_a_command_is_is_told_by_busy_machines_only(self):
        told = "reading         0%%   1.6 s  friday.csv\\nreading       100%%   1.7 s\\nlive           1.0 s  9 k orders/s\\n"
        self.assertEqual(self.faults(f"```console\n$ printf '{told}a\\n'\na\n```\n"), [])
        self.assertEqual(len(self.faults("```console\n$ echo reading friday.csv; echo a\na\n```\n")), 1)

    def test_three_dots_stand_for_lines(self):
        self.assertEqual(self.faults("```console\n$ seq 9\n1\n...\n9\n```\n"), [])
        self.assertEqual(len(self.faults("```console\n$ seq 9\n1\n...\n8\n```\n")), 1)

    def test_files_are_made_and_have_to_be_used(self):
        block = '```toml\n# a.toml\nb = "c"\n```\n'
        self.assertEqual(self.faults(block + "```console\n$ grep -c b a.toml\n1\n```\n"), [])
        self.assertIn("no command below uses a.toml", self.faults(block)[0])

    def test_what_is_left_out_is_counted(self):
        for mark in ("not run: why", "needs: false"):
            run, _ = self.run_page(f"<!-- {mark} -->\n```console\n$ false\n```\n")
            self.assertEqual((run.faults, len(run.left_out), run.counts["run"]), ([], 1, 0), mark)
        self.assertEqual(len(self.faults("<!-- needs: true -->\n```console\n$ false\n```\n")), 1)

    def test_blocks_that_say_nothing_of_how_they_run(self):
        for text in ("```cpp\nint a;\n```\n", "```sh\ntrue\n```\n", "```console\n$ true\n", "```json\n{\n```\n",
                     "<!-- not rum: why -->\n```console\n$ true\n```\n", "```console\ntrue\n```\n",
                     "```python\na b\n```\n", "This:\n\n    allot demo\n"):
            self.assertEqual(len(self.faults(text)), 1, text)

    @unittest.skipUnless(shutil.which("cc"), "no compiler")
    def test_parts_of_programs_are_compiled(self):
        runner.PRELUDES["c"], before = "", runner.PRELUDES["c"]
        self.addCleanup(runner.PRELUDES.__setitem__, "c", before)
        for body, faults in (("(void)a;", 0), ("(void)b;", 1)):
            text = f"<!-- within: void part(int a) -->\n```c\n{body}\n```\n"
            self.assertEqual(len(self.faults(text, cc=shutil.which("cc"))), faults, body)

    def test_update_writes_what_is_printed(self):
        run, text = self.run_page("```console\n$ echo a\nb\n$ echo c\n```\n", update=True)
        self.assertEqual((run.faults, text), ([], "```console\n$ echo a\na\n$ echo c\nc\n```\n"))

    def test_a_command_ends_with_its_here_document(self):
        found = pages.commands("$ cat <<'END' \\\n  | cat\na\nEND\nb\n")
        self.assertEqual([(c.text, c.shown) for c in found], [("cat <<'END' \\\n  | cat\na\nEND", "b\n")])


if __name__ == "__main__":
    unittest.main()
