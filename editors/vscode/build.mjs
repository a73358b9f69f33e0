/* usage: node build.mjs [--minify]: one file, dist/extension.js, and dist/NOTICE.txt with the licences of what is in it. */
import fs from 'node:fs';
import path from 'node:path';

import { build } from 'esbuild';

const { metafile } = await build({
	entryPoints: ['src/extension.ts'],
	outfile: 'dist/extension.js',
	bundle: true,
	platform: 'node',
	format: 'cjs',
	target: 'node18',
	external: ['vscode'],
	minify: process.argv.includes('--minify'),
	metafile: true,
	logLevel: 'warning',
});

const folders = Object.keys(metafile.inputs).flatMap(input => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []);
const notices = [...new Set(folders)].sort().map(folder => {
	const { name, version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
	const licence = fs.readdirSync(folder).find(file => /^licen[cs]e/i.test(file));
	if (!licence) {
		throw new Error(`${folder} has no licence`);
	}
	return `${name} ${version}\n\n${fs.readFileSync(path.join(folder, licence), 'utf8').trim()}\n`;
});
fs.writeFileSync('dist/NOTICE.txt', notices.join(`\n${'-'.repeat(80)}\n\n`));
fs.copyFileSync('../../LICENSE', 'LICENSE');
