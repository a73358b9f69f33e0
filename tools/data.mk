# The data file, and the generated table of characters. Both come from packages: unicode-data, opencc, python3-jieba.
DATA = build/kanlint.dat
ifneq ($(BUILD),build)
all: $(BUILD)/kanlint.dat
# The program looks beside itself.
$(BUILD)/kanlint.dat: $(DATA)
	@mkdir -p $(@D)
	$(Q)cp $< $@
endif
TOOL_CFLAGS = -std=c11 $(WARNINGS) -O2 -g $(CFLAGS)
WORD_LISTS = $(wildcard config/words/*.txt config/forms/*.txt)
DATA_SOURCES = linter/character.c linter/character_table.c linter/data.c linter/arena.c linter/error.c linter/utf8.c

all: $(DATA)

build/gen_words: tools/gen_words.c linter/data_p.h linter/word.h linter/character.h $(DATA_SOURCES)
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) $(CPPFLAGS) $(TOOL_CFLAGS) -o $@ $(filter %.c,$^) -lutf8proc -lm

$(DATA): build/gen_words tools/gen_words.sh $(WORD_LISTS)
	$(call say,DATA $@)
	$(Q)tools/gen_words.sh build/gen_words $@

build/gen_characters: tools/gen_characters.c linter/character.h linter/character_table_p.h linter/utf8.c
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) $(CPPFLAGS) $(TOOL_CFLAGS) -o $@ tools/gen_characters.c linter/utf8.c

.PHONY: check-tables tables
# The committed table must be what the generator writes.
check-tables: build/gen_characters
	$(Q)tools/gen_characters.sh build/gen_characters > build/character_table.c
	$(Q)cmp build/character_table.c linter/character_table.c

tables: build/gen_characters
	$(Q)tools/gen_characters.sh build/gen_characters > build/character_table.c
	$(Q)cmp -s build/character_table.c linter/character_table.c || cp build/character_table.c linter/character_table.c
