# Completions of shells, made from the program's table of options: build/completions/SHELL/, named as each shell looks for them.
COMPLETIONS = build/completions/bash/kanlint build/completions/zsh/_kanlint build/completions/fish/kanlint.fish

# Other variants (make asan) have the same.
ifeq ($(BUILD),build)
all: $(COMPLETIONS)
endif

build/completions/bash/kanlint: completion = bash
build/completions/zsh/_kanlint: completion = zsh
build/completions/fish/kanlint.fish: completion = fish

$(COMPLETIONS): tools/gen_completion.sh build/kanlint
	@mkdir -p $(@D)
	$(call say,GEN $@)
	$(Q)tools/gen_completion.sh $(completion) build/kanlint > $@.new && mv $@.new $@
