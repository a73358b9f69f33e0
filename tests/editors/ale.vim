" Run inside Vim by vim.sh, with 简体.txt open and ALE loaded. Each check writes a line; the last line is “end”.
set encoding=utf-8
scriptencoding utf-8
let s:report = []

function s:Check(what, seen, wanted)
  call add(s:report, a:seen ==# a:wanted ? 'ok ALE: ' . a:what : 'FAILED ALE: ' . a:what . ' ' . string(a:seen) . ', not ' . string(a:wanted))
endfunction

" What ALE shows, as LINE TEXT.
function s:Found()
  return map(copy(ale#engine#GetLoclist(bufnr(''))), {_, item -> item.lnum . ' ' . strpart(getline(item.lnum), item.col - 1, get(item, 'end_col', 0) - item.col + 1)})
endfunction

function s:Expect(what, wanted)
  ALELint
  for _ in range(100)
    if s:Found() ==# a:wanted
      break
    endif
    sleep 100m
  endfor
  call s:Check(a:what, s:Found(), a:wanted)
endfunction

function s:Tests()
  call s:Expect('what is underlined stands behind the emoji', ['1 按装', '3 三项措施'])
  call s:Check('what belongs to it', ale#engine#GetLoclist(bufnr(''))[1].detail =~# "\n3: ", 1)
  call setline(1, '没有错。')
  call s:Expect('a change that is not written', ['3 三项措施'])
  edit! 笔记.md
  call s:Expect('Markdown', ['3 按装'])
  call writefile(['checks:', '  typo_wrong_word: off'], '.kanlint.yaml')
  call s:Expect('its configuration holds', [])
  call writefile(['checks:', '  typo_wrong_wort: off'], '.kanlint.yaml')
  call s:Expect('a wrong one', ['1 '])
  call s:Check('is said', ale#engine#GetLoclist(bufnr(''))[0].text =~# '\.kanlint\.yaml:2:3: unknown check', 1)
endfunction

try
  call s:Tests()
catch
  call add(s:report, 'FAILED ALE: no error ' . v:exception . ' at ' . v:throwpoint)
endtry
call writefile(s:report + ['end'], $WORK . '/ale')
qall!
