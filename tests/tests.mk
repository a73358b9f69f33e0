# Tests. make check runs them all; each has a target of its own.
UNITS = $(sort $(wildcard tests/unit/*.c))
UNIT_NAMES = $(UNITS:tests/unit/%.c=%)
UNIT_OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(UNITS))
CLI_TESTS = $(filter-out %/lib.sh,$(sort $(wildcard tests/cli/*.sh)))

.PHONY: check check-all check-unit check-golden check-fixes check-cli check-docs check-layers corpus deps
deps:
	@tools/deps.sh

# The dependencies first: what is made after them may need them.
check: deps
	@$(MAKE) --no-print-directory check-all

check-all: check-tables check-po check-layers check-unit check-golden check-docs check-fixes check-cli check-lsp check-install check-plugin check-lexicon check-hostile check-corpus

check-unit: $(BUILD)/unit $(BUILD)/kanlint.dat
	CK_DEFAULT_TIMEOUT=60 $(BUILD)/unit

check-golden: all
	@tests/golden.sh $(PROGRAM)

# Without the language model, whose check sees other words as likely when another check changes those beside them: it has files of its own.
MODEL_FILES = $(wildcard tests/golden/typo_homophone/*.txt)

# What --fix makes of every fixture and article.
FIX_FILES = $(wildcard tests/golden/*/*.txt tests/golden/*/*.md corpus/*/*/*.txt corpus/*/*/*.md)
check-fixes: $(BUILD)/fixes $(BUILD)/kanlint.dat
	@KANLINT_LANGUAGE_MODEL=none $(BUILD)/fixes $(BUILD)/kanlint.dat $(FIX_FILES)
	@$(BUILD)/fixes $(BUILD)/kanlint.dat $(MODEL_FILES)

$(BUILD)/fixes: $(BUILD)/tests/fixes.o $(BUILD)/tests/harness.o $(BUILD)/libkanlint.a
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

check-docs: all
	@tests/docs.sh $(PROGRAM)
	@tests/guides.py $(PROGRAM)

check-layers: all
	@tests/layers.sh $(BUILD) $(CHECK_NAMES)

check-cli: all
	@for test in $(CLI_TESTS); do $$test $(PROGRAM) || exit 1; done

# Precision and recall of each check on corpus/; check-corpus fails below the bars.
corpus: all
	@tests/corpus.sh $(PROGRAM) | tee docs/corpus.md

check-corpus: all
	@tests/corpus.sh $(PROGRAM) --gate > $(BUILD)/corpus.md || { cat $(BUILD)/corpus.md; exit 1; }
	@cmp -s $(BUILD)/corpus.md docs/corpus.md || { echo "docs/corpus.md is of another day: make corpus"; exit 1; }
	@grep '^| all ' $(BUILD)/corpus.md

$(BUILD)/unit: $(BUILD)/unit_runner.o $(UNIT_OBJECTS) $(BUILD)/tests/article.o $(BUILD)/tests/figures.o $(BUILD)/libkanlint.a
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES) -lcheck -lsubunit -lm -lrt
	$(call say,LD $@)

$(BUILD)/unit_runner.c: FORCE
	@mkdir -p $(@D)
	@tools/gen_unit_runner.sh $(UNIT_NAMES) > $@.new
	@cmp -s $@ $@.new && rm $@.new || mv $@.new $@

$(BUILD)/unit_runner.o: $(BUILD)/unit_runner.c
	$(Q)$(CC) $(ALL_CFLAGS) -c -o $@ $<

# The Check library's macros count arguments in ways that -Wpedantic and -Wconversion do not like.
$(UNIT_OBJECTS) $(BUILD)/tests/article.o $(BUILD)/tests/figures.o: $(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) -D_GNU_SOURCE $(ALL_CFLAGS) -Wno-pedantic -Wno-conversion -iquote linter -c -o $@ $<

# Robustness: every prefix of every fixture and one byte of damage at every place, under the sanitizers. CHOP_STEP=7 is shorter.
CHOP_STEP ?= 1
CHOP_FILES = $(wildcard tests/golden/*/*.txt tests/golden/*/*.md)
.PHONY: chop fuzz
chop:
	@$(MAKE) --no-print-directory VARIANT=asan build/asan/chop build/kanlint.dat
	KANLINT_LANGUAGE_MODEL=none build/asan/chop build/kanlint.dat $(CHOP_STEP) $(CHOP_FILES)
	build/asan/chop build/kanlint.dat $(CHOP_STEP) $(MODEL_FILES)

$(BUILD)/chop: $(BUILD)/tests/chop.o $(BUILD)/tests/harness.o $(BUILD)/libkanlint.a
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

# The editor server, driven by clients.
.PHONY: check-lsp
check-lsp: all
	@tests/lsp.py $(PROGRAM)

# The examples of config/lexicon.
.PHONY: check-lexicon
check-lexicon: $(BUILD)/lexicon $(BUILD)/kanlint.dat
	@$(BUILD)/lexicon $(BUILD)/kanlint.dat build/lexicon.tsv

$(BUILD)/lexicon: $(BUILD)/tests/lexicon.o $(BUILD)/tests/harness.o $(BUILD)/libkanlint.a
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

# Rows of numbers that nobody writes: linear time. make hostile runs them under the sanitizers.
.PHONY: check-hostile hostile
check-hostile: $(BUILD)/hostile $(BUILD)/kanlint.dat
	@KANLINT_LANGUAGE_MODEL=none $(BUILD)/hostile $(BUILD)/kanlint.dat
	@$(BUILD)/hostile $(BUILD)/kanlint.dat 20000 绝定在次管里

hostile:
	@$(MAKE) --no-print-directory VARIANT=asan build/asan/hostile build/kanlint.dat
	KANLINT_LANGUAGE_MODEL=none build/asan/hostile build/kanlint.dat 20000

$(BUILD)/hostile: $(BUILD)/tests/hostile.o $(BUILD)/tests/harness.o $(BUILD)/libkanlint.a
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

# libFuzzer needs clang. FUZZ_SECONDS=30 for each fuzzer.
FUZZ_SECONDS ?= 300
FUZZERS = $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c))
# The data are made first, by programs that are not fuzzed.
fuzz: build/kanlint.dat
	@tools/deps.sh clang libclang-rt-14-dev
	@$(MAKE) --no-print-directory CC=clang BUILD=build/fuzz CFLAGS="-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all" fuzz-run

.PHONY: fuzz-run
fuzz-run: $(FUZZERS:%=$(BUILD)/fuzz-%)
	@for name in $(FUZZERS); do \
		mkdir -p $(BUILD)/corpus-$$name && \
		KANLINT_LANGUAGE_MODEL=none KANLINT_DATA=build/kanlint.dat $(BUILD)/fuzz-$$name -max_total_time=$(FUZZ_SECONDS) -max_len=1500 -timeout=10 -entropic=0 -print_final_stats=1 \
			-artifact_prefix=$(BUILD)/ $(BUILD)/corpus-$$name $$(ls -d tests/fuzz/$$name 2> /dev/null || echo corpus/clean/hans corpus/marked/hant) > $(BUILD)/$$name.log 2>&1 \
			|| { tail -40 $(BUILD)/$$name.log; exit 1; }; \
		grep number_of_executed_units $(BUILD)/$$name.log; \
	done

$(BUILD)/fuzz-%: $(BUILD)/tests/fuzz/%.o $(BUILD)/tests/harness.o $(BUILD)/libkanlint.a build/kanlint.dat
	$(Q)$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $(filter-out %.dat,$^) $(LIBRARIES)

# Random edits of one punctuation mark in clean articles. MUTATE_SHOW=1 prints those that are not found.
MUTATE_EDITS ?= 1000
MUTATE_SEED ?= 1
.PHONY: mutate
mutate: $(BUILD)/mutate $(BUILD)/kanlint.dat
	@$(BUILD)/mutate $(BUILD)/kanlint.dat $(MUTATE_EDITS) $(MUTATE_SEED) 90 $(wildcard corpus/clean/*/*.txt)

$(BUILD)/mutate: $(BUILD)/tests/mutate.o $(BUILD)/tests/harness.o $(BUILD)/libkanlint.a
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

# Random edits of one number, item, date or marker in clean articles. MUTATE_SHOW=-v prints those that are not found.
.PHONY: mutate-figures
mutate-figures: $(BUILD)/mutate_figures $(BUILD)/kanlint.dat
	@$(BUILD)/mutate_figures $(BUILD)/kanlint.dat $(MUTATE_EDITS) $(MUTATE_SEED) $(MUTATE_BAR) $(MUTATE_SHOW) $(wildcard corpus/clean/*/*.txt)

MUTATE_BAR ?= 60
$(BUILD)/mutate_figures: $(BUILD)/tests/mutate_figures.o $(BUILD)/tests/relations.o $(BUILD)/tests/harness.o $(BUILD)/libkanlint.a
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES) -lm

# What kanlint finds in its own corpus, with the lines and carets.
.PHONY: demo
demo: deps
	@$(MAKE) --no-print-directory all
	@$(PROGRAM) --no-config --exit-zero --show-source corpus

# What is found of the slips in pairs of sentences, WRONG TAB RIGHT, in TYPOS=FOLDER/*.tsv. TYPOS_SHOW=--verbose names what is false and missed.
TYPOS ?=
TYPOS_SHOW ?=
.PHONY: typos
ifeq ($(wildcard $(TYPOS:%=%/*.tsv)),)
typos:
	@echo 'make typos TYPOS=FOLDER [TYPOS_SHOW=--verbose]: measures on the pairs of sentences in FOLDER/*.tsv, one “wrong TAB right” a line' >&2
	@exit 2
else
typos: $(BUILD)/typos $(BUILD)/kanlint.dat
	@$(BUILD)/typos $(BUILD)/kanlint.dat $(TYPOS_SHOW) $(sort $(wildcard $(TYPOS)/*.tsv))
endif

$(BUILD)/typos: $(BUILD)/tests/typos.o $(BUILD)/tests/harness.o $(BUILD)/libkanlint.a
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

# How the dictionary cuts words beside others' programs: tools/compare_words.sh FOLDER.
$(BUILD)/segment: $(BUILD)/tests/segment.o $(BUILD)/tests/harness.o $(BUILD)/libkanlint.a
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)
