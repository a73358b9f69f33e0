# Completions of shells, made from the program's table of options: build/completions/SHELL/, named as each shell looks for them.
COMPLETIONS = $(BUILD)/completions/bash/kanlint $(BUILD)/completions/zsh/_kanlint $(BUILD)/completions/fish/kanlint.fish

all: $(COMPLETIONS)

$(BUILD)/completions/bash/kanlint: completion = bash
$(BUILD)/completions/zsh/_kanlint: completion = zsh
$(BUILD)/completions/fish/kanlint.fish: completion = fish

$(COMPLETIONS): tools/gen_completion.sh $(PROGRAM)
	@mkdir -p $(@D)
	$(call say,GEN $@)
	$(Q)tools/gen_completion.sh $(completion) $(PROGRAM) > $@.new && mv $@.new $@
