// Answers the rules of rules_cost with npm @bufbuild/cel, compares, and prints the processor time of one.
//
// usage: node bufbuild_cel.mjs FILE
import { readFileSync } from "node:fs";
import { celEnv, celUint, parse, plan } from "@bufbuild/cel";
import { create } from "@bufbuild/protobuf";
import { DurationSchema, TimestampSchema } from "@bufbuild/protobuf/wkt";

const [declared, rules, ...lines] = readFileSync(process.argv[2], "utf8").trim().split("\n").map((line) => JSON.parse(line));

function valueOf(value, kind) {
  const fields = declared.structs[kind];
  if (fields) {
    const set = fields.map(([name, of], i) => [name, value[i] === null ? undefined : valueOf(value[i], of)]);
    return new Map(set.filter(([, one]) => one !== undefined));
  }
  const inner = kind.slice(kind.indexOf("(") + 1, -1);
  if (kind.startsWith("list(")) return value.map((one) => valueOf(one, inner));
  // A map is looked up, a list is walked.
  if (kind.startsWith("set(")) return new Map(value.map((one) => [valueOf(one, inner), true]));
  switch (kind) {
    case "int": return BigInt(value);
    case "uint": return celUint(BigInt(value));
    case "duration": return create(DurationSchema, { seconds: BigInt(value) / 1_000_000_000n });
    case "timestamp": return create(TimestampSchema, { seconds: BigInt(value[0]) });
    default: return value;
  }
}

const env = celEnv();
const asked = rules.map(([, text]) => plan(env, parse(text)));
const orders = lines.map(({ order }) => Object.fromEntries(declared.variables.map(([name, kind], i) => [name, valueOf(order[i], kind)])));
orders.forEach((order, i) => asked.forEach((ask, rule) => {
  const answer = ask(order);
  if (answer !== lines[i].results[rule]) {
    console.error(`@bufbuild/cel: ${rules[rule][0]} of order ${i + 1}: ${answer}`);
    process.exit(1);
  }
}));

const spent = () => { const { user, system } = process.cpuUsage(); return user + system; };
let passes = 0;
const begin = spent();
while (spent() - begin < 1_000_000) {
  for (const order of orders) for (const ask of asked) ask(order);
  passes += 1;
}
console.log(`@bufbuild/cel ${((spent() - begin) * 1000 / (passes * orders.length * rules.length)).toFixed(2)}`);
