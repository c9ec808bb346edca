extension Item {
  /// The id of an item: its kind and a hash of everything that the learner sees.
  static func id(_ kind: Kind, _ shown: [String]) -> String {
    var hash = StableHash()
    for text in shown { hash.add(text) }
    return "\(kind.rawValue)-\(hash.hexadecimal)"
  }
}
