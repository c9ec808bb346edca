internal import CReadline
import Glibc

/// What the program knows of the terminal, for somebody who looks for a fault.
public struct TerminalReport: Equatable, Sendable {
  /// Whether a learner sits at both ends.
  public let isInteractive: Bool
  /// The value of `TERM`; empty if there is none.
  public let type: String
  /// The width in columns, assumed where there is no terminal.
  public let columns: Int
  /// The height in lines; nil if there is no terminal.
  public let lines: Int?
  /// The locale that decides about characters; empty if the environment names none.
  public let locale: String
  /// Whether the locale is one of UTF-8.
  public let isUTF8: Bool
  /// Whether results are coloured.
  public let usesColour: Bool
  /// The version of GNU Readline in use.
  public let readlineVersion: String

  /// Asks the terminal and the environment.
  @MainActor public init(_ output: Output, environment: [String: String]) {
    isInteractive = output.isInteractive
    type = environment["TERM"] ?? ""
    columns = output.result.columns
    var size = winsize()
    let isKnown = ioctl(output.result.descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0
    lines = isKnown ? Int(size.ws_row) : nil
    locale = Layout.locale(environment)
    isUTF8 = Layout.isUTF8(environment)
    usesColour = output.result.usesColour
    readlineVersion = rl_library_version.map { String(cString: $0) } ?? "unknown"
  }
}
