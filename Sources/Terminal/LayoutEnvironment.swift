extension Layout {
  /// A layout for the width of a channel with the ornaments that the look allows.
  public init(_ channel: OutputChannel, _ look: Look) {
    self.init(
      width: channel.columns, isAccessible: look.isAccessible, isASCII: look.isASCII, isPlain: look.isPlain)
  }

  /// Whether the locale's name, such as `ca_ES.UTF-8@valencia`, names UTF-8.
  static func isUTF8(_ environment: [String: String]) -> Bool {
    let encoding = locale(environment).split(separator: ".", maxSplits: 1).dropFirst().first?.prefix { $0 != "@" } ?? ""
    return ["utf-8", "utf8"].contains(encoding.lowercased())
  }

  /// The name of the locale that decides about characters; empty if the environment names none.
  static func locale(_ environment: [String: String]) -> String {
    ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
  }
}
