# kanlint: see README.md. make | make debug | make asan | make tsan | make check | make demo
CFLAGS_release = -O2 -g
CFLAGS_debug = -O0 -g3
CFLAGS_asan = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
CFLAGS_tsan = -O1 -g -fsanitize=thread

VARIANT ?= release
BUILD = build$(if $(filter-out release,$(VARIANT)),/$(VARIANT))

CC ?= cc
# With gcc a release is optimised as a whole when it is linked; its objects hold plain code as well, for the other programs.
LTO = $(if $(filter release,$(VARIANT)),$(if $(filter cc gcc,$(CC)),-flto=auto -ffat-lto-objects))
# make V=1 shows the commands
Q = $(if $(V),,@)
say = $(if $(V),,@echo '  $(1)')
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla -Werror
CPPFLAGS += -D_GNU_SOURCE -include linter/banned.h
ALL_CFLAGS = -std=c11 $(WARNINGS) $(CFLAGS_$(VARIANT)) -MMD -MP $(CFLAGS)
LIBRARIES = -lutf8proc -lyaml -lmd4c -lpcre2-32 -lcjson -lz -lzstd -lpthread -lm

ENGINE = $(wildcard linter/*.c linter/input/*.c linter/output/*.c linter/lsp/*.c)
CHECKS = $(sort $(wildcard checks/*.c))
CHECK_NAMES = $(CHECKS:checks/%.c=%)
LIBRARY_OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(filter-out linter/main.c,$(ENGINE)) $(CHECKS)) $(BUILD)/checks_table.o
PROGRAM = $(BUILD)/kanlint

.PHONY: all debug asan tsan clean
all: $(PROGRAM)

debug asan tsan:
	$(MAKE) VARIANT=$@

$(PROGRAM): $(BUILD)/linter/main.o $(BUILD)/libkanlint.a
	$(Q)$(CC) $(ALL_CFLAGS) $(LTO) $(LDFLAGS) $(PROGRAM_LDFLAGS) -o $@ $(filter %.o %.a,$^) $(LIBRARIES)
	$(call say,LD $@)

$(BUILD)/libkanlint.a: $(LIBRARY_OBJECTS)
	$(Q)rm -f $@
	$(Q)$(if $(LTO),gcc-ar,$(AR)) rcs $@ $^

# Checks see check.h and what that includes: no other folder is on their include path.
$(BUILD)/checks/%.o: checks/%.c
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) $(LTO) -iquote linter -c -o $@ $<

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) $(LTO) -c -o $@ $<

# The table of checks is made from the file names; written anew only when they change.
$(BUILD)/checks_table.c: FORCE
	@mkdir -p $(@D)
	@tools/gen_checks_table.sh $(CHECK_NAMES) > $@.new
	@cmp -s $@ $@.new && rm $@.new || mv $@.new $@

$(BUILD)/checks_table.o: $(BUILD)/checks_table.c
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -iquote linter -c -o $@ $<

.PHONY: FORCE
FORCE:

include $(wildcard tools/*.mk tests/*.mk)

clean:
	rm -rf build

# Not of what is installed there by tests: folders named *.d, and the objects of a whole system.
-include $(shell test -d $(BUILD) && find $(BUILD) \( -name deb -o -name stage -o -name uninstall \) -prune -o -name '*.d' -type f -print)
