#ifndef NIANBAO_CLIBEDIT_SHIM_H
#define NIANBAO_CLIBEDIT_SHIM_H

// Swift cannot call variadic C functions, and its view of `stdout` is a mutable global that strict
// concurrency refuses. These inline functions give each use of libedit that the line editor makes
// a fixed signature. All of them use the wide-character calls: the narrow ones convert by locale
// and truncate.

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

/// The columns that a character takes, as libedit counts them. `wchar.h` declares it for X/Open
/// programs only.
extern int wcwidth(wchar_t character);

/// An editing command: called with the key that ran it, answers one of the CC_ codes.
typedef unsigned char (*editline_command)(EditLine *, wint_t);

/// Gives the prompt to print; libedit reads the string at once and does not keep it.
typedef wchar_t *(*editline_prompt)(EditLine *);

/// An editor on the standard streams, or NULL.
static inline EditLine *editline_open(const char *program) {
  return el_init(program, stdin, stdout, stderr);
}

/// Writes through the stream that libedit uses, so that the order of output is kept.
static inline void editline_write(const char *bytes, size_t count) {
  fwrite(bytes, 1, count, stdout);
  fflush(stdout);
}

static inline int editline_set_owner(EditLine *editor, void *owner) {
  return el_wset(editor, EL_CLIENTDATA, owner);
}

static inline void *editline_owner(EditLine *editor) {
  void *owner = NULL;
  el_wget(editor, EL_CLIENTDATA, &owner);
  return owner;
}

static inline int editline_set_prompt(EditLine *editor, editline_prompt prompt) {
  return el_wset(editor, EL_PROMPT, prompt);
}

static inline int editline_set_reader(EditLine *editor, el_rfunc_t reader) {
  return el_wset(editor, EL_GETCFN, reader);
}

/// `editor` is L"emacs" or L"vi".
static inline int editline_set_keys(EditLine *editor, const wchar_t *keys) {
  return el_wset(editor, EL_EDITOR, keys);
}

/// With 0, libedit installs no signal handlers.
static inline int editline_set_signals(EditLine *editor, int on) {
  return el_wset(editor, EL_SIGNAL, on);
}

/// libedit keeps the pointers `name` and `help`: they must live as long as the editor.
static inline int editline_add_command(
    EditLine *editor, const wchar_t *name, const wchar_t *help, editline_command command) {
  return el_wset(editor, EL_ADDFN, name, help, command);
}

static inline int editline_bind(
    EditLine *editor, const wchar_t *key, const wchar_t *command) {
  return el_wset(editor, EL_BIND, key, command, NULL);
}

/// Binds in the second key map, which holds the command mode of the vi keys.
static inline int editline_bind_alternate(
    EditLine *editor, const wchar_t *key, const wchar_t *command) {
  return el_wset(editor, EL_BIND, L"-a", key, command, NULL);
}

/// Changes one flag of the terminal as it is set while a line is edited, e.g. L"-isig".
static inline int editline_set_terminal_flag(EditLine *editor, const wchar_t *flag) {
  return el_wset(editor, EL_SETTY, L"-d", flag, NULL);
}

/// Takes a capability, named as in termcap, from what libedit knows of the terminal.
static inline int editline_forget_capability(EditLine *editor, const wchar_t *capability) {
  return el_wset(editor, EL_SETTC, capability, L"", NULL);
}

/// Puts the terminal into the editing mode (1) or back (0).
static inline int editline_prepare_terminal(EditLine *editor, int on) {
  return el_wset(editor, EL_PREP_TERM, on);
}

/// Whether lines are edited at all; a start-up file or the terminal type may turn it off.
static inline int editline_is_editing(EditLine *editor) {
  int on = 1;
  el_wget(editor, EL_EDITMODE, &on);
  return on;
}

/// Prints prompt and line anew from where the terminal's cursor stands.
static inline int editline_refresh(EditLine *editor) {
  return el_wset(editor, EL_REFRESH);
}

/// Lets libedit's own history commands work on `history`.
static inline int editline_set_history(EditLine *editor, HistoryW *history) {
  return el_wset(editor, EL_HIST, history_w, history);
}

static inline int editline_history_limit(HistoryW *history, int entries) {
  HistEventW event;
  return history_w(history, &event, H_SETSIZE, entries);
}

static inline int editline_history_enter(HistoryW *history, const wchar_t *line) {
  HistEventW event;
  return history_w(history, &event, H_ENTER, line);
}

#endif
