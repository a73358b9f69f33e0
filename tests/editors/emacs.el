;;; Run inside Emacs by emacs.sh, which names what to test. Each check writes a line; the last line is “end”. -*- lexical-binding: t; -*-

(defvar report nil)
(setq coding-system-for-write 'utf-8-unix
      create-lockfiles nil
      make-backup-files nil)

(defun check (what seen wanted)
  (push (if (equal seen wanted) (concat "ok " what)
          (replace-regexp-in-string "\n" " " (format "FAILED %s %S, not %S" what seen wanted)))
        report))

(defun wait-for (test)
  "Wait until TEST holds, at most ten seconds."
  (let ((end (+ (float-time) 10)))
    (while (and (not (funcall test)) (< (float-time) end))
      (accept-process-output nil 0.05))))

(defun found ()
  "The findings of the buffer, as LINE TEXT."
  (sort (mapcar (lambda (item)
                  (format "%d %s" (line-number-at-pos (flymake-diagnostic-beg item))
                          (buffer-substring-no-properties (flymake-diagnostic-beg item) (flymake-diagnostic-end item))))
                (flymake-diagnostics))
        #'string<))

(defun expect (what wanted)
  "Flymake shows WANTED."
  (eglot--signal-textDocument/didChange) ; what the idle timer does, which batch mode has not
  (wait-for (lambda () (flymake-start) (equal (found) wanted)))
  (check what (found) wanted))

(defun follow (&rest arguments)
  "Go to the next error, and into its buffer, which a command does by itself."
  (apply #'next-error arguments)
  (set-buffer (window-buffer)))

(defun here (length)
  "What stands at point."
  (format "%d %s" (line-number-at-pos) (buffer-substring-no-properties (point) (min (point-max) (+ (point) length)))))

(defun visit (name)
  "Open a file as a person does; batch mode runs no commands."
  (find-file name)
  (run-hooks 'post-command-hook))

(defun compiled (start)
  "START makes a compilation buffer; wait until it is whole."
  (let* (whole (compilation-finish-functions (list (lambda (&rest _) (setq whole t)))))
    (funcall start)
    (wait-for (lambda () whole))))

(defun test-eglot ()
  (visit "简体.txt")
  (wait-for (lambda () (eglot-managed-p)))
  (check "the server runs" (and (eglot-managed-p) t) t)
  (expect "findings stand behind the emoji" '("1 按装" "3 三项措施"))
  (goto-char (point-min))
  (search-forward "正在")
  (eglot-code-actions (point) nil "quickfix" t)
  (check "a quick fix" (progn (goto-char (point-min)) (and (search-forward "正在安装电梯" nil t) t)) t)
  (expect "what is fixed is gone" '("3 三项措施"))
  (goto-char (point-min))
  (insert "😀😀自已\n")
  (expect "a line above moves all" '("1 自已" "4 三项措施"))
  (visit "繁體.txt")
  (expect "Traditional text" '("2 按裝" "2 自已"))
  (kanlint-fix-all)
  (check "fix all does what --fix does" (buffer-string)
         (with-temp-buffer
           (copy-file "繁體.txt" "fixed.txt")
           (call-process "kanlint" nil nil nil "--fix" "fixed.txt")
           (insert-file-contents "fixed.txt")
           (buffer-string)))
  (set-buffer-modified-p nil)
  (visit "笔记.md")
  (expect "Markdown without its code" '("3 按装"))
  (check "served as Markdown" major-mode 'markdown-mode)
  (visit "page.html")
  (check "other modes are left alone" (eglot-managed-p) nil))

(defun test-compilation ()
  (find-file "简体.txt")
  (compiled (lambda () (call-interactively #'kanlint)))
  (follow 1 t)
  (check "M-x kanlint: the character behind the emoji" (here 2) "1 按装")
  (follow)
  (check "the contradiction" (here 4) "3 三项措施")
  (let ((compilation-skip-threshold 0))
    (follow)
    (check "its other end" (here 2) "3 一是"))
  (compiled (lambda () (kanlint '("笔记.md" "繁體.txt"))))
  (follow 1 t)
  (check "other files" (concat (buffer-name) (here 2)) "笔记.md3 按装")
  (write-region "checks:\n  typo_wrong_wort: off\n" nil ".kanlint.yaml")
  (compiled (lambda () (kanlint '("简体.txt"))))
  (follow 1 t)
  (check "an error of the configuration" (concat (buffer-name) (here 15)) ".kanlint.yaml2 typo_wrong_wort")
  (delete-file ".kanlint.yaml")
  (compiled (lambda () (compile "kanlint --quiet --column-unit=display 简体.txt")))
  (follow 1 t)
  (check "M-x compile with cells of the screen" (here 2) "1 按装"))

(condition-case failure
    (progn
      (setq default-directory (expand-file-name "稿件 一/" (getenv "WORK")))
      (funcall (intern (getenv "TEST"))))
  (error (check "no error" failure nil)))
(with-temp-file (expand-file-name (getenv "TEST") (getenv "WORK"))
  (insert (mapconcat #'identity (reverse report) "\n") "\nend\n"))
(when (featurep 'eglot)
  (eglot-shutdown-all))
(kill-emacs 0)
