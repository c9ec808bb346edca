extension SourceLine {
  /// Where a cell or a name in it reads so, or where a text stands in the line at all, or the line's first word.
  func place(of text: String) -> Located {
    for cell in TableGrid.cells(of: self) {
      if cell.unescaped == text { return cell }
      for part in cell.split(at: ";") where part.unescaped == text || part.unescaped.hasPrefix("\(text) [") {
        return part
      }
    }
    guard let range = self.text.firstRange(of: text) else { return Located(self.text.trimmingSpaces(), in: self) }
    return Located(self.text[range], in: self)
  }

  /// Where a piece of a cell's text stands, or the cell if the line writes that text in another way.
  func place(of piece: Substring, inCell text: String) -> Located {
    let cell = place(of: text)
    guard cell.text == text else { return cell }
    let start = text.distance(from: text.startIndex, to: piece.startIndex)
    return Located(cell.text.dropFirst(start).prefix(piece.count), in: self)
  }
}
