/* The extension: starts “kanlint --lsp” and keeps it in step with the settings. */
import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, RevealOutputChannelOn, type ServerOptions } from 'vscode-languageclient/node';

import { commandOf, type Settings } from './command';
import { TaskProvider } from './task';
import { WorkspaceChanges } from './workspace';

let client: LanguageClient | undefined;
let changes: WorkspaceChanges | undefined;
let output: vscode.OutputChannel;
let turn: Promise<void> = Promise.resolve(); /* one start or stop at a time */

function settings(): Settings & { languages: string[]; workspace: boolean } {
	const all = vscode.workspace.getConfiguration('kanlint');
	return {
		path: all.get('path', 'kanlint'),
		configurationFile: all.get('configurationFile', ''),
		profile: all.get('profile', ''),
		arguments: all.get('arguments', []),
		languages: all.get('languages', ['plaintext', 'markdown']),
		workspace: all.get('workspace', true),
	};
}

function firstFolder(): string | undefined {
	return vscode.workspace.workspaceFolders?.find(folder => folder.uri.scheme === 'file')?.uri.fsPath;
}

function clientOptions(): LanguageClientOptions {
	changes = settings().workspace ? new WorkspaceChanges() : undefined;
	return {
		documentSelector: settings().languages.flatMap(language => [
			{ scheme: 'file', language },
			{ scheme: 'untitled', language },
		]),
		outputChannel: output,
		revealOutputChannelOn: RevealOutputChannelOn.Never,
		diagnosticPullOptions: { onChange: true, onSave: true },
		initializationOptions: { workspaceDiagnostics: changes !== undefined },
		middleware: changes?.middleware ?? {},
	};
}

async function stop(): Promise<void> {
	changes?.dispose();
	changes = undefined;
	const old = client;
	client = undefined;
	await old?.dispose().catch(() => undefined); /* one that never came up, or has died */
}

async function start(): Promise<void> {
	try {
		const folder = firstFolder();
		const run = { ...commandOf(settings(), folder, ['--lsp']), ...(folder ? { options: { cwd: folder } } : {}) };
		const serverOptions: ServerOptions = { run, debug: run };
		client = new LanguageClient('kanlint', 'kanlint', serverOptions, clientOptions());
		await client.start();
	} catch (error) {
		const sentence = error instanceof Error ? error.message : String(error);
		output.appendLine(sentence);
		await stop();
		void vscode.window.showErrorMessage(`kanlint: ${sentence}`, 'Open Settings').then(
			answer => answer && vscode.commands.executeCommand('workbench.action.openSettings', 'kanlint'));
	}
}

function restart(): Promise<void> {
	turn = turn.then(stop).then(start);
	return turn;
}

async function fixAll(): Promise<void> {
	await vscode.commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.kanlint', apply: 'first' });
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
	output = vscode.window.createOutputChannel('kanlint');
	context.subscriptions.push(
		output,
		vscode.commands.registerCommand('kanlint.restart', restart),
		vscode.commands.registerCommand('kanlint.fixAll', fixAll),
		vscode.commands.registerCommand('kanlint.showOutput', () => output.show()),
		vscode.tasks.registerTaskProvider('kanlint', new TaskProvider(settings)),
		vscode.workspace.onDidChangeConfiguration(event => {
			if (event.affectsConfiguration('kanlint') && !event.affectsConfiguration('kanlint.trace')) {
				void restart();
			}
		}),
		vscode.workspace.onDidGrantWorkspaceTrust(() => void restart()),
	);
	await restart();
}

export function deactivate(): Promise<void> {
	turn = turn.then(stop);
	return turn;
}
