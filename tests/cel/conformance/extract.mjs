// Writes the tests of the public CEL conformance suite that concern the language of rules into one JSON
// file, from the package that scripts/setup.sh installed here. Nothing of them is kept in the tree.
//
// usage: node extract.mjs OUTPUT
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const files = [
  "basic", "comparisons", "conversions", "fields", "integer_math", "lists", "logic", "macros",
  "namespace", "parse", "plumbing", "string", "timestamps",
];

const output = process.argv[2];
if (!output) {
  console.error("usage: node extract.mjs OUTPUT");
  process.exit(2);
}
let conformance;
try {
  ({ tests: conformance } = await import("@bufbuild/cel-spec/testdata/conformance.js"));
} catch (error) {
  console.error(`the conformance suite is not installed (${error.message}); run scripts/setup.sh`);
  process.exit(1);
}

// The package adds to each test what cel-go says of it: the type, or the error of its checker.
function testsOf(suite, section) {
  return [
    ...(suite.tests ?? []).map((test) => ({ section, type: test.type, ...test.original })),
    ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, inner.name)),
  ];
}

const extracted = files.map((name) => {
  const suite = conformance.suites.find((candidate) => candidate.name === name);
  if (!suite) throw new Error(`the suite has no file '${name}'`);
  return { name, tests: testsOf(suite, name) };
});
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, JSON.stringify(extracted));
