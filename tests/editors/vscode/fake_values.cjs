/* The values of the module “vscode” that a language client handles: places, documents, events, actions. */
const { fileURLToPath, pathToFileURL } = require('node:url');

class Position {
	constructor(line, character) {
		Object.assign(this, { line, character });
	}
	isBefore(other) {
		return this.line < other.line || (this.line === other.line && this.character < other.character);
	}
	isAfter(other) {
		return other.isBefore(this);
	}
}

class Range {
	constructor(a, b, c, d) {
		[this.start, this.end] = c === undefined ? [a, b] : [new Position(a, b), new Position(c, d)];
	}
}

class Uri {
	constructor(text) {
		const url = new URL(text);
		Object.assign(this, { text, scheme: url.protocol.slice(0, -1), authority: url.host, path: decodeURIComponent(url.pathname), query: '', fragment: '' });
	}
	static parse(text) {
		return new Uri(text);
	}
	static file(file) {
		return new Uri(pathToFileURL(file).href);
	}
	get fsPath() {
		return this.scheme === 'file' ? fileURLToPath(this.text) : this.path;
	}
	toString() {
		return this.text;
	}
}

class EventEmitter {
	listeners = new Set();
	event = (listener, self, disposables) => {
		const bound = listener.bind(self);
		this.listeners.add(bound);
		const disposable = new Disposable(() => this.listeners.delete(bound));
		disposables?.push(disposable);
		return disposable;
	};
	fire(value) {
		[...this.listeners].forEach(listener => listener(value));
	}
	dispose() {
		this.listeners.clear();
	}
}

class Disposable {
	constructor(call) {
		this.call = call;
	}
	static from(...all) {
		return new Disposable(() => all.forEach(one => one.dispose()));
	}
	dispose() {
		this.call?.();
		this.call = undefined;
	}
}

class CancellationTokenSource {
	emitter = new EventEmitter();
	token = { isCancellationRequested: false, onCancellationRequested: this.emitter.event };
	cancel() {
		this.token.isCancellationRequested = true;
		this.emitter.fire();
	}
	dispose() {
		this.emitter.dispose();
	}
}

class TextDocument {
	constructor(uri, languageId, text) {
		Object.assign(this, { uri, languageId, text, version: 1, isClosed: false, isDirty: false, isUntitled: uri.scheme === 'untitled', fileName: uri.fsPath });
	}
	getText() {
		return this.text;
	}
	offsetAt(position) {
		const lines = this.text.split('\n');
		return lines.slice(0, position.line).reduce((sum, line) => sum + line.length + 1, 0) + position.character;
	}
	textIn(range) {
		return this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
	}
}

class Diagnostic {
	constructor(range, message, severity) {
		Object.assign(this, { range, message, severity });
	}
}

class CodeAction {
	constructor(title, kind) {
		Object.assign(this, { title, kind });
	}
}

class CodeActionKind {
	constructor(value) {
		this.value = value;
	}
	append(part) {
		return new CodeActionKind(this.value ? `${this.value}.${part}` : part);
	}
}
CodeActionKind.Empty = new CodeActionKind('');
CodeActionKind.QuickFix = new CodeActionKind('quickfix');
CodeActionKind.Source = new CodeActionKind('source');
CodeActionKind.SourceFixAll = new CodeActionKind('source.fixAll');

class WorkspaceEdit {
	edits = [];
	set(uri, edits) {
		this.edits.push([uri, edits]);
	}
	replace(uri, range, newText) {
		this.edits.push([uri, [{ range, newText }]]);
	}
}

class Hover {
	constructor(contents, range) {
		Object.assign(this, { contents, range });
	}
}

class MarkdownString {
	constructor(value) {
		this.value = value;
	}
	appendMarkdown(more) {
		this.value = (this.value ?? '') + more;
		return this;
	}
}

class TabInputText {
	constructor(uri) {
		this.uri = uri;
	}
}

class DiagnosticRelatedInformation {
	constructor(location, text) {
		Object.assign(this, { location, message: text });
	}
}

class Location {
	constructor(uri, range) {
		Object.assign(this, { uri, range });
	}
}

class TextEdit {
	constructor(range, newText) {
		Object.assign(this, { range, newText });
	}
	static replace(range, newText) {
		return new TextEdit(range, newText);
	}
}

class RelativePattern {
	constructor(base, pattern) {
		Object.assign(this, { base, pattern });
	}
}

class Task {
	constructor(definition, scope, name, source, execution, problemMatchers) {
		Object.assign(this, { definition, scope, name, source, execution, problemMatchers });
	}
}

class ProcessExecution {
	constructor(process, args, options) {
		Object.assign(this, { process, args, options });
	}
}

module.exports = {
	Position, Range, Uri, EventEmitter, Disposable, CancellationTokenSource, TextDocument, Diagnostic, CodeAction, CodeActionKind,
	WorkspaceEdit, Hover, MarkdownString, TabInputText, DiagnosticRelatedInformation, Location, TextEdit, RelativePattern, Task,
	ProcessExecution,
};
