/*
 * usage: node tests/editors/vscode/extension.mjs PROGRAM
 * The extension as it is packed, with VS Code's language client in it, against the real server; only the module “vscode” is a fake.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire, Module } from 'node:module';
import path from 'node:path';

import { check, extension as folder, program, run, same, until, uriOf, work, write } from './common.mjs';

const require = createRequire(import.meta.url);
const vscode = require('./fake_vscode.cjs');
const load = Module._load;
Module._load = (name, ...more) => (name === 'vscode' ? vscode : load(name, ...more));
const extension = require(path.join(folder, 'dist/extension.js'));
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
const { editor, Range } = vscode;

/* Where a server dies the library leaves promises that nobody waits for: VS Code writes them to its log. Others would be ours. */
process.on('unhandledRejection', error => {
	if (![-32097, 'EPIPE', 'ERR_STREAM_DESTROYED'].includes(error.code) && !/can't be stopped|Starting server failed/.test(error.message)) {
		check('no promise of ours is broken', false, error.stack);
	}
});

console.error = text => void editor.output.push(text); // where the library writes

for (const [name, property] of Object.entries(manifest.contributes.configuration.properties)) {
	editor.defaults[name] = property.default;
}
editor.settings['kanlint.path'] = program;

const at = (line, begin, end) => new Range(line, begin, line, end);

/* The findings of a document as “CODE TEXT”, once they are those that are wanted. */
async function expect(what, document, wanted) {
	const seen = () => editor.problems(document.uri).map(one => `${String(one.code?.value ?? one.code).split('.')[0]} ${document.textIn(one.range)}`).sort();
	const last = await until(() => JSON.stringify(seen()) === JSON.stringify(wanted) && wanted);
	same(what, last || seen(), wanted);
}

/* The file that is installed holds the extension that is tested here, its page, and the licences. */
function packs() {
	const list = 'import sys, zipfile; print("\\n".join(sorted(zipfile.ZipFile(sys.argv[1]).namelist())))';
	const one = 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))';
	const file = path.join(folder, 'kanlint.vsix');
	same('what is packed', execFileSync('python3', ['-c', list, file], { encoding: 'utf8' }).trim().split('\n').filter(name => name.startsWith('extension/')),
		['LICENSE.txt', 'README.md', 'dist/NOTICE.txt', 'dist/extension.js', 'package.json'].map(name => `extension/${name}`));
	check('and tested', execFileSync('python3', ['-c', one, file, 'extension/dist/extension.js']).equals(fs.readFileSync(path.join(folder, manifest.main))));
	check('with the licences of others', /vscode-languageclient 9[^]*Microsoft/.test(fs.readFileSync(path.join(folder, 'dist/NOTICE.txt'), 'utf8')));
}

async function starts() {
	vscode.workspace.workspaceFolders = [{ uri: vscode.Uri.file(work), name: 'w', index: 0 }];
	write('closed/甲.txt', '他們按裝電梯。\n');
	await extension.activate({ subscriptions: [] });
	same('nothing to complain of', editor.messages, []);
	same('every command of the manifest is there', manifest.contributes.commands.map(one => one.command).filter(one => !editor.commands[one]), []);
}

