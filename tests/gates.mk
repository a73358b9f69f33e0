# The gates: what stands between an article and its publication. check-gates needs nothing but git and is part of make check.
GATE_TESTS = $(filter-out %/repository.sh,$(sort $(wildcard tests/gates/*.sh tests/gates/*.py)))

.PHONY: check-gates check-sarif
check-all: check-gates
check-gates: all
	@for test in $(GATE_TESTS); do $$test $(PROGRAM) || exit 1; done

# SARIF against the official schema and with the official validator, which npm brings; about 110 MB in build/.
check-sarif: all
	@command -v npm > /dev/null || tools/deps.sh nodejs npm
	@mkdir -p build/sarif
	@cp tests/gates/sarif/package.json tests/gates/sarif/package-lock.json build/sarif/
	@cd build/sarif && npm ci --silent --no-audit --no-fund
	@node tests/gates/sarif/validate.js $(PROGRAM) build/sarif
