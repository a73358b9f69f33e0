#!/usr/bin/env python3
"""Runs a program in a terminal (tmux) and draws what it shows as SVG.

usage: tests/editors/screen.py OUT.svg COLUMNSxROWS TEXT -- PROGRAM ARGUMENT...

The picture is taken once TEXT is on the screen and the screen rests; after 20 seconds that is an error.
"""
import html
import os
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

CELL, LINE, PAD = 8, 19, 12
FOREGROUND, BACKGROUND = "#d4d4d4", "#1e1e1e"
COLOURS = ["#1e1e1e", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d4d4d4"]
BRIGHT = ["#7f848e", "#ff7b86", "#b5e890", "#ffd700", "#7cc4ff", "#e58fff", "#6fdde8", "#ffffff"]


def colour_of(index):
    """The colour of xterm's table of 256."""
    if index < 8:
        return COLOURS[index]
    if index < 16:
        return BRIGHT[index - 8]
    if index >= 232:
        return "#" + f"{8 + 10 * (index - 232):02x}" * 3
    level = [0, 95, 135, 175, 215, 255]
    index -= 16
    return "#%02x%02x%02x" % (level[index // 36], level[index // 6 % 6], level[index % 6])


def apply_sgr(style, parameters):
    """A sequence “ESC [ parameters m”, on a style."""
    items = parameters.split(";") if parameters else ["0"]
    while items:
        item = items.pop(0)
        number = int(item.split(":")[0] or 0)
        if number == 0:
            style = {}
        elif number in (1, 3, 7):
            style = dict(style, **{{1: "bold", 3: "italic", 7: "reverse"}[number]: True})
        elif number == 4:
            style = dict(style, under=not item.endswith(":0"))
        elif number == 24:
            style = dict(style, under=False)
        elif 30 <= number <= 37 or 90 <= number <= 97:
            style = dict(style, fill=colour_of(number - 30 if number < 90 else number - 82))
        elif 40 <= number <= 47:
            style = dict(style, back=colour_of(number - 40))
        elif number in (39, 49):
            style = {key: value for key, value in style.items() if key != ("fill" if number == 39 else "back")}
        elif number in (38, 48, 58):
            key = {38: "fill", 48: "back", 58: "line"}[number]
            if items and items[0] == "5":
                style = dict(style, **{key: colour_of(int(items[1]))})
                items = items[2:]
            elif items and items[0] == "2":
                style = dict(style, **{key: "#%02x%02x%02x" % tuple(int(item) for item in items[1:4])})
                items = items[4:]
    return style


def width_of(character):
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def runs_of(line, style):
    """A line as (column, cells, text, style, width), split where the style or the width of a character changes; and the style that goes on."""
    runs, column = [], 0
    for part in re.split(r"(\x1b\[[0-9;:]*m)", line):
        if part.startswith("\x1b"):
            style = apply_sgr(style, part[2:-1])
            continue
        for character in part:
            width = width_of(character)
            if runs and runs[-1][3] == style and runs[-1][4] == width:
                runs[-1][1] += width
                runs[-1][2] += character
            else:
                runs.append([column, width, character, style, width])
            column += width
    return runs, style


def draw_run(row, column, cells, text, style, width):
    fill, back = style.get("fill", FOREGROUND), style.get("back")
    if style.get("reverse"):
        fill, back = back or BACKGROUND, fill
    x, y = PAD + column * CELL, PAD + row * LINE
    out = []
    if back:
        out.append(f'<rect x="{x}" y="{y}" width="{cells * CELL}" height="{LINE}" fill="{back}"/>')
    if text.strip():
        size = f' font-size="{2 * CELL}"' if width == 2 else ""
        looks = "".join(f' {name}="{value}"' for name, value, key in (("font-weight", "bold", "bold"), ("font-style", "italic", "italic")) if style.get(key))
        out.append(f'<text x="{x}" y="{y + 14}" fill="{fill}"{looks}{size} textLength="{cells * CELL}">{html.escape(text, quote=False)}</text>')
    if style.get("under"):
        wave = "".join(f"q2,{-3 if step % 2 else 3} 4,0" for step in range(cells * CELL // 4))
        out.append(f'<path class="under" d="M{x},{y + 17}{wave}" fill="none" stroke="{style.get("line", fill)}"/>')
    return out


def draw(lines, columns):
    width, height = columns * CELL + 2 * PAD, len(lines) * LINE + 2 * PAD
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" xml:space="preserve"'
           f' font-family="monospace, \'Noto Sans Mono CJK SC\', \'Noto Sans CJK SC\'" font-size="13.3">',
           f'<rect width="{width}" height="{height}" rx="6" fill="{BACKGROUND}"/>']
    style = {}
    for row, line in enumerate(lines):
        runs, style = runs_of(line, style)
        for run in runs:
            out += draw_run(row, *run)
    return "\n".join(out + ["</svg>", ""])


class Terminal:
    def __init__(self, columns, rows, command):
        self.socket = tempfile.mkdtemp(prefix="kanlint-screen-")
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows), "--", *command)
        self.tmux("set-option", "-g", "status", "off")

    def tmux(self, *arguments):
        return subprocess.run(["tmux", "-u", "-S", os.path.join(self.socket, "s"), *arguments], check=True, capture_output=True, timeout=20).stdout.decode()

    def capture(self):
        return self.tmux("capture-pane", "-e", "-p", "-t", ":0")

    def settled(self, text):
        """The screen once TEXT is on it and it was the same for half a second."""
        end, last = time.monotonic() + 20, ""
        while time.monotonic() < end:
            time.sleep(0.5)
            seen = self.capture()
            if seen == last and text in re.sub(r"\x1b\[[0-9;:]*m", "", seen):
                return seen
            last = seen
        sys.exit(f"screen.py: no “{text}” on the screen after 20 seconds:\n{last}")

    def end(self):
        subprocess.run(["tmux", "-S", os.path.join(self.socket, "s"), "kill-server"], check=False, capture_output=True, timeout=20)
        os.path.exists(os.path.join(self.socket, "s")) and os.remove(os.path.join(self.socket, "s"))
        os.rmdir(self.socket)


def main():
    if len(sys.argv) < 6 or sys.argv[4] != "--" or not re.fullmatch(r"\d+x\d+", sys.argv[2]):
        sys.exit(__doc__.strip())
    columns, rows = (int(number) for number in sys.argv[2].split("x"))
    terminal = Terminal(columns, rows, sys.argv[5:])
    try:
        seen = terminal.settled(sys.argv[3])
    finally:
        terminal.end()
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        file.write(draw(seen.rstrip("\n").split("\n"), columns))


if __name__ == "__main__":
    main()
