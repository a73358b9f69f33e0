-- kanlint: starts “kanlint --lsp” for the buffers of prose.
--
--   vim.g.kanlint = { cmd = { '/opt/kanlint/bin/kanlint', '--lsp', '--profile=newsroom' }, filetypes = { 'text', 'markdown' } }
local kanlint = {}

local function settings()
	return vim.g.kanlint or {}
end

function kanlint.filetypes()
	return settings().filetypes or { 'text', 'markdown' }
end

-- The program that was built in the checkout this file stands in; else the one on the path.
function kanlint.command()
	if settings().cmd then
		return settings().cmd
	end
	local here = vim.loop.fs_realpath(debug.getinfo(1, 'S').source:sub(2))
	local built = vim.fn.fnamemodify(here, ':h:h:h:h') .. '/build/kanlint'
	return { vim.fn.executable(built) == 1 and built or 'kanlint', '--lsp' }
end

-- The nearest folder upwards that holds the configuration or a repository; else the file's own.
local function root_of(path)
	local folder = vim.fn.fnamemodify(path, ':p:h')
	for _, marker in ipairs({ '.kanlint.yaml', '.git' }) do
		local at = folder
		while true do
			if vim.loop.fs_stat(at .. '/' .. marker) then
				return at
			end
			local parent = vim.fn.fnamemodify(at, ':h')
			if parent == at then
				break
			end
			at = parent
		end
	end
	return folder
end

-- Those that run; for all buffers, or for one.
local function clients(buffer)
	local all = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = buffer }) or buffer and vim.lsp.buf_get_clients(buffer) or vim.lsp.get_active_clients()
	return vim.tbl_filter(function(client)
		return client.name == 'kanlint'
	end, vim.tbl_values(all))
end

local function client_for(root)
	for _, client in ipairs(clients()) do
		if client.config.root_dir == root and not client.is_stopped() then
			return client.id
		end
	end
	local command = kanlint.command()
	if vim.fn.executable(command[1]) == 0 then
		vim.notify_once(('kanlint: no program “%s”: put it on the path, or name it in vim.g.kanlint.cmd'):format(command[1]), vim.log.levels.ERROR)
		return nil
	end
	return vim.lsp.start_client({
		name = 'kanlint',
		cmd = command,
		root_dir = root,
		workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
	})
end

-- Serves a buffer; one server for each root. For Neovim before 0.11.
function kanlint.start(buffer)
	if vim.bo[buffer].buftype ~= '' then
		return -- help, terminals, lists
	end
	local id = client_for(root_of(vim.api.nvim_buf_get_name(buffer)))
	if id then
		vim.lsp.buf_attach_client(buffer, id)
	end
end

-- Methods of a client are functions of it before 0.11.
local function call(client, method, ...)
	if vim.fn.has('nvim-0.11') == 1 then
		return client[method](client, ...)
	end
	return client[method](...)
end

-- A file that may belong to the configuration was written. Neovim watches files for a server only in some versions and systems.
function kanlint.changed(path)
	for _, client in ipairs(clients()) do
		call(client, 'notify', 'workspace/didChangeWatchedFiles', { changes = { { uri = vim.uri_from_fname(path), type = 2 } } })
	end
end

-- Applies all safe fixes, as --fix does. Waits for the server, so that it may stand before a write.
function kanlint.fix_all(buffer)
	buffer = buffer or vim.api.nvim_get_current_buf()
	local client = clients(buffer)[1]
	if not client then
		vim.notify('kanlint: no server for this buffer', vim.log.levels.WARN)
		return
	end
	local start = { line = 0, character = 0 }
	local params = {
		textDocument = { uri = vim.uri_from_bufnr(buffer) },
		range = { start = start, ['end'] = start },
		context = { diagnostics = {}, only = { 'source.fixAll' } },
	}
	local answer, failure = call(client, 'request_sync', 'textDocument/codeAction', params, 5000, buffer)
	if not answer or answer.err then
		vim.notify('kanlint: ' .. (failure or answer.err.message), vim.log.levels.ERROR)
		return
	end
	for _, action in ipairs(answer.result or {}) do
		vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
	end
end

return kanlint
