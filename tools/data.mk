# The data file, and the generated tables of characters. Both come from packages: unicode-data, opencc, python3-jieba.
DATA = build/kanlint.dat
ifneq ($(BUILD),build)
all: $(BUILD)/kanlint.dat
# The program looks beside itself.
$(BUILD)/kanlint.dat: $(DATA)
	@mkdir -p $(@D)
	$(Q)cp $< $@
endif
TOOL_CFLAGS = -std=c11 $(WARNINGS) -O2 -g $(CFLAGS)
WORD_LISTS = $(wildcard config/words/*.txt config/forms/*.txt config/idioms/*.txt)
LEXICON = $(sort $(wildcard config/lexicon/*/*.yaml))
TABLES = $(sort $(wildcard linter/character_*_table.c))
DATA_SOURCES = linter/character.c $(TABLES) linter/data.c linter/automaton.c linter/arena.c linter/error.c linter/utf8.c
RULE_SOURCES = linter/rule_read.c linter/yaml_walk.c linter/nearest.c linter/file.c linter/arena.c linter/error.c

all: $(DATA)

build/gen_words: tools/gen_words.c tools/gen_lexicon.c tools/gen_lexicon.h tools/gen_file.h tools/gen_bigrams.h tools/gen_idioms.c tools/gen_idioms.h linter/data_p.h linter/automaton_p.h linter/lexicon.h \
	linter/bigram_p.h linter/name_p.h linter/word.h linter/word.c linter/character.h build/name_index.c $(DATA_SOURCES)
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) $(CPPFLAGS) $(TOOL_CFLAGS) -iquote linter -o $@ $(filter %.c,$^) -lutf8proc -lm

build/list_rules: tools/list_rules.c linter/rule_p.h $(RULE_SOURCES)
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) $(CPPFLAGS) $(TOOL_CFLAGS) -o $@ $(filter %.c,$^) -lyaml

# Beside it the entries of the lexicon in both variants, for their test.
$(DATA): build/gen_words build/list_rules tools/gen_words.sh $(WORD_LISTS) $(LEXICON)
	$(call say,DATA $@)
	$(Q)build/list_rules $(LEXICON) > build/rules.new
	$(Q)tools/gen_words.sh build/gen_words build/rules.new build/lexicon.tsv $@

build/gen_characters: tools/gen_characters.c linter/character.h linter/character_table_p.h linter/utf8.c
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) $(CPPFLAGS) $(TOOL_CFLAGS) -o $@ tools/gen_characters.c linter/utf8.c

.PHONY: check-tables tables
# The committed tables must be what the generator writes, no more and no fewer.
check-tables: build/gen_characters
	$(Q)rm -rf build/tables
	$(Q)tools/gen_characters.sh build/gen_characters build/tables
	$(Q)[ "$(notdir $(TABLES))" = "$$(ls build/tables | paste -sd ' ')" ] || { echo 'check-tables: other tables are made than stand in linter/'; exit 1; }
	$(Q)for table in $(TABLES); do cmp build/tables/$${table##*/} $$table || exit 1; done

tables: build/gen_characters
	$(Q)tools/gen_characters.sh build/gen_characters build/tables
	$(Q)for table in build/tables/*.c; do cmp -s $$table linter/$${table##*/} || cp $$table linter/; done
