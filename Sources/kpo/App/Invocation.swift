import ArgumentParser

/// What the words of a command line ask for, in the shell and at the prompt of `kpo`.
enum Invocation {
  /// The command that the words ask for.
  ///
  /// - Parameter more: words that are commands here, too.
  static func command(_ words: [String], more: [String] = []) throws -> any ParsableCommand {
    if words.first == "help" {
      let topic = words.dropFirst()
      if let name = topic.first, HelpTopic(rawValue: name) != nil { return try HelpTopicCommand.parse(Array(topic)) }
      try refuseUnknown(topic, more: more + HelpTopic.allCases.map(\.rawValue), sort: .topic)
    } else if words.contains("--version"), words.contains("--json"), words.allSatisfy({ $0.hasPrefix("-") }) {
      return try VersionCommand.parse(words)
    }
    try refuseUnknown(words[...], more: more, sort: .command(of: nil))
    return try Kpo.parseAsRoot(words)
  }

  /// The argument parser would call a mistyped command, or subcommand, an unexpected argument.
  private static func refuseUnknown(_ words: ArraySlice<String>, more: [String], sort: UnknownWord.Sort) throws {
    var (configuration, more, sort) = (Kpo.configuration, more, sort)
    for word in words {
      let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"] + more
      guard known.count > 1, !word.hasPrefix("-") else { return }
      if let next = configuration.subcommands.first(where: { $0.configuration.commandName == word }) {
        (configuration, more, sort) = (next.configuration, [], .command(of: word))
        continue
      }
      guard !known.contains(word) else { return }
      throw UnknownWord(sort, word, known: known)
    }
  }
}
