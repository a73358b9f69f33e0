#!/usr/bin/env python3
"""Counts the instructions of kanlint on the made text of 1 MB, and fails where they are more than the committed figures allow.

Clock times are noisy, instructions are not; but they depend on the text, on the processor and on how the program was built. So the text
is known by its sum, the program is built without the copies of functions for newer processors (tests/bench.mk), and a machine
of another architecture is told that there are no figures for it.

usage: guard.py PROGRAM INPUT FIGURES [--bless]
"""
import platform
import sys
import zlib

from measure import instructions, table

ALLOWED = 1.10
RUNS = {"start": "empty.txt", "hans": "hans.txt", "hant": "hant.txt", "articles": "articles"}


def read_figures(path):
    figures = {}
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.startswith("#") or not line.strip():
                continue
            words = line.split()
            if len(words) != 2 or not words[1].isdigit():
                sys.exit(f"{path}:{number}: is not a name and a figure")
            figures[words[0]] = int(words[1])
    return figures


def write_figures(path, figures):
    with open(path, "w", encoding="utf-8") as file:
        file.write("# Instructions of kanlint on the made text: make bench-guard BLESS=1 writes them. text is the sum of what was read.\n")
        file.writelines(f"{name} {figure}\n" for name, figure in figures.items())


def text_sum(folder):
    total = 0
    for name in ("hans", "hant"):
        with open(f"{folder}/{name}.txt", "rb") as file:
            total = zlib.crc32(file.read(), total)
    return total


def main():
    program, folder, path = sys.argv[1:4]
    bless = "--bless" in sys.argv[4:]
    if platform.machine() != "x86_64":
        print(f"bench-guard: not judged: the figures are of x86_64, this is {platform.machine()}")
        return 0
    open(f"{folder}/empty.txt", "wb").close()
    figures = {"text": text_sum(folder)}
    committed = figures if bless else read_figures(path)
    if committed.get("text") != figures["text"]:
        sys.exit("bench-guard: the made text is another than that of the committed figures; if that is meant: make bench-guard BLESS=1")
    for name, source in RUNS.items():
        figures[name] = instructions([program, "--no-config", "--exit-zero", "-j1", f"{folder}/{source}"])
    if bless:
        write_figures(path, figures)
    missing = [name for name in RUNS if not committed.get(name)]
    if missing:
        sys.exit(f"bench-guard: {path} has no figure for {', '.join(missing)}")
    ratios = {name: figures[name] / committed[name] for name in RUNS}
    table(["", "instructions", "committed", "ratio"],
          [[name, f"{figures[name]:,}", f"{committed[name]:,}", f"{ratio:.3f}"] for name, ratio in ratios.items()])
    worse = [name for name, ratio in ratios.items() if ratio > ALLOWED]
    better = [name for name, ratio in ratios.items() if ratio < 2 - ALLOWED]
    if worse:
        print(f"bench-guard: more than {ALLOWED - 1:.0%} up: {', '.join(worse)}; mend it, or say why in a commit of make bench-guard BLESS=1")
    elif better:
        print(f"bench-guard: more than {ALLOWED - 1:.0%} down: {', '.join(better)}; make bench-guard BLESS=1 keeps what was won")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
