" Run inside Vim by vim.sh, with 简体.txt open. Each check writes a line; the last line is “end”.
set encoding=utf-8
scriptencoding utf-8
let s:report = []

function s:Check(what, seen, wanted)
  call add(s:report, a:seen ==# a:wanted ? 'ok ' . a:what : 'FAILED ' . a:what . ' ' . string(a:seen) . ', not ' . string(a:wanted))
endfunction

" What stands under the cursor, LENGTH characters.
function s:Here(length)
  return line('.') . ' ' . strcharpart(strpart(getline('.'), col('.') - 1), 0, a:length)
endfunction

function s:Types()
  return join(map(filter(getqflist(), 'v:val.valid'), 'v:val.type'), '')
endfunction

function s:Tests()
  compiler kanlint
  silent make!
  call s:Check('findings and what belongs to them', s:Types(), 'wwn')
  cfirst
  call s:Check('the character behind the emoji', s:Here(2), '1 按装')
  call s:Check('the message', getqflist()[0].text =~# '“安装” \[typo_wrong_word\]$', 1)
  cnext
  call s:Check('the contradiction', s:Here(4), '3 三项措施')
  cnext
  call s:Check('its other end', s:Here(2), '3 一是')

  edit 繁體.txt
  compiler kanlint
  silent make!
  cfirst
  call s:Check('Traditional text', s:Here(2), '2 按裝')
  cnext
  call s:Check('the second of a line', s:Here(2), '2 自已')

  silent make! 笔记.md
  call s:Check('more files', len(filter(getqflist(), 'bufname(v:val.bufnr) ==# "笔记.md"')), 1)
  execute 'cc' index(map(getqflist(), 'bufname(v:val.bufnr)'), '笔记.md') + 1
  call s:Check('and a jump to them', bufname('%') . s:Here(2), '笔记.md3 按装')

  call writefile(['checks:', '  typo_wrong_wort: off'], '.kanlint.yaml')
  edit 简体.txt
  compiler kanlint
  silent make!
  cfirst
  call s:Check('an error of the configuration', bufname('%') . s:Here(15), '.kanlint.yaml2 typo_wrong_wort')
  call delete('.kanlint.yaml')

  call writefile(["\t新闻，\t按装。"], 'tab.txt')
  edit tab.txt
  compiler! kanlint
  silent make!
  cfirst
  call s:Check('tabs are one', s:Here(2), '1 按装')
  edit 笔记.md
  silent make!
  cfirst
  call s:Check('compiler! holds everywhere', bufname('%') . s:Here(2), '笔记.md3 按装')

  call writefile(['没有错。'], 'good.txt')
  edit good.txt
  silent make!
  call s:Check('nothing of a clean file', len(getqflist()), 0)
  let g:kanlint_program = 'nowhere/kanlint'
  compiler kanlint
  silent make!
  call s:Check('a program of one''s own', &makeprg =~# '^nowhere/kanlint ', 1)
  call s:Check('that is missing is said', len(filter(getqflist(), 'v:val.text =~# "nowhere/kanlint: "')), 1)
endfunction

try
  call s:Tests()
catch
  call add(s:report, 'FAILED no error ' . v:exception . ' at ' . v:throwpoint)
endtry
call writefile(s:report + ['end'], $WORK . '/report')
qall!
