# What the program gives to plug-ins: the functions of the public headers, and the number by which a plug-in knows them.
EXPORTS = $(BUILD)/exports.list

$(BUILD)/plugin_abi.h: FORCE
	@mkdir -p $(@D)
	@tools/gen_plugin_abi.sh > $@.new
	@cmp -s $@ $@.new && rm $@.new || mv $@.new $@

$(BUILD)/linter/plugin.o: CPPFLAGS += -iquote $(BUILD)
$(BUILD)/linter/plugin.o: $(BUILD)/plugin_abi.h

$(EXPORTS): $(BUILD)/libkanlint.a tools/gen_exports.sh tools/public_headers.sh
	$(call say,GEN $@)
	$(Q)tools/gen_exports.sh $< > $@.new && mv $@.new $@

ifndef STATIC
$(PROGRAM): $(EXPORTS)
$(PROGRAM): PROGRAM_LDFLAGS = -Wl,--dynamic-list=$(EXPORTS)
endif
