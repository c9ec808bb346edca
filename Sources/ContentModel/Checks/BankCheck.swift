/// What is looked at once a bank has been read; each check stands in a file with its rule.
enum BankCheck {
  /// All that the checks find; after errors those are left out that would only report what is missing because of them.
  ///
  /// - Parameter advises: whether to look for more than errors.
  static func all(_ bank: Bank, lines: [SourceLine], afterErrors: Bool, advises: Bool) -> [Diagnostic] {
    var sink = DiagnosticSink()
    let names = NamesInTables(bank)
    checkNameLines(bank, names, lines, afterErrors: afterErrors, &sink)
    guard advises else { return sink.diagnostics }
    let columns = DescriptionColumn.all(of: bank)
    checkLikeness(bank, names, lines, &sink)
    checkClang(bank, lines, &sink)
    checkLetters(lines, &sink)
    checkLongNames(names, lines, &sink)
    checkRepeatedText(bank, columns, lines, &sink)
    if bank.isInEnglish {
      checkAbsolutes(columns, lines, &sink)
      checkVagueWords(columns, lines, &sink)
      checkNegativeStems(bank, lines, &sink)
      checkAllOfTheAbove(bank, lines, &sink)
    }
    if !afterErrors {
      checkUnaskedTables(bank, lines, &sink)
      checkUnknownNames(bank, names, lines, &sink)
      checkLongDescriptions(columns, lines, &sink)
      checkFullStops(columns, lines, &sink)
      checkCapitals(columns, lines, &sink)
    }
    return sink.diagnostics
  }
}

extension Bank {
  /// Some checks know words, and they are English ones.
  fileprivate var isInEnglish: Bool { language.lowercased().prefix { $0.isLetter } == "en" }
}
