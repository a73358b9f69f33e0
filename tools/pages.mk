# The pages of the checks, compiled in for --explain.
PAGES = $(sort $(wildcard docs/checks/*.md))

$(BUILD)/libkanlint.a: $(BUILD)/pages.o

# FORCE, not $(PAGES): a page that is gone must go from the program too.
$(BUILD)/pages.c: FORCE
	@mkdir -p $(@D)
	@tools/gen_pages.sh $(PAGES) > $@.new
	@cmp -s $@ $@.new && rm $@.new || mv $@.new $@

$(BUILD)/pages.o: $(BUILD)/pages.c
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -iquote linter -c -o $@ $<
