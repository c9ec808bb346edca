internal import CReadline
import Glibc

/// Sets up GNU Readline's process-wide state, once.
@MainActor
enum Readline {
  /// Touch it to make sure that Readline is set up.
  static let isReady: Bool = {
    useUTF8()
    rl_readline_name = immortal("kpo")
    // The kernel knows the size; LINES and COLUMNS in our environment would only go stale.
    rl_change_environment = 0
    // Readline's handlers put the terminal right when a signal arrives, then raise it again for ours.
    rl_catch_signals = 1
    rl_persistent_signal_handlers = 1
    // A new size is our loop's business, which knows when redrawing is safe.
    rl_catch_sigwinch = 0
    // A name may hold any punctuation; only a space ends a word, and nothing quotes.
    rl_completer_word_break_characters = immortal(" \t\n")
    rl_completer_quote_characters = immortal("")
    // The provider's order is best first.
    rl_sort_completion_matches = 0
    // Before the learner's ~/.inputrc is read, so that it has the last word.
    rl_variable_bind("show-all-if-ambiguous", "on")
    using_history()
    stifle_history(Int32(CommandHistory.longest))
    rl_initialize()
    return true
  }()

  /// What is in the line being edited.
  static var line: String { rl_line_buffer.map { String(cString: $0) } ?? "" }

  /// Makes Readline take UTF-8, which it refuses where the locale is C or not installed.
  ///
  /// Readline asks the environment, not only `setlocale`, so the fallback has to be there too.
  private static func useUTF8() {
    let isLocaleKnown = setlocale(LC_CTYPE, "") != nil
    if isLocaleKnown, let encoding = nl_langinfo(Int32(CODESET)), String(cString: encoding) == "UTF-8" { return }
    setenv("LC_ALL", "C.UTF-8", 1)
    setlocale(LC_CTYPE, "C.UTF-8")
  }

  /// A C string that lives as long as the program, as Readline wants its settings.
  private static func immortal(_ text: StaticString) -> UnsafePointer<CChar> {
    UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
