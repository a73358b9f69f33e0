// Lints a file with autocorrect-node, as its users do: all findings as JSON. usage: node autocorrect.js FILE
"use strict";
const fs = require("fs");
const autocorrect = require("autocorrect-node-linux-x64-gnu");
process.stdout.write(JSON.stringify(autocorrect.lintFor(fs.readFileSync(process.argv[2], "utf8"), "article.txt")));
