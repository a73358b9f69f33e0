-- For vim.lsp.enable('kanlint'), Neovim 0.11 and later.
local kanlint = require('kanlint')
return { cmd = kanlint.command(), filetypes = kanlint.filetypes(), root_markers = { '.kanlint.yaml', '.git' } }
