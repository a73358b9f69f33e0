/*
 * The findings of files that are not open. The language client asks for them again two seconds after each answer; here a question waits until something
 * has changed. It also leaves what it showed of a document when that is closed, though the changes may have been discarded, or the document have been no
 * file: what was closed is shown anew, from the disk.
 */
import * as vscode from 'vscode';
import { type DiagnosticProviderMiddleware, vsdiag } from 'vscode-languageclient/node';

export class WorkspaceChanges implements vscode.Disposable {
	private changed = true;
	private closed = new Map<string, vscode.Uri>();
	private wake: () => void = () => undefined;
	private readonly disposables: vscode.Disposable[] = [];

	constructor() {
		const watcher = vscode.workspace.createFileSystemWatcher('**/*.{[tT][xX][tT],[mM][dD],[mM][aA][rR][kK][dD][oO][wW][nN],yaml,yml,tsv}');
		const note = () => this.note();
		this.disposables.push(
			watcher,
			watcher.onDidChange(note),
			watcher.onDidCreate(note),
			watcher.onDidDelete(note),
			vscode.workspace.onDidChangeWorkspaceFolders(note),
			vscode.workspace.onDidCloseTextDocument(document => {
				this.closed.set(document.uri.toString(), document.uri);
				this.note();
			}),
		);
	}

	private note(): void {
		this.changed = true;
		this.wake();
	}

	dispose(): void {
		this.note();
		this.disposables.forEach(one => one.dispose());
	}

	private async wait(token: vscode.CancellationToken): Promise<void> {
		while (!this.changed && !token.isCancellationRequested) {
			await new Promise<void>(resolve => {
				this.wake = resolve;
				token.onCancellationRequested(() => resolve());
			});
		}
		this.changed &&= token.isCancellationRequested;
	}

	/* Shows nothing of what is closed, until the server's answer says more. */
	private forgetClosed(report: vsdiag.ResultReporter): Map<string, vscode.Uri> {
		const closed = this.closed;
		this.closed = new Map();
		const items = [...closed.values()].map(uri => ({ kind: vsdiag.DocumentDiagnosticReportKind.full as const, uri, version: null, items: [] }));
		if (items.length > 0) {
			report({ items });
		}
		return closed;
	}

	/* For the language client. */
	readonly middleware: DiagnosticProviderMiddleware = {
		provideWorkspaceDiagnostics: async (resultIds, token, report, next) => {
			await this.wait(token);
			if (token.isCancellationRequested) {
				return { items: [] };
			}
			const closed = this.forgetClosed(report);
			return next(resultIds.filter(one => !closed.has(String(one.uri))), token, report);
		},
	};
}
