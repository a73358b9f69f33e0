# make npm: build/npm/kanlint-VERSION.tgz, and kanlint-linux-x64-VERSION.tgz with the statically linked program.
.PHONY: npm check-npm
npm: static
	@command -v npm > /dev/null || tools/deps.sh nodejs npm
	$(Q)tools/npm_packages.py build/static build/npm
	$(Q)cd build/npm && npm pack --silent ./kanlint ./platform

check-npm: npm
	@tests/packages/npm.sh build/npm
