// Colours the rule files and tests of the examples as an editor does, and ends with status 1 where a
// word has no colour, or not the one of what it is. Run by colours.sh, which installs the engine of
// grammars that editors have.
//
// usage: node tokens.mjs SYNTAXES FILE...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";

const require = createRequire(import.meta.url);
const textmate = require("vscode-textmate");
const oniguruma = require("vscode-oniguruma");

const [syntaxes, ...files] = process.argv.slice(2);
await oniguruma.loadWASM(
  readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")).buffer);
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async (scope) => {
    const path = `${syntaxes}/${scope.replace("source.", "")}.tmLanguage.json`;
    return textmate.parseRawGrammar(readFileSync(path, "utf8"), path);
  },
});

// Signs that have no colour of their own.
const plain = /^[\s()[\]{},;&|.]*$/;
let tokens = 0;
const wrong = [];
// Returns: where the lines of a file have tokens, and the last scope of each.
async function coloured(path) {
  const grammar = await registry.loadGrammar(
    path.endsWith(".cases") ? "source.allot-cases" : "source.allot-rules");
  let state = textmate.INITIAL;
  return readFileSync(path, "utf8").split("\n").map((line) => {
    const done = grammar.tokenizeLine(line, state);
    state = done.ruleStack;
    return done.tokens.map((token) => ({
      text: line.slice(token.startIndex, token.endIndex),
      scope: token.scopes.at(-1),
    }));
  });
}

const heads = /^(rules|attribute|list|feature|limit|allow|block|review|score|table|band|case)\b/;
for (const path of files) {
  const lines = await coloured(path);
  lines.forEach((line, number) => {
    const tell = (token, wanted) =>
      wrong.push(`${basename(path)}:${number + 1}: '${token.text}' is ${token.scope}, not ${wanted}`);
    for (const token of line) {
      ++tokens;
      if (token.scope.startsWith("source.") && !plain.test(token.text)) tell(token, "coloured");
    }
    const text = line.map((token) => token.text).join("");
    if (text.startsWith("#") && !line[0].scope.startsWith("comment.")) tell(line[0], "a comment");
    if (heads.test(text) && !line[0].scope.startsWith("keyword.control.")) tell(line[0], "a statement");
    // The ids of rules are written in capitals in the examples.
    if (/^(limit|allow|block|review|score)\b/.test(text)) {
      const id = line.find((token) => /^[A-Z][A-Z0-9_]+$/.test(token.text));
      if (!id) wrong.push(`${basename(path)}:${number + 1}: no id of a rule is found`);
      else if (!id.scope.startsWith("entity.name.function.")) tell(id, "the id of a rule");
    }
  });
}
for (const line of wrong) console.log(line);
console.log(`${files.length} files, ${tokens} tokens, ${wrong.length} wrong`);
process.exit(wrong.length || !files.length ? 1 : 0);
