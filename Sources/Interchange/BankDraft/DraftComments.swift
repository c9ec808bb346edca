import ContentModel

/// Remarks for the author that several formats share.
enum DraftComments {
  static let aboutQuestions =
    "Decide: the questions below are guesses; read them with the words of your table, and delete what does not fit. "
    + "`lists: examples` means that more could belong to a list, `lists: complete` that nothing else does."

  /// A remark on the names that a description of their row gives away; nil if there are none.
  static func tellingDescriptions(in table: DraftTable) -> String? {
    let given = table.rows.flatMap { row in
      row.indices.filter { !table.descriptions.contains($0) }.flatMap { row[$0] }.filter { name in
        table.descriptions.contains { column in
          guard let text = row[column].first else { return false }
          return Clang.find(in: [.name(Name(name)), .description(text)]) != nil
        }
      }
    }
    guard !given.isEmpty else { return nil }
    return
      "Decide: the description of these uses a word of the name and gives it away; say it in other words, or it is "
      + "not asked: \(given.prefix(20).joined(separator: ", "))\(given.count > 20 ? " and \(given.count - 20) more" : "")."
  }
}
