# Speed, memory and growth: docs/performance.md says what is measured, and how.
#   make bench          kanlint beside its yardsticks, and each check alone: BENCH_MB=100 BENCH_ROUNDS=5 BENCH_CHECKS=… as --select takes them;
#                       BENCH_STRICT=1 fails where a bound is not held
#   make bench-guard    instructions beside the committed figures; BLESS=1 writes these anew
#   make check-threads  all outputs of several threads under the thread sanitizer
#   make bench-growth   ten times the text, plain and hostile, beside once: GROWTH_MB=100
BENCH_MB ?= 100
BENCH_ROUNDS ?= 5
BENCH = build/bench

.PHONY: bench bench-tools
bench-tools: $(BUILD)/bench_text $(BUILD)/bench_measure $(BUILD)/bench_control

# A yardstick that cannot be installed is named in the table.
bench: all bench-tools
	@tools/deps.sh ripgrep zstd || true
	@command -v npm > /dev/null || tools/deps.sh nodejs npm || true
	@tests/bench/input.sh $(BUILD)/bench_text $(BENCH_MB) $(BENCH)/$(BENCH_MB)
	@mkdir -p $(BUILD)/bench/npm && cp tests/bench/package.json tests/bench/package-lock.json $(BUILD)/bench/npm/ && \
		cd $(BUILD)/bench/npm && { cmp -s package-lock.json done || { npm ci --silent && cp package-lock.json done; } || rm -rf node_modules; }
	@tests/bench/bench.py --build $(BUILD) --input $(BENCH)/$(BENCH_MB) --megabytes $(BENCH_MB) --rounds $(BENCH_ROUNDS) \
		--json $(BUILD)/bench.json --select "$(BENCH_CHECKS)" $(if $(BENCH_STRICT),--strict)

# Built in one way whatever CFLAGS say, without the copies of functions for newer processors (linter/vector_p.h asks for __OPTIMIZE__).
.PHONY: bench-guard
bench-guard: $(DATA) bench-tools
	@tools/deps.sh valgrind
	@$(MAKE) --no-print-directory BUILD=build/guard CC="$(if $(findstring clang,$(CC)),gcc,$(CC))" LTO= CFLAGS="-U__OPTIMIZE__" build/guard/kanlint build/guard/kanlint.dat
	@tests/bench/input.sh $(BUILD)/bench_text 1 $(BENCH)/1
	@tests/bench/guard.py build/guard/kanlint $(BENCH)/1 tests/bench/guard.txt $(if $(BLESS),--bless)

# GROWTH_ONLY="one line" keeps to one kind of text; GROWTH_OPTION=--profile=strict is given to kanlint.
GROWTH_MB ?= 100
.PHONY: bench-growth
bench-growth: all bench-tools
	@tools/deps.sh valgrind
	@tests/bench/input.sh $(BUILD)/bench_text $(GROWTH_MB) $(BENCH)/$(GROWTH_MB)
	@tests/bench/growth.py --build $(BUILD) --program $(PROGRAM) --input $(BENCH)/$(GROWTH_MB) --megabytes $(GROWTH_MB) --json $(BUILD)/growth.json \
		$(if $(GROWTH_ONLY),--only "$(GROWTH_ONLY)") $(if $(GROWTH_OPTION),--option="$(GROWTH_OPTION)")

$(BUILD)/bench_text: $(patsubst %,$(BUILD)/tests/%.o,bench/text bench/chain bench/draft bench/slips bench/outline harness) $(BUILD)/libkanlint.a
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

$(BUILD)/bench_%: $(BUILD)/tests/bench/%.o
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ -lpthread

# The threads under the thread sanitizer.
.PHONY: check-threads
check-threads:
	@$(MAKE) --no-print-directory VARIANT=tsan all
	@KANLINT_THREADS=4 TSAN_OPTIONS=halt_on_error=1 tests/cli/threads.sh build/tsan/kanlint
