#!/bin/sh
# Writes the completion script of a shell from the program's own table of options. Names of checks are asked of the program when they are wanted.
# usage: tools/gen_completion.sh bash|zsh|fish PROGRAM
set -eu
shell=$1
options=$(LC_ALL=C "$2" --print-options)

# each PROGRAM_OF_AWK: runs it for each option, with group, letter, name, argument, kind, values and help set; quoted() for single quotes
each() {
	printf '%s\n' "$options" | awk -F '\t' '
		function quoted(text) {
			gsub(/'\''/, "'\''\\\\'\'''\''", text)
			return "'\''" text "'\''"
		}
		{
			group = $1; letter = $2 == "-" ? "" : $2; name = $3; argument = $4 == "-" ? "" : $4
			kind = $5; values = $6 == "-" ? "" : $6; help = $7
		}
		'"$1"
}

formats=$(each 'kind == "format" { print values }')

bash_words() {
	each '{ printf "%s--%s%s", (NR > 1 ? " " : ""), name, (argument == "" ? "" : "=") }'
}

# The arms of a case: what completes the value of each option.
bash_arms() {
	each '
		argument == "" { next }
		{ printf "\t%s--%s) ", letter == "" ? "" : "-" letter " | ", name }
		kind == "format" { print "_kanlint_formats " quoted(values) " ;;"; next }
		kind == "check" { print "_kanlint_add \"$(_kanlint_checks)\" ;;"; next }
		kind == "checks" { print "_kanlint_list \"$(_kanlint_checks; _kanlint_families)\" ;;"; next }
		kind == "revision" { print "_kanlint_add \"$(git for-each-ref --format=\"%(refname:short)\" 2> /dev/null)\" ;;"; next }
		kind == "file" { print "_kanlint_files ;;"; next }
		{ print "_kanlint_words " quoted(values) " ;;" }'
}

