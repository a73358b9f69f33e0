# Translations: po/LANG.po -> build/locale/LANG/LC_MESSAGES/kanlint.mo.
#   make update-po   takes new messages of the sources into po/*.po
#   make check-po    fails if one is not translated, fuzzy, or has other placeholders than the English
LANGUAGES = $(patsubst po/%.po,%,$(sort $(wildcard po/*.po)))
CATALOGUES = $(LANGUAGES:%=$(BUILD)/locale/%/LC_MESSAGES/kanlint.mo)
TRANSLATED = $(sort $(ENGINE) $(CHECKS))

all: $(CATALOGUES)

$(BUILD)/locale/%/LC_MESSAGES/kanlint.mo: po/%.po
	@mkdir -p $(@D)
	$(call say,MSGFMT $<)
	$(Q)msgfmt -c -o $@ $<

# Messages hold {0}, not %s; what goes to printf is found by its form (%zu) all the same.
$(BUILD)/kanlint.pot: $(TRANSLATED)
	@mkdir -p $(@D)
	$(Q)xgettext --from-code=UTF-8 --language=C --keyword=N_ --keyword=translate --add-location=file --sort-by-file \
		--package-name=kanlint -o $@.new $(TRANSLATED)
	$(Q)sed '/^"POT-Creation-Date:/d' $@.new > $@ && rm $@.new

.PHONY: update-po check-po
update-po: $(BUILD)/kanlint.pot
	$(Q)for language in $(LANGUAGES); do \
		msgmerge --quiet --no-fuzzy-matching --update --backup=none --add-location=file --sort-by-file po/$$language.po $< || exit 1; \
	done

check-po: $(BUILD)/kanlint.pot
	$(Q)tools/check_po.sh $< $(LANGUAGES:%=po/%.po)
