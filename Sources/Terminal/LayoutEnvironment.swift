extension Layout {
  /// A layout for `width` columns with the ornaments that the environment allows.
  ///
  /// `ACCESSIBLE`, neither empty nor `0`, says that a screen reader listens. Ornaments are ASCII unless the locale,
  /// the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is not empty, names UTF-8.
  public init(width: Int, environment: [String: String]) {
    let accessible = environment["ACCESSIBLE"] ?? ""
    self.init(
      width: width, isAccessible: !accessible.isEmpty && accessible != "0", isASCII: !Self.isUTF8(environment))
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
