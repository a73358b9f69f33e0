# Completions tried in zsh and fish, and the manual as mandoc sees it. What needs neither is in tests/cli/options.sh and terminal.sh.
.PHONY: check-terminal
check-terminal: all
	@tools/deps.sh mandoc zsh fish
	@tests/terminal/completions.py $(PROGRAM)
	@mandoc -T lint -W warning docs/kanlint.1

# Tests compare plain text, whatever the environment wishes.
unexport NO_COLOR CLICOLOR CLICOLOR_FORCE FORCE_COLOR COLUMNS KANLINT_AMBIGUOUS_WIDTH
