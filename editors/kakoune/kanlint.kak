# kanlint for Kakoune: :lint shows the findings, :lint-next-message goes to the next.
# The buffer goes to standard input under its own name, so that its .kanlint.yaml is found. Kakoune counts bytes.

declare-option -docstring 'the program' str kanlint_program kanlint

hook global BufCreate .*\.(?i)(txt|md|markdown)$ %{
    set-option buffer lintcmd "from_input() { %opt{kanlint_program} --quiet --color=never --column-unit=byte --stdin-filename=""$kak_buffile"" - < ""$1""; } && from_input"
}
