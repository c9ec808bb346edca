/// Makes a draft of an Anki text file: a row of a table for each note or gap, sections by tag.
public struct AnkiBankReader {
  /// The most tags that become sections.
  private static let mostSections = 12

  private let notes: AnkiNotes
  private var bank: ImportedBank
  /// The lines of the notes of which pictures or sounds are left out.
  private var hadMedia: Set<Int> = []
  private var cardsWithOptions = 0

  /// The draft of a file.
  ///
  /// - Throws: ``AnkiNotesReader/Fault`` where the file is no Anki text.
  public static func read(_ bytes: [UInt8], title: String) throws(AnkiNotesReader.Fault) -> ImportedBank {
    var reader = AnkiBankReader(try AnkiNotesReader.read(bytes), title: title)
    reader.makeSections(title)
    return reader.bank
  }

  private init(_ notes: AnkiNotes, title: String) {
    self.notes = notes
    bank = ImportedBank(draft: BankDraft(id: title, title: title), entries: notes.notes.count)
  }

  private mutating func makeSections(_ title: String) {
    let place = placeOfTag
    var order: [String] = []
    var notesOfSection: [String: [AnkiNote]] = [:]
    for note in notes.notes {
      let name = place.map { Self.title(ofTag: note.tags.dropFirst($0).first) ?? "Other" } ?? title
      if notesOfSection[name] == nil { order.append(name) }
      notesOfSection[name, default: []].append(note)
    }
    if place == nil, notes.notes.contains(where: { !$0.tags.isEmpty }) {
      bank.notes.append(
        ImportNote("Tags become sections if there are 2 to \(Self.mostSections), so these are left out"))
    }
    for name in order { addSections(name, notesOfSection[name, default: []]) }
    if cardsWithOptions > 0 {
      let cards = cardsWithOptions == 1 ? "1 card" : "\(cardsWithOptions) cards"
      bank.notes.append(ImportNote("The options of \(cards) are left out: wrong options are no facts"))
    }
    if let first = hadMedia.min() {
      let others = hadMedia.count - 1
      let more = others == 0 ? "" : ", here and in \(others) other \(others == 1 ? "note" : "notes")"
      bank.notes.append(ImportNote(line: first, "Pictures and sounds are left out\(more)"))
    }
  }

  /// Which tag of each note names its section: the first place where there are several, but few; nil if none has.
  private var placeOfTag: Int? {
    (0..<3).first { place in
      (2...Self.mostSections).contains(Set(notes.notes.map { $0.tags.dropFirst(place).first ?? "" }).count)
    }
  }

  /// The last part of a tag: `Rivers::of_Europe` becomes "Of Europe".
  private static func title(ofTag tag: String?) -> String? {
    guard let tag, !tag.isEmpty else { return nil }
    let last = tag.lastIndex(of: ":").map { tag[tag.index(after: $0)...] } ?? tag[...]
    let words = last.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Notes with gaps and notes without have other columns, so each sort gets a table of its own.
  private mutating func addSections(_ title: String, _ notes: [AnkiNote]) {
    var cards: [FoundTable.Row] = []
    var gaps: [FoundTable.Row] = []
    for note in notes {
      if let found = note.fields.first.flatMap(AnkiCloze.gaps) {
        gaps += found.gaps.map {
          .init(cells: [text($0.sentence, note.line), text($0.answer, note.line)], line: note.line)
        }
        if found.leftOut > 0 {
          bank.notes.append(ImportNote(line: note.line, "A gap with several texts under one number is left out"))
        }
      } else {
        do throws(AnkiCard.Refusal) {
          let card = try sides(of: note)
          cards.append(.init(cells: card.map { text($0, note.line) }, line: note.line))
        } catch {
          bank.notes.append(ImportNote(line: note.line, "A card is left out: \(error.rawValue)"))
        }
      }
    }
    let names = self.notes.fieldNames.isEmpty ? ["Front", "Back"] : self.notes.fieldNames
    let width = cards.map { row in (row.cells.lastIndex { !$0.isEmpty } ?? 0) + 1 }.max() ?? 0
    let headers = (0..<width).map { names.indices.contains($0) ? names[$0] : "Field \($0 + 1)" }
    bank.add(FoundTable(headers: Self.speaking(headers, cards), rows: cards, splitsLists: false), title)
    bank.add(
      FoundTable(headers: ["Sentence", "Answer"], rows: gaps, descriptions: [0], splitsLists: false),
      cards.isEmpty ? title : "\(title): gaps")
  }

  private mutating func sides(of note: AnkiNote) throws(AnkiCard.Refusal) -> [String] {
    guard notes.isHTML, note.fields.count == 2,
      let card = try AnkiCard(front: note.fields[0], back: note.fields[1], isOurs: note.isOurs)
    else { return note.fields }
    if card.question != note.fields[0] { cardsWithOptions += 1 }
    return [card.question, card.answer]
  }

  /// Front and back say nothing inside a question; what asks is a question, what is asked for an answer.
  private static func speaking(_ headers: [String], _ rows: [FoundTable.Row]) -> [String] {
    guard headers == ["Front", "Back"] else { return headers }
    let asks = rows.count { $0.cells.first?.contains("?") == true } * 2 > rows.count
    return asks ? ["Question", "Answer"] : ["Term", "Meaning"]
  }

  private mutating func text(_ field: String, _ line: Int) -> String {
    var field = field
    if notes.isHTML {
      let read = HTMLFragment.text(of: field)
      if read.hadMedia { hadMedia.insert(line) }
      field = read.text
    }
    guard field.contains("[sound:") else { return field }
    hadMedia.insert(line)
    return field.split(separator: "[sound:", omittingEmptySubsequences: false).enumerated()
      .map { $0 == 0 ? String($1) : String($1.drop { $0 != "]" }.dropFirst()) }.joined()
  }
}
