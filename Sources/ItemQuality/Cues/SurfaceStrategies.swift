extension Strategy {
  /// Surface: the option that was typed at another time looks different.
  static let surface = [
    Strategy("odd surface", opposite: "usual surface") { situation in
      let surfaces = situation.item.face.options.map(Surface.features)
      return surfaces.map { features in
        Double(features.indices.count { index in surfaces.count { $0[index] == features[index] } == 1 })
      }
    },
    Strategy("most capitals", opposite: "fewest capitals") { situation in
      situation.item.scores { Double($0.count(where: \.isUppercase)) }
    },
  ]
}

/// How a text looks, whatever it says.
enum Surface {
  /// Whether it begins with a capital, has further capitals, an abbreviation, digits, brackets, other signs, a full stop.
  static func features(_ text: String) -> [Bool] {
    let words = text.split(separator: " ")
    return [
      text.first?.isUppercase == true,
      words.dropFirst().contains { $0.first?.isUppercase == true },
      words.contains { $0.count(where: \.isUppercase) > 1 },
      text.contains(where: \.isNumber),
      text.contains { "()[]".contains($0) },
      text.contains { "-/&'\"".contains($0) },
      text.last.map { ".!?".contains($0) } ?? false,
    ]
  }
}
