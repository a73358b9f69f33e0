# Editors, each with nothing but the lines of README.md and editors/README.md, driven without a screen. Installs what is missing with apt-get and npm ci.
#   make check-editors   all; check-neovim and so on are one each
#   make screens         the pictures in docs/, from real runs
EDITORS = neovim vim emacs kakoune
VSCODE = editors/vscode
NODE_MODULES = $(VSCODE)/node_modules/.package-lock.json

.PHONY: check-editors check-editors-all $(EDITORS:%=check-%) check-vscode check-screens screens
check-editors:
	@tools/deps.sh editors
	@$(MAKE) --no-print-directory check-editors-all

check-editors-all: $(EDITORS:%=check-%) check-vscode check-screens

$(EDITORS:%=check-%): check-%: all
	@tests/editors/$*.sh $(PROGRAM)

$(NODE_MODULES): $(VSCODE)/package-lock.json
	$(call say,NPM $(VSCODE))
	$(Q)cd $(VSCODE) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	$(Q)touch $@

check-vscode: all $(NODE_MODULES)
	@cd $(VSCODE) && npm run --silent package > $(CURDIR)/$(BUILD)/vscode.log || { cat $(CURDIR)/$(BUILD)/vscode.log; exit 1; }
	@node tests/editors/vscode/protocol.mjs $(PROGRAM)
	@node tests/editors/vscode/extension.mjs $(PROGRAM)

check-screens: all
	@tests/editors/screens.sh $(PROGRAM) $(BUILD)/screens

screens: all
	@tests/editors/screens.sh $(PROGRAM) docs
