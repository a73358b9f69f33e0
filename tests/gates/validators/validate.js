// SARIF logs of many kinds against the official schema and with the official validator; reviewdog's lines and action.yml with theirs.
// usage: node validate.js PROGRAM FOLDER; FOLDER has node_modules of package.json
"use strict";
const { spawnSync } = require("child_process");
const { createRequire } = require("module");
const fs = require("fs");
const path = require("path");

const program = path.resolve(process.argv[2]);
const folder = path.resolve(process.argv[3]);
const tree = path.resolve(__dirname, "..", "..", "..");
const modules = createRequire(path.join(folder, "package.json"));
const tool = path.join(folder, "node_modules", "@microsoft", "sarif-multitool-linux");
const work = path.join(folder, "work");
let passed = 0;
let failed = 0;

// The project has no home page to name yet.
const ACCEPTED = ["SARIF2005"];

function check(what, condition, detail = "") {
  condition ? passed++ : failed++;
  if (!condition) console.log(`FAILED validators: ${what} ${detail}`);
}

const FAULT = "各单位要落实责任...确保安全。\n";
const files = {
  "干净.txt": "各单位要落实责任，确保安全。\n",
  "新 闻:100%#?&[a].txt": "说&“<...”\u0001\n第二...句😀𠮷野家...\n",
  "多.txt": FAULT.repeat(10001),
  "號.txt": "聯絡人身分證A123456789，請落實責任...確保安全。\n",
  "坏.bin.txt": "a\0b",
  "文章.md": "# 标题\n\n- 各单位要落实责任...确保安全。\n- `代码...`\n",
  "house.yaml": "extends: strict\nrules:\n  - name: no_dots\n    avoid: [落实责任]\n    message: 换个说法\n    wrong: [要落实责任。]\n    right: [要负责。]\n",
};

// One text with faults for each check.
function fixtures() {
  const golden = path.join(tree, "tests", "golden");
  const bad = (name) => fs.readdirSync(path.join(golden, name)).find((file) => /\.bad\.(txt|md)$/.test(file));
  return fs.readdirSync(golden).filter(bad).map((name) => path.join(golden, name, bad(name)));
}

const logs = {
  findings: ["--no-config", "--profile=strict", path.relative(work, path.join(tree, "corpus", "marked"))],
  fixtures: ["--no-config", "--profile=strict", "--confidence=low", ...fixtures()],
  clean: ["--no-config", "干净.txt"],
  odd: ["--no-config", "./新 闻:100%#?&[a].txt", "號.txt", "文章.md"],
  failures: ["--no-config", "干净.txt", "没有.txt", "坏.bin.txt"],
  capped: ["--no-config", "多.txt"],
  chinese: ["--no-config", "--lang=zh_CN", "文章.md", "没有.txt", "號.txt"],
  house: ["--config=house.yaml", "文章.md"],
};

function write() {
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(work, { recursive: true });
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(work, name), text);
  for (const [name, options] of Object.entries(logs)) {
    const run = spawnSync(program, [...options, "-f", `sarif:${name}.sarif`], { cwd: work, env: { ...process.env, LC_ALL: "C.UTF-8" } });
    const expected = { clean: 0, failures: 2, chinese: 2, fixtures: [1, 2] }[name] ?? 1;
    check(`${name} ends with ${expected}`, [expected].flat().includes(run.status), `and not ${run.status}: ${run.stderr}`);
  }
}

function checkSchema(name, log) {
  const Ajv = modules("ajv");
  const schema = JSON.parse(fs.readFileSync(path.join(tool, "sarif-2.1.0.json"), "utf8").replace(/^\uFEFF/, ""));
  const Validator = /2020-12/.test(schema.$schema) ? modules("ajv/dist/2020").default : Ajv.default;
  checkSchema.validate ??= modules("ajv-formats").default(new Validator({ strict: false, allErrors: true })).compile(schema);
  const valid = checkSchema.validate(log);
  check(`${name} is valid by the schema`, valid, JSON.stringify((checkSchema.validate.errors ?? []).slice(0, 3)));
}

// What GitHub takes: https://docs.github.com/code-security/code-scanning, “SARIF support”.
function checkLimits(name, log) {
  const [run] = log.runs;
  check(`${name} has columnKind`, run.columnKind === "unicodeCodePoints");
  for (const rule of run.tool.driver.rules) {
    check(`${name}: ${rule.id} has descriptions`, rule.shortDescription.text.length <= 1024 && rule.fullDescription.text.length <= 1024);
    check(`${name}: ${rule.id} has a page`, rule.help.text.length > 0 && rule.properties.tags.length <= 20);
  }
  check(`${name}: ruleIndex is right`, run.results.every((result) => run.tool.driver.rules[result.ruleIndex]?.id === result.ruleId));
  check(`${name}: fingerprints`, run.results.every((result) => /^[0-9a-f]{16}:\d+$/.test(result.partialFingerprints.primaryLocationLineHash)));
}

