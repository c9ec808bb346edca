/// Tells which characters nobody can see, so that two texts that look the same are the same.
enum HiddenCharacter {
  /// Control characters, marks that change the direction of text, separators of lines, and invisible formatters.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    default: false
    }
  }

  /// Whether a character is hidden; such a scalar is always a `Character` of its own.
  static func isHidden(_ character: Character) -> Bool {
    character.unicodeScalars.first.map(isHidden) ?? false
  }

  /// The first hidden scalar of a text, or the first joiner that has nothing to join, with its character.
  static func first(in text: String) -> (place: String.Index, scalar: Unicode.Scalar)? {
    guard !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x09 }) else { return nil }
    let scalars = text.unicodeScalars
    var before: Unicode.Scalar?
    for place in scalars.indices {
      let scalar = scalars[place]
      let after = scalars[scalars.index(after: place)...].first
      if isHidden(scalar) || (isJoiner(scalar) && !(canBeJoined(before) && canBeJoined(after))) {
        return (text.beginningOfCharacter(at: place), scalar)
      }
      before = scalar
    }
    return nil
  }

  /// The two joiners shape words of several scripts, and one of them binds emoji.
  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool { (0x200C...0x200D).contains(scalar.value) }

  private static func canBeJoined(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, !isJoiner(scalar) else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.isEmoji || scalar.properties.generalCategory.isMark
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isMark: Bool { self == .nonspacingMark || self == .spacingMark || self == .enclosingMark }
}

extension String {
  /// The beginning of the character that a scalar belongs to.
  fileprivate func beginningOfCharacter(at scalar: String.Index) -> String.Index {
    indices.last { $0 <= scalar } ?? startIndex
  }
}
