import Glibc
import Progress
import StrictJSON
import TestSupport

/// Writes the manual page of the `kpo` that was built beside it to standard output; not part of what is shipped.
///
/// Everything in it comes from the program itself: from its description of its commands and from its help topics.
@main
enum Manual {
  static func main() throws {
    let kpo = try BuildProducts.path(of: "kpo")
    func output(_ arguments: [String]) throws -> String {
      let result = try ProcessRunner.run(kpo, arguments: arguments, environment: ["ACCESSIBLE": "1", "COLUMNS": "200"])
      return result.outputText
    }
    let dump = try JSONValue(parsing: try output(["--experimental-dump-help"]))
    guard let root = dump["command"] else { return }
    var page = Mdoc()
    page.macro("Dd \(date)")
    page.macro("Dt KPO 1")
    page.macro("Os")
    page.macro("Sh NAME")
    page.macro("Nm kpo")
    page.macro("Nd", root.text("abstract").filter { $0 != "." })
    page.macro("Sh SYNOPSIS")
    page.macro("Nm")
    page.macro("Op Ar command")
    page.macro("Op Ar options")
    page.macro("Sh DESCRIPTION")
    var discussion = Mdoc()
    discussion.discussion(root.text("discussion"))
    // A section needs no paragraph before its first one.
    page.append(discussion.text.hasPrefix(".Pp\n") ? String(discussion.text.dropFirst(4)) : discussion.text)
    page.options(of: root)
    page.macro("Sh COMMANDS")
    page.commands(of: root, path: "kpo")
    page.macro("Sh ENVIRONMENT")
    page.table(try output(["help", "environment"]))
    page.macro("Sh FILES")
    page.prose("`kpo help files` tells of the files of progress, and `kpo help bank-format` how a bank is written.")
    page.macro("Sh EXIT STATUS")
    page.table(try output(["help", "exit-codes"]))
    print(page.text, terminator: "")
  }

  /// Today, or the day of `SOURCE_DATE_EPOCH`, so that a package can be built twice with the same bytes.
  private static var date: String {
    let given = getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }
    let day = StudyDay(daysSince1970: (given ?? Int(time(nil))) / 86_400).fields
    return "\(StudyDay.monthNames[day.month - 1]) \(day.day), \(day.year)"
  }
}

extension JSONValue {
  func text(_ key: String) -> String { self[key]?.stringValue ?? "" }
  func list(_ key: String) -> [JSONValue] { self[key]?.arrayValue ?? [] }
}

extension Mdoc {
  /// Adds what is mdoc already.
  mutating func append(_ other: String) { for line in other.split(separator: "\n") { raw(line) } }

  /// Each command below another with its help; `help` explains itself.
  mutating func commands(of command: JSONValue, path: String) {
    for sub in command.list("subcommands") where sub.text("commandName") != "help" {
      let name = "\(path) \(sub.text("commandName"))"
      macro("Ss", name)
      prose(sub.text("abstract"))
      discussion(sub.text("discussion"))
      options(of: sub)
      commands(of: sub, path: name)
    }
  }

  /// What every command has, and only the first section tells.
  private static let commonOptions = ["data", "color", "ascii", "plain", "accessible", "version", "help"]

  /// The options and arguments of a command, apart from those that every command has.
  mutating func options(of command: JSONValue) {
    let isRoot = command.text("commandName") == "kpo"
    let shown = command.list("arguments").filter { argument in
      argument["shouldDisplay"]?.boolValue == true
        && (isRoot || !Self.commonOptions.contains(argument.longName ?? ""))
    }
    guard !shown.isEmpty else { return }
    macro("Bl -tag -width Ds")
    for argument in shown {
      let value = argument.text("kind") == "flag" ? "" : " Ar \(argument.text("valueName"))"
      macro(argument.longName.map { "It Fl -\($0)\(value)" } ?? "It Ar \(argument.text("valueName"))")
      prose(argument.text("abstract"))
    }
    macro("El")
  }

  /// A table that was printed as `Name: value` lines, a record a paragraph.
  mutating func table(_ text: String) {
    macro("Bl -tag -width Ds")
    for record in text.split(separator: "\n\n") {
      let words = record.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard let value = words.firstRange(of: #/ (What it does|Meaning): /#), let name = words.firstRange(of: ": ")
      else {
        continue
      }
      macro("It", String(words[name.upperBound..<value.lowerBound]))
      prose(words[value.upperBound...])
    }
    macro("El")
  }
}

extension JSONValue {
  /// The long name of an option; nil for an argument.
  fileprivate var longName: String? {
    list("names").first { $0.text("kind") == "long" }?.text("name")
  }
}
