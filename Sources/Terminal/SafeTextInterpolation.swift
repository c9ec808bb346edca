extension SafeText: ExpressibleByStringInterpolation {
  /// Trusts a literal of our own source.
  public init(stringLiteral value: StaticString) { self.init(harmless: value.description) }

  /// Takes the finished interpolation.
  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }

  /// Collects the pieces of an interpolated literal: literals as they are, values made visible.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = SafeText()

    /// Begins an empty text.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Appends a literal, which is trusted.
    public mutating func appendLiteral(_ literal: StaticString) { text.append(literal.description, role: nil) }

    /// Appends safe text unchanged; with a role, its plain stretches take that role.
    public mutating func appendInterpolation(_ value: SafeText, _ role: Role? = nil) {
      if let role { text.append(value.styled(role)) } else { text.append(value) }
    }

    /// Appends a string made visible.
    public mutating func appendInterpolation(_ value: some StringProtocol, _ role: Role? = nil) {
      appendInterpolation(SafeText(untrusted: String(value)), role)
    }

    /// Appends a string made visible that must not break the line, such as a file name.
    public mutating func appendInterpolation(line value: some StringProtocol, _ role: Role? = nil) {
      appendInterpolation(SafeText(untrustedLine: String(value)), role)
    }

    /// Appends the description of any other value, such as a number, made visible.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible, _ role: Role? = nil) {
      appendInterpolation(SafeText(untrusted: value.description), role)
    }
  }
}
