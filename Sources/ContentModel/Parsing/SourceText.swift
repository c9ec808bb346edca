import TextSafety

/// Splits the bytes of a file into lines and reports what is not plain text.
enum SourceText {
  /// The largest bank that is read, in bytes.
  static let largestFile = 32 * 1024 * 1024
  /// The most lines that are read.
  static let mostLines = 20_000
  /// The longest line that is read, in bytes.
  static let longestLine = 16 * 1024

  static func lines(of bytes: [UInt8], reporting diagnostics: inout [Diagnostic]) -> [SourceLine] {
    func refuse(_ code: Diagnostic.Code, _ reason: String, fix: String) -> [SourceLine] {
      diagnostics.append(Diagnostic(code: code, line: 1, column: 1, excerpt: "", reason: reason, fix: fix))
      return []
    }
    guard bytes.count <= largestFile else {
      return refuse(
        .fileTooLarge, "The file has \(bytes.count) bytes; a bank may have \(largestFile).",
        fix: "Split it into several banks.")
    }
    guard !isUTF16(bytes) else {
      return refuse(
        .notUTF8, "The file is UTF-16; a bank is UTF-8.", fix: "Save it again and choose the encoding UTF-8.")
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    var rawLines = body.split(separator: lineEnd(in: body, &diagnostics), omittingEmptySubsequences: false)
    if rawLines.last?.isEmpty == true { rawLines.removeLast() }
    guard rawLines.count <= mostLines else {
      return refuse(
        .fileTooLarge, "The file has \(rawLines.count) lines; a bank may have \(mostLines).",
        fix: "Split it into several banks.")
    }
    var comments = CommentBlanker()
    var lines: [SourceLine] = []
    lines.reserveCapacity(rawLines.count)
    for (index, raw) in rawLines.enumerated() {
      let content = raw.last == UInt8(ascii: "\r") ? raw.dropLast() : raw
      lines.append(line(content, number: index + 1, &comments, reporting: &diagnostics))
    }
    if let opened = comments.openedAt {
      diagnostics.append(
        Diagnostic(
          code: .unclosedComment, line: opened.line, column: opened.column,
          excerpt: lines[opened.line - 1].original,
          reason: "The comment that begins here is never closed, so everything below it is ignored.",
          fix: "Write `-->` where it ends."))
    }
    return lines
  }

  /// Whether the bytes look like UTF-16: its mark at the start, or the zero that pads a Latin letter.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    guard bytes.count >= 2 else { return false }
    return (bytes[0] == 0) != (bytes[1] == 0)
  }

  /// The byte that ends a line: a carriage return if there is nothing else, which is reported once.
  private static func lineEnd(in body: ArraySlice<UInt8>, _ diagnostics: inout [Diagnostic]) -> UInt8 {
    let lineFeed = UInt8(ascii: "\n")
    let carriageReturn = UInt8(ascii: "\r")
    guard !body.contains(lineFeed), let first = body.firstIndex(of: carriageReturn) else { return lineFeed }
    let line = String(decoding: body[..<first].prefix(longestLine), as: UTF8.self)
    diagnostics.append(
      Diagnostic(
        code: .controlCharacter, line: 1, column: line.count + 1, excerpt: line,
        reason: "The lines end in a carriage return alone, as on very old Macs.",
        fix: "Save the file with Unix or Windows line ends."))
    return carriageReturn
  }

  /// One line as text; what is not text is reported and replaced, so that the parser can go on.
  private static func line(
    _ raw: ArraySlice<UInt8>, number: Int, _ comments: inout CommentBlanker, reporting diagnostics: inout [Diagnostic]
  ) -> SourceLine {
    func report(_ code: Diagnostic.Code, column: Int, _ excerpt: String, _ reason: String, fix: String) {
      diagnostics.append(
        Diagnostic(code: code, line: number, column: column, excerpt: excerpt, reason: reason, fix: fix))
    }
    guard raw.count <= longestLine else {
      let start = printable(String(decoding: raw.prefix(60), as: UTF8.self))
      report(
        .lineTooLong, column: 1, start + "...",
        "The line has \(raw.count) bytes; a line may have \(longestLine).", fix: "Break it into shorter lines.")
      return SourceLine(number: number, original: "", text: "", isSkipped: true)
    }
    let text = String(decoding: raw, as: UTF8.self)
    let original = printable(text)
    if String(validating: raw, as: UTF8.self) == nil {
      let bad = text.firstIndex { $0.unicodeScalars.contains("\u{FFFD}") } ?? text.startIndex
      report(
        .notUTF8, column: text.distance(from: text.startIndex, to: bad) + 1, original,
        "Some bytes here are not UTF-8; they are shown as \u{FFFD}.", fix: "Save the file as UTF-8.")
    } else if let (bad, scalar, isMarkTooMany) = HostileText.first(in: text) {
      let code = String(scalar.value, radix: 16, uppercase: true)
      let name = "U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)"
      report(
        .controlCharacter, column: text.distance(from: text.startIndex, to: bad) + 1, original,
        isMarkTooMany
          ? "A letter has more than \(HostileText.combiningMarkLimit) combining marks here, the last of them \(name)."
          : "There is an invisible control character here, \(name).",
        fix: "Delete it.")
    }
    let readable = HostileText.blanked(text, filler: " ")
    let beginsInComment = comments.openedAt != nil
    let blanked = comments.blank(readable, line: number)
    let isComment = (beginsInComment || blanked != readable) && blanked.trimmingSpaces().isEmpty
    return SourceLine(number: number, original: original, text: blanked, isSkipped: isComment)
  }

  /// The text with hidden characters made visible, so that an excerpt cannot steer a terminal.
  private static func printable(_ text: String) -> String { HostileText.blanked(text, filler: "\u{FFFD}") }
}

/// Replaces `<!-- ... -->` by spaces, over several lines too.
private struct CommentBlanker {
  private(set) var openedAt: (line: Int, column: Int)?

  mutating func blank(_ text: String, line: Int) -> String {
    guard openedAt != nil || text.utf8.contains(UInt8(ascii: "<")) else { return text }
    var result = ""
    var rest = text[...]
    while !rest.isEmpty {
      if openedAt != nil {
        let end = rest.firstRange(of: "-->")
        let comment = rest[..<(end?.upperBound ?? rest.endIndex)]
        result += String(repeating: " ", count: comment.count)
        rest = rest[comment.endIndex...]
        if end != nil { openedAt = nil }
      } else if let start = rest.firstRange(of: "<!--") {
        result += rest[..<start.lowerBound]
        openedAt = (line, text.distance(from: text.startIndex, to: start.lowerBound) + 1)
        rest = rest[start.lowerBound...]
      } else {
        result += rest
        rest = rest[rest.endIndex...]
      }
    }
    return result
  }
}
