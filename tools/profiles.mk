# The built-in profiles are compiled in, so that the program finds them wherever it stands.
PROFILES = default newsroom strict crawl

$(BUILD)/profiles.c: tools/gen_profiles.sh $(PROFILES:%=config/%.yaml)
	@mkdir -p $(@D)
	$(call say,GEN $@)
	$(Q)tools/gen_profiles.sh config $(PROFILES) > $@.new && mv $@.new $@

$(BUILD)/profiles.o: $(BUILD)/profiles.c
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -iquote linter -c -o $@ $<

$(BUILD)/libkanlint.a: $(BUILD)/profiles.o
