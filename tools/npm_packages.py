#!/usr/bin/env python3
"""Makes the folders of the npm packages, ready for npm pack. usage: tools/npm_packages.py BUILD FOLDER

BUILD is where make static put the program. FOLDER/kanlint is the package that users install, FOLDER/platform the one of this machine.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

TREE = pathlib.Path(__file__).resolve().parent.parent
CPUS = {'x86_64': 'x64', 'aarch64': 'arm64'}

# What is linked in, and the Debian package whose copyright file says its licence.
LIBRARIES = {
    'glibc': 'libc6-dev',
    'utf8proc': 'libutf8proc-dev',
    'libyaml': 'libyaml-dev',
    'md4c': 'libmd4c-dev',
    'pcre2': 'libpcre2-dev',
    'cjson': 'libcjson-dev',
    'zlib': 'zlib1g-dev',
    'zstd': 'libzstd-dev',
    'xxhash': 'libxxhash-dev',
}


def version():
    """The version of the program."""
    text = (TREE / 'linter/version_p.h').read_text(encoding='utf-8')
    return re.search(r'KANLINT_VERSION "([^"]+)"', text).group(1)


def write_package(folder, **fields):
    """The package.json of a folder, with these fields over the ones that it has."""
    path = folder / 'package.json'
    content = {**json.loads(path.read_text(encoding='utf-8')), **fields}
    path.write_text(json.dumps(content, ensure_ascii=False, indent='\t') + '\n', encoding='utf-8')


def make_main(folder, platform):
    """The package that users install."""
    shutil.copytree(TREE / 'packages/npm/kanlint', folder)
    shutil.copy(TREE / 'LICENSE', folder)
    (folder / 'bin/kanlint.js').chmod(0o755)
    write_package(folder, version=version(), optionalDependencies={f'@kanlint/{platform}': version()})


def make_platform(folder, platform, build):
    """The package with the program."""
    shutil.copytree(TREE / 'packages/npm/platform', folder)
    shutil.copy(TREE / 'LICENSE', folder)
    for name in ('bin', 'share/kanlint', 'share/doc/kanlint/licenses'):
        (folder / name).mkdir(parents=True)
    subprocess.run(['strip', '-o', folder / 'bin/kanlint', build / 'kanlint'], check=True)
    (folder / 'bin/kanlint').chmod(0o755)
    shutil.copy(build / 'kanlint.dat', folder / 'share/kanlint')
    shutil.copytree(build / 'locale', folder / 'share/locale')
    for library, package in LIBRARIES.items():
        shutil.copy(f'/usr/share/doc/{package}/copyright', folder / f'share/doc/kanlint/licenses/{library}')
    system, cpu = platform.split('-')
    write_package(folder, name=f'@kanlint/{platform}', version=version(), os=[system], cpu=[cpu])


def main(build, folder):
    """Makes both, anew."""
    machine = os.uname().machine
    if machine not in CPUS:
        sys.exit(f'npm_packages: no name for a machine {machine}')
    platform = f'linux-{CPUS[machine]}'
    shutil.rmtree(folder, ignore_errors=True)
    make_main(folder / 'kanlint', platform)
    make_platform(folder / 'platform', platform, build)


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
