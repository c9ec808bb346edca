import ContentModel
import Interchange

/// What is read comes back the same when it is written, and a bank is made of it.
func fuzzCSV(_ bytes: [UInt8]) {
  for separator in CSVSeparator.allCases {
    guard let rows = try? CSVReader.rows(of: bytes, separator: separator) else { continue }
    let text = CSVWriter(separator: separator).text(rows.map(\.fields))
    let again = try? CSVReader.rows(of: Array(text.utf8), separator: separator)
    precondition(again?.map { $0.fields.map { Array($0.utf8) } } == rows.map { $0.fields.map { Array($0.utf8) } })
  }
  if let imported = try? CSVBankReader.read(bytes, title: "Trees") { expectReadable(imported) }
}

func fuzzAnki(_ bytes: [UInt8]) {
  if let imported = try? AnkiBankReader.read(bytes, title: "Trees") { expectReadable(imported) }
}

func fuzzGIFT(_ bytes: [UInt8]) { expectReadable(GIFTBankReader.read(bytes, title: "Trees")) }

func fuzzNotes(_ bytes: [UInt8]) {
  expectReadable(NotesBankReader.read(String(decoding: bytes, as: UTF8.self), title: nil, fallback: "Trees"))
}

/// The draft is a bank without errors that has the same texts in the same cells.
private func expectReadable(_ imported: ImportedBank) {
  guard !imported.draft.sections.isEmpty else { return }
  let reading = BankParser.parse(Array(imported.draft.file.text.utf8), advises: false)
  let errors = reading.diagnostics.filter { $0.severity == .error && $0.code != .fileTooLarge }
  precondition(errors.isEmpty, errors.map { $0.text(file: "f") }.joined(separator: "\n"))
  guard let bank = reading.bank else { return }
  precondition(bank.tables.count == imported.draft.tables.count)
  for (found, table) in zip(bank.tables.map(\.table), imported.draft.tables) {
    let cells = found.rows.map { $0.cells.map { $0.map(written) } }
    precondition(
      cells.map { $0.map { $0.map { Array($0.utf8) } } } == table.rows.map { $0.map { $0.map { Array($0.utf8) } } })
  }
}

/// A value as it stands in the file.
private func written(_ value: Value) -> String {
  switch value {
  case .name(let name): name.note.map { "\(name.text) [\($0)]" } ?? name.text
  case .description(let text): text
  }
}
