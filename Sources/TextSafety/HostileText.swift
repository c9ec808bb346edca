/// Finds and makes visible whatever in a text could deceive its reader or drive the terminal.
///
/// Visible marks and escapes are plain ASCII (`^[`, `<U+202E>`).
public enum HostileText {
  /// What takes the place of a hostile scalar.
  public enum Replacement: Equatable, Sendable {
    /// A mark for a reader; newline and tab are kept or marked like the other controls.
    case marks(keepingLineBreaks: Bool)
    /// The `\u` escape that means the same inside a JSON string.
    case jsonEscapes
  }

  /// Combining marks kept on one letter. Hebrew with vowels and cantillation needs five.
  public static let combiningMarkLimit = 5

  /// Returns `text` with every hostile scalar replaced.
  public static func madeVisible(_ text: String, as replacement: Replacement) -> String {
    let keepsLineBreaks = replacement != .marks(keepingLineBreaks: false)
    if isHarmlessASCII(text, keepsLineBreaks: keepsLineBreaks) { return text }
    var result = String.UnicodeScalarView()
    var marks = 0
    func tellLeftOutMarks() {
      let leftOut = marks - combiningMarkLimit
      if leftOut > 0 { result.append(contentsOf: "<+\(leftOut) marks>".unicodeScalars) }
      marks = 0
    }
    let verdicts = Verdicts(
      of: text, keepsLineBreaks: keepsLineBreaks, ignoresContext: replacement == .jsonEscapes)
    for (scalar, verdict) in verdicts {
      if verdict == .combiningMark, replacement != .jsonEscapes {
        // With nothing before it the mark would sit on whatever text is printed before this one.
        if result.isEmpty { result.append("\u{25CC}") }
        marks += 1
        if marks <= combiningMarkLimit { result.append(scalar) }
        continue
      }
      tellLeftOutMarks()
      if verdict == .hostile {
        result.append(contentsOf: mark(for: scalar, as: replacement).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    tellLeftOutMarks()
    return String(result)
  }

  /// The first scalar that ``madeVisible(_:as:)`` would not leave as it is in a line, with the beginning of its character.
  ///
  /// A combining mark is one too many if there are more on its letter than ``combiningMarkLimit``.
  public static func first(in line: String) -> (place: String.Index, scalar: Unicode.Scalar, isMarkTooMany: Bool)? {
    if isHarmlessASCII(line, keepsLineBreaks: true) { return nil }
    var marks = 0
    for (offset, (scalar, verdict)) in Verdicts(of: line, keepsLineBreaks: true).enumerated() {
      marks = verdict == .combiningMark ? marks + 1 : 0
      guard verdict == .hostile || marks > combiningMarkLimit else { continue }
      let place = line.unicodeScalars.index(line.startIndex, offsetBy: offset)
      return (line.indices.last { $0 <= place } ?? line.startIndex, scalar, verdict == .combiningMark)
    }
    return nil
  }

  /// A line without hostile scalars that has as many characters: a filler stands for those that are a character of their own.
  public static func blanked(_ line: String, filler: Character) -> String {
    if isHarmlessASCII(line, keepsLineBreaks: true) { return line }
    var isHostile = Verdicts(of: line, keepsLineBreaks: true).map { $0.verdict == .hostile }[...]
    guard isHostile.contains(true) else { return line }
    return String(
      line.map { character in
        let scalars = character.unicodeScalars
        let flags = isHostile.prefix(scalars.count)
        isHostile = isHostile.dropFirst(scalars.count)
        guard flags.contains(true) else { return character }
        let kept = String(String.UnicodeScalarView(zip(scalars, flags).filter { !$0.1 }.map(\.0)))
        return kept.count == 1 ? kept.first ?? filler : filler
      })
  }

  private static func isHarmlessASCII(_ text: String, keepsLineBreaks: Bool) -> Bool {
    text.utf8.allSatisfy { (0x20..<0x7F).contains($0) || keepsLineBreaks && ($0 == 0x0A || $0 == 0x09) }
  }

  private static func mark(for scalar: Unicode.Scalar, as replacement: Replacement) -> String {
    if replacement == .jsonEscapes {
      return String(scalar).utf16.map { "\\u" + hexadecimal(UInt32($0)) }.joined()
    }
    switch scalar.value {
    // Caret notation, as in `cat -v`: the letter is the control with bit 6 flipped, `^?` for DEL.
    case 0x00...0x1F, 0x7F: return "^" + String(UnicodeScalar(UInt8(scalar.value) ^ 0x40))
    default: return "<U+" + hexadecimal(scalar.value) + ">"
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
