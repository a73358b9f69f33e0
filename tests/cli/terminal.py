#!/usr/bin/env python3
"""What a person at a terminal sees: colours, widths, progress, pages. usage: tests/cli/terminal.py PROGRAM"""
import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unicodedata

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), ".."))
from tally import Tally  # noqa: E402

PROGRAM = sys.argv[1]
PLAIN = {"LC_ALL": "C.UTF-8", "LANGUAGE": "en", "TERM": "xterm", "PATH": os.environ["PATH"]}
ESCAPES = re.compile(r"\x1b\[[0-9;]*[mK]|\x1b\]8;;[^\x1b]*\x1b\\|\r")
tally = Tally("terminal")


def expect(what, holds, shown=""):
    return tally.check(what, holds, repr(shown))


class Terminal:
    """A pseudo-terminal of some columns; what is written to it is gathered with the time it came."""

    def __init__(self, columns):
        self.master, self.slave = os.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.pieces = []

    def read(self, until):
        """Until it is closed, or UNTIL has come."""
        while time.monotonic() < until:
            if not select.select([self.master], [], [], 0.05)[0]:
                continue
            try:
                piece = os.read(self.master, 65536)
            except OSError:
                return
            if not piece:
                return
            self.pieces.append(piece)

    def text(self):
        return b"".join(self.pieces).decode("utf-8", "replace").replace("\r\n", "\n")


def run(*arguments, columns=80, environment=(), stdout=True, stderr=True, feed=None, slow=0.0):
    """Runs the program with its streams on a terminal, or in pipes; returns status, what the terminal had, what the pipe of stdout had.
    FEED is its standard input, that ends SLOW seconds later."""
    terminal = Terminal(columns)
    process = subprocess.Popen(
        [PROGRAM, *arguments],
        stdin=subprocess.PIPE,
        stdout=terminal.slave if stdout else subprocess.PIPE,
        stderr=terminal.slave if stderr else subprocess.PIPE,
        env={**PLAIN, **dict(environment)},
    )
    os.close(terminal.slave)
    if feed is not None:
        process.stdin.write(feed)
        process.stdin.flush()
        if stdout or stderr:
            terminal.read(time.monotonic() + slow)
        else:
            time.sleep(slow)
    process.stdin.close()
    if stdout or stderr:
        terminal.read(time.monotonic() + 30)
    piped = process.stdout.read().decode() if process.stdout else ""
    errors = process.stderr.read().decode() if process.stderr else ""
    status = process.wait(30)
    os.close(terminal.master)
    return status, terminal.text(), piped + errors


