/// JSON that reads well but does not have the members we expect.
struct ShapeError: Error, Equatable {
  /// The member, such as `facts/kpo-7/seen`.
  let path: String
  /// What should be there, in words.
  let expected: String

  var description: String { "\"\(path)\" is not \(expected)" }
}
