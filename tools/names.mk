# What characters and words may be in a name and beside it.
NAME_LISTS = $(wildcard config/names/*.txt)

build/gen_names: tools/gen_names.c linter/name_p.h linter/name.h linter/character.h linter/utf8.c
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) $(CPPFLAGS) -std=c11 $(WARNINGS) -O1 $(CFLAGS) -o $@ $(filter %.c,$^)

# For the data file, too.
build/name_index.c: build/gen_names $(NAME_LISTS)
	@mkdir -p $(@D)
	$(call say,GEN $@)
	$(Q)build/gen_names config/names > $@.new && mv $@.new $@

$(BUILD)/name_index.o: build/name_index.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) $(LTO) -iquote linter -c -o $@ $<

$(BUILD)/libkanlint.a: $(BUILD)/name_index.o