def cells(text):
    """Of text without clusters: that terminals differ in."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in ESCAPES.sub("", text))


def check_colours():
    lint = ["--no-config", "--select=punct_bad_ellipsis", "--show-source", "bad.txt"]
    _, plain, _ = run(*lint, environment={"NO_COLOR": "1"})
    expect("NO_COLOR", "\x1b" not in plain and "bad.txt:1:3: warning: " in plain, plain)
    status, shown, _ = run(*lint)
    expect("the severity has its colour", "\x1b[1;35mwarning:\x1b[0m" in shown and status == 1, shown)
    expect("the place is bold", "\x1b[1mbad.txt:1:3:\x1b[0m" in shown, shown)
    expect("the region and the caret have the colour", "他说\x1b[1;35m...\x1b[0m" in shown and "\x1b[1;35m^~~\x1b[0m" in shown, shown)
    expect("colours change no text", ESCAPES.sub("", shown) == plain, shown)
    for name, variables, wanted in [
        ("NO_COLOR that is empty", {"NO_COLOR": ""}, True),
        ("CLICOLOR=0", {"CLICOLOR": "0"}, False),
        ("TERM=dumb", {"TERM": "dumb"}, False),
        ("no TERM", {"TERM": ""}, False),
        ("NO_COLOR before CLICOLOR_FORCE", {"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, False),
    ]:
        _, shown, _ = run(*lint, environment=variables)
        expect(name, ("\x1b[" in shown) == wanted, shown)
    for name, arguments, variables, wanted in [
        ("a pipe", [], {}, False),
        ("a pipe, forced", [], {"CLICOLOR_FORCE": "1"}, True),
        ("a pipe, forced otherwise", [], {"FORCE_COLOR": "1"}, True),
        ("a pipe, not forced", [], {"CLICOLOR_FORCE": "0"}, False),
        ("a pipe, --color=always", ["--color=always"], {"NO_COLOR": "1"}, True),
        ("a pipe, --color=never", ["--color=never"], {"CLICOLOR_FORCE": "1"}, False),
    ]:
        _, _, piped = run(*lint, *arguments, environment=variables, stdout=False)
        expect(name, ("\x1b[" in piped) == wanted, piped)
    _, shown, _ = run(*lint, "--color=never")
    expect("--color=never on a terminal", "\x1b" not in shown, shown)
    run(*lint, "--color=auto", "-f", "gcc:report.txt", "-f", "json")
    expect("a file has no colours", b"\x1b" not in open("report.txt", "rb").read())
    _, shown, _ = run("--no-config", "--select=punct_bad_ellipsis", "--diff", "bad.txt")
    expect("--diff", "\x1b[31m-他说...没有再说。\x1b[0m\n\x1b[32m+他说……没有再说。\x1b[0m\n" in shown, shown)
    _, _, piped = run("--no-config", "--select=punct_bad_ellipsis", "--diff", "bad.txt", stdout=False)
    expect("--diff in a pipe", "\x1b" not in piped and "\n+他说……没有再说。\n" in piped, piped)
    for variable in ("CLICOLOR_FORCE", "FORCE_COLOR"):
        _, _, piped = run("--no-config", "--select=punct_bad_ellipsis", "--diff", "bad.txt", stdout=False, environment={variable: "1"})
        expect(f"a patch with {variable}", "\x1b" not in piped and "\n+他说……没有再说。\n" in piped, piped)


def check_links():
    lint = ["--no-config", "--select=punct_bad_ellipsis", "新 闻.txt"]
    _, shown, _ = run(*lint)
    expect("links unasked", "\x1b]8" not in shown, shown)
    _, shown, _ = run(*lint, "--hyperlinks=auto")
    folder = "".join(c if c.isalnum() or c in "-._~/" else "".join(f"%{b:02X}" for b in c.encode()) for c in os.path.realpath("."))
    link = f"\x1b]8;;file://{os.uname().nodename}{folder}/%E6%96%B0%20%E9%97%BB.txt\x1b\\"
    expect("a link", link + "新 闻.txt:1:3:\x1b]8;;\x1b\\" in shown, shown)
    _, _, piped = run(*lint, "--hyperlinks=auto", stdout=False)
    expect("links in a pipe", "\x1b]8" not in piped, piped)


def check_widths():
    with open("long.txt", "w") as file:
        file.write("这是很长的一行文字，" * 40 + "他说...没有再说。" + "后面还有很多文字，" * 40 + "完了。\n")
    for columns in (40, 60, 80, 131):
        _, shown, _ = run("--no-config", "--select=punct_bad_ellipsis", "--show-source", "--color=never", "long.txt", columns=columns)
        lines = shown.split("\n")
        expect(f"a line of {columns} columns", columns - 4 <= cells(lines[1]) <= columns, lines[1])
        expect(f"the caret of {columns} columns", cells(lines[1][: lines[1].index("...")]) == lines[2].index("^"), shown)
        expect("both ends are cut", lines[1].startswith("    1 | …") and lines[1].endswith("…"), lines[1])
        _, shown, _ = run("--help", columns=columns)
        expect(f"--help in {columns} columns", max(cells(line) for line in shown.split("\n")) <= max(columns, 52), shown)
        _, shown, _ = run("--explain", "punct_halfwidth", columns=columns)
        widest = max(cells(line) for line in shown.split("\n"))
        expect(f"--explain in {columns} columns is {widest} wide", widest <= columns, shown)
    with open("marks.txt", "w") as file:
        file.write("“①”说...没有再说。\n")
    for variables, wanted in [
        ({}, 6),
        ({"LC_ALL": "zh_CN.UTF-8"}, 9),
        ({"LC_ALL": "zh_CN.UTF-8", "VTE_VERSION": "7002"}, 6),
        ({"LC_ALL": "zh_TW.UTF-8", "TERM_PROGRAM": "vscode"}, 6),
        ({"LC_ALL": "zh_TW.UTF-8", "TMUX": "/tmp/x", "TERM": "dumb"}, 9),
        ({"LC_ALL": "zh_CN.UTF-8", "TMUX": "/tmp/x", "KANLINT_AMBIGUOUS_WIDTH": "2"}, 9),
    ]:
        _, shown, _ = run("--no-config", "--select=punct_bad_ellipsis", "--column-unit=display", "--color=never", "marks.txt", environment=variables)
        expect(f"the column with {variables} is not {wanted}", shown.startswith(f"marks.txt:1:{wanted}: "), shown)


def check_pages():
    _, shown, _ = run("--explain", "punct_halfwidth")
    expect("a page", shown.startswith("\x1b[1mpunct_halfwidth\x1b[0m\n") and "```" not in shown and "`" not in shown, shown)
    expect("a wrong example is red, a right one green", "\x1b[31m│\x1b[0m 讲座" in shown and "\x1b[32m│\x1b[0m 讲座" in shown, shown)
    _, plain, _ = run("--explain", "punct_halfwidth", "--color=never")
    expect("a page without colours", "\x1b" not in plain and ESCAPES.sub("", shown) == plain, plain)
    _, _, piped = run("--explain", "punct_halfwidth", stdout=False)
    expect("a page in a pipe is Markdown", piped.startswith("# punct_halfwidth\n") and "```text wrong\n" in piped, piped)
    names = [line.split()[0] for line in run("--list-checks", stdout=False)[2].splitlines()]
    for name in names:
        _, shown, _ = run("--explain", name, "--color=never")
        expect(f"the page of {name} has marks of Markdown", not re.search(r"^#|```|\]\(|^\|", shown, re.M), shown)
    status, shown, _ = run("--explain", "punct_halfwidht")
    expect("an unknown name", status == 2 and "did you mean “punct_halfwidth”?" in shown, shown)


def check_progress():
    text = "他说...没有再说。\n".encode()
    lint = ["--no-config", "--select=punct_bad_ellipsis", "-", "bad.txt"]
    status, shown, _ = run(*lint, feed=text, slow=1.6)
    expect("progress", "\r\x1b[Kkanlint: 0 of 2 files, 0 findings: -" in shown and status == 1, shown)
    expect("progress stays", shown.rfind("\x1b[K") > shown.rfind("kanlint:"), shown)
    screen = re.sub(r"[^\n]*\r\x1b\[K", "", shown)
    expect("progress and findings are mixed", ESCAPES.sub("", screen).count("\n") == 2 and screen.startswith("\x1b[1m-:1:3:"), screen)
    _, shown, piped = run(*lint, feed=text, slow=1.6, stdout=False)
    expect("progress where the findings go into a pipe", "0 of 2 files" in shown and shown.endswith("\r\x1b[K") and "\x1b" not in piped, (shown, piped))
    _, shown, piped = run(*lint, feed=text, slow=1.6, stdout=False, stderr=False)
    expect("progress in a pipe", "of 2 files" not in piped and "\x1b" not in piped, piped)
    for name, arguments, variables in [
        ("--quiet", ["--quiet"], {}),
        ("--progress=never", ["--progress=never"], {}),
        ("TERM=dumb", [], {"TERM": "dumb"}),
        ("JSON beside it", ["-f", "json"], {}),
    ]:
        _, shown, _ = run(*lint, *arguments, feed=text, slow=1.6, environment=variables)
        expect(f"progress with {name}", "of 2 files" not in shown, shown)
    _, shown, _ = run(*lint, feed=text, slow=0.2)
    expect("progress of a short run", "of 2 files" not in shown, shown)
    _, shown, _ = run("--no-config", "--stdin-filename=" + "很长的文件夹/" * 20 + "稿件.txt", "-", feed=text, slow=1.3, columns=60)
    line = shown[shown.index("kanlint:") : shown.index("稿件.txt") + len("稿件.txt")]
    expect(f"progress is {cells(line)} wide", cells(line) < 60 and "…" in line, line)


def has_terminals():
    """Some containers have none."""
    try:
        for end in os.openpty():
            os.close(end)
    except OSError:
        return False
    return True


def main():
    if not has_terminals():
        print("terminal: NOT RUN, this machine has no pseudo-terminals (is /dev/pts mounted?)")
        return False
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for name in ("bad.txt", "新 闻.txt"):
            with open(name, "w") as file:
                file.write("他说...没有再说。\n")
        for check in (check_colours, check_links, check_widths, check_pages, check_progress):
            check()
        os.chdir("/")
    return tally.finish()


sys.exit(main())
