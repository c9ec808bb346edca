/// The scalars of a text, each with what is to be thought of it where it stands.
struct Verdicts: Sequence, IteratorProtocol {
  enum Verdict: Equatable {
    case harmless
    case combiningMark
    case hostile
  }

  private let scalars: [Unicode.Scalar]
  private let keepsLineBreaks: Bool
  private let ignoresContext: Bool
  private var index = 0
  /// The end of an emoji flag made of tags, which are hostile anywhere else.
  private var flagEnd = 0

  /// - Parameter ignoresContext: judges each scalar alone, so that replacing one does not change what is thought of another.
  init(of text: String, keepsLineBreaks: Bool, ignoresContext: Bool = false) {
    scalars = Array(text.unicodeScalars)
    self.keepsLineBreaks = keepsLineBreaks
    self.ignoresContext = ignoresContext
  }

  mutating func next() -> (scalar: Unicode.Scalar, verdict: Verdict)? {
    guard index < scalars.count else { return nil }
    defer { index += 1 }
    if !ignoresContext, let length = ScalarContext.tagFlagLength(in: scalars, at: index) { flagEnd = index + length }
    let scalar = scalars[index]
    if index < flagEnd { return (scalar, .harmless) }
    if isHostile(scalar) { return (scalar, .hostile) }
    return (scalar, ScalarContext.isCombiningMark(scalar) ? .combiningMark : .harmless)
  }

  private func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    switch value {
    case 0x09, 0x0A: return !keepsLineBreaks
    case 0x00...0x1F, 0x7F...0x9F: return true
    case 0x20...0x7E: return false
    case 0x200C, 0x200D: return ignoresContext || !ScalarContext.mayJoin(at: index, in: scalars)
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F:
      return ignoresContext || !ScalarContext.maySelectVariation(at: index, in: scalars)
    // Bidirectional controls, line and paragraph separators, interlinear annotation.
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: return true
    // Scalars that Unicode promises never to assign.
    case 0xFDD0...0xFDEF: return true
    default: return value & 0xFFFE == 0xFFFE || scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}
