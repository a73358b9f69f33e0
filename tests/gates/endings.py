#!/usr/bin/env python3
"""Hooks and editors name the endings of articles themselves: the same ones as the program, in whatever case. Streams are no articles.

usage: tests/gates/endings.py PROGRAM
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

TREE = os.path.realpath(os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", ".."))
sys.path.insert(0, os.path.join(TREE, "tests"))
from tally import Tally  # noqa: E402

PROGRAM = os.path.realpath(sys.argv[1])
WORK = tempfile.TemporaryDirectory()
os.chdir(WORK.name)
tally = Tally("gates/endings")
check = tally.check

# What the program reads as articles, and others that it might.
ENDINGS = set(re.findall(r'reader_name_ends\(str_from\(\w+\), "\.(\w+)"\)', open(os.path.join(TREE, "linter", "input", "input.c"), encoding="utf-8").read()))
OTHERS = {"text", "mkd", "mdown", "rst", "org", "tex", "html", "doc", "txt.bak", "mdx"}
NAMES = {f"文.{form}" for ending in ENDINGS for form in (ending, ending.upper(), ending.capitalize())}
WRONG = {f"文.{ending}" for ending in OTHERS} | {f"文{ending}" for ending in ENDINGS}


def text_of(*path):
    with open(os.path.join(TREE, *path), encoding="utf-8") as file:
        return file.read()


def run(*command):
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en", HOME=WORK.name, GIT_CONFIG_NOSYSTEM="1")
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment).stdout.decode()


def found_in(output):
    return set(re.findall(r"^(?:\./)?(文[^:]*):1:\d+: .*\[punct_bad_ellipsis\]$", output, re.M))


def differ(seen):
    return f"more: {sorted(seen - NAMES)}, less: {sorted(NAMES - seen)}"


def check_pattern(where, pattern):
    seen = {name for name in NAMES | WRONG if re.search(pattern, name)}
    check(f"the pattern of {where}", seen == NAMES, differ(seen))
    named = set(re.search(r"\(([\w|]+)\)\$$", pattern).group(1).split("|"))
    check(f"the endings that {where} names", named == ENDINGS, named)


def check_glob(where, glob):
    """As VS Code reads it: {ONE,OTHER} and [LETTERS]."""
    (words,) = re.fullmatch(r"\*\*/\*\.\{(.*)\}", glob).groups()
    seen = {name for name in NAMES | WRONG if any(re.fullmatch(word, name.split(".", 1)[-1]) for word in words.split(","))}
    check(f"the glob of {where}", seen == NAMES, differ(seen))
    named = {re.sub(r"\[(.).\]", r"\1", word).lower() for word in words.split(",")} - {"yaml", "yml", "tsv"}
    check(f"the endings that {where} names", named == ENDINGS, named)


check("the program's own endings are found", {"txt", "md"} <= ENDINGS, ENDINGS)
for name in NAMES | WRONG:
    with open(name, "w", encoding="utf-8") as article:
        article.write("各单位要落实责任...确保安全。\n")
seen = found_in(run(PROGRAM, "--no-config", "."))
check("kanlint .", seen == NAMES, differ(seen))

# The hook of git, in a repository without a commit.
run("git", "init", "-q")
run("git", "config", "kanlint.program", PROGRAM)
run("git", "config", "kanlint.options", "--no-config")
shutil.copy(os.path.join(TREE, "integrations", "git", "pre-commit"), os.path.join(".git", "hooks", "pre-commit"))
run("git", "add", ".")
seen = found_in(run("git", "-c", "user.name=Tester", "-c", "user.email=tester@example.org", "commit", "-m", "test"))
check("the hook of git", seen == NAMES, differ(seen))
named = set(re.findall(r"':\(icase\)\*\.(\w+)'", text_of("integrations", "git", "pre-commit")))
check("the endings that it names", named == ENDINGS, named)

patterns = re.findall(r"^  files: (.*)$", text_of(".pre-commit-hooks.yaml"), re.M)
check("both hooks of pre-commit have a pattern", len(patterns) == 2, patterns)
for pattern in patterns:
    check_pattern(".pre-commit-hooks.yaml", pattern)
(pattern,) = re.findall(r"BufCreate (\S+)", text_of("editors", "kakoune", "kanlint.kak"))
check("Kakoune's pattern is in capitals too", "(?i)" in pattern, pattern)
check_pattern("Kakoune", "(?i)" + pattern.replace("(?i)", "")) # Python has the switch at the front only
(glob,) = re.findall(r"createFileSystemWatcher\('(.*)'\)", text_of("editors", "vscode", "src", "workspace.ts"))
check_glob("VS Code", glob)

sys.exit(tally.finish())
