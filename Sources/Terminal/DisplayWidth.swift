/// How many terminal columns text takes, counted by grapheme: what the eye sees as one character.
///
/// `wcwidth` counts scalar by scalar, so a family emoji would take eight columns instead of two.
public enum DisplayWidth {
  /// The columns of one grapheme: 0, 1 or 2, more only where letters fuse (Indic conjuncts).
  public static func columns(of character: Character) -> Int {
    if let byte = character.asciiValue, character != "\r\n" { return byte >= 0x20 && byte != 0x7F ? 1 : 0 }
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.properties.isEmojiPresentation { return 2 }
    if first.properties.isEmoji && scalars.contains("\u{FE0F}") { return 2 }
    return scalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns of a text on one line; a tab counts one, a newline none.
  public static func columns(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + ($1 == "\t" ? 1 : columns(of: $1)) }
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: return 0
    // Vowels and final consonants of Korean written in parts: drawn inside the block of the first consonant.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    case 0x00AD: return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return WideScalars.contains(scalar) ? 2 : 1
    }
  }
}

extension SafeText {
  /// The columns of the widest line.
  public var columns: Int {
    lines.map { line in line.runs.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) } }.max() ?? 0
  }
}
