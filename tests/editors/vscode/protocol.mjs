/*
 * usage: node tests/editors/vscode/protocol.mjs PROGRAM
 * The server driven by VS Code's own protocol library: diagnostics that are pulled, with right clients and hostile ones.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { check, program, require, run, same, until, uriOf, work, write } from './common.mjs';

const lsp = require('vscode-languageserver-protocol/node');

const CAPABILITIES = {
	general: { positionEncodings: ['utf-16'] },
	textDocument: { diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false }, publishDiagnostics: { relatedInformation: true } },
	workspace: { diagnostics: { refreshSupport: true }, didChangeWatchedFiles: { dynamicRegistration: true }, workspaceEdit: { documentChanges: true } },
};

class Client {
	constructor(capabilities = CAPABILITIES) {
		this.process = spawn(program, ['--lsp'], { cwd: work, stdio: ['pipe', 'pipe', 'inherit'] });
		this.connection = lsp.createProtocolConnection(
			new lsp.StreamMessageReader(this.process.stdout), new lsp.StreamMessageWriter(this.process.stdin));
		this.ended = new Promise(resolve => this.process.on('exit', resolve));
		this.capabilities = capabilities;
		this.registered = [];
		this.refreshed = 0;
		this.said = [];
		this.published = [];
		this.connection.onRequest(lsp.RegistrationRequest.type, params => void this.registered.push(...params.registrations));
		this.connection.onRequest(lsp.DiagnosticRefreshRequest.type, () => void this.refreshed++);
		this.connection.onNotification(lsp.ShowMessageNotification.type, params => void this.said.push(params.message));
		this.connection.onNotification(lsp.PublishDiagnosticsNotification.type, params => void this.published.push(params));
		this.connection.listen();
	}

	async initialize(folder = '') {
		const result = await this.connection.sendRequest(lsp.InitializeRequest.type, {
			processId: process.pid, rootUri: uriOf(folder), capabilities: this.capabilities, workspaceFolders: [{ uri: uriOf(folder), name: 'w' }],
		});
		await this.connection.sendNotification(lsp.InitializedNotification.type, {});
		return result;
	}

	open(name, text, languageId = 'plaintext') {
		return this.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
			textDocument: { uri: uriOf(name), languageId, version: 1, text },
		});
	}

	change(name, version, ...contentChanges) {
		return this.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, { textDocument: { uri: uriOf(name), version }, contentChanges });
	}

	pull(name, previousResultId) {
		return this.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri: uriOf(name) }, previousResultId });
	}

	watched(name, type) {
		return this.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, { changes: [{ uri: uriOf(name), type }] });
	}

	async end() {
		await this.connection.sendRequest(lsp.ShutdownRequest.type);
		await this.connection.sendNotification(lsp.ExitNotification.type);
		return this.ended;
	}
}

function range(line, begin, end) {
	return { start: { line, character: begin }, end: { line, character: end } };
}

async function pulls() {
	const client = new Client();
	const { capabilities, serverInfo } = await client.initialize();
	same('it says that it can be asked', [capabilities.diagnosticProvider.workspaceDiagnostics, capabilities.diagnosticProvider.interFileDependencies], [true, false]);
	same('its name', serverInfo.name, 'kanlint');
	await client.open('一.txt', '新闻😀说，他们正在按装电梯。\n會上提出三項措施：一是修路；二是種樹；三是通電；四是通水。\n');
	const first = await client.pull('一.txt');
	same('the kind of report', first.kind, lsp.DocumentDiagnosticReportKind.Full);
	same('UTF-16 behind the emoji', first.items.filter(one => one.code === 'typo_wrong_word').map(one => one.range), [range(0, 10, 12)]);
	const counted = first.items.find(one => String(one.code).startsWith('figure_miscount'));
	same('both places of a contradiction', counted?.relatedInformation?.map(one => [one.location.uri, one.location.range.start]), [[uriOf('一.txt'), { line: 1, character: 9 }]]);
	check('every finding is a Diagnostic', first.items.every(one => lsp.Diagnostic.is(one)), first.items);
	same('the same again is unchanged', await client.pull('一.txt', first.resultId), { kind: 'unchanged', resultId: first.resultId });
	await client.change('一.txt', 2, { range: range(0, 10, 12), text: '安装' });
	const second = await client.pull('一.txt', first.resultId);
	same('an edit is seen', [second.kind, second.items.filter(one => one.code === 'typo_wrong_word').length], ['full', 0]);
	await client.change('一.txt', 3, { range: range(0, 10, 12), text: '按装' });
	same('what is back has its old id', (await client.pull('一.txt', first.resultId)).kind, 'unchanged');
	same('an id of another is not believed', (await client.pull('一.txt', 'ffffffffffffffff')).kind, 'full');
	same('a document that is not open', await client.pull('无.txt'), { kind: 'full', items: [] });
	same('nothing is pushed to one that asks', client.published, []);
	same('the server ends with 0', await client.end(), 0);
}

async function actions() {
	const client = new Client();
	await client.initialize();
	await client.open('二.md', '# 题\n\n😀他们按装电梯，靠的是自已。\n', 'markdown');
	const { items } = await client.pull('二.md');
	same('Markdown', items.map(one => one.range), [range(2, 4, 6), range(2, 12, 14)]);
	const ask = (where, only) => client.connection.sendRequest(lsp.CodeActionRequest.type, {
		textDocument: { uri: uriOf('二.md') }, range: where, context: { diagnostics: items, ...(only ? { only } : {}) },
	});
	const [fix, ...more] = await ask(range(2, 5, 5), ['quickfix']);
	same('one quick fix', [lsp.CodeAction.is(fix), fix.isPreferred, more.length], [true, true, 0]);
	same('it resolves that finding', fix.diagnostics, [items[0]]);
	same('and edits that place', fix.edit.documentChanges[0].edits, [{ range: range(2, 4, 6), newText: '安装' }]);
	same('nothing where nothing is', await ask(range(0, 0, 1), ['quickfix']), []);
	same('nothing of another kind', await ask(range(0, 0, 99), ['refactor']), []);
	same('fix all, by any of its names', await Promise.all([['source'], ['source.fixAll'], ['source.fixAll.kanlint'], ['source.fixAll.other']].map(async only => (await ask(range(0, 0, 0), only)).map(one => one.kind))),
		[['source.fixAll'], ['source.fixAll'], ['source.fixAll.kanlint'], []]);
	const page = await client.connection.sendRequest(lsp.HoverRequest.type, { textDocument: { uri: uriOf('二.md') }, position: { line: 2, character: 13 } });
	check('the page', page.contents.kind === 'markdown' && page.contents.value.includes('typo_wrong_word'), page);
	same('of that finding', page.range, range(2, 12, 14));
	await client.end();
}

async function workspaces() {
	for (let i = 0; i < 250; i++) {
		write(`site/${i % 10}/${i}.txt`, i % 2 ? '他们按装电梯。\n' : '没有错。\n');
	}
	const client = new Client();
	await client.initialize('site');
	const ask = (more = {}, token = undefined) => client.connection.sendRequest(lsp.WorkspaceDiagnosticRequest.type, { previousResultIds: [], ...more }, token);
	const seen = [];
	const progress = client.connection.onProgress(lsp.WorkDoneProgress.type, 'work', value => seen.push(value));
	const whole = await ask({ workDoneToken: 'work' });
	progress.dispose();
	same('all files', [whole.items.length, whole.items.filter(one => one.items.length === 1).length], [250, 125]);
	same('progress has a beginning and an end', [seen[0].kind, seen.at(-1).kind], ['begin', 'end']);
	check('and only rises', seen.slice(1, -1).length > 10 && seen.slice(1, -1).every((one, i, all) => one.kind === 'report' && one.percentage <= 100 && (i === 0 || one.percentage >= all[i - 1].percentage)), seen);
	const parts = [];
	const partial = client.connection.onProgress(lsp.WorkspaceDiagnosticRequest.partialResult, 'part', value => parts.push(value.items.length));
	same('in parts', [await ask({ partialResultToken: 'part' }), parts], [{ items: [] }, [100, 100, 50]]);
	partial.dispose();
	const previousResultIds = whole.items.map(one => ({ uri: one.uri, value: one.resultId }));
	write('site/1/1.txt', '没有错。\n');
	fs.rmSync(path.join(work, 'site/3/3.txt'));
	await client.open('site/5/5.txt', '靠的是自已。\n');
	const later = (await ask({ previousResultIds })).items.filter(one => one.kind === 'full');
	same('what is new, gone and open', later.map(one => [path.basename(one.uri), one.version, one.items.length]).sort(), [['1.txt', null, 0], ['3.txt', null, 0], ['5.txt', 1, 1]]);
	const source = new lsp.CancellationTokenSource();
	const cancelled = ask({}, source.token).then(() => 'answered', error => error.code);
	source.cancel();
	check('it can be cancelled', [lsp.LSPErrorCodes.RequestCancelled, 'answered'].includes(await cancelled));
	same('and answers again', (await ask()).items.length, 249);
	await client.end();
}

async function configuration() {
	write('house/三.txt', '他们按装电梯。\n');
	const client = new Client();
	await client.initialize('house');
	await until(() => client.registered.length);
	same('it watches its files', client.registered.map(one => one.method), ['workspace/didChangeWatchedFiles']);
	await client.open('house/三.txt', '他们按装电梯。\n');
	const first = await client.pull('house/三.txt');
	write('house/.kanlint.yaml', 'checks:\n  typo_wrong_word: error\n');
	await client.watched('house/.kanlint.yaml', lsp.FileChangeType.Created);
	const second = await client.pull('house/三.txt', first.resultId);
	same('a new configuration makes a new report', [second.kind, second.items?.map(one => one.severity)], ['full', [lsp.DiagnosticSeverity.Error]]);
	same('the client is told to ask again', client.refreshed, 1);
	write('house/.kanlint.yaml', 'checks:\n  typo_wrong_wort: error\n');
	await client.watched('house/.kanlint.yaml', lsp.FileChangeType.Changed);
	await client.pull('house/三.txt', second.resultId);
	await client.pull('house/三.txt');
	check('a wrong one is said once, with its place', client.said.length === 1 && /\.kanlint\.yaml:2:3: .*did you mean “typo_wrong_word”/.test(client.said[0]), client.said);
	fs.rmSync(path.join(work, 'house/.kanlint.yaml'));
	await client.watched('house/.kanlint.yaml', lsp.FileChangeType.Deleted);
	same('and forgotten when it is gone', (await client.pull('house/三.txt')).items.map(one => one.severity), [lsp.DiagnosticSeverity.Warning]);
	await client.watched('house/三.txt', lsp.FileChangeType.Changed);
	same('other files change no configuration', client.refreshed, 3);
	await client.end();
}

async function hostile() {
	const client = new Client({});
	const error = await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: 'x' } }).catch(one => one);
	same('too early', error.code, lsp.ErrorCodes.ServerNotInitialized);
	await client.initialize();
	const answers = await Promise.all([
		['textDocument/diagnostic', {}], ['textDocument/diagnostic', { textDocument: { uri: 7 } }], ['textDocument/diagnostic', { textDocument: [] }],
		['textDocument/diagnostic', []], ['workspace/diagnostic', {}], ['workspace/diagnostic', { previousResultIds: 'all' }],
		['workspace/diagnostic', { previousResultIds: [null, 7, { uri: 'a' }, { uri: 'b', value: 'c' }], workDoneToken: {}, partialResultToken: [] }],
		['textDocument/codeAction', { textDocument: { uri: uriOf('无.txt') }, range: 3, context: [] }], ['no/such', {}],
	].map(([method, params]) => client.connection.sendRequest(method, params).then(result => result?.items ? 'items' : 'result', one => one.code)));
	same('wrong questions', answers, [-32602, -32602, -32602, -32602, 'items', 'items', 'items', 'result', -32601]);
	for (const uri of ['untitled:Untitled-1', 'vscode-notebook-cell:/a.ipynb#W0', 'file:///%E7%A8%BF%00.txt', 'file://host/share/a.txt', 'file:///%zz.txt', '']) {
		await client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text: '按装' } });
		const report = await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
		same(`a document called ${uri || 'nothing'}`, report.items?.map(one => one.range), [range(0, 0, 2)]);
	}
	await client.open('四.txt', '按装');
	await client.change('四.txt', 2, { range: range(0, 1, 1), text: '\u{1F600}' }, { range: range(0, 2, 2), text: '断' }, { range: range(9, 9, 9), text: '\r\n自已' });
	same('an edit inside a pair of surrogates goes before it', (await client.pull('四.txt')).items.map(one => one.range), [range(1, 0, 2)]);
	const many = Array.from({ length: 300 }, (_, i) => client.change('四.txt', 3 + i, { range: range(0, 0, 0), text: '字' }).then(() => client.pull('四.txt')));
	check('many questions at once', (await Promise.all(many)).every(one => one.kind === 'full'));
	same('one that never asked for shutdown', (client.process.stdin.end(), await client.ended), 1);
}

await run('protocol', [pulls, actions, workspaces, configuration, hostile]);
