;;; kanlint.el --- Lint Chinese prose -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "28.1"))
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; (require 'kanlint) tells Eglot (1.9 or later; part of Emacs since 29) of the server, “kanlint --lsp”, and adds
;; `M-x kanlint', which lints files in a compilation buffer.  To start the server with every text and Markdown file:
;;
;;   (add-hook 'text-mode-hook #'kanlint-ensure)

;;; Code:

(require 'compile)

(declare-function eglot-ensure "eglot")
(declare-function eglot-code-actions "eglot")
(defvar eglot-server-programs)

(defgroup kanlint nil
  "Lint Chinese prose."
  :group 'tools)

(defcustom kanlint-program
  (let ((built (expand-file-name "../../build/kanlint"
                                 (file-name-directory (file-truename (or load-file-name buffer-file-name default-directory))))))
    (if (file-executable-p built) built "kanlint"))
  "The program: that of the checkout this file stands in, or on the path."
  :type 'string)

(defcustom kanlint-modes '(text-mode markdown-mode gfm-mode)
  "Major modes that `kanlint-ensure' serves; not those derived from them."
  :type '(repeat symbol))

;; Eglot

(defun kanlint-contact (&rest _)
  "How Eglot starts the server."
  (list kanlint-program "--lsp"))

;; Markdown's entry goes before Eglot's own; that of text behind all, as many modes derive from it.
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '((markdown-mode gfm-mode) . kanlint-contact))
  (add-to-list 'eglot-server-programs '(text-mode . kanlint-contact) t))

;;;###autoload
(defun kanlint-ensure ()
  "Serve this buffer with kanlint, if it is a file of one of `kanlint-modes'."
  (when (and buffer-file-name (memq major-mode kanlint-modes))
    (require 'eglot)
    (eglot-ensure)))

;;;###autoload
(defun kanlint-fix-all ()
  "Apply all safe fixes to this buffer, as --fix does."
  (interactive)
  (eglot-code-actions (point-min) nil "source.fixAll" t))

;; Compilation

(defvar kanlint-error-regexp-alist
  '(("^\\(.+?\\):\\([0-9]+\\):\\([0-9]+\\): \\(?:error\\|\\(warning\\)\\|\\(note\\)\\): " 1 2 3 (4 . 5))
    ("^kanlint: .*: \\([^:\n]+\\):\\([0-9]+\\):\\([0-9]+\\): " 1 2 3))
  "Findings, and errors in a file of the configuration.")

(define-compilation-mode kanlint-mode "kanlint"
  "Findings of kanlint.  Their columns count characters, not cells of the screen."
  (setq-local compilation-error-regexp-alist kanlint-error-regexp-alist
              compilation-error-screen-columns nil))

;;;###autoload
(defun kanlint (paths)
  "Lint PATHS, a list of files and folders.
Interactively this file, or what is typed after a prefix argument."
  (interactive
   (list (if (or current-prefix-arg (not buffer-file-name))
             (list (expand-file-name (read-file-name "Lint: ")))
           (list buffer-file-name))))
  (save-some-buffers (not compilation-ask-about-save) (lambda () (member buffer-file-name paths)))
  (compilation-start (mapconcat #'shell-quote-argument `(,kanlint-program "--quiet" "--color=never" "--column-unit=codepoint" "--" ,@paths) " ")
                     #'kanlint-mode))

(provide 'kanlint)
;;; kanlint.el ends here
