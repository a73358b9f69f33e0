#!/usr/bin/env python3
"""Tries the completions in fish and in zsh, which reads keys from a pseudo-terminal. usage: tests/terminal/completions.py PROGRAM"""
import os
import re
import select
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), ".."))
from tally import Tally  # noqa: E402

PROGRAM = os.path.realpath(sys.argv[1])
BUILD = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__)))), "build")
ENVIRONMENT = {"PATH": os.path.dirname(PROGRAM) + ":" + os.environ["PATH"], "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "TERM": "vt100"}
tally = Tally("completions")


def expect(what, holds, shown=""):
    return tally.check(what, holds, repr(shown))


def fish(line):
    """What fish offers for the line, without descriptions."""
    run = subprocess.run(["fish", "-c", f"complete -C '{line}'"], env=ENVIRONMENT, capture_output=True, text=True, timeout=60, check=False)
    expect(f"fish complains of {line}", not run.stderr, run.stderr)
    return [candidate.split("\t")[0] for candidate in run.stdout.splitlines()]


class Zsh:
    """An interactive zsh without anybody's settings."""

    def __init__(self):
        self.pid, self.terminal = os.forkpty()
        if self.pid == 0:
            os.execvpe("zsh", ["zsh", "-f", "-i"], ENVIRONMENT)
        os.write(self.terminal, f"PS1='> '; LISTMAX=1000; unsetopt LIST_BEEP AUTO_MENU; fpath=({BUILD}/completions/zsh $fpath); "
                                "autoload -U compinit; compinit -u -D; stty cols 200; print REA''DY\n".encode())
        self.read_until(lambda text: "READY" in text, 60)

    def read_until(self, wanted, seconds):
        """What comes until WANTED says so, and then until nothing comes for a while."""
        text, end = "", time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.3)[0]:
                text += os.read(self.terminal, 65536).decode("utf-8", "replace")
            elif wanted(text):
                break
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|[\r\x07\x00]", "", text)

    def offers(self, line):
        """The words on the screen after the line and the key for a list."""
        os.write(self.terminal, line.encode() + b"\x04")
        text = self.read_until(lambda text: len(text) > len(line), 20)
        os.write(self.terminal, b"\x15\x0b")
        self.read_until(lambda text: True, 5)
        return text.split()

    def completes(self, line):
        """The line after a tab and a mark."""
        os.write(self.terminal, line.encode() + b"\t")
        self.read_until(lambda text: len(text) >= len(line), 20)
        os.write(self.terminal, b"\x01print -r -- '<\x05>'\n")
        text = self.read_until(lambda text: re.search(r"\n<.*>", text), 20)
        return re.findall(r"^<(.*)>$", text.replace("\r", ""), re.M)[-1:]


def check_fish():
    table = subprocess.run([PROGRAM, "--print-options"], capture_output=True, text=True, check=True).stdout.splitlines()
    names = sorted("--" + row.split("\t")[2] for row in table)
    expect("fish has all options", sorted(fish("kanlint --")) == names, fish("kanlint --"))
    checks = [line.split()[0] for line in subprocess.run([PROGRAM, "--list-checks"], capture_output=True, text=True, check=True).stdout.splitlines()]
    expect("fish has all checks", fish("kanlint --explain ") == checks, fish("kanlint --explain "))
    for line, wanted in [
        ("kanlint --format=js", ["--format=json", "--format=jsonl"]),
        ("kanlint -f js", ["json", "jsonl"]),
        ("kanlint -f sarif:ar", ["sarif:article.txt"]),
        ("kanlint --fail-on ", ["error", "never", "note", "warning"]),
        ("kanlint --select figure_mi", ["figure_miscount", "figure_mixed_numerals"]),
        ("kanlint --select=punct,figure_misc", ["--select=punct,figure_miscount"]),
        ("kanlint --ignore +figure_misc", ["+figure_miscount"]),
        ("kanlint --select punc", None),
        ("kanlint ar", ["article.txt"]),
        ("kanlint --config ar", ["article.txt"]),
    ]:
        found = fish(line)
        expect(f"fish: {line}", "punct" in found and "punct_unpaired" in found if wanted is None else found == wanted, found)


def check_zsh():
    zsh = Zsh()
    for line, wanted in [
        ("kanlint --sho", "kanlint --show-source "),
        ("kanlint --fail-on=war", "kanlint --fail-on=warning "),
        ("kanlint --format sar", "kanlint --format sarif"),
        ("kanlint -f sarif:art", "kanlint -f sarif:article.txt "),
        ("kanlint --format=sarif:art", "kanlint --format=sarif:article.txt "),
        ("kanlint --explain figure_misc", "kanlint --explain figure_miscount "),
        ("kanlint --select=punct,figure_misc", "kanlint --select=punct,figure_miscount"),
        ("kanlint --select +figure_misc", "kanlint --select +figure_miscount"),
        ("kanlint -q -f jun", "kanlint -q -f junit"),
        ("kanlint --config art", "kanlint --config article.txt "),
        ("kanlint art", "kanlint article.txt "),
        ("kanlint -- art", "kanlint -- article.txt "),
    ]:
        found = zsh.completes(line)
        expect(f"zsh: {line}", found and found[0].rstrip() == wanted.rstrip(), found)
    offered = zsh.offers("kanlint --select ")
    expect("zsh offers checks and families", {"punct", "figure", "punct_unpaired", "figure_miscount"} <= set(offered), offered)
    offered = zsh.offers("kanlint --")
    expect("zsh offers options", {"--select", "--show-source", "--statistics", "--lsp"} <= set(offered), offered)
    os.write(zsh.terminal, b"exit\n")
    os.waitpid(zsh.pid, 0)


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.makedirs("settings/fish/completions")
        os.symlink(BUILD + "/completions/fish/kanlint.fish", "settings/fish/completions/kanlint.fish")
        ENVIRONMENT.update(HOME=folder, XDG_CONFIG_HOME=folder + "/settings")
        with open("article.txt", "w") as file:
            file.write("他说……没有再说。\n")
        check_fish()
        check_zsh()
        os.chdir("/")
    return tally.finish()


sys.exit(main())
