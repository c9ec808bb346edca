extension Strategy {
  /// Places: nobody who shuffles by hand does it evenly.
  static let position =
    ["first", "second", "third", "fourth"].enumerated().map { place, name in
      Strategy("\(name) option", opposite: "not the \(name)") { situation in
        situation.item.face.options.indices.map { $0 == place ? 1 : 0 }
      }
    } + [
      Strategy("last option", opposite: "not the last") { situation in
        situation.item.face.options.indices.map { $0 == situation.item.count - 1 ? 1 : 0 }
      }
    ]
}
