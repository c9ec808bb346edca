/// The `key: value` lines between the two `---` at the top of a bank.
struct FrontMatter {
  var bank = ""
  var title = ""
  var language = "en"

  /// How to mend a file without front matter.
  static let fix = "Put four lines at the top: `---`, `bank: short-name`, `title: Its Title` and `---`."

  private static let keys = ["bank", "title", "language"]

  /// Reads the front matter and returns it with the number of lines that it took.
  static func parse(_ lines: [SourceLine], reporting sink: inout DiagnosticSink) -> (FrontMatter, lineCount: Int) {
    var matter = FrontMatter()
    guard let start = lines.firstIndex(where: { !$0.text.trimmingSpaces().isEmpty }),
      lines[start].text.trimmingSpaces() == "---"
    else {
      if let first = lines.first {
        sink.report(
          .missingFrontMatter, at: first, "A bank begins with its front matter, and this is something else.", fix: fix)
      }
      return (matter, 0)
    }
    // A heading cannot belong to it, so that a forgotten `---` does not hide the rest of the file.
    let stop = lines[(start + 1)...].firstIndex { line in
      line.text.trimmingSpaces() == "---" || line.text.first == "#"
    }
    let end = stop ?? lines.endIndex
    let isClosed = stop.map { lines[$0].text.first != "#" } ?? false
    if !isClosed {
      sink.report(
        .unclosedFrontMatter, at: lines[start], "The front matter that begins here is never closed.",
        fix: "Write `---` on a line of its own under the last `key: value` line.")
    }
    var seen: [String: String] = [:]
    for line in lines[(start + 1)..<end] where !line.text.trimmingSpaces().isEmpty {
      matter.read(line, seen: &seen, reporting: &sink)
    }
    for key in ["bank", "title"] where seen[key] == nil {
      sink.report(
        .missingKey, at: lines[start], "The front matter has no `\(key)`.",
        fix: key == "bank" ? "Add a line such as `bank: short-name`." : "Add a line such as `title: Its Title`.")
    }
    return (matter, isClosed ? end + 1 : end)
  }

  private mutating func read(_ line: SourceLine, seen: inout [String: String], reporting sink: inout DiagnosticSink) {
    guard let colon = line.text.firstIndex(of: ":") else {
      sink.report(
        .badFrontMatterLine, at: line, "A line of the front matter has the form `key: value`.",
        fix: "Add a colon and a value, or close the front matter with `---`.")
      return
    }
    let key = Located(line.text[..<colon], in: line).trimmed
    let value = Located(line.text[line.text.index(after: colon)...], in: line).trimmed
    guard Self.keys.contains(key.string) else {
      let guess = Spelling.closest(to: key.string, among: Self.keys)
      sink.report(
        .unknownKey, at: key, "There is no key `\(key.text)` in the front matter.",
        fix: guess.map { "Did you mean `\($0)`?" }
          ?? "The keys are \(Self.keys.map { "`\($0)`" }.joined(separator: ", ")).")
      return
    }
    guard seen.updateValue(value.string, forKey: key.string) == nil else {
      sink.report(
        .duplicateKey, at: key, "The front matter has `\(key.text)` a second time.", fix: "Keep one of the two.")
      return
    }
    guard !value.text.isEmpty else {
      sink.report(.badFrontMatterLine, at: key, "`\(key.text)` has no value.", fix: "Write it after the colon.")
      return
    }
    switch key.text {
    case "bank":
      if !Identifier.isValid(value.text) {
        sink.report(.badIdentifier, at: value, Identifier.reason(value.text), fix: Identifier.fix(value.text))
      }
      bank = value.string
    case "title": title = value.string
    default: language = value.string
    }
  }
}
