/* What the tests of VS Code's client share: checks, a folder with articles, and the modules that editors/vscode has installed. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const tree = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
export const extension = path.join(tree, 'editors/vscode');
export const require = createRequire(path.join(extension, 'package.json'));
export const program = path.resolve(process.argv[2] ?? path.join(tree, 'build/kanlint'));
export const work = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'kanlint-vscode-')));

process.env.LC_ALL = 'C.UTF-8';
process.env.LANGUAGE = 'en';

let passed = 0;
let failed = 0;

export function check(what, condition, detail = '') {
	if (condition) {
		passed++;
	} else {
		failed++;
		console.log(`FAILED ${what}: ${typeof detail === 'string' ? detail : JSON.stringify(detail)}`);
	}
}

/* Equal as JSON. */
export function same(what, seen, wanted) {
	check(what, JSON.stringify(seen) === JSON.stringify(wanted), `${JSON.stringify(seen)}, not ${JSON.stringify(wanted)}`);
}

export function write(name, text) {
	const file = path.join(work, name);
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.writeFileSync(file, text);
	return file;
}

export function uriOf(name) {
	return pathToFileURL(path.join(work, name)).href;
}

/* Waits until CONDITION gives something true; ten seconds at most. */
export async function until(condition) {
	const end = Date.now() + 10000;
	for (;;) {
		const value = await condition();
		if (value || Date.now() > end) {
			return value;
		}
		await new Promise(resolve => setTimeout(resolve, 20));
	}
}

/* Runs the parts one after the other, says how it went and ends. A part that hangs ends the run. */
export async function run(suite, parts, seconds = 100) {
	const limit = setTimeout(() => {
		console.log(`FAILED ${suite}: not finished after ${seconds} seconds`);
		process.exit(1);
	}, seconds * 1000);
	for (const part of parts) {
		try {
			await part();
		} catch (error) {
			check(part.name, false, error.stack);
		}
	}
	clearTimeout(limit);
	fs.rmSync(work, { recursive: true });
	console.log(`${suite}: ${passed} passed, ${failed} failed`);
	process.exit(failed > 0 ? 1 : 0);
}