async function edits() {
	const document = await editor.open(uriOf('一.txt'), 'plaintext', '新闻😀说，他们正在按装电梯。\n会上提出三项措施：一是修路；二是种树；三是通电；四是通水。\n');
	await expect('findings behind the emoji', document, ['figure_miscount 三项措施', 'typo_wrong_word 按装']);
	const [wrong] = editor.problems(document.uri).filter(one => one.range.start.line === 0);
	same('what a finding says', [wrong.source, wrong.severity, wrong.message], ['kanlint', vscode.DiagnosticSeverity.Warning, '“按装” is written wrongly, it should be “安装”']);
	const counted = editor.problems(document.uri).find(one => one.range.start.line === 1);
	same('and of which other place', counted.relatedInformation.map(one => one.location.range.start.line), [1]);
	const [hover] = await editor.ask('hover', 'provideHover', document, wrong.range.start);
	check('hover shows the page', [hover.contents].flat().map(one => one.value).join('').includes('# typo_wrong_word'), hover);
	const actions = await editor.ask('codeAction', 'provideCodeActions', document, wrong.range, { diagnostics: [wrong], only: vscode.CodeActionKind.QuickFix, triggerKind: 1 });
	same('one quick fix, the preferred', actions.map(one => [one.kind.value, one.isPreferred, one.diagnostics?.length]), [['quickfix', true, 1]]);
	editor.apply(actions[0].edit);
	same('it does what --fix does', document.text, fixed('一.txt', '新闻😀说，他们正在按装电梯。\n会上提出三项措施：一是修路；二是种树；三是通电；四是通水。\n'));
	await expect('what is fixed is gone', document, ['figure_miscount 三项措施']);
	editor.type(document, at(0, 0, 0), '😀自已和按装\n');
	await expect('typing', document, ['figure_miscount 三项措施', 'typo_wrong_word 按装', 'typo_wrong_word 自已']);
	const [all] = await editor.ask('codeAction', 'provideCodeActions', document, at(0, 0, 0), { diagnostics: [], only: new vscode.CodeActionKind('source.fixAll.kanlint'), triggerKind: 1 });
	editor.apply(all.edit);
	same('fix all', document.text.split('\n')[0], '😀自己和安装');
	await editor.commands['kanlint.fixAll']();
	same('its command asks for it', editor.executed.at(-1), ['editor.action.sourceAction', { kind: 'source.fixAll.kanlint', apply: 'first' }]);
	editor.close(document);
	await expect('a closed document that is no file has none', document, []);
	const uri = vscode.Uri.file(write('零.txt', '靠的是自已。\n'));
	const changed = await editor.open(uri, 'plaintext', '靠的是自已。\n');
	await expect('a file', changed, ['typo_wrong_word 自已']);
	editor.type(changed, at(0, 0, 0), '按装');
	await expect('changed', changed, ['typo_wrong_word 按装', 'typo_wrong_word 自已']);
	editor.close(changed);
	changed.text = '靠的是自已。\n';
	await expect('closed without saving, it is as on the disk', changed, ['typo_wrong_word 自已']);
	fs.rmSync(uri.fsPath);
}

/* What --fix makes of a text. */
function fixed(name, text) {
	const file = write(`fixed/${name}`, text);
	spawnSync(program, ['--quiet', '--fix', file]);
	const result = fs.readFileSync(file, 'utf8');
	fs.rmSync(file);
	return result;
}

async function others() {
	const untitled = await editor.open('untitled:Untitled-1', 'markdown', '# 题\n\n`按装`不看，😀**按装**要看。\n');
	await expect('an untitled document, as Markdown', untitled, ['typo_wrong_word 按装']);
	const code = await editor.open(uriOf('a.py'), 'python', '# 按装\n');
	editor.close(untitled);
	const remote = await editor.open('git:/%E4%B8%80.txt', 'plaintext', '按装\n');
	const last = await editor.open('untitled:Untitled-2', 'plaintext', '按装\n');
	await expect('the last one opened', last, ['typo_wrong_word 按装']);
	same('other languages and schemes are left alone', [editor.problems(code.uri), editor.problems(remote.uri)], [[], []]);
	[code, remote, last].forEach(editor.close);
}

async function workspaces() {
	const uri = vscode.Uri.parse(uriOf('closed/甲.txt'));
	await until(() => editor.problems(uri).length === 1);
	same('a file that is not open', editor.problems(uri).map(one => one.range), [at(0, 2, 4)]);
	write('closed/甲.txt', '沒有錯。\n');
	editor.touched(uri, 'Change');
	await until(() => editor.problems(uri).length === 0);
	same('changed by another program', editor.problems(uri), []);
	write('closed/乙.txt', '自已\n');
	const other = vscode.Uri.parse(uriOf('closed/乙.txt'));
	editor.touched(other, 'Create');
	await until(() => editor.problems(other).length === 1);
	same('a new one', editor.problems(other).length, 1);
	fs.rmSync(path.join(work, 'closed/乙.txt'));
	editor.touched(other, 'Delete');
	await until(() => editor.problems(other).length === 0);
	same('one that is gone', editor.problems(other), []);
}

