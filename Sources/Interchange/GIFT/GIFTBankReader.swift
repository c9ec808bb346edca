/// Makes a draft of Moodle's questions: a row for each with one right answer, a table for each that pairs.
///
/// Wrong options are no facts, so they are left out.
public struct GIFTBankReader {
  private var bank: ImportedBank
  private var order: [String] = []
  private var rowsOfSection: [String: [FoundTable.Row]] = [:]
  private var pairings: [(title: String, found: FoundTable)] = []
  private var wrongOptions = 0

  /// The draft of a file; what is no question or has no place in a bank is told.
  public static func read(_ bytes: [UInt8], title: String) -> ImportedBank {
    var reader = GIFTBankReader(bank: ImportedBank(draft: BankDraft(id: title, title: title), entries: 0))
    let reading = GIFTReader.read(bytes)
    reader.bank.entries = reading.entries.count
    reader.bank.notes = reading.diagnostics.map { ImportNote(line: $0.line, $0.plainText) }
    for entry in reading.entries { reader.read(entry.question, line: entry.line, title: title) }
    reader.makeSections()
    return reader.bank
  }

  private init(bank: ImportedBank) { self.bank = bank }

  private mutating func read(_ question: GIFTQuestion, line: Int, title: String) {
    let stem = Self.plain(question.stem)
    switch question.answers {
    case .choice(let options):
      let right = options.filter { $0.weight == 100 }
      guard !right.isEmpty else { return leaveOut("no option is wholly right", line) }
      wrongOptions += options.count - right.count
      add(stem, right.map { Self.plain($0.text) }, to: Self.section(question.category) ?? title, line)
    case .shortAnswer(let options):
      let texts = options.filter { $0.weight == 100 }.map { Self.plain($0.text) }
      guard !texts.isEmpty else { return leaveOut("no text is wholly right", line) }
      // A star alone stands for any text, so it names no answer.
      let right = texts.compactMap(MoodleWildcard.unescaped)
      guard !right.isEmpty else { return leaveOut("its answer has a star, which stands for any text", line) }
      if right.count < texts.count {
        bank.notes.append(ImportNote(line: line, "Answers with a star, which stands for any text, are left out"))
      }
      add(stem, right, to: Self.section(question.category) ?? title, line)
    case .matching(let pairs, let extra):
      wrongOptions += extra.count
      let rows = pairs.map { FoundTable.Row(cells: [Self.plain($0.premise), $0.response], line: line) }
      pairings.append((stem, FoundTable(headers: ["Premise", "Response"], rows: rows, splitsLists: false)))
    case .severalRight: leaveOut("it has several right answers", line)
    case .trueFalse: leaveOut("a statement that is true or false names no answer", line)
    case .other: leaveOut("it has no right answer in words", line)
    }
  }

  private mutating func leaveOut(_ reason: String, _ line: Int) {
    bank.notes.append(ImportNote(line: line, "A question is left out: \(reason)"))
  }

  /// Adds a question with the first of its right answers, and tells the others.
  private mutating func add(_ stem: String, _ right: [String], to section: String, _ line: Int) {
    if rowsOfSection[section] == nil { order.append(section) }
    rowsOfSection[section, default: []].append(.init(cells: [stem, right[0]], line: line))
    guard right.count > 1 else { return }
    let others = right.dropFirst().map { "\"\($0)\"" }.joined(separator: ", ")
    bank.notes.append(ImportNote(line: line, "Beside the answer kept, these were right too: \(others)"))
  }

  private mutating func makeSections() {
    for title in order {
      let rows = rowsOfSection[title, default: []]
      bank.add(FoundTable(headers: ["Question", "Answer"], rows: rows, splitsLists: false), title)
    }
    for pairing in pairings { bank.add(pairing.found, pairing.title) }
    if wrongOptions > 0 {
      bank.notes.append(
        ImportNote(
          "\(wrongOptions) wrong \(wrongOptions == 1 ? "option is" : "options are") left out: wrong options are no facts, "
            + "and kpo finds its own among the other answers"))
    }
  }

  /// The last part of a category's path; nil for the course as a whole.
  private static func section(_ category: String?) -> String? {
    guard let last = category.flatMap(MoodleCategory.lastName), last.first != "$", last != "top" else { return nil }
    return last
  }

  private static func plain(_ text: GIFTQuestion.Text) -> String {
    switch text.format {
    case .moodle, .html: HTMLFragment.text(of: text.text).text
    case .markdown: InlineMarkup.plain(text.text)
    case .plain: text.text
    }
  }
}

extension GIFTDiagnostic {
  /// The reason as a note, without the full stop at its end.
  fileprivate var plainText: String { text.last == "." ? String(text.dropLast()) : text }
}
