import Terminal

/// The options that say how everything looks, whatever else the command line says.
struct Looks: Equatable {
  var color: ColourMode?
  var ascii = false
  var plain = false
  var accessible = false

  init(color: ColourMode? = nil, ascii: Bool = false, plain: Bool = false, accessible: Bool = false) {
    (self.color, self.ascii, self.plain, self.accessible) = (color, ascii, plain, accessible)
  }

  /// Finds them in a command line that may be wrong elsewhere, so that the complaint has the right looks too.
  init(reading arguments: [String]) {
    let words = Array(arguments.prefix { $0 != "--" })
    let assigned = words.last { $0.hasPrefix("--color=") }.map { String($0.dropFirst("--color=".count)) }
    let separate = words.lastIndex(of: "--color").flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
    self.init(
      color: (assigned ?? separate).flatMap { ColourMode(rawValue: $0) }, ascii: words.contains("--ascii"),
      plain: words.contains("--plain"), accessible: words.contains("--accessible"))
  }

  /// These, and where they are silent those.
  func merged(over others: Looks) -> Looks {
    Looks(
      color: color ?? others.color, ascii: ascii || others.ascii, plain: plain || others.plain,
      accessible: accessible || others.accessible)
  }

  /// The streams of this process with these looks; `--plain` goes before `--color`.
  func output(environment: [String: String]) -> Output {
    Output.standard(
      colour: plain ? .never : color,
      look: Look(isASCII: ascii, isPlain: plain, isAccessible: accessible, environment: environment),
      environment: environment)
  }
}
