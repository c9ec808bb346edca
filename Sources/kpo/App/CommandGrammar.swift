import ArgumentParser
import StrictJSON
import Terminal

/// The commands with their options, as the argument parser knows them.
struct CommandGrammar {
  struct Option {
    let name: String
    let meaning: String
    let takesValue: Bool
    /// Whether several values may follow.
    let isRepeating: Bool

    var completion: Completion { Completion(text: name, description: "\(meaning)") }
  }

  let name: String
  let meaning: String
  let options: [Option]
  let subcommands: [CommandGrammar]

  /// The grammar of the whole program, which the argument parser tells as JSON.
  static var program: CommandGrammar {
    let json = try? JSONValue(parsing: Kpo._dumpHelp())
    return CommandGrammar(json?["command"] ?? .null)
  }

  private init(_ json: JSONValue) {
    name = json["commandName"]?.stringValue ?? ""
    meaning = json["abstract"]?.stringValue ?? ""
    subcommands = (json["subcommands"]?.arrayValue ?? []).map(CommandGrammar.init).filter { $0.name != "help" }
    let own = (json["arguments"]?.arrayValue ?? []).compactMap(Option.init)
    // A group takes the options of the command that it stands for.
    let usual = json["defaultSubcommand"]?.stringValue
    options =
      own + (subcommands.first { $0.name == usual }?.options.filter { !own.map(\.name).contains($0.name) } ?? [])
  }

  var completion: Completion { Completion(text: name, description: "\(meaning)") }

  func subcommand(_ name: String) -> CommandGrammar? { subcommands.first { $0.name == name } }
  func option(_ name: String) -> Option? { options.first { $0.name == name } }
}

extension CommandGrammar.Option {
  /// Nil if the argument has no long name or is not shown.
  fileprivate init?(_ json: JSONValue) {
    let names = json["names"]?.arrayValue ?? []
    guard json["shouldDisplay"]?.boolValue != false,
      let long = names.first(where: { $0["kind"]?.stringValue == "long" })?["name"]?.stringValue
    else { return nil }
    self.init(
      name: "--\(long)", meaning: json["abstract"]?.stringValue ?? "",
      takesValue: json["kind"]?.stringValue == "option", isRepeating: json["isRepeating"]?.boolValue == true)
  }
}
