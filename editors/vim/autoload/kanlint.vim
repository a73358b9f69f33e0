" kanlint for ALE: ale_linters/FILETYPE/kanlint.vim call this. Not through its server: ALE takes the characters that servers count for bytes.

function! kanlint#command(buffer) abort
  return '%e --quiet --format=jsonl --stdin-filename=' . ale#Escape(fnamemodify(bufname(a:buffer), ':p')) . ' -'
endfunction

function! s:item(finding) abort
  let begin = a:finding.region.begin
  let end = a:finding.region.end
  let item = {
  \   'lnum': begin.line,
  \   'col': begin.byte_column,
  \   'type': a:finding.severity is# 'note' ? 'I' : toupper(a:finding.severity[0]),
  \   'text': a:finding.message,
  \   'code': a:finding.check,
  \ }
  if end.offset > begin.offset " ALE's end is the last byte
    call extend(item, {'end_lnum': end.line, 'end_col': end.byte_column - 1})
  endif
  let others = map(copy(a:finding.related), "v:val.region.begin.line . ': ' . v:val.message")
  return empty(others) ? item : extend(item, {'detail': join([item.text] + others, "\n")})
endfunction

" What could not be done is an error in the first line.
function! kanlint#handle(buffer, lines) abort
  let found = []
  for line in a:lines
    let decoded = line[0] is# '{' ? json_decode(line) : {}
    if has_key(decoded, 'check')
      call add(found, s:item(decoded))
    elseif line =~# '^kanlint: '
      call add(found, {'lnum': 1, 'type': 'E', 'text': line})
    endif
  endfor
  return found
endfunction

function! kanlint#define(filetype) abort
  call ale#linter#Define(a:filetype, {
  \   'name': 'kanlint',
  \   'executable': {-> get(g:, 'kanlint_program', 'kanlint')},
  \   'command': function('kanlint#command'),
  \   'callback': 'kanlint#handle',
  \   'output_stream': 'both',
  \ })
endfunction
