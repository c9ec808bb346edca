/// Makes a draft of a CSV file: its first row has the headings, each other row states facts.
public enum CSVBankReader {
  /// The draft with one section and one table.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - title: the title of the bank and of its section.
  ///   - separator: what stands between two fields; nil to recognise it.
  /// - Throws: ``CSVError`` where the file is no CSV.
  public static func read(
    _ bytes: [UInt8], title: String, separator: CSVSeparator? = nil
  ) throws(CSVError) -> ImportedBank {
    let rows = try CSVReader.rows(of: bytes, separator: separator)
    var bank = ImportedBank(draft: BankDraft(id: title, title: title), entries: max(0, rows.count - 1))
    guard let header = rows.first else { return bank }
    let found = FoundTable(
      headers: header.fields, rows: rows.dropFirst().map { FoundTable.Row(cells: $0.fields, line: $0.line) })
    let (table, notes) = TableProposal.make(found)
    bank.notes = notes
    guard let table else { return bank }
    bank.draft.sections = [
      BankDraft.Section(title, [.comment(DraftComments.aboutQuestions), .table(table)])
    ]
    return bank
  }
}
