/* Tasks: one for each folder of the workspace, whose findings the problem matcher reads. */
import * as vscode from 'vscode';

import { commandOf, type Settings } from './command';

const TASK_OPTIONS = ['--quiet', '--column-unit=utf16'];

export class TaskProvider implements vscode.TaskProvider {
	constructor(private readonly settings: () => Settings) {}

	private taskOf(definition: vscode.TaskDefinition, folder: vscode.WorkspaceFolder): vscode.Task {
		const paths: string[] = Array.isArray(definition['paths']) && definition['paths'].length > 0 ? definition['paths'] : ['.'];
		const { command, args } = commandOf(this.settings(), folder.uri.fsPath, TASK_OPTIONS);
		const execution = new vscode.ProcessExecution(command, [...args, '--', ...paths], { cwd: folder.uri.fsPath });
		const task = new vscode.Task(definition, folder, `lint ${paths.join(' ')}`, 'kanlint', execution, '$kanlint');
		task.group = vscode.TaskGroup.Test;
		return task;
	}

	provideTasks(): vscode.Task[] {
		try {
			return (vscode.workspace.workspaceFolders ?? []).map(folder => this.taskOf({ type: 'kanlint' }, folder));
		} catch {
			return []; /* no program: the server's start says so */
		}
	}

	resolveTask(task: vscode.Task): vscode.Task | undefined {
		const folder = typeof task.scope === 'object' ? task.scope : vscode.workspace.workspaceFolders?.[0];
		return folder && this.taskOf(task.definition, folder);
	}
}
