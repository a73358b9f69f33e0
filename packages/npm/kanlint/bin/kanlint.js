#!/usr/bin/env node
// Runs the program of the package for this platform, @kanlint/PLATFORM-ARCH, which npm installs beside this one. Nothing is downloaded.
'use strict';

const { spawn } = require('child_process');
const os = require('os');
const path = require('path');

const CANNOT = 2; // as kanlint itself: something could not be done

function fail(sentence) {
	process.stderr.write(`kanlint: ${sentence}\n`);
	process.exit(CANNOT);
}

// KANLINT_BINARY is for a program of one's own: a build with plug-ins, another platform.
function find() {
	if (process.env.KANLINT_BINARY) return process.env.KANLINT_BINARY;
	const name = `@kanlint/${process.platform}-${process.arch}`;
	try {
		return path.join(path.dirname(require.resolve(`${name}/package.json`)), 'bin', 'kanlint');
	} catch (error) {
		const known = Object.keys(require('../package.json').optionalDependencies);
		if (known.includes(name)) {
			fail(`the package ${name} is missing: install without --omit=optional (--no-optional), or set KANLINT_BINARY`);
		}
		return fail(`there is no program for ${process.platform} ${process.arch} (there is for ${known.join(', ')}): build it, and set KANLINT_BINARY`);
	}
}

const program = find();
const child = spawn(program, process.argv.slice(2), { stdio: 'inherit' });
child.on('error', (error) => fail(`${program}: ${error.message}`));

// A signal to this process is meant for the program; of what a terminal sends it has its own copy.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, () => {
		if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
	});
}
child.on('exit', (status, signal) => {
	if (!signal) process.exit(status);
	process.removeAllListeners(signal);
	process.kill(process.pid, signal);
	setTimeout(() => process.exit(128 + os.constants.signals[signal]), 1000);
});
