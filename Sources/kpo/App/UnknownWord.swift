import ContentModel
import Terminal

/// A word that names nothing where it stands, and what was probably meant.
struct UnknownWord: Error, Equatable {
  /// What the word should name.
  enum Sort: Equatable {
    /// A command; `of` is the one it belongs to.
    case command(of: String?)
    case bank
    case section
    case kind
    case topic
    case setting
    case rule
  }

  let sort: Sort
  let word: String
  /// What there is.
  let known: [String]

  init(_ sort: Sort, _ word: String, known: [String]) {
    (self.sort, self.word, self.known) = (sort, word, known)
  }

  /// The code of sysexits.h.
  var exitCode: Int32 { sort == .bank ? 66 : 64 }

  /// What is wrong, and either what was meant or what there is.
  var message: SafeText {
    let closest = Spelling.closest(to: word, among: known)
    return "There is no \(sort.noun) `\(line: sort.path(word))`" + sort.remark + ". "
      + (closest.map { "Did you mean `\(line: sort.path($0))`?" } ?? sort.list(known))
  }
}

extension UnknownWord.Sort {
  fileprivate var noun: SafeText {
    switch self {
    case .command: "command"
    case .bank: "bank"
    case .section: "section"
    case .kind: "kind"
    case .topic: "command or topic"
    case .setting: "setting"
    case .rule: "rule"
    }
  }

  /// A bank may also be a file.
  fileprivate var remark: SafeText { self == .bank ? ", and no file of that name" : "" }

  /// The word with the command before it.
  fileprivate func path(_ word: String) -> String {
    guard case .command(let group?) = self else { return word }
    return "\(group) \(word)"
  }

  /// More names than these are not listed.
  private static let longestList = 12

  /// Where to find what there is.
  fileprivate func list(_ known: [String]) -> SafeText {
    let names: SafeText = "\(line: known.joined(separator: ", "))."
    return switch self {
    case .command(of: nil): "`kpo --help` lists the commands."
    case .command(let group?): "The commands of `\(line: group)` are " + names
    case .bank: "The banks are " + names
    case .section: known.count > Self.longestList ? "`kpo bank list` shows them all." : "The sections are " + names
    case .kind: "The kinds are " + names
    case .topic: "`kpo help` lists them."
    case .setting: "The settings are " + names
    case .rule: "`kpo explain` lists them all."
    }
  }
}
