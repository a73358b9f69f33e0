/*
 * As much of the module “vscode” as a language client needs, so that the extension runs under node: documents that are typed into, settings, files that
 * are watched, and tables of what was registered. `editor` is the test's hand on it.
 */
const values = require('./fake_values.cjs');

const { CancellationTokenSource, Disposable, EventEmitter, TabInputText, TextDocument, Uri } = values;

const events = {};
function event(name) {
	events[name] ??= new EventEmitter();
	return events[name].event;
}

const editor = {
	settings: {}, defaults: {}, commands: {}, providers: {}, collections: [], watchers: [], messages: [], output: [], tasks: {}, executed: [],

	async open(uri, languageId, text) {
		const document = new TextDocument(typeof uri === 'string' ? Uri.parse(uri) : uri, languageId, text);
		vscode.workspace.textDocuments.push(document);
		const tab = { input: new TabInputText(document.uri), isActive: true };
		vscode.window.tabGroups.all[0].tabs.push(tab);
		vscode.window.activeTextEditor = { document };
		events.onDidOpenTextDocument.fire(document);
		events.onDidChangeActiveTextEditor?.fire(vscode.window.activeTextEditor);
		events.onDidChangeTabs?.fire({ opened: [tab], closed: [], changed: [] });
		return document;
	},
	type(document, range, text) {
		const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
		document.text = document.text.slice(0, from) + text + document.text.slice(to);
		document.version++;
		document.isDirty = true;
		events.onDidChangeTextDocument.fire({ document, contentChanges: [{ range, rangeOffset: from, rangeLength: to - from, text }] });
	},
	close(document) {
		vscode.workspace.textDocuments.splice(vscode.workspace.textDocuments.indexOf(document), 1);
		const { tabs } = vscode.window.tabGroups.all[0];
		const closed = tabs.splice(tabs.findIndex(tab => tab.input.uri.toString() === document.uri.toString()), 1);
		document.isClosed = true;
		events.onDidCloseTextDocument.fire(document);
		events.onDidChangeTabs?.fire({ opened: [], closed, changed: [] });
	},
	/* Applies a WorkspaceEdit of an action to open documents, from the end so that places hold. */
	apply(edit) {
		for (const [uri, edits] of edit.edits) {
			const document = vscode.workspace.textDocuments.find(one => one.uri.toString() === uri.toString());
			[...edits].sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start)).forEach(one => editor.type(document, one.range, one.newText));
		}
	},
	/* KIND: Create, Change or Delete. */
	touched(uri, kind) {
		editor.watchers.filter(one => one.pattern.test(uri.path)).forEach(one => one[kind].fire(uri));
	},
	set(name, value) {
		editor.settings[name] = value;
		events.onDidChangeConfiguration.fire({ affectsConfiguration: section => name === section || name.startsWith(`${section}.`) });
	},
	/* What the Problems view shows of a document: of all collections. */
	problems(uri) {
		return editor.collections.flatMap(one => one.get(uri) ?? []);
	},
	/* All providers of a kind that match the document. */
	ask(kind, method, document, ...more) {
		const { token } = new CancellationTokenSource();
		return Promise.all((editor.providers[kind] ?? []).filter(one => vscode.languages.match(one.selector, document) > 0)
			.map(one => one.provider[method](document, ...more, token))).then(all => all.flat().filter(Boolean));
	},
};

function globExpression(glob) {
	const text = typeof glob === 'string' ? glob : glob.pattern;
	const body = text.replace(/[.+^$()|]/g, '\\$&').replace(/\{([^}]*)\}/g, (_, inner) => `(?:${inner.replaceAll(',', '|')})`)
		.replaceAll('**/', '\u0001').replaceAll('*', '[^/]*').replaceAll('\u0001', '(?:.*/)?');
	return new RegExp(`^(?:.*/)?${body}$`);
}

function register(kind) {
	return (selector, provider) => {
		const one = { selector, provider };
		(editor.providers[kind] ??= []).push(one);
		return new Disposable(() => editor.providers[kind].splice(editor.providers[kind].indexOf(one), 1));
	};
}

function collection(name) {
	const items = new Map();
	const one = {
		name,
		set: (uri, diagnostics) => void items.set(uri.toString(), diagnostics ?? []),
		get: uri => items.get(uri.toString()),
		has: uri => items.has(uri.toString()),
		delete: uri => void items.delete(uri.toString()),
		clear: () => items.clear(),
		dispose: () => items.clear(),
		keys: () => [...items.keys()],
	};
	editor.collections.push(one);
	return one;
}

