/// One of the sixteen colours that every terminal has and every learner can remap.
public enum ANSIColour: UInt8, CaseIterable, Equatable, Sendable {
  /// The eight normal colours, in the order of their codes 30 to 37.
  case black, red, green, yellow, blue, magenta, cyan, white
  /// The eight bright colours, in the order of their codes 90 to 97.
  case brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite

  /// The SGR parameter that selects this colour for the foreground: 30 to 37 or 90 to 97.
  var foregroundCode: UInt8 { rawValue < 8 ? 30 + rawValue : 90 + rawValue - 8 }
}

/// How text looks: a foreground colour, or none, and its weight.
///
/// There is no background colour, because a theme's contrast is only known for its foreground colours.
public struct Style: Equatable, Sendable {
  /// The foreground colour, or `nil` for the terminal's own.
  public let colour: ANSIColour?
  /// Whether the text is bold.
  public let isBold: Bool
  /// Whether the text is fainter than the rest.
  public let isFaint: Bool

  /// A style; by default the plain look of the terminal.
  public init(colour: ANSIColour? = nil, isBold: Bool = false, isFaint: Bool = false) {
    self.colour = colour
    self.isBold = isBold
    self.isFaint = isFaint
  }

  /// The escape sequence that turns this style on; empty for the plain style.
  var opening: String {
    var parameters: [String] = []
    if isBold { parameters.append("1") }
    if isFaint { parameters.append("2") }
    if let colour { parameters.append(String(colour.foregroundCode)) }
    return parameters.isEmpty ? "" : "\u{1B}[" + parameters.joined(separator: ";") + "m"
  }

  /// The escape sequence that turns every style off.
  static let closing = "\u{1B}[0m"
}
