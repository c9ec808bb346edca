/// The members of a JSON object, in order and with no key twice.
///
/// A look-up walks the members; for objects with very many keys, walk `members` once instead.
public struct JSONObject: Equatable, Sendable {
  /// One name and its value.
  public struct Member: Equatable, Sendable {
    /// The name.
    public let key: String
    /// The value.
    public var value: JSONValue

    /// Makes a member.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The members in their order.
  public private(set) var members: [Member]

  /// Makes an object without members.
  public init() { members = [] }

  /// Trusts the caller that no key comes twice; the parser has looked.
  init(uniqueMembers: [Member]) { members = uniqueMembers }

  /// Makes an object; of two equal keys the last value holds, at the place of the first.
  init(lastOfEachKey elements: some Sequence<(String, JSONValue)>) {
    members = []
    for (key, value) in elements { self[key] = value }
  }

  /// Whether there are no members.
  public var isEmpty: Bool { members.isEmpty }

  /// The value of a member; setting a new key appends it, setting nil removes it.
  public subscript(key: String) -> JSONValue? {
    get { members.first { hasSameText($0.key, key) }?.value }
    set {
      let index = members.firstIndex { hasSameText($0.key, key) }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Appends a member whose key the caller knows to be new, without looking for it.
  ///
  /// For building objects of many members, such as one per fact from a dictionary, where a look-up per member would cost too much.
  public mutating func append(newKey key: String, _ value: JSONValue) {
    members.append(Member(key: key, value: value))
  }

  /// The members whose keys are not in the list, in order.
  public func without(_ keys: [String]) -> JSONObject {
    JSONObject(uniqueMembers: members.filter { !keys.contains($0.key) })
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Makes an object whose members keep the order of the literal; of two equal keys the last value holds.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(lastOfEachKey: elements)
  }
}

/// Whether two texts have the same bytes, or at least as many and the same meaning.
///
/// Comparing strings that differ costs many times what comparing their lengths does, and most keys differ in length.
func hasSameText(_ left: String, _ right: String) -> Bool {
  left.utf8.count == right.utf8.count && left == right
}
