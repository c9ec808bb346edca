internal import CReadline
import Glibc

extension LineEditor {
  /// Connects Readline's Tab key with the active editor's `completions`.
  func installCompletion() {
    rl_attempted_completion_function = { word, start, _ in
      // Or Readline offers file names where we have nothing to offer.
      rl_attempted_completion_over = 1
      guard let word, let editor = LineEditor.active else { return nil }
      editor.findMatches(of: String(cString: word), start: Int(start))
      return rl_completion_matches(word) { _, index in
        // Readline frees each string, so each must come from malloc.
        LineEditor.active?.match(Int(index)).flatMap { strdup($0) }
      }
    }
    rl_completion_display_matches_hook = { _, _, _ in LineEditor.active?.displayMatches() }
  }

  private func findMatches(of word: String, start: Int) {
    matches = CompletionList.usable(completions(word, Readline.line, start), for: word)
  }

  private func match(_ index: Int) -> String? { index < matches.count ? matches[index].text : nil }

  /// Shows the matches below the line, then the prompt and the half-typed line again.
  private func displayMatches() {
    rl_crlf()
    fflush(rl_outstream ?? kpo_stdout())
    do {
      try talk.writeLine(CompletionList.display(matches, columns: talk.columns))
    } catch {
      failure = error
    }
    rl_forced_update_display()
  }
}
