/// What the learner asked of colour with `--color`.
public enum ColourMode: String, CaseIterable, Equatable, Sendable {
  /// Colour where the stream is a terminal and the environment does not object.
  case auto
  /// Colour always.
  case always
  /// Colour never.
  case never

  /// Says whether one stream gets colour; each stream is judged on its own.
  ///
  /// The first that speaks decides: the flag, a non-empty `NO_COLOR`, `FORCE_COLOR` or `CLICOLOR_FORCE`
  /// (anything but empty or `0`), `CLICOLOR=0`, `TERM=dumb` or no `TERM`, and at last whether it is a terminal.
  ///
  /// - Parameters:
  ///   - flag: the value of `--color`; `nil` and `auto` leave it to the rest.
  ///   - environment: the process's environment.
  ///   - isTerminal: whether the stream is a terminal.
  public static func resolve(flag: ColourMode?, environment: [String: String], isTerminal: Bool) -> Bool {
    switch flag {
    case .always: return true
    case .never: return false
    case .auto, nil: break
    }
    if let value = environment["NO_COLOR"], !value.isEmpty { return false }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
      if let value = environment[name], !value.isEmpty, value != "0" { return true }
    }
    if environment["CLICOLOR"] == "0" { return false }
    let terminalType = environment["TERM"] ?? ""
    if terminalType.isEmpty || terminalType == "dumb" { return false }
    return isTerminal
  }
}
