/// What was read from a GIFT file.
public struct GIFTReading: Sendable, Equatable {
  /// A question and where it stands.
  public struct Entry: Sendable, Equatable {
    /// The question.
    public let question: GIFTQuestion
    /// The line on which it begins, counted from 1.
    public let line: Int
  }

  /// The questions in the order of the file, without those at fault.
  public var entries: [Entry] = []
  /// What could not be read, in the order of the file.
  public var diagnostics: [GIFTDiagnostic] = []

  /// The questions alone.
  public var questions: [GIFTQuestion] { entries.map(\.question) }
}

/// A fault in a GIFT file; the question that has it is left out.
public struct GIFTDiagnostic: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Reason: String, Sendable, CaseIterable {
    /// Bytes that are not UTF-8; what is readable of the question is kept.
    case notUTF8 = "not-utf8"
    /// A `::` before a title without the one behind it.
    case unclosedTitle = "unclosed-title"
    /// A `{` without its `}` before the next empty line.
    case unclosedAnswers = "unclosed-answers"
    /// A `}` without its `{`.
    case unopenedAnswers = "unopened-answers"
    /// A second `{`, as between two questions without an empty line.
    case secondAnswers = "second-answers"
    /// A question without any text.
    case noStem = "no-stem"
    /// Text in the braces before the first `=` or `~`.
    case textBeforeAnswers = "text-before-answers"
    /// An option, a premise's response or an accepted text that is empty.
    case emptyAnswer = "empty-answer"
    /// A weight that is no number from -100 to 100.
    case badWeight = "bad-weight"
    /// Options of which none is right.
    case noRightAnswer = "no-right-answer"
    /// A pair without its `->`.
    case noArrow = "no-arrow"
    /// A matching question without any premise.
    case noPremise = "no-premise"
  }

  /// The line, counted from 1.
  public let line: Int
  /// What is wrong.
  public let reason: Reason

  /// What is wrong and what to do about it, in one or two sentences.
  public var text: String {
    switch reason {
    case .notUTF8: "There are bytes that are not UTF-8. Save the file as UTF-8."
    case .unclosedTitle: "The title has no `::` behind it."
    case .unclosedAnswers: "The `{` has no `}` before the next empty line. Take the empty line out, or write `\\{`."
    case .unopenedAnswers: "The `}` has no `{` before it. Write `\\}` if it belongs to the text."
    case .secondAnswers: "There is a second `{`. Put an empty line between questions, or write `\\{`."
    case .noStem: "The question has no text."
    case .textBeforeAnswers: "There is text between `{` and the first `=` or `~`."
    case .emptyAnswer: "An answer is empty."
    case .badWeight: "The weight is not a number from -100 to 100. Write it like %50%."
    case .noRightAnswer: "No option is right. Write `=` before the right one."
    case .noArrow: "A pair has no `->`. Write `=premise -> response`."
    case .noPremise: "No response has a premise before its `->`."
    }
  }
}

/// Reads GIFT as Moodle does, and tells what it leaves out.
///
/// Takes time in proportion to the length of the file, whatever stands in it.
public enum GIFTReader {
  /// Reads a file in UTF-8, with or without a byte order mark, with any line ends.
  public static func read(_ bytes: [UInt8]) -> GIFTReading {
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let contents = bytes.dropFirst(isMarked ? 3 : 0)
    var reading = read(String(decoding: contents, as: UTF8.self))
    if String(validating: contents, as: UTF8.self) == nil {
      reading.diagnostics.insert(GIFTDiagnostic(line: firstBrokenLine(contents), reason: .notUTF8), at: 0)
    }
    return reading
  }

  /// Reads a text.
  public static func read(_ text: String) -> GIFTReading {
    var reading = GIFTReading()
    var category: String?
    var block: [(number: Int, scalars: Substring.UnicodeScalarView)] = []
    func endBlock() {
      defer { block = [] }
      guard let line = block.first?.number else { return }
      do throws(GIFTDiagnostic) {
        var question = try GIFTQuestionParser(line: line).question(ArraySlice(lines: block))
        question.category = category
        reading.entries.append(GIFTReading.Entry(question: question, line: line))
      } catch {
        reading.diagnostics.append(error)
      }
    }
    for (index, line) in lines(of: text).enumerated() {
      let start = line.drop(while: GIFTText.isSpace)
      if start.isEmpty {
        endBlock()
      } else if let path = named(start, after: "$CATEGORY:"), block.isEmpty {
        category = path
      } else if named(start, after: "//") == nil {
        block.append((index + 1, line))
      }
    }
    endBlock()
    return reading
  }

  /// What stands behind a mark at the beginning of a line, without the spaces around it; nil if the mark does not.
  private static func named(_ line: Substring.UnicodeScalarView, after mark: String) -> String? {
    guard line.starts(with: mark.unicodeScalars) else { return nil }
    let rest = line.dropFirst(mark.unicodeScalars.count).drop(while: GIFTText.isSpace)
    guard let last = rest.lastIndex(where: { !GIFTText.isSpace($0) }) else { return "" }
    return String(String.UnicodeScalarView(rest[...last]))
  }

  /// The lines without their ends, which may be LF, CR LF or CR.
  private static func lines(of text: String) -> [Substring.UnicodeScalarView] {
    let scalars = text[...].unicodeScalars
    var lines: [Substring.UnicodeScalarView] = []
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if scalar == "\n" || scalar == "\r" {
        lines.append(scalars[start..<index])
        start = scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n" ? scalars.index(after: next) : next
        index = start
      } else {
        index = next
      }
    }
    return lines + [scalars[start...]]
  }

  private static func firstBrokenLine(_ bytes: ArraySlice<UInt8>) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }
}
