/// Makes visible whatever in a text could deceive its reader or drive the terminal.
///
/// Visible marks are plain ASCII (`^[`, `<U+202E>`), so doing it twice changes nothing more.
enum HostileText {
  /// What takes the place of a hostile scalar.
  enum Replacement: Equatable {
    /// A mark for a reader; newline and tab are kept or marked like the other controls.
    case marks(keepingLineBreaks: Bool)
    /// The `\u` escape that means the same inside a JSON string.
    case jsonEscapes
  }

  /// Combining marks kept on one letter. Hebrew with vowels and cantillation needs five.
  static let combiningMarkLimit = 5

  /// Returns `text` with every hostile scalar replaced.
  static func madeVisible(_ text: String, as replacement: Replacement) -> String {
    let keepsLineBreaks = replacement != .marks(keepingLineBreaks: false)
    if text.utf8.allSatisfy({ isHarmlessASCII($0, keepsLineBreaks: keepsLineBreaks) }) { return text }

    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var marks = MarkCounter()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if let length = ScalarContext.tagFlagLength(in: scalars, at: index) {
        marks.flush(into: &result)
        result.append(contentsOf: scalars[index..<index + length])
        index += length
        continue
      }
      defer { index += 1 }
      if isHostile(at: index, in: scalars, keepsLineBreaks: keepsLineBreaks) {
        marks.flush(into: &result)
        result.append(contentsOf: mark(for: scalar, as: replacement).unicodeScalars)
      } else if replacement == .jsonEscapes {
        result.append(scalar)
      } else if ScalarContext.isCombiningMark(scalar) {
        // With nothing before it the mark would sit on whatever text is printed before this one.
        if result.isEmpty { result.append("\u{25CC}") }
        if marks.admitsOneMore() { result.append(scalar) }
      } else {
        marks.flush(into: &result)
        result.append(scalar)
      }
    }
    marks.flush(into: &result)
    return String(result)
  }

  private static func isHarmlessASCII(_ byte: UInt8, keepsLineBreaks: Bool) -> Bool {
    (0x20..<0x7F).contains(byte) || keepsLineBreaks && (byte == 0x0A || byte == 0x09)
  }

  private static func isHostile(at index: Int, in scalars: [Unicode.Scalar], keepsLineBreaks: Bool) -> Bool {
    let value = scalars[index].value
    switch value {
    case 0x09, 0x0A: return !keepsLineBreaks
    case 0x00...0x1F, 0x7F...0x9F: return true
    case 0x20...0x7E: return false
    case 0x200C, 0x200D: return !ScalarContext.mayJoin(at: index, in: scalars)
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F:
      return !ScalarContext.maySelectVariation(at: index, in: scalars)
    // Bidirectional controls, line and paragraph separators, interlinear annotation.
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: return true
    // Scalars that Unicode promises never to assign.
    case 0xFDD0...0xFDEF: return true
    default: return value & 0xFFFE == 0xFFFE || scalars[index].properties.isDefaultIgnorableCodePoint
    }
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

  /// Counts the combining marks on one letter and says how many were left out.
  private struct MarkCounter {
    private var count = 0

    mutating func admitsOneMore() -> Bool {
      count += 1
      return count <= combiningMarkLimit
    }

    mutating func flush(into result: inout String.UnicodeScalarView) {
      let dropped = count - combiningMarkLimit
      if dropped > 0 { result.append(contentsOf: "<+\(dropped) marks>".unicodeScalars) }
      count = 0
    }
  }
}
