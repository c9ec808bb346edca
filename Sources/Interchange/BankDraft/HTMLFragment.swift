/// Reads the text out of a piece of HTML.
enum HTMLFragment {
  /// The text without tags; a line break stands for each tag that begins a new line, and entities are characters.
  ///
  /// - Returns: the text, and whether pictures or sounds were left out.
  static func text(of html: String) -> (text: String, hadMedia: Bool) {
    var text = ""
    var hadMedia = false
    var rest = html[...]
    var tagEnds = Ends(of: ">")
    var commentEnds = Ends(of: "-->")
    while let place = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
      text += rest[..<place]
      rest = rest[place...]
      if rest.first == "&", let (character, length) = entity(rest) {
        text.append(character)
        rest = rest.dropFirst(length)
      } else if rest.first == "<", let tag = tag(rest, &tagEnds, &commentEnds) {
        hadMedia = hadMedia || ["img", "audio", "video", "object"].contains(tag.name)
        if lineBreaking.contains(tag.name) { text += "\n" }
        rest = rest[tag.end...]
      } else {
        text.append(rest.removeFirst())
      }
    }
    return (text + rest, hadMedia)
  }

  private static let lineBreaking: Set<String> = [
    "br", "div", "p", "li", "tr", "ul", "ol", "hr", "h1", "h2", "h3", "td",
  ]

  /// Where a sign comes next; each part of a text is searched once.
  private struct Ends {
    private let sign: String
    private var known: Range<String.Index>?
    private var isNoneLeft = false

    init(of sign: String) { self.sign = sign }

    mutating func next(in rest: Substring) -> Range<String.Index>? {
      if isNoneLeft { return nil }
      if let known, known.lowerBound >= rest.startIndex { return known }
      known = rest.firstRange(of: sign)
      isNoneLeft = known == nil
      return known
    }
  }

  /// The name of the tag at the beginning, and where it ends; a comment counts as a tag.
  private static func tag(
    _ text: Substring, _ tagEnds: inout Ends, _ commentEnds: inout Ends
  ) -> (name: String, end: Substring.Index)? {
    let body = text.dropFirst()
    if body.hasPrefix("!--") {
      guard let close = commentEnds.next(in: body.dropFirst(3)) else { return nil }
      return ("", close.upperBound)
    }
    let start = body.first == "/" ? body.dropFirst() : body
    guard start.first?.isLetter == true, let close = tagEnds.next(in: body) else { return nil }
    let name = start.prefix { $0.isLetter || $0.isNumber }.lowercased()
    return (name, close.upperBound)
  }

  private static let named: [String: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—", "hellip": "…",
    "rarr": "→", "larr": "←", "times": "×", "deg": "°", "middot": "·", "shy": "-",
  ]

  /// The character of an entity at the beginning, and the length of its name with `&` and `;`.
  private static func entity(_ text: Substring) -> (Character, Int)? {
    guard let end = text.prefix(12).firstIndex(of: ";") else { return nil }
    let name = text[text.index(after: text.startIndex)..<end]
    let length = name.count + 2
    if let character = named[String(name)] { return (character, length) }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    guard let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits),
      let scalar = Unicode.Scalar(number)
    else { return nil }
    return (Character(scalar), length)
  }
}
