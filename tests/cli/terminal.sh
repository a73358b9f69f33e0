#!/bin/sh
# What a person at a terminal sees; a pseudo-terminal stands in for it. usage: tests/cli/terminal.sh PROGRAM
set -u
exec python3 "$(dirname "$(realpath "$0")")/terminal.py" "$(realpath "$1")"
