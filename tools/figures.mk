# The index of the tables of units and of words that count nothing: a look-up is one step.
build/gen_figures: tools/gen_figures.c linter/figure_table.c linter/figure_p.h linter/figure.h
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) $(CPPFLAGS) -std=c11 $(WARNINGS) -O1 $(CFLAGS) -o $@ tools/gen_figures.c linter/figure_table.c

$(BUILD)/figure_index.c: build/gen_figures
	@mkdir -p $(@D)
	$(call say,GEN $@)
	$(Q)build/gen_figures > $@.new && mv $@.new $@

$(BUILD)/figure_index.o: $(BUILD)/figure_index.c
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) $(LTO) -iquote linter -c -o $@ $<

$(BUILD)/libkanlint.a: $(BUILD)/figure_index.o