async function configurations() {
	const document = await editor.open(uriOf('二.txt'), 'plaintext', '他们按装电梯。\n');
	const uri = vscode.Uri.parse(uriOf('.kanlint.yaml'));
	await expect('before', document, ['typo_wrong_word 按装']);
	write('.kanlint.yaml', 'checks:\n  typo_wrong_word: off\n');
	editor.touched(uri, 'Create');
	await expect('.kanlint.yaml holds at once', document, []);
	write('.kanlint.yaml', 'checks:\n  typo_wrong_wort: off\n');
	editor.touched(uri, 'Change');
	await until(() => editor.messages.length);
	check('an error in it is shown', editor.messages.length === 1 && editor.messages[0].includes('.kanlint.yaml:2:3: unknown check “typo_wrong_wort”'), editor.messages);
	fs.rmSync(path.join(work, '.kanlint.yaml'));
	editor.touched(uri, 'Delete');
	await expect('without it', document, ['typo_wrong_word 按装']);
	editor.messages.length = 0;
	write('house.yml', 'checks:\n  typo_wrong_word: error\n');
	editor.set('kanlint.configurationFile', '${workspaceFolder}/house.yml');
	await until(() => editor.problems(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Error);
	same('a configuration of one\'s own', editor.problems(document.uri).map(one => one.severity), [vscode.DiagnosticSeverity.Error]);
	editor.set('kanlint.configurationFile', '');
	editor.set('kanlint.arguments', ['--ignore=typo_wrong_word']);
	await expect('more options', document, []);
	editor.set('kanlint.arguments', []);
	await expect('and fewer', document, ['typo_wrong_word 按装']);
	editor.set('kanlint.profile', 'strict');
	editor.type(document, at(0, 0, 0), '样品重3KG。');
	await expect('a profile', document, ['figure_bad_unit KG', 'typo_wrong_word 按装']);
	editor.set('kanlint.profile', '');
	await expect('and none', document, ['typo_wrong_word 按装']);
	editor.close(document);
}

function servers() {
	return execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' }).split('\n').filter(line => line.includes('--lsp'))
		.map(line => Number(line.trim().split(' ')[0]));
}

async function faults() {
	const document = await editor.open(uriOf('三.txt'), 'plaintext', '他们按装电梯。\n');
	await expect('before', document, ['typo_wrong_word 按装']);
	const [old] = await until(() => servers().length === 1 && servers());
	process.kill(old, 'SIGKILL');
	await until(() => servers().length === 1 && servers()[0] !== old);
	editor.type(document, at(0, 0, 0), '自已说');
	await expect('a server that died is started again', document, ['typo_wrong_word 按装', 'typo_wrong_word 自已']);
	editor.messages.length = 0;
	editor.set('kanlint.path', '/nowhere/kanlint');
	await until(() => editor.messages.length);
	same('a program that is not there is said', editor.messages, ['error: kanlint: there is no program “/nowhere/kanlint”: install kanlint, or name it in the setting kanlint.path']);
	same('the old findings are gone', editor.problems(document.uri), []);
	same('no server is left', await until(() => servers().length === 0), true);
	editor.messages.length = 0;
	const bad = write('bad.sh', '#!/bin/sh\nexit 3\n');
	fs.chmodSync(bad, 0o755);
	editor.set('kanlint.path', bad);
	await until(() => editor.messages.length);
	check('a program that is another', editor.messages.length >= 1, editor.messages);
	for (let i = 0; i < 5; i++) {
		editor.set('kanlint.path', i % 2 ? '/nowhere/kanlint' : program); // faster than it can start
	}
	await expect('the last setting holds', document, ['typo_wrong_word 按装', 'typo_wrong_word 自已']);
	same('with one server', servers().length, 1);
	editor.close(document);
}

async function tasks() {
	const [task, ...more] = editor.tasks.kanlint.provideTasks();
	same('one task for the folder', [task.source, task.name, more.length, task.problemMatchers], ['kanlint', 'lint .', 0, '$kanlint']);
	write('四 五.md', '新闻😀说，按装。\n\n会上提出三项措施：一是修路；二是种树；三是通电；四是通水。\n');
	const resolved = editor.tasks.kanlint.resolveTask({ definition: { type: 'kanlint', paths: ['四 五.md'] }, scope: vscode.workspace.workspaceFolders[0] });
	const { stdout } = spawnSync(resolved.execution.process, resolved.execution.args, { cwd: resolved.execution.options.cwd, encoding: 'utf8' });
	const { pattern } = manifest.contributes.problemMatchers[0];
	const found = stdout.trimEnd().split('\n').map(line => new RegExp(pattern.regexp).exec(line))
		.map(match => [match[pattern.file], match[pattern.line], match[pattern.column], match[pattern.severity], match[pattern.code] ?? '']);
	same('the matcher reads its lines, columns in UTF-16', found, [
		['四 五.md', '1', '7', 'warning', 'typo_wrong_word'], ['四 五.md', '3', '5', 'warning', 'figure_miscount'], ['四 五.md', '3', '10', 'note', '']]);
}

async function ends() {
	await extension.deactivate();
	same('no server is left', await until(() => servers().length === 0), true);
}

await run('vscode', [packs, starts, edits, others, workspaces, configurations, faults, tasks, ends]);
