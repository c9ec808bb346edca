extension Strategy {
  /// Lengths: writers take more care with the right option.
  static let length = [
    Strategy("longest option", opposite: "shortest option") { $0.item.scores { Double($0.count) } },
    Strategy("most words", opposite: "fewest words") { situation in
      situation.item.scores { Double($0.split(separator: " ").count) }
    },
    Strategy("middle length", opposite: "extreme length") { situation in
      let lengths = situation.item.face.options.map { Double($0.count) }
      let mean = lengths.reduce(0, +) / Double(lengths.count)
      return lengths.map { -abs($0 - mean) }
    },
    Strategy("most commas", opposite: "fewest commas") { situation in
      situation.item.scores { Double($0.count { $0 == "," || $0 == ";" }) }
    },
  ]
}