function message(severity) {
	return async text => void editor.messages.push(`${severity}: ${text}`);
}

const known = {
	...values,
	editor,
	version: '1.82.0',
	CancellationError: Error,
	DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
	DiagnosticTag: { Unnecessary: 1, Deprecated: 2 },
	TaskGroup: { Test: {} },
	CodeActionTriggerKind: { Invoke: 1, Automatic: 2 },
	FileType: { File: 1, Directory: 2 },
	ProgressLocation: { Window: 10 },
	TextDocumentSaveReason: { Manual: 1 },
	commands: {
		registerCommand: (name, call) => {
			editor.commands[name] = call;
			return new Disposable(() => delete editor.commands[name]);
		},
		executeCommand: async (name, ...parameters) => {
			editor.executed.push([name, ...parameters]);
			return editor.commands[name]?.(...parameters);
		},
	},
	env: { language: 'en', appName: 'fake', openExternal: async () => true },
	extensions: { getExtension: () => undefined, all: [] },
	languages: {
		match: (selector, document) => [selector].flat().some(one => typeof one === 'string' ? one === document.languageId
			: (!one.language || one.language === document.languageId) && (!one.scheme || one.scheme === document.uri.scheme)) ? 10 : 0,
		createDiagnosticCollection: collection,
		registerHoverProvider: register('hover'),
		registerCodeActionsProvider: register('codeAction'),
	},
	tasks: {
		registerTaskProvider: (name, provider) => {
			editor.tasks[name] = provider;
			return new Disposable(() => delete editor.tasks[name]);
		},
	},
	window: {
		tabGroups: { all: [{ tabs: [] }], onDidChangeTabs: event('onDidChangeTabs'), onDidChangeTabGroups: event('onDidChangeTabGroups') },
		visibleTextEditors: [],
		activeTextEditor: undefined,
		onDidChangeActiveTextEditor: event('onDidChangeActiveTextEditor'),
		createOutputChannel: () => ({
			name: 'kanlint', append: text => void editor.output.push(text), appendLine: text => void editor.output.push(text), show: () => void editor.output.push('shown'),
			clear() {}, dispose() {}, hide() {}, replace() {},
		}),
		showErrorMessage: message('error'), showWarningMessage: message('warning'), showInformationMessage: message('information'),
		withProgress: (_, task) => task({ report() {} }, new CancellationTokenSource().token),
	},
	workspace: {
		textDocuments: [], workspaceFolders: undefined, isTrusted: true, notebookDocuments: [],
		applyEdit: async edit => (editor.apply(edit), true),
		getConfiguration: section => {
			const get = (key, otherwise) => editor.settings[`${section}.${key}`] ?? editor.defaults[`${section}.${key}`] ?? otherwise;
			return { get, has: key => get(key) !== undefined, inspect: () => undefined };
		},
		getWorkspaceFolder: uri => vscode.workspace.workspaceFolders?.find(one => uri.path.startsWith(`${one.uri.path}/`)),
		createFileSystemWatcher: pattern => {
			const [Create, Change, Delete] = [new EventEmitter(), new EventEmitter(), new EventEmitter()];
			const watcher = { pattern: globExpression(pattern), Create, Change, Delete };
			editor.watchers.push(watcher);
			return {
				onDidCreate: Create.event, onDidChange: Change.event, onDidDelete: Delete.event,
				dispose: () => editor.watchers.splice(editor.watchers.indexOf(watcher), 1),
			};
		},
	},
};
for (const name of ['OpenTextDocument', 'CloseTextDocument', 'ChangeTextDocument', 'SaveTextDocument', 'ChangeConfiguration', 'ChangeWorkspaceFolders',
	'GrantWorkspaceTrust', 'CreateFiles', 'RenameFiles', 'DeleteFiles', 'OpenNotebookDocument', 'CloseNotebookDocument', 'ChangeNotebookDocument', 'SaveNotebookDocument']) {
	known.workspace[`onDid${name}`] = event(`onDid${name}`);
}
for (const name of ['SaveTextDocument', 'CreateFiles', 'RenameFiles', 'DeleteFiles', 'SaveNotebookDocument']) {
	known.workspace[`onWill${name}`] = event(`onWill${name}`);
}

/* Classes that the library only derives from or names are made when they are asked for; another function that is missing is an error. */
const vscode = new Proxy(known, {
	get: (target, name) => {
		if (!(name in target) && typeof name === 'string' && /^[A-Z]/.test(name)) {
			target[name] = class {};
		}
		return target[name];
	},
});
module.exports = vscode;
