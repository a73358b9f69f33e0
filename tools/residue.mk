# The words of web pages, compiled in.
RESIDUE_LISTS = $(wildcard config/residue/*.txt)

$(BUILD)/residue_table.c: tools/gen_residue.sh $(RESIDUE_LISTS)
	@mkdir -p $(@D)
	$(call say,GEN $@)
	$(Q)tools/gen_residue.sh config/residue > $@.new && mv $@.new $@

$(BUILD)/residue_table.o: $(BUILD)/residue_table.c
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) $(LTO) -iquote linter -c -o $@ $<

$(BUILD)/libkanlint.a: $(BUILD)/residue_table.o