function checkContents(read) {
  check("findings are many", read.findings.runs[0].results.length > 300);
  check("a clean run has no result and was successful", read.clean.runs[0].results.length === 0 && read.clean.runs[0].invocations[0].executionSuccessful);
  const failures = read.failures.runs[0].invocations[0];
  check("a run with failures was not successful", failures.executionSuccessful === false && failures.toolExecutionNotifications.length === 2);
  check("what is left out is said", read.capped.runs[0].invocations[0].toolExecutionNotifications.length === 1);
  check("a personal number is masked", !JSON.stringify(read.odd).includes("A123456789"));
  check("the language is said", read.chinese.runs[0].language === "zh-CN", read.chinese.runs[0].language);
  check("a rule of the house has its name", read.house.runs[0].results.some((result) => result.properties.key === "no_dots"));
}

// Ten thousand results take the validator minutes: that log is checked by the schema alone.
function runTool() {
  const binary = path.join(tool, "Sarif.Multitool");
  fs.chmodSync(binary, 0o755);
  const names = Object.keys(logs).filter((name) => name !== "capped").map((name) => path.join(work, `${name}.sarif`));
  const options = ["--output", path.join(work, "validation.sarif.json"), "--log", "ForceOverwrite", "--rule-kind", "Sarif;Ghas"];
  const run = spawnSync(binary, ["validate", ...names, ...options], { env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" }, maxBuffer: 1 << 28 });
  const said = run.stdout.toString() + run.stderr.toString();
  const lines = said.split("\n").filter((line) => /: (error|warning) [A-Z]+\d+: /.test(line));
  const wrong = lines.filter((line) => !ACCEPTED.some((rule) => line.includes(` ${rule}: `)));
  check("the validator has read all logs", said.includes(`${names.length} files scanned`), said.slice(-500));
  check("the validator finds nothing", wrong.length === 0, wrong.slice(0, 5).join("\n"));
  check("the validator works: it finds what is accepted", lines.length === names.length, lines.length);
}

function runModule(name, options) {
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, "node_modules", name, "package.json"), "utf8"));
  const script = path.join(folder, "node_modules", name, typeof bin === "string" ? bin : Object.values(bin)[0]);
  const run = spawnSync(process.execPath, [script, ...options]);
  return { status: run.status, said: run.stdout.toString() + run.stderr.toString() };
}

// What is right is valid, and what is wrong is not: a validator that takes everything is none.
function checkReviewdog() {
  const run = spawnSync(program, ["--no-config", "--profile=strict", "-f", "rdjsonl", "没有.txt", ...fixtures()], { cwd: work, env: { ...process.env, LC_ALL: "C.UTF-8" }, maxBuffer: 1 << 28 });
  const diagnostics = run.stdout.toString().trim().split("\n").map((line) => JSON.parse(line));
  const file = path.join(work, "reviewdog.json");
  const validate = (content) => {
    fs.writeFileSync(file, JSON.stringify(content));
    return runModule("@umbrelladocs/rdformat-validator", ["--strict", "--no-extra-fields", file]);
  };
  const right = validate({ source: { name: "kanlint" }, diagnostics });
  check("reviewdog's format", diagnostics.length > 200 && right.status === 0, right.said.slice(0, 2000));
  check("a wrong severity is found", validate({ diagnostics: [{ ...diagnostics[0], severity: "NOTE" }] }).status !== 0);
}

function checkAction() {
  const action = fs.readFileSync(path.join(tree, "action.yml"), "utf8");
  const file = path.join(work, "action.yml");
  const validate = (content) => {
    fs.writeFileSync(file, content);
    return runModule("@action-validator/cli", [file]);
  };
  const right = validate(action);
  check("action.yml", right.status === 0, right.said.slice(0, 2000));
  check("a step without shell is found", validate(action.replace("shell: sh", "")).status !== 0);
}

write();
const read = {};
for (const name of Object.keys(logs)) {
  read[name] = JSON.parse(fs.readFileSync(path.join(work, `${name}.sarif`), "utf8"));
  checkSchema(name, read[name]);
  checkLimits(name, read[name]);
}
checkContents(read);
runTool();
checkReviewdog();
checkAction();
console.log(`gates/validators: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
