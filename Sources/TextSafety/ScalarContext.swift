/// Tells from its neighbours whether an invisible scalar does honest work: joining letters, building an emoji.
enum ScalarContext {
  /// Whether the joiner or non-joiner (U+200D, U+200C) at `index` stands inside a word or an emoji.
  static func mayJoin(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0 else { return false }
    let before = scalars[index - 1]
    // After a virama it shapes the letter before it, even at the end of a word (Malayalam, Bengali).
    if before.properties.canonicalCombiningClass == .virama { return true }
    guard index + 1 < scalars.count else { return false }
    let after = scalars[index + 1]
    if (isLetter(before) || isMark(before)) && isLetter(after) { return true }
    return scalars[index].value == 0x200D && endsEmoji(before) && isEmoji(after)
  }

  /// Whether the variation selector at `index` follows a scalar that can have one.
  static func maySelectVariation(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0 else { return false }
    let base = scalars[index - 1]
    switch scalars[index].value {
    case 0xFE0E, 0xFE0F: return base.properties.isEmoji
    case 0x180B...0x180F: return (0x1820...0x18AA).contains(base.value)
    default: return base.properties.isIdeographic
    }
  }

  /// The number of scalars of an emoji flag made of tags (England, Scotland, Wales) at `index`, or `nil`.
  static func tagFlagLength(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
    guard scalars[index].value == 0x1F3F4 else { return nil }
    let tags = scalars[(index + 1)...].prefix(7).prefix {
      (0xE0030...0xE0039).contains($0.value) || (0xE0061...0xE007A).contains($0.value)
    }
    let end = index + 1 + tags.count
    guard (3...6).contains(tags.count), end < scalars.count, scalars[end].value == 0xE007F else { return nil }
    return tags.count + 2
  }

  /// Whether the scalar is drawn over the letter before it and takes no column.
  static func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: !scalar.properties.isVariationSelector
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    isCombiningMark(scalar) || scalar.properties.generalCategory == .spacingMark
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  /// An emoji of its own; digits, `#`, `*`, copyright and trade mark signs are not.
  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xFF && scalar.properties.isEmoji
  }

  private static func endsEmoji(_ scalar: Unicode.Scalar) -> Bool {
    isEmoji(scalar) || scalar.value == 0xFE0F
  }
}
