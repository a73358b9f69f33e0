# The index of the tables of units and of words that count nothing: a look-up is one step.
FIGURE_TABLES = linter/figure_table.c linter/figure_endings.c linter/figure_hint.c
build/gen_figures: tools/gen_figures.c $(FIGURE_TABLES) linter/figure_p.h linter/figure.h
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) $(CPPFLAGS) -std=c11 $(WARNINGS) -O1 $(CFLAGS) -o $@ tools/gen_figures.c $(FIGURE_TABLES)

$(BUILD)/figure_index.c: build/gen_figures
	@mkdir -p $(@D)
	$(call say,GEN $@)
	$(Q)build/gen_figures > $@.new && mv $@.new $@

$(BUILD)/figure_index.o: $(BUILD)/figure_index.c
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) $(LTO) -iquote linter -c -o $@ $<

$(BUILD)/libkanlint.a: $(BUILD)/figure_index.o
