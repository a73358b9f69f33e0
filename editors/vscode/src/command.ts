/* How the program is started: from the settings to a command. Knows nothing of VS Code, so that it runs anywhere. */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

export interface Settings {
	path: string;
	configurationFile: string;
	profile: string;
	arguments: string[];
}

export interface Command {
	command: string;
	args: string[];
}

/* `~/x` and `${workspaceFolder}/x` become whole paths; a relative path is one of the folder. */
function expand(name: string, folder: string | undefined): string {
	const home = name === '~' || name.startsWith('~/') ? os.homedir() + name.slice(1) : name;
	const known = home.replaceAll('${workspaceFolder}', folder ?? '.');
	return folder && known.includes('/') && !path.isAbsolute(known) ? path.join(folder, known) : known;
}

function isProgram(file: string): boolean {
	try {
		fs.accessSync(file, fs.constants.X_OK);
		return fs.statSync(file).isFile();
	} catch {
		return false;
	}
}

/* The whole path of a program; undefined where there is none. */
export function findProgram(name: string, searched = process.env.PATH ?? ''): string | undefined {
	if (name.includes('/')) {
		return isProgram(name) ? name : undefined;
	}
	return searched.split(path.delimiter).map(folder => path.join(folder, name)).find(isProgram);
}

/* The program and the options of the settings. Throws a sentence for people where there is no such program. */
export function commandOf(settings: Settings, folder: string | undefined, options: string[]): Command {
	const name = expand(settings.path.trim() || 'kanlint', folder);
	const command = findProgram(name);
	if (!command) {
		throw new Error(`there is no program “${name}”: install kanlint, or name it in the setting kanlint.path`);
	}
	const args = [...options];
	if (settings.configurationFile) {
		const file = expand(settings.configurationFile, folder);
		args.push(`--config=${folder && !path.isAbsolute(file) ? path.join(folder, file) : file}`);
	}
	if (settings.profile) {
		args.push(`--profile=${settings.profile}`);
	}
	return { command, args: [...args, ...settings.arguments] };
}
