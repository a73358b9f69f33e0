-- Run inside Neovim by neovim.sh, with 简体.txt open. Each check writes a line; the last line is “end”.
local work, tree = os.getenv('WORK'), os.getenv('TREE')
local report = assert(io.open(work .. '/report', 'w'))

local function check(what, condition, detail)
	report:write(condition and 'ok ' or 'FAILED ', what, condition and '' or ' ' .. vim.inspect(detail):gsub('%s+', ' '), '\n')
	report:flush()
end

-- The findings as “LINE CHECK TEXT”, once they are those that are wanted or ten seconds have passed.
local function found(wanted)
	local seen
	vim.wait(10000, function()
		seen = {}
		for _, item in ipairs(vim.diagnostic.get(0)) do
			local line = vim.api.nvim_buf_get_lines(0, item.lnum, item.lnum + 1, false)[1] or '' -- the last findings may be of lines that are gone
			table.insert(seen, ('%d %s %s'):format(item.lnum + 1, item.code:match('[^.]+'), line:sub(item.col + 1, item.end_col)))
		end
		table.sort(seen)
		return vim.deep_equal(seen, wanted)
	end, 20)
	return vim.deep_equal(seen, wanted), seen
end

local function expect(what, wanted)
	check(what, found(wanted))
end

local function lines_of(path)
	return vim.fn.readfile(path)
end

local function buffer()
	return vim.api.nvim_buf_get_lines(0, 0, -1, true)
end

local function type_keys(keys)
	vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 'xt', false)
end

-- Answers the menu of code actions as a person does, with the first that fixes.
local offered
vim.ui.select = function(items, options, choose)
	offered = vim.tbl_map(options.format_item or tostring, items)
	choose(items[1], 1)
end

local function tests()
	local wrong, counted = '1 typo_wrong_word 按装', '3 figure_miscount 三项措施'
	expect('findings stand behind the emoji', { wrong, counted })
	local client = vim.lsp.buf_get_clients()[next(vim.lsp.buf_get_clients())]
	vim.fn.writefile({ tostring(client.rpc.pid) }, work .. '/pid')
	check('the program of the checkout runs', client.config.cmd[1] == os.getenv('PROGRAM'), client.config.cmd)

	vim.api.nvim_win_set_cursor(0, { 1, (buffer()[1]:find('按装', 1, true)) - 1 })
	vim.lsp.buf.hover()
	vim.wait(5000, function() return #vim.api.nvim_list_wins() > 1 end, 20)
	local float = vim.api.nvim_list_wins()[2]
	check('hover shows the page', float and table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float), 0, -1, true)):find('typo_wrong_word', 1, true), float)

	vim.lsp.buf.code_action()
	vim.wait(5000, function() return buffer()[1]:find('安装', 1, true) end, 20)
	check('a quick fix is offered', offered and offered[1]:find('^Fix: “按装”'), offered)
	check('and does what --fix does', vim.deep_equal(buffer(), lines_of('fixed.简体.txt')), buffer())
	expect('what is fixed is gone', { counted })
	type_keys('u')
	expect('undo brings it back', { wrong, counted })

	type_keys('ggO😀😀自已<Esc>')
	expect('a line above moves all', { '1 typo_wrong_word 自已', '2 typo_wrong_word 按装', '4 figure_miscount 三项措施' })
	type_keys('ggJ')
	expect('joined lines', { '1 typo_wrong_word 按装', '1 typo_wrong_word 自已', counted })
	type_keys('Gdggdd')
	expect('an empty buffer', {})
	type_keys('i按装😀<Esc>i自已<Esc>')
	expect('text from nothing', { '1 typo_wrong_word 按装', '1 typo_wrong_word 自已' })

	vim.cmd('edit! 繁體.txt')
	expect('Traditional text', { '2 typo_wrong_word 按裝', '2 typo_wrong_word 自已' })
	check('one server for the folder', #vim.lsp.get_active_clients() == 1, #vim.lsp.get_active_clients())
	vim.cmd('KanlintFix')
	check(':KanlintFix does what --fix does', vim.deep_equal(buffer(), lines_of('fixed.繁體.txt')), buffer())

	vim.cmd('edit! 笔记.md')
	expect('Markdown without its code', { '3 typo_wrong_word 按装' })
	vim.cmd('setlocal fileformat=dos | silent write | edit')
	expect('lines that end in CR LF', { '3 typo_wrong_word 按装' })
	vim.cmd('KanlintFix')
	check('and are fixed', buffer()[3]:find('**安装**', 1, true) and #buffer() == 3, buffer())

	vim.cmd('edit 简体.txt | edit!')
	expect('a file that is read anew', { wrong, counted })
	vim.cmd('split .kanlint.yaml')
	vim.api.nvim_buf_set_lines(0, 0, -1, true, { 'checks:', '  typo_wrong_word: off' })
	vim.cmd('silent write | close')
	expect('a new configuration holds at once', { counted })
	vim.fn.delete('.kanlint.yaml')

	-- Neovim 0.11's own way, as far as an older one can tell.
	local configured, enabled = {}, {}
	vim.lsp.config = setmetatable({}, { __call = function(_, name, config) configured[name] = config end })
	vim.lsp.enable = function(name) table.insert(enabled, name) end
	dofile(work .. '/init-0.11.lua')
	check('the lines for 0.11', configured.kanlint and vim.deep_equal(configured.kanlint.cmd, { 'kanlint', '--lsp' }) and vim.deep_equal(enabled, { 'kanlint' }), configured)
	vim.g.loaded_kanlint = nil
	dofile(tree .. '/editors/neovim/plugin/kanlint.lua')
	check('the plug-in enables itself in 0.11', #enabled == 2, enabled)
	check('with a command that runs', vim.fn.executable(dofile(tree .. '/editors/neovim/lsp/kanlint.lua').cmd[1]) == 1)
end

local fine, failure = xpcall(tests, debug.traceback)
if not fine then
	check('no error', false, failure)
end
report:write('end\n')
report:close()
vim.cmd('qall!')
