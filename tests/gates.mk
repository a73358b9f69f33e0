# The gates: what stands between an article and its publication. check-gates needs nothing but git and is part of make check.
GATE_TESTS = $(filter-out %/repository.sh,$(sort $(wildcard tests/gates/*.sh tests/gates/*.py)))

.PHONY: check-gates check-sarif
check-all: check-gates
check-gates: all
	@for test in $(GATE_TESTS); do $$test $(PROGRAM) || exit 1; done

# SARIF, reviewdog's lines and action.yml with the schemas and validators that npm has; about 130 MB in build/.
check-sarif: all
	@command -v npm > /dev/null || tools/deps.sh nodejs npm
	@mkdir -p build/validators
	@cp tests/gates/validators/package.json tests/gates/validators/package-lock.json build/validators/
	@cd build/validators && npm ci --silent --no-audit --no-fund
	@node tests/gates/validators/validate.js $(PROGRAM) build/validators

# What others' programs make of the integrations: pre-commit, and the steps of GitHub and GitLab. Each builds a kanlint of its own.
INSTALLED_TESTS = $(sort $(wildcard tests/gates/installed/*))
.PHONY: check-integrations
check-integrations: all
	@tools/deps.sh pre-commit python3-yaml shellcheck
	@shellcheck integrations/build integrations/git/* integrations/pre-commit/* $(filter-out %.json,$(wildcard integrations/github/*))
	@for test in $(INSTALLED_TESTS); do $$test $(PROGRAM) || exit 1; done
