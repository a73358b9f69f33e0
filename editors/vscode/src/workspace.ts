/*
 * The findings of files that are not open. The language client asks for them again two seconds after each answer; a question goes to the server only
 * after something has changed.
 */
import * as vscode from 'vscode';
import type { DiagnosticProviderMiddleware } from 'vscode-languageclient';

export class WorkspaceChanges implements vscode.Disposable {
	private changed = true;
	private wake: () => void = () => undefined;
	private readonly disposables: vscode.Disposable[] = [];

	constructor() {
		const watcher = vscode.workspace.createFileSystemWatcher('**/*.{txt,md,markdown,yaml,yml,tsv}');
		const note = () => this.note();
		this.disposables.push(
			watcher,
			watcher.onDidChange(note),
			watcher.onDidCreate(note),
			watcher.onDidDelete(note),
			vscode.workspace.onDidChangeWorkspaceFolders(note),
		);
	}

	note(): void {
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
		this.changed = false;
	}

	/* For the language client. */
	readonly middleware: DiagnosticProviderMiddleware = {
		provideWorkspaceDiagnostics: async (resultIds, token, reporter, next) => {
			await this.wait(token);
			return token.isCancellationRequested ? { items: [] } : next(resultIds, token, reporter);
		},
	};
}
