#!/bin/sh
# Writes plugin_abi.h: a number for the text of the public headers without comments and blanks. Plug-ins carry the one that they
# were built with, so one that was built with other structs or functions is refused instead of read wrongly.
set -eu
sum=$("$(dirname "$0")/public_headers.sh" --text | cksum | cut -d ' ' -f 1)
echo '/* plugin_abi: made by tools/gen_plugin_abi.sh from the public headers: do not edit. */'
echo '#ifndef KANLINT_PLUGIN_ABI_H'
echo '#define KANLINT_PLUGIN_ABI_H'
echo
echo '#include <stdint.h>'
echo
printf '#define KANLINT_PLUGIN_ABI UINT32_C(0x%08x)\n' "$sum"
echo
echo '#endif'
