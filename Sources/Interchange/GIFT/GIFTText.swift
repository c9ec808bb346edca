/// What GIFT does to characters.
enum GIFTText {
  /// What means something in GIFT unless a backslash stands before it.
  static let special = Set("\\#=~{}:".unicodeScalars)

  /// A text with its special characters escaped, on one line.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r": result.append(contentsOf: "\\n".unicodeScalars)
      case _ where special.contains(scalar):
        result.append("\\")
        result.append(scalar)
      default: result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }

  /// Whether a scalar is dropped at the ends of a text.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { " \t\n\u{B}\r\0".unicodeScalars.contains(scalar) }
}

/// A scalar of a GIFT file: itself, or what an escape stands for.
struct GIFTScalar: Equatable {
  let scalar: Unicode.Scalar
  let isEscaped: Bool
  /// The line in the file, counted from 1.
  let line: Int

  /// Whether it is this character and means what that means in GIFT.
  func `is`(_ sign: Unicode.Scalar) -> Bool { !isEscaped && scalar == sign }

  var isSpace: Bool { !isEscaped && GIFTText.isSpace(scalar) }
}

/// A part of a GIFT file; each of these takes time in proportion to its length.
extension ArraySlice<GIFTScalar> {
  /// Takes the escapes out of the lines of a question.
  init(lines: [(number: Int, scalars: Substring.UnicodeScalarView)]) {
    var result: [GIFTScalar] = []
    for line in lines {
      var rest = line.scalars
      while let scalar = rest.popFirst() {
        guard scalar == "\\", let next = rest.first, next == "n" || GIFTText.special.contains(next) else {
          result.append(GIFTScalar(scalar: scalar, isEscaped: false, line: line.number))
          continue
        }
        rest.removeFirst()
        result.append(GIFTScalar(scalar: next == "n" ? "\n" : next, isEscaped: true, line: line.number))
      }
      result.append(GIFTScalar(scalar: "\n", isEscaped: false, line: line.number))
    }
    self = result[...]
  }

  /// Without the spaces at its ends.
  var trimmed: Self {
    let start = drop { $0.isSpace }
    guard let last = start.lastIndex(where: { !$0.isSpace }) else { return start.prefix(0) }
    return start[...last]
  }

  /// The text without the spaces at its ends.
  var text: String { String(String.UnicodeScalarView(trimmed.map(\.scalar))) }

  /// Where some signs begin that stand together unescaped.
  func first(of signs: String) -> Index? {
    let signs = Array<Unicode.Scalar>(signs.unicodeScalars)
    return indices.first { index in
      index + signs.count <= endIndex && signs.indices.allSatisfy { self[index + $0].is(signs[$0]) }
    }
  }

  /// What stands before and behind the first of some signs; nil if they do not occur.
  func parted(at signs: String) -> (before: Self, behind: Self)? {
    first(of: signs).map { (self[..<$0], self[($0 + signs.unicodeScalars.count)...]) }
  }
}
