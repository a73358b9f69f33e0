# Tests. make check runs them all; each has a target of its own.
UNITS = $(sort $(wildcard tests/unit/*.c))
UNIT_NAMES = $(UNITS:tests/unit/%.c=%)
UNIT_OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(UNITS))
CLI_TESTS = $(filter-out %/lib.sh,$(sort $(wildcard tests/cli/*.sh)))

.PHONY: check check-all check-unit check-golden check-cli check-docs check-layers corpus deps
deps:
	@tools/deps.sh

# The dependencies first: what is made after them may need them.
check: deps
	@$(MAKE) --no-print-directory check-all

check-all: check-tables check-po check-layers check-unit check-golden check-docs check-cli check-corpus

check-unit: $(BUILD)/unit $(BUILD)/kanlint.dat
	$(BUILD)/unit

check-golden: all
	@tests/golden.sh $(PROGRAM)

check-docs: all
	@tests/docs.sh $(PROGRAM)

check-layers: all
	@tests/layers.sh $(BUILD) $(CHECK_NAMES)

check-cli: all
	@for test in $(CLI_TESTS); do $$test $(PROGRAM) || exit 1; done

# Precision and recall of each check on corpus/; check-corpus fails below the bars.
corpus: all
	@tests/corpus.sh $(PROGRAM) | tee docs/corpus.md

check-corpus: all
	@tests/corpus.sh $(PROGRAM) --gate > $(BUILD)/corpus.md || { cat $(BUILD)/corpus.md; exit 1; }
	@tail -1 $(BUILD)/corpus.md

$(BUILD)/unit: $(BUILD)/unit_runner.o $(UNIT_OBJECTS) $(BUILD)/libkanlint.a
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES) -lcheck -lsubunit -lm -lrt
	$(call say,LD $@)

$(BUILD)/unit_runner.c: FORCE
	@mkdir -p $(@D)
	@tools/gen_unit_runner.sh $(UNIT_NAMES) > $@.new
	@cmp -s $@ $@.new && rm $@.new || mv $@.new $@

$(BUILD)/unit_runner.o: $(BUILD)/unit_runner.c
	$(Q)$(CC) $(ALL_CFLAGS) -c -o $@ $<

# The Check library's macros count arguments in ways that -Wpedantic and -Wconversion do not like.
$(BUILD)/tests/unit/%.o: tests/unit/%.c
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) -D_GNU_SOURCE $(ALL_CFLAGS) -Wno-pedantic -Wno-conversion -Ilinter -c -o $@ $<
