import ContentModel

/// Remarks for the author that several formats share.
enum DraftComments {
  /// What goes above each table.
  static let aboutQuestions = "Decide: do these questions fit the table?"

  /// A remark on the names that a description of their row gives away; nil if there are none.
  static func tellingDescriptions(in table: DraftTable) -> String? {
    var seen: Set<String> = []
    let pairs = table.patterns.filter { table.descriptions.contains($0.subject) }
    let given = table.rows.flatMap { row in
      pairs.flatMap { pair in
        row[pair.answer].filter { name in
          guard let text = row[pair.subject].first, Clang.find(in: [.name(Name(name)), .description(text)]) != nil
          else {
            return false
          }
          return seen.insert(name).inserted
        }
      }
    }
    guard !given.isEmpty else { return nil }
    return
      "Decide: the description of these has a word of the name, so the one is not asked from the other until you say it "
      + "in other words: \(given.prefix(20).joined(separator: ", "))\(given.count > 20 ? " and \(given.count - 20) more" : "")."
  }
}
