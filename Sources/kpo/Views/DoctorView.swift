import Progress
import StrictJSON
import Terminal

/// What `kpo doctor` found, in words and as JSON.
struct DoctorView {
  let version: String
  let folder: DataFolder
  let report: DataFolderReport
  let terminal: TerminalReport

  func text(_ layout: Layout) -> SafeText {
    var rows: [[SafeText]] = [
      ["kpo", "\(version)"], ["Progress format", "\(DataFolderReport.formatVersion)"],
      ["GNU Readline", "\(terminal.readlineVersion)"], ["Data folder", "\(line: folder.path)"],
    ]
    for entry in report.entries {
      let size: SafeText = entry.isFolder ? "folder" : "\(entry.bytes) bytes"
      rows.append(["\(line: entry.path)", size + ", \(Self.octal(entry.permissions))"])
    }
    rows += [
      ["Lock", lock], ["Free space", report.freeBytes.map { "\($0 >> 20) MiB" } ?? "unknown"],
      ["Events in the history", report.events.map { "\($0)" } ?? "unknown"],
      ["Backups", report.copies == 0 ? "none yet" : "\(report.copies)"],
    ]
    if let copy = report.bestCopy {
      rows.append(["Last good backup", copy.isSound ? "\(copy.name)" : "none"])
    }
    rows += [["Terminal", terminalText], ["Locale", localeText], ["Colour", terminal.usesColour ? "yes" : "no"]]
    let problems = report.problems.map { layout.wrap("\("Problem:" as SafeText, .error) \($0)", hangingIndent: "  ") }
    let verdict: [SafeText] = problems.isEmpty ? ["All is well."] : problems
    return ([layout.table(header: ["What", "Found"], rows: rows), ""] + verdict).joined(separator: "\n")
  }

  private var lock: SafeText {
    switch report.lock {
    case .free: "free"
    case .held(by: nil): "held by a program that does not say who it is"
    case .held(let holder?): "\(line: holder.command), process \(holder.process), since \(holder.since)"
    }
  }

  private var terminalText: SafeText {
    let type: SafeText = terminal.type.isEmpty ? "of no type" : "\(line: terminal.type)"
    guard terminal.isInteractive, let lines = terminal.lines else {
      return type + ", not interactive, \(terminal.columns) columns"
    }
    return type + ", \(terminal.columns) columns, \(lines) lines"
  }

  private var localeText: SafeText {
    let name: SafeText = terminal.locale.isEmpty ? "none" : "\(line: terminal.locale)"
    return terminal.isUTF8 ? name : name + ", not UTF-8: plain ASCII"
  }

  var json: JSONValue {
    [
      "healthy": .bool(report.problems.isEmpty), "problems": JSONValue(report.problems), "kpo": .string(version),
      "format": JSONValue(DataFolderReport.formatVersion), "readline": .string(terminal.readlineVersion),
      "folder": .string(folder.path), "files": .array(report.entries.map(Self.json)), "lock": lockJSON,
      "freeBytes": Self.number(report.freeBytes), "events": Self.number(report.events),
      "backups": JSONValue(report.copies), "lastBackup": backupJSON, "terminal": terminalJSON,
    ]
  }

  private static func json(_ entry: DataFolderReport.Entry) -> JSONValue {
    [
      "path": .string(entry.path), "folder": .bool(entry.isFolder), "bytes": JSONValue(entry.bytes),
      "permissions": .string(octal(entry.permissions)),
    ]
  }

  private var lockJSON: JSONValue {
    guard case .held(let holder) = report.lock else { return ["held": false] }
    guard let holder else { return ["held": true] }
    return [
      "held": true, "process": JSONValue(holder.process), "command": .string(holder.command),
      "since": .string("\(holder.since)"),
    ]
  }

  private var backupJSON: JSONValue {
    guard let copy = report.bestCopy else { return .null }
    return ["name": .string(copy.name), "day": .string("\(copy.day)"), "sound": .bool(copy.isSound)]
  }

  private var terminalJSON: JSONValue {
    [
      "interactive": .bool(terminal.isInteractive), "type": .string(terminal.type),
      "columns": JSONValue(terminal.columns), "lines": Self.number(terminal.lines),
      "locale": .string(terminal.locale), "utf8": .bool(terminal.isUTF8), "colour": .bool(terminal.usesColour),
    ]
  }

  private static func number(_ value: Int?) -> JSONValue { value.map { JSONValue($0) } ?? .null }

  private static func octal(_ permissions: UInt32) -> String {
    let digits = String(permissions, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
