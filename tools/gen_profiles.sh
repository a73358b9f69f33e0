#!/bin/sh
# Writes the built-in profiles as C to standard output. usage: tools/gen_profiles.sh FOLDER NAME...
set -eu
folder=$1
shift
echo '/* Made by tools/gen_profiles.sh from config/: do not edit. */'
echo '#include "policy_p.h"'
for name; do
	echo
	echo "static const unsigned char text_$name[] = {"
	od -An -v -tu1 "$folder/$name.yaml" | sed 's/  *\([0-9][0-9]*\)/\1,/g; s/^/	/'
	echo '	0};'
done
echo
echo 'const struct profile profiles[] = {'
for name; do
	bit=$(echo "$name" | tr '[:lower:]' '[:upper:]')
	echo "	{\"$name\", PROFILE_$bit, text_$name, sizeof text_$name - 1},"
done
echo '	{0, 0, 0, 0},'
echo '};'
echo
echo 'const char *const profile_names[] = {'
for name; do
	echo "	\"$name\","
done
echo '	0,'
echo '};'
