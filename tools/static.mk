# make static: build/static/kanlint needs no library of the machine that it runs on. It takes no plug-ins, and knows the encodings
# of Chinese text and no others. Two of its libraries are made of Debian's sources, which apt-get brings.
STATIC_LIBRARIES = build/static/libraries

.PHONY: static check-static
static: $(STATIC_LIBRARIES)/libcjson.a
	@$(MAKE) --no-print-directory BUILD=build/static STATIC=1 all

$(STATIC_LIBRARIES)/libcjson.a:
	@tools/deps.sh dpkg-dev ca-certificates
	$(call say,STATIC $(@D))
	$(Q)CC="$(CC)" tools/static_libraries.sh $(@D)

ifdef STATIC
CPPFLAGS += -DKANLINT_STATIC
LIBRARIES := -L$(STATIC_LIBRARIES) $(LIBRARIES)
$(PROGRAM): PROGRAM_LDFLAGS = -static
$(PROGRAM): $(BUILD)/linter/static/iconv.o $(BUILD)/charsets.o
endif

check-static: static build/charsets_test
	@build/charsets_test
	@tests/packages/static.sh build/static/kanlint

build/charsets_test: tests/packages/charsets.c linter/static/iconv.c linter/static/charset.h build/charsets.c
	$(Q)$(CC) -D_GNU_SOURCE $(TOOL_CFLAGS) -iquote . -Diconv_open=static_iconv_open -Diconv=static_iconv -Diconv_close=static_iconv_close \
		-c -o build/static_iconv.o linter/static/iconv.c
	$(Q)$(CC) -D_GNU_SOURCE $(TOOL_CFLAGS) -iquote . -o $@ tests/packages/charsets.c build/static_iconv.o build/charsets.c

build/gen_charsets: tools/gen_charsets.c linter/static/charset.h
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) $(TOOL_CFLAGS) -o $@ $<

$(BUILD)/charsets.c: build/gen_charsets
	@mkdir -p $(@D)
	$(call say,GEN $@)
	$(Q)build/gen_charsets > $@.new && mv $@.new $@

$(BUILD)/charsets.o: $(BUILD)/charsets.c
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -iquote . -c -o $@ $<
