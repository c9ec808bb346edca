/// Makes visible what could deceive the reader of a paper.
enum VisibleText {
  /// The lines of a text without the empty ones, hidden scalars replaced by marks such as `<U+202E>`.
  static func lines(of text: String) -> [String] {
    var lines = [""]
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: lines.append("")
      case 0x09: lines[lines.count - 1] += " "
      default: lines[lines.count - 1] += isHidden(scalar) ? mark(for: scalar) : String(scalar)
      }
    }
    return lines.map(trimmed).filter { !$0.isEmpty }
  }

  /// The same on one line.
  static func line(of text: String) -> String { lines(of: text).joined(separator: " ") }

  /// Controls, marks that change the direction of text, invisible formatters and annotations, and tags.
  ///
  /// The joiners and variation selectors stay, since words and emoji need them.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x180E, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE001F:
      true
    default: false
    }
  }

  private static func mark(for scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)>"
  }

  private static func trimmed(_ line: String) -> String {
    let scalars = line.unicodeScalars.drop { $0 == " " }
    guard let last = scalars.lastIndex(where: { $0 != " " }) else { return "" }
    return String(scalars[...last])
  }
}
