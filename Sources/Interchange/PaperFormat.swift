/// A file format for an exam paper and its key.
///
/// In every format control characters, marks that change the direction of text and other scalars that nobody sees are
/// replaced by visible marks such as `<U+202E>`; a tab becomes a space.
public enum PaperFormat: String, CaseIterable, Sendable {
  /// CommonMark, for editing and converting.
  case markdown
  /// One self-contained page, for reading and printing.
  case html

  /// The usual ending of a file's name, without the dot.
  public var fileExtension: String {
    switch self {
    case .markdown: "md"
    case .html: "html"
    }
  }

  /// The questions with room for answers, and nothing that tells the key.
  public func questions(of paper: PrintedPaper) -> String {
    switch self {
    case .markdown: MarkdownPaper(paper: paper).questions
    case .html: HTMLPaper(paper: paper).questions
    }
  }

  /// For each question its number, the right answer, its section, and its facts as sentences.
  public func key(to paper: PrintedPaper) -> String {
    switch self {
    case .markdown: MarkdownPaper(paper: paper).key
    case .html: HTMLPaper(paper: paper).key
    }
  }
}
