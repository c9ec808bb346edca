extension SafeText {
  /// The text as it goes to a stream; removing the escape sequences gives exactly `plain`.
  ///
  /// A style ends before each newline and begins again after it, so that each line stands alone in a pager.
  ///
  /// - Parameter colour: whether the roles become escape sequences.
  public func rendered(colour: Bool) -> String {
    colour ? rendered { $0 } : plain
  }

  /// The text as a prompt for Readline, which must be told (by `\001` and `\002`) what takes no columns.
  func renderedAsPrompt(colour: Bool) -> String {
    colour ? rendered { "\u{1}" + $0 + "\u{2}" } : plain
  }

  private func rendered(wrapping escape: (String) -> String) -> String {
    var result = ""
    for run in runs {
      let opening = run.role?.style.opening ?? ""
      for (index, line) in run.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { result += "\n" }
        if line.isEmpty { continue }
        result += opening.isEmpty ? String(line) : escape(opening) + line + escape(Style.closing)
      }
    }
    return result
  }
}
