" Vim compiler file: kanlint, a linter for Chinese prose.
"   :compiler kanlint | make    lints the file of the buffer: :cnext, :cwindow
"   :make notes/ drafts/        these too
" g:kanlint_program names a program that is not on the path.
if exists('current_compiler')
  finish
endif
let current_compiler = 'kanlint'

if exists(':CompilerSet') != 2
  command -nargs=* CompilerSet setlocal <args>
endif

let s:cpo = &cpo
set cpo&vim

" %c counts bytes.
let s:command = get(g:, 'kanlint_program', 'kanlint') . ' --quiet --color=never --column-unit=byte %:S'
execute 'CompilerSet makeprg=' . escape(s:command, ' \|"')

" Messages are UTF-8, whatever 'encoding' is.
if exists('+makeencoding')
  CompilerSet makeencoding=utf-8
endif

" The last is an error in a file of the configuration.
CompilerSet errorformat=%f:%l:%c:\ %trror:\ %m,
		       \%f:%l:%c:\ %tarning:\ %m,
		       \%f:%l:%c:\ %tote:\ %m,
		       \%Ekanlint:\ %.%#:\ %f:%l:%c:\ %m

let &cpo = s:cpo
unlet s:cpo s:command
