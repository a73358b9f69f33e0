# Installation, plug-ins and packages.
.PHONY: check-install check-plugin
STAGE = $(BUILD)/stage

check-install: all
	@MAKE="$(MAKE)" tests/packages/install.sh $(PROGRAM)

check-plugin: all
	@rm -rf $(STAGE) && $(MAKE) --no-print-directory -s -o all install PREFIX=$(abspath $(STAGE)) DESTDIR=
	@tests/packages/plugin.sh $(PROGRAM) $(STAGE)

# The Debian packages. Needs a network, and root for the chroot.
.PHONY: check-deb
check-deb:
	@tools/deps.sh debhelper lintian debootstrap pkgconf
	@tests/packages/deb_build.sh build/deb
	@tests/packages/deb.sh build/deb
