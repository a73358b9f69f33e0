-- kanlint for Neovim 0.7 and later: see editors/README.md. Needs no settings; vim.g.kanlint may hold some (lua/kanlint.lua).
if vim.g.loaded_kanlint then
	return
end
vim.g.loaded_kanlint = true

local group = vim.api.nvim_create_augroup('kanlint', {})
if vim.lsp.config and vim.lsp.enable then -- 0.11: lsp/kanlint.lua
	vim.lsp.enable('kanlint')
else
	vim.api.nvim_create_autocmd('FileType', {
		group = group,
		pattern = require('kanlint').filetypes(),
		callback = function(event)
			require('kanlint').start(event.buf)
		end,
	})
end

vim.api.nvim_create_autocmd('BufWritePost', {
	group = group,
	pattern = { '*.yaml', '*.yml', '*.tsv' },
	callback = function(event)
		require('kanlint').changed(vim.fn.fnamemodify(event.match, ':p'))
	end,
})

vim.api.nvim_create_user_command('KanlintFix', function()
	require('kanlint').fix_all()
end, { desc = 'apply all safe fixes of kanlint to this buffer' })
