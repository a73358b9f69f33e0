#!/usr/bin/env python3
"""Ten times the text must cost at most 10.5 times the instructions and 13 times the time, and at most 16 bytes of memory for each byte;
text that nobody writes included. Instructions are counted on a hundredth and a tenth of the size, time and memory are measured
on a tenth and the whole; what is not linear on the small texts is not tried on the great ones. Fails where a bound is not held.

usage: growth.py --build FOLDER --program FILE --input FOLDER --megabytes N --json FILE [--only NAME]... [--option OPTION]...
"""
import argparse
import itertools
import json
import os
import random
import sys

from measure import instructions, run, table

INSTRUCTIONS, SECONDS, MEMORY = 10.5, 13, 16
FIXED = 16 << 20       # bytes that do not grow: the findings of a check are capped
STOP = 1800            # seconds after which a run is stopped
TRIFLE = 0.05          # seconds that no machine is asked to tell apart
TRIES = 3              # the clock may have met a busy machine


def repeat(unit):
    """A text of one piece over and over."""
    return lambda source, size: itertools.repeat(unit * (100000 // len(unit) or 1))


def plain(source, size):
    """The made text."""
    yield source


def one_line(source, size):
    """The made text without its newlines."""
    yield source.replace("\n", "")


def numbers(source, size):
    """Numbers, none like another, as an enumeration, in lines of a hundred."""
    for begin in itertools.count(1000, 100):
        yield "、".join(str(number * 7919) for number in range(begin, begin + 100)) + "\n"


def measured(source, size):
    """Numbers with units in sentences: what the checks of figures compare."""
    for number in itertools.count(1):
        yield f"去年收入{number * 31 % 99991}万元，今年增至{number * 37 % 99989}万元，增长{number % 97}%。" + ("\n" if number % 5 == 0 else "")


def different_lines(source, size):
    """Lines of words at random, none like another."""
    draw = random.Random(1)
    words = sorted({source[i:i + 2] for i in range(0, min(len(source), 60000), 2) if all("一" <= c <= "龥" for c in source[i:i + 2])})
    while True:
        yield "".join("".join(draw.choices(words, k=draw.randint(4, 12))) + "。\n" for _ in range(1000))


def headings(source, size):
    """A numbered list without an end."""
    for number in itertools.count(1):
        yield f"{number}. 第{number}条的内容\n"


KINDS = {
    "plain": plain, "one line": one_line, "openers": repeat("（"), "openers of all kinds": repeat("（《“「【"), "closers": repeat("”）"),
    "one character": repeat("的"), "one mark": repeat("，"), "one letter": repeat("a"), "one digit": repeat("7"), "newlines": repeat("\n"), "spaces": repeat(" "),
    "numbers": numbers, "amounts": measured, "different lines": different_lines,
    "the same line": repeat("大家讨论了三个问题，会议开到中午。\n"), "the same line in Traditional": repeat("大家討論了三個問題，會議開到中午。\n"),
    "faults": repeat("村里...修路,大家都很高兴。。\n"), "list": headings, "colons": repeat("：甲"), "ellipses": repeat("……"), "quotations": repeat("“好。”他说，"),
}


def make(kind, source, path, size):
    """Writes a text of a kind; returns its bytes, which are at most SIZE and end with a whole character."""
    left = size
    with open(path, "wb") as file:
        for piece in KINDS[kind](source, size):
            data = piece.encode()
            if len(data) >= left:
                left -= file.write(data[:left].decode(errors="ignore").encode())
                break
            left -= file.write(data)
    return size - left


class Growth:
    """The runs of one kind of text, and what is wrong with them."""

    def __init__(self, options, kind):
        self.options, self.kind = options, kind
        self.path = f"{options.input}/growth.txt"
        self.command = [options.program, "--no-config", "--exit-zero", "-j1", *options.option]
        self.broken = []
        self.result = {"kind": kind}

    def write(self, size):
        with open(f"{self.options.input}/hans.txt", "rb") as file:
            source = file.read(size if self.kind in ("plain", "one line") else 1000000).decode(errors="ignore")
        return make(self.kind, source, self.path, size)

    def count(self, size):
        self.write(size)
        return instructions([*self.command, self.path])

    def check_instructions(self, start):
        size = self.options.megabytes * 10000
        once, more = self.count(size) - start, self.count(10 * size) - start
        self.result |= {"instructions": [once, more], "instructions_ratio": more / once}
        if more > INSTRUCTIONS * once:
            self.broken.append(f"{more / once:.2f} times the instructions")

    def check_time(self, meter, start):
        size = self.options.megabytes * 100000
        self.write(size)
        small = [run(meter, ["timeout", str(STOP), *self.command, self.path]) for _ in range(TRIES)]
        size = self.write(10 * size)
        for _ in range(TRIES):
            great = run(meter, ["timeout", str(STOP), *self.command, self.path])
            ratio = great.processor / max(min(cost.processor for cost in small), TRIFLE)
            if ratio <= SECONDS:
                break
        memory = max(great.peak - start.peak - FIXED, 0) / size
        self.result |= {"seconds": [min(cost.processor for cost in small), great.processor], "seconds_ratio": ratio, "peak": [small[0].peak, great.peak],
                        "bytes_a_byte": memory}
        if ratio > SECONDS:
            self.broken.append(f"{ratio:.1f} times the time")
        if memory > MEMORY:
            self.broken.append(f"{memory:.1f} bytes of memory for a byte")

    def row(self):
        result = self.result
        texts = [self.kind, f"{result['instructions'][1] / 1e6:,.0f} M", f"{result['instructions_ratio']:.2f}"]
        if "seconds" in result:
            texts += [f"{result['seconds'][0]:.2f}", f"{result['seconds'][1]:.2f}", f"{result['seconds_ratio']:.1f}", f"{result['peak'][0] / 2**20:.0f}",
                      f"{result['peak'][1] / 2**20:.0f}", f"{result['bytes_a_byte']:.1f}"]
        else:
            texts += [""] * 6
        return [*texts, "NOT HELD: " + ", ".join(self.broken) if self.broken else "held"]


def main():
    parser = argparse.ArgumentParser()
    for name in ("--build", "--program", "--input", "--json"):
        parser.add_argument(name, required=True)
    parser.add_argument("--megabytes", type=int, required=True)
    parser.add_argument("--only", action="append", choices=KINDS)
    parser.add_argument("--option", action="append", default=[])
    options = parser.parse_args()
    options.program = os.path.abspath(options.program)
    meter = f"{options.build}/bench_measure"
    empty = f"{options.input}/empty.txt"
    open(empty, "wb").close()
    command = [options.program, "--no-config", "--exit-zero", "-j1", *options.option, empty]
    start, start_cost = instructions(command), run(meter, command)
    done = []
    for kind in options.only or KINDS:
        print(kind, file=sys.stderr)
        growth = Growth(options, kind)
        growth.check_instructions(start)
        if not growth.broken:
            growth.check_time(meter, start_cost)
        done.append(growth)
    os.unlink(f"{options.input}/growth.txt")
    small, middle, great = (f"{options.megabytes / part:g} MB" for part in (100, 10, 1))
    print(f"Ten times the text: instructions from {small} to {middle}, processor time and memory from {middle} to {great}; of instructions and memory, a start is taken away")
    table(["", middle, "ratio", f"s, {middle}", f"s, {great}", "ratio", f"MiB, {middle}", f"MiB, {great}", "bytes a byte", ""], [growth.row() for growth in done])
    with open(options.json, "w", encoding="utf-8") as file:
        json.dump([growth.result | {"broken": growth.broken} for growth in done], file, ensure_ascii=False, indent=1)
    broken = sum(bool(growth.broken) for growth in done)
    print(f"bench-growth: {len(done)} kinds of text, {broken} out of bounds (instructions {INSTRUCTIONS}, time {SECONDS}, memory {MEMORY}); as JSON: {options.json}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
