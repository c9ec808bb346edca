#ifndef CREADLINE_SHIM_H
#define CREADLINE_SHIM_H

/* readline.h uses FILE without including stdio.h itself. */
#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>

/* Readline keeps its state in C globals, which Swift 6 rightly refuses to touch.
   Redeclared with swift_attr the ones we use belong to the main actor, so the
   compiler checks every access instead of being told not to look. */
#define KPO_MAIN_ACTOR __attribute__((swift_attr("@MainActor")))
extern KPO_MAIN_ACTOR const char *rl_readline_name;
extern KPO_MAIN_ACTOR const char *rl_library_version;
extern KPO_MAIN_ACTOR char *rl_line_buffer;
extern KPO_MAIN_ACTOR FILE *rl_instream;
extern KPO_MAIN_ACTOR FILE *rl_outstream;
extern KPO_MAIN_ACTOR unsigned long rl_readline_state;
extern KPO_MAIN_ACTOR rl_getc_func_t *rl_getc_function;
extern KPO_MAIN_ACTOR int rl_catch_signals;
extern KPO_MAIN_ACTOR int rl_eof_found;
extern KPO_MAIN_ACTOR int rl_catch_sigwinch;
extern KPO_MAIN_ACTOR int rl_persistent_signal_handlers;
extern KPO_MAIN_ACTOR int rl_change_environment;
extern KPO_MAIN_ACTOR int rl_attempted_completion_over;
extern KPO_MAIN_ACTOR int rl_sort_completion_matches;
extern KPO_MAIN_ACTOR const char *rl_completer_word_break_characters;
extern KPO_MAIN_ACTOR const char *rl_completer_quote_characters;
extern KPO_MAIN_ACTOR rl_completion_func_t *rl_attempted_completion_function;
extern KPO_MAIN_ACTOR rl_compdisp_func_t *rl_completion_display_matches_hook;

/* C's stdin and stdout are mutable globals: a function hands out their value. */
static inline FILE *kpo_stdin(void) { return stdin; }
static inline FILE *kpo_stdout(void) { return stdout; }

#endif
