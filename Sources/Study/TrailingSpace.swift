extension Substring {
  /// The text without white space at its end.
  var withoutTrailingSpace: Substring {
    dropLast(reversed().prefix { $0.isWhitespace }.count)
  }
}
