import ArgumentParser
import Progress
import StrictJSON
import Terminal

struct SettingsCommand: AppCommand, HasGlobalOptions {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "Show or change what you may decide about the program.",
    discussion: """
      There are few settings, each with its reason. Options on the command line go before them. They are kept in your \
      history, so they come along when histories are merged.

      Examples:
        kpo settings                       all of them, and why one would change them
        kpo settings questions             one of them
        kpo settings questions 30
        kpo settings questions default     the usual value again
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: ArgumentHelp("The setting: \(names.joined(separator: ", ")).", valueName: "key"), completion: .list(names))
  var key: String?

  @Argument(help: ArgumentHelp("Its new value, or default.", valueName: "value"))
  var value: String?

  @Flag(help: "Print JSON; the README lists the keys.")
  var json = false

  private static let names = Setting.allCases.map(\.rawValue)
  /// The value that takes the usual one back.
  private static let usual = "default"

  func run(in app: App) throws {
    let setting = try key.map { key in
      guard let setting = Setting(rawValue: key) else { throw UnknownWord(.setting, key, known: Self.names) }
      return setting
    }
    let change = try setting.flatMap { setting in try value.map { try checked($0, for: setting, app) } }
    let store = try app.openProgress(global, for: change == nil ? .readOnly : .readWrite, command: "kpo settings")
    defer { store.close() }
    if let setting, let change { try set(setting, change, in: store, app) }
    let settings = store.scores.settings
    if json {
      let shown = setting.map { [$0] } ?? Setting.allCases
      try app.result(json: .array(shown.map { $0.json(settings) }))
    } else if let setting, change == nil {
      try app.result(setting.text(settings, app.resultLayout))
    } else if setting == nil {
      try app.result(Setting.table(settings, app.resultLayout))
    }
  }

  /// A change of a setting to a text that was typed.
  @MainActor private func checked(_ text: String, for setting: Setting, _ app: App) throws -> SettingChange {
    if text == Self.usual { return SettingChange(key: setting.rawValue, value: nil) }
    guard let value = setting.checked(text) else {
      throw AppError.usage(
        "`\(setting.rawValue)` cannot be `\(text)`. Give \(setting.allowed), or `\(Self.usual)` for \(setting.usual).")
    }
    if setting == .banks { try BankLibrary(app: app, global).check(setting: value) }
    return SettingChange(key: setting.rawValue, value: value)
  }

  @MainActor private func set(_ setting: Setting, _ change: SettingChange, in store: ProgressStore, _ app: App) throws {
    let before = store.scores.settings[setting]
    guard change.value ?? setting.usual != before else {
      return try app.talk("`\(setting.rawValue)` is \(before) already.")
    }
    try store.append([.setting(change)])
    try store.saveSnapshot()
    try app.tellNotices(of: store)
    try app.talk(
      app.talkLayout.wrap(
        "`\(setting.rawValue)` is \(store.scores.settings[setting]) now; it was \(before). "
          + "Kept in \(line: store.folder.historyPath)."))
  }
}

extension Setting {
  /// Why one would change it.
  var why: SafeText {
    switch self {
    case .banks:
      "Which banks the quizzes, exams and figures are about, unless --bank names others: `kpo,outsourcing` mixes two."
    case .keys:
      "`single` answers a choice with one key, without Enter; `line` lets you add ? or ! and correct yourself."
    case .questions: "How long a daily quiz is at most: longer ones tire, shorter ones let a backlog grow."
    case .newFacts: "How many new facts a day brings: each comes back several times in the days after."
    case .retention:
      "How sure you want to be: with 0.95 facts come back after less than half the time of 0.9, with 0.85 after nearly twice."
    }
  }

  fileprivate static func table(_ settings: Settings, _ layout: Layout) -> SafeText {
    let rows = allCases.map { setting -> [SafeText] in
      [
        "\(setting.rawValue, .key)", "\(settings[setting])", "\(setting.usual)", "\(setting.allowed)", setting.why,
      ]
    }
    return layout.table(
      header: ["Setting", "Value", "Default", "Allowed", "Why"], rows: rows)
  }

  fileprivate func text(_ settings: Settings, _ layout: Layout) -> SafeText {
    let value = settings[self]
    let remark: SafeText = value == usual ? " (the default)" : "; the default is \(usual)"
    return layout.wrap("\(rawValue, .key) is \(value)" + remark + ". Allowed: \(allowed).") + "\n" + layout.wrap(why)
  }

  fileprivate func json(_ settings: Settings) -> JSONValue {
    [
      "key": .string(rawValue), "value": .string(settings[self]), "default": .string(usual),
      "allowed": .string(allowed), "why": .string(why.plain),
    ]
  }
}
