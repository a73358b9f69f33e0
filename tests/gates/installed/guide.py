#!/usr/bin/python3
"""What README.md and docs/ci.md tell people to copy: it is YAML, names what is there, and its options are options.

usage: tests/gates/installed/guide.py PROGRAM     (needs Debian's python3-yaml)
"""
import os
import re
import subprocess
import sys

import yaml

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", ".."))
from tally import Tally  # noqa: E402

PROGRAM = os.path.realpath(sys.argv[1])
TREE = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
tally = Tally("gates/guide")
check = tally.check


def read(name):
    return open(os.path.join(TREE, name), encoding="utf-8").read()


ACTION = yaml.safe_load(read("action.yml"))
HOOKS = {hook["id"] for hook in yaml.safe_load(read(".pre-commit-hooks.yaml"))}
JOB = yaml.safe_load(read("integrations/gitlab/kanlint.yml"))[".kanlint"]
HELP = subprocess.run([PROGRAM, "--help"], capture_output=True, env=dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en")).stdout.decode()
GUIDE, README = read("docs/ci.md"), read("README.md")


def steps_in(node):
    """Every map with “uses” or “run”, however deep."""
    if isinstance(node, dict):
        if "uses" in node or "run" in node:
            yield node
        for value in node.values():
            yield from steps_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from steps_in(value)


blocks = re.findall(r"^```yaml\n(.*?)^```", GUIDE + README[README.index("### In CI") : README.index("### In an editor")], re.DOTALL | re.MULTILINE)
check("there are blocks to copy", len(blocks) >= 6, len(blocks))
own, text = 0, ""
for block in blocks:
    content = yaml.safe_load(block)
    for step in steps_in(content):
        if step.get("uses", "").startswith("OWNER/kanlint@"):
            own += 1
            unknown = set(step.get("with", {})) - set(ACTION["inputs"])
            check("inputs of the action", not unknown, unknown)
    for repository in content.get("repos", []) if isinstance(content, dict) else []:
        unknown = {hook["id"] for hook in repository["hooks"]} - HOOKS
        check("hooks of pre-commit", not unknown, unknown)
    if isinstance(content, dict) and "include" in content:
        path = re.search(r"/raw/v[0-9.]+/(.*)$", content["include"])[1]
        check("what GitLab includes is there", os.path.exists(os.path.join(TREE, path)), path)
        unknown = set(content["variables"]) - set(JOB["variables"])
        check("variables of the job", not unknown, unknown)
check("the action is shown", own >= 4, own)

table = set(re.findall(r"^\| `([\w-]+)` \|", GUIDE, re.MULTILINE))
check("the table has the inputs of the action", table == set(ACTION["inputs"]), table ^ set(ACTION["inputs"]))
outputs = re.search(r"^Outputs: (.*)$", GUIDE, re.MULTILINE)[1]
check("and the text its outputs", set(re.findall(r"`(\w+)`", outputs)) == set(ACTION["outputs"]), outputs)
for option in sorted(set(re.findall(r"--[a-z][a-z-]+", GUIDE)) - {"--no-verify"}):
    check(f"{option} is an option", re.search(rf"{option}\b", HELP))
for name in re.findall(r"-f ([a-z]+)", GUIDE):
    check(f"{name} is a format", re.search(rf"\b{name}\b", HELP))
for path in re.findall(r"\bintegrations/[\w/.-]+\w", GUIDE + README):
    check(f"{path} is there", os.path.exists(os.path.join(TREE, path)))
for setting in re.findall(r"git config (kanlint\.\w+)", GUIDE):
    check(f"{setting} is read", f"git config {setting}" in read("integrations/git/pre-commit"))
for variable in re.findall(r"KANLINT_\w+", GUIDE):
    check(f"{variable} is read", variable in JOB["variables"])
sys.exit(tally.finish())
