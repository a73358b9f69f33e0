#!/usr/bin/env python3
"""Runs the examples of the guides in docs/: a ```KIND NAME block is a file, and in a ```console block every line after “$ ” is a
command whose output, standard error behind standard output, stands under it.
usage: guides.py PROGRAM"""
import os
import re
import subprocess
import sys
import tempfile

from tally import Tally

program = os.path.realpath(sys.argv[1])
docs = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "docs")
tally = Tally("guides")


def run(command, folder):
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en", PATH=os.path.dirname(program) + ":" + os.environ["PATH"])
    answer = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return (answer.stdout + answer.stderr).decode()


for name in sorted(os.listdir(docs)):
    if not name.endswith(".md"):
        continue
    with open(os.path.join(docs, name), encoding="utf-8") as page:
        blocks = re.findall(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", page.read(), re.M | re.S)
    if not any(kind == "console" for kind, _, _ in blocks):
        continue
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, ".kanlint.yaml"), "w", encoding="utf-8"):
            pass
        for kind, file, text in blocks:
            if file:
                with open(os.path.join(folder, file), "w", encoding="utf-8") as out:
                    out.write(text)
            if kind != "console":
                continue
            for command, wanted in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.M):
                found = run(command, folder)
                tally.check(f"docs/{name}: {command}", found == wanted, f"prints\n{found}")
sys.exit(tally.finish())
