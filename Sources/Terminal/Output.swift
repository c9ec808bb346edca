import Glibc

/// The two channels of the program: results for whoever asked, and talk with the learner.
///
/// On a terminal both go to standard output, so that they keep their order. Otherwise results go to standard
/// output and talk to standard error, so that `kpo stats > file` holds the statistics and nothing else.
public struct Output: Equatable, Sendable {
  /// What the program was asked for.
  public let result: OutputChannel
  /// Prompts, questions to the learner, notices and errors.
  public let talk: OutputChannel
  /// Whether a learner sits at both ends: standard input and standard output are terminals.
  public let isInteractive: Bool
  /// What may be drawn on both.
  public let look: Look

  /// An output of given channels.
  public init(result: OutputChannel, talk: OutputChannel, isInteractive: Bool, look: Look = Look()) {
    self.result = result
    self.talk = talk
    self.isInteractive = isInteractive
    self.look = look
  }

  /// The layout for results.
  public var resultLayout: Layout { Layout(result, look) }
  /// The layout for talk with the learner.
  public var talkLayout: Layout { Layout(talk, look) }

  /// The output of this process.
  ///
  /// - Parameters:
  ///   - colour: the value of `--color`, if given; see `ColourMode.resolve`.
  ///   - look: what may be drawn, by default what the environment allows.
  ///   - environment: the process's environment; `COLUMNS` is the width where a stream is no terminal, else 80.
  public static func standard(
    colour: ColourMode? = nil, look: Look? = nil, environment: [String: String]
  ) -> Output {
    let columns = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
    func channel(_ descriptor: Int32, _ name: String) -> OutputChannel {
      let usesColour = ColourMode.resolve(
        flag: colour, environment: environment, isTerminal: isatty(descriptor) == 1)
      return OutputChannel(
        descriptor: descriptor, name: name, usesColour: usesColour, assumedColumns: columns)
    }
    let output = channel(STDOUT_FILENO, "standard output")
    let isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    let talk = isInteractive ? output : channel(STDERR_FILENO, "standard error")
    return Output(
      result: output, talk: talk, isInteractive: isInteractive, look: look ?? Look(environment: environment))
  }
}
