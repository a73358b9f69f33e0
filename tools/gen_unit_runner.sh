#!/bin/sh
# Writes the main program of the unit tests for these suites to standard output. usage: tools/gen_unit_runner.sh SUITE...
set -eu
echo '/* Made by tools/gen_unit_runner.sh from the file names in tests/unit/: do not edit. */'
echo '#include <check.h>'
for name; do
	echo "Suite *suite_$name(void);"
done
echo 'int main(void)'
echo '{'
echo '	SRunner *runner = srunner_create(NULL);'
for name; do
	echo "	srunner_add_suite(runner, suite_$name());"
done
echo '	srunner_run_all(runner, CK_ENV);'
echo '	int failed = srunner_ntests_failed(runner);'
echo '	srunner_free(runner);'
echo '	return failed != 0;'
echo '}'