write_bash() {
	words=$(bash_words) arms=$(bash_arms)
	cat << END
# bash completion for kanlint, made by tools/gen_completion.sh: do not edit.

# Checks and their families, one a line.
_kanlint_checks() { "\$_kanlint_program" --list-checks 2> /dev/null | sed 's/ .*//'; }
_kanlint_families() { _kanlint_checks | sed 's/_.*//' | sort -u; }

# Each offers what begins with \$_kanlint_value; \$_kanlint_before is what stands before it in the word, as the user sees it.
# No compgen -W: it would run what stands in a name, as in that of a git branch.
_kanlint_add() {
	local candidate
	while IFS= read -r candidate; do
		[[ -z \$candidate || \$candidate != "\$_kanlint_value"* ]] || COMPREPLY+=("\$_kanlint_before\$candidate")
	done <<< "\$1"
}
_kanlint_words() { _kanlint_add "\${1// /\$'\\n'}"; }
_kanlint_files() {
	compopt -o filenames 2> /dev/null
	_kanlint_add "\$(compgen -f -- "\$_kanlint_value")"
}
_kanlint_list() {
	local last=\${_kanlint_value##*,}
	[[ \$last != +* ]] || last=\${last#+}
	_kanlint_before+=\${_kanlint_value%"\$last"} _kanlint_value=\$last
	compopt -o nospace 2> /dev/null
	_kanlint_add "\$1"
}
_kanlint_formats() {
	if [[ \$_kanlint_value == *:* ]]; then
		_kanlint_before+=\${_kanlint_value%%:*}: _kanlint_value=\${_kanlint_value#*:}
		_kanlint_files
	else
		_kanlint_words "\$1"
	fi
}
_kanlint_value_of() {
	case \$1 in
$arms
	*) return 1 ;;
	esac
}

_kanlint() {
	local _kanlint_program=\$1 _kanlint_value _kanlint_before= word last kept i
	local -a words=()
	COMPREPLY=()
	# bash takes words apart at = and : (COMP_WORDBREAKS); here they are put together again.
	for ((i = 1; i <= COMP_CWORD; i++)); do
		word=\${COMP_WORDS[i]} last=\${#words[@]}
		if ((last > 0)) && { [[ \$word == [=:] ]] || [[ \${COMP_WORDS[i - 1]} == [=:] ]]; }; then
			words[last - 1]+=\$word
		else
			words+=("\$word")
		fi
	done
	last=\${COMP_WORDS[COMP_CWORD]}
	[[ \$last != [=:] ]] || last=
	word=\${words[-1]} kept=\${words[-1]%"\$last"}
	_kanlint_value=\$word
	for ((i = 0; i < \${#words[@]} - 1; i++)); do
		[[ \${words[i]} != -- ]] || { _kanlint_files; return; }
	done
	if [[ \$word == --*=* ]]; then
		_kanlint_value=\${word#*=} _kanlint_before=\${word%%=*}=
		_kanlint_value_of "\${word%%=*}"
	elif ((\${#words[@]} > 1)) && _kanlint_value_of "\${words[-2]}"; then
		:
	elif [[ \$word == -* ]]; then
		_kanlint_words '$words'
		[[ \${COMPREPLY[*]} != *= ]] || compopt -o nospace 2> /dev/null
	else
		_kanlint_files
	fi
	COMPREPLY=("\${COMPREPLY[@]#"\$kept"}")
}

complete -F _kanlint kanlint
END
}

zsh_specs() {
	each '
		function described(text) {
			gsub(/[][]/, "\\\\&", text)
			return text
		}
		function action() {
			if (kind == "format") return "_kanlint_formats"
			if (kind == "check" || kind == "checks") return "_kanlint_" kind
			if (kind == "revision") return "_kanlint_revisions"
			if (kind == "file") return "_files"
			return "(" values ")"
		}
		{
			again = kind == "checks" || kind == "format" ? "*" : group == "Instead of linting" ? "(- *)" : ""
			value = argument == "" ? "" : ":" argument ":" action()
			sub(/\[:FILE\]/, "", value)
			mark = argument == "" ? "" : "="
			if (letter != "")
				print "\t\t" quoted(again "-" letter (argument == "" ? "" : "+") "[" described(help) "]" value) " \\"
			print "\t\t" quoted(again "--" name mark "[" described(help) "]" value) " \\"
		}'
}

write_zsh() {
	specs=$(zsh_specs)
	cat << END
#compdef kanlint
# zsh completion for kanlint, made by tools/gen_completion.sh: do not edit.

_kanlint_names() {
	local -a names=(\${(f)"\$(\$words[1] --list-checks 2> /dev/null | sed 's/ .*//')"})
	[[ \$1 == family ]] && names+=(\${(u)names%%_*})
	shift
	compadd "\$@" -a names
}

_kanlint_check() { _kanlint_names one "\$@"; }
_kanlint_check_or_family() {
	compset -P '+'
	_kanlint_names family "\$@"
}
_kanlint_checks() { _sequence _kanlint_check_or_family; }

_kanlint_formats() {
	if compset -P '*:'; then
		_files
	else
		compadd -S '' -- $formats
	fi
}

_kanlint_revisions() {
	local -a revisions=(HEAD \${(f)"\$(git for-each-ref --format='%(refname:short)' 2> /dev/null)"})
	compadd -a revisions
}

_kanlint() {
	_arguments -s -S : \\
$specs
		'*:file or folder:_files'
}

if [[ \$funcstack[1] == _kanlint ]]; then
	_kanlint "\$@"
else
	compdef _kanlint kanlint
fi
END
}

fish_options() {
	each '
		{
			line = "complete -c kanlint -l " name (letter == "" ? "" : " -s " letter)
			if (kind == "format") line = line " -x -a \"(__kanlint_formats)\""
			else if (kind == "check") line = line " -x -a \"(__kanlint_checks)\""
			else if (kind == "checks") line = line " -x -a \"(__fish_complete_list , __kanlint_names)\""
			else if (kind == "revision") line = line " -x -a \"(git for-each-ref --format=\\\"%(refname:short)\\\" 2> /dev/null)\""
			else if (kind == "file") line = line " -r -F"
			else if (argument != "") line = line " -x" (values == "" ? "" : " -a " quoted(values))
			# fish has its own escapes in single quotes
			gsub(/\\/, "\\\\", help)
			gsub(/'\''/, "\\'\''", help)
			print line " -d '\''" help "'\''"
		}'
}

write_fish() {
	lines=$(fish_options)
	cat << END
# fish completion for kanlint, made by tools/gen_completion.sh: do not edit.

function __kanlint_checks
	set -l program (commandline -opc)[1]
	\$program --list-checks 2> /dev/null | string replace -r '^(\\S+)\\s+\\S+\\s+\\S+\\s+' '\$1\\t'
end

function __kanlint_names
	set -l checks (__kanlint_checks)
	set -l names \$checks (string replace -r '_.*' '' \$checks | sort -u)
	set -l plus (commandline -ct | string match -r '(?<=^|,|=)\+(?=[^,]*\$)'; or echo)
	printf '%s\\n' \$plus\$names
end

function __kanlint_formats
	set -l value (commandline -ct | string replace -r '^(--[a-z-]*=|-f)' '')
	if string match -q '*:*' -- \$value
		set -l parts (string split -m 1 : -- \$value)
		for file in \$parts[2]*
			echo \$parts[1]:\$file
		end
	else
		string split ' ' '$formats'
	end
end

$lines
END
}

case $shell in
bash | zsh | fish) "write_$shell" ;;
*)
	echo "tools/gen_completion.sh: no completion for $shell" >&2
	exit 2
	;;
esac
