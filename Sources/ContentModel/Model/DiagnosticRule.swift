extension Diagnostic.Code {
  /// The rule that this code names.
  public var rule: Rule {
    switch self {
    case .notUTF8: .notUTF8
    case .controlCharacter: .controlCharacter
    case .deceptiveLetter: .deceptiveLetter
    case .fileTooLarge: .fileTooLarge
    case .lineTooLong: .lineTooLong
    case .unclosedComment: .unclosedComment
    case .missingFrontMatter: .missingFrontMatter
    case .unclosedFrontMatter: .unclosedFrontMatter
    case .badFrontMatterLine: .badFrontMatterLine
    case .unknownKey: .unknownKey
    case .missingKey: .missingKey
    case .duplicateKey: .duplicateKey
    case .badIdentifier: .badIdentifier
    case .missingSectionID: .missingSectionID
    case .duplicateSectionID: .duplicateSectionID
    case .badAttribute: .badAttribute
    case .badWeight: .badWeight
    case .emptySection: .emptySection
    case .secondTitle: .secondTitle
    case .noSections: .noSections
    case .unknownDirective: .unknownDirective
    case .badDirective: .badDirective
    case .directiveWithoutTable: .directiveWithoutTable
    case .duplicateDirective: .duplicateDirective
    case .unknownColumn: .unknownColumn
    case .badStem: .badStem
    case .shortStem: .shortStem
    case .negativeStem: .negativeStem
    case .allOfTheAbove: .allOfTheAbove
    case .missingDelimiterRow: .missingDelimiterRow
    case .cellCount: .cellCount
    case .duplicateColumn: .duplicateColumn
    case .emptyCell: .emptyCell
    case .emptyTable: .emptyTable
    case .badName: .badName
    case .longName: .longName
    case .tooManyColumns: .tooManyColumns
    case .unaskedTable: .unaskedTable
    case .conflictingFacts: .conflictingFacts
    case .repeatedFact: .repeatedFact
    case .repeatedText: .repeatedText
    case .badNameLine: .badNameLine
    case .unusedNameLine: .unusedNameLine
    case .unknownName: .unknownName
    case .contradictoryNames: .contradictoryNames
    case .undeclaredLikeness: .undeclaredLikeness
    case .clang: .clang
    case .longDescription: .longDescription
    case .absoluteWord: .absoluteWord
    case .vagueWord: .vagueWord
    case .mixedFullStops: .mixedFullStops
    case .mixedCapitals: .mixedCapitals
    case .deadPattern: .deadPattern
    case .unaskableFact: .unaskableFact
    }
  }

  /// How bad breaking the rule is.
  public var severity: Diagnostic.Severity { rule.severity }
}

extension Rule {
  /// Every rule that a bank can break, in the order of the codes.
  public static var banks: [Rule] { Diagnostic.Code.allCases.map(\.rule) }
}
