/// Collects the faults of a file while the parser goes on.
struct DiagnosticSink {
  private(set) var diagnostics: [Diagnostic] = []

  init(_ diagnostics: [Diagnostic] = []) {
    self.diagnostics = diagnostics
  }

  mutating func report(_ code: Diagnostic.Code, at place: Located, _ reason: String, fix: String) {
    let (line, column, excerpt) = place.place
    diagnostics.append(
      Diagnostic(code: code, line: line, column: column, excerpt: excerpt, reason: reason, fix: fix))
  }

  mutating func report(_ code: Diagnostic.Code, at line: SourceLine, _ reason: String, fix: String) {
    report(code, at: Located(line.text.trimmingSpaces(), in: line), reason, fix: fix)
  }
}
