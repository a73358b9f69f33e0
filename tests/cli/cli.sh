#!/bin/sh
# The command line itself: wrong options, help, exit statuses, several outputs, threads that change nothing.
# usage: tests/cli/cli.sh PROGRAM
set -u
program=$(realpath "$1")
. "$(dirname "$0")/lib.sh"
