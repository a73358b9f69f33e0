# make install: the program, its data, messages, man pages, completions and editors' files, and what a plug-in is built with.
#   make install PREFIX=/usr DESTDIR=/tmp/stage          make uninstall, with the same words, takes the same files away
# Where things go may be said one by one; the program looks for its data in ../share of its own folder, so both move together.
prefix ?= /usr/local
PREFIX ?= $(prefix)
BINDIR ?= $(PREFIX)/bin
DATADIR ?= $(PREFIX)/share
LIBDIR ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
MANDIR ?= $(DATADIR)/man
DOCDIR ?= $(DATADIR)/doc/kanlint
LOCALEDIR = $(DATADIR)/locale
BASH_COMPLETIONS ?= $(DATADIR)/bash-completion/completions
ZSH_COMPLETIONS ?= $(DATADIR)/zsh/site-functions
FISH_COMPLETIONS ?= $(DATADIR)/fish/vendor_completions.d
INSTALL ?= install
VERSION = $(shell sed -n 's/^#define KANLINT_VERSION "\(.*\)"/\1/p' linter/version_p.h)

INSTALL_FOLDERS = PREFIX=$(PREFIX) BINDIR=$(BINDIR) DATADIR=$(DATADIR) LIBDIR=$(LIBDIR) INCLUDEDIR=$(INCLUDEDIR) MANDIR=$(MANDIR) DOCDIR=$(DOCDIR) \
	LOCALEDIR=$(LOCALEDIR) BASH_COMPLETIONS=$(BASH_COMPLETIONS) ZSH_COMPLETIONS=$(ZSH_COMPLETIONS) FISH_COMPLETIONS=$(FISH_COMPLETIONS) \
	VERSION=$(VERSION) INSTALL="$(INSTALL)" DESTDIR="$(DESTDIR)" BUILD=$(BUILD)

.PHONY: install install-strip uninstall
install: all
	$(Q)$(INSTALL_FOLDERS) tools/install.sh

install-strip: all
	$(Q)$(INSTALL_FOLDERS) INSTALL_PROGRAM="$(INSTALL) -s" tools/install.sh

# What an installation into an empty folder brings is what goes.
uninstall: all
	$(Q)rm -rf $(BUILD)/uninstall
	$(Q)$(INSTALL_FOLDERS) DESTDIR=$(BUILD)/uninstall tools/install.sh
	$(Q)cd $(BUILD)/uninstall && find . ! -type d | while read -r file; do rm -f "$(DESTDIR)/$$file"; done
	$(Q)cd $(BUILD)/uninstall && find . -depth -type d -name kanlint | while read -r folder; do \
		[ ! -d "$(DESTDIR)/$$folder" ] || find "$(DESTDIR)/$$folder" -depth -type d -empty -delete; done
	$(Q)rm -rf $(BUILD)/uninstall
