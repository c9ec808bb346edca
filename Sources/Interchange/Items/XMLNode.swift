/// A piece of an XML document; writing it escapes whatever stands in it.
indirect enum XMLNode {
  /// An element with its attributes in order.
  case element(String, [(name: String, value: String)], [XMLNode])
  /// Text as a reader gets it.
  case text(String)

  /// An element around a text.
  static func element(_ name: String, _ attributes: [(name: String, value: String)] = [], text: String) -> XMLNode {
    .element(name, attributes, text.isEmpty ? [] : [.text(text)])
  }

  /// The document of an element, in UTF-8.
  var document: [UInt8] {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(to: &text, indent: "")
    return Array((text + "\n").utf8)
  }

  /// Elements that hold elements alone are laid out on lines; space around text would belong to it.
  private func write(to text: inout String, indent: String) {
    switch self {
    case .text(let content): text += Self.escaped(content)
    case .element(let name, let attributes, let children):
      text += "<\(name)"
      for attribute in attributes {
        text += " \(attribute.name)=\"\(Self.escaped(attribute.value, isAttribute: true))\""
      }
      guard !children.isEmpty else {
        text += "/>"
        return
      }
      text += ">"
      let holdsText = children.contains {
        guard case .text = $0 else { return false }
        return true
      }
      for child in children {
        if !holdsText { text += "\n\(indent)  " }
        child.write(to: &text, indent: indent + "  ")
      }
      if !holdsText { text += "\n\(indent)" }
      text += "</\(name)>"
    }
  }

  /// Why a text with some control character cannot be carried.
  static let forbidden = "XML cannot hold a control character in it"

  /// Whether XML 1.0 has all the scalars of a text.
  static func canHold(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: true
      case 0x00..<0x20, 0xFFFE, 0xFFFF: false
      default: true
      }
    }
  }

  /// Works on scalars: a combining mark after `<` makes it another character, but not another bracket.
  private static func escaped(_ text: String, isAttribute: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"" where isAttribute: result.append(contentsOf: "&quot;".unicodeScalars)
      // A reader would make a newline or a space of these.
      case "\r",
        "\n" where isAttribute, "\t" where isAttribute:
        result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
