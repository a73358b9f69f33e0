# The gates: what stands between an article and its publication. check-gates needs nothing but git and is part of make check.
GATE_TESTS = $(filter-out %/repository.sh,$(sort $(wildcard tests/gates/*.sh)))

.PHONY: check-gates
check-all: check-gates
check-gates: all
	@for test in $(GATE_TESTS); do $$test $(PROGRAM) || exit 1; done
