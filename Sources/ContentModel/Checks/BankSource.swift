/// The text of a bank, for checks outside this module that report places in it.
public struct BankSource: Sendable {
  private let lines: [SourceLine]

  /// Splits the bytes of a file into lines.
  public init(_ bytes: [UInt8]) {
    var ignored: [Diagnostic] = []
    lines = SourceText.lines(of: bytes, reporting: &ignored)
  }

  /// A diagnostic whose place is where `text` stands in a line, or the line's first word if it does not stand there.
  ///
  /// - Parameter line: counted from 1; nil is returned for a line that the file does not have.
  public func diagnostic(
    _ code: Diagnostic.Code, line: Int, at text: String, reason: String, fix: String
  ) -> Diagnostic? {
    guard lines.indices.contains(line - 1) else { return nil }
    var sink = DiagnosticSink()
    sink.report(code, at: lines[line - 1].place(of: text), reason, fix: fix)
    return sink.diagnostics.first
  }
}
