import ContentModel
import QuestionGenerator
import Testing

/// What a person who knows the subject would never accept as a wrong option, written down by hand.
@Suite struct KPOTrapTests {
  /// Pairs that a reader of the source knows to be right, or too near to right to be called wrong.
  @Test func knownTrapsAreNeverDistractors() throws {
    let traps: [(subject: String, options: [String])] = [
      ("Accounts Payable/Receivable", ["Finance and Banking", "Financial and Accounting Services KPO"]),
      ("Business Intelligence", ["Research and Analytics KPO", "Market Research and Consulting"]),
      ("Contract Management", ["Legal", "Legal Process Outsourcing (LPO)"]),
      ("Document Review", ["Legal", "Legal Process Outsourcing (LPO)"]),
      ("Intellectual Property Services", ["Legal", "Legal Process Outsourcing (LPO)"]),
      ("Market Research", ["Complex Analysis", "Market Research and Consulting", "Research and Analytics KPO"]),
      ("Medical Coding and Billing", ["Healthcare and Life Sciences KPO", "Healthcare and Pharmaceuticals"]),
      ("Analytics", ["Cognizant", "EXL Services", "Genpact", "Infosys", "WNS Global Services"]),
      ("Finance", ["Cognizant", "EXL Services", "Genpact", "Infosys", "Tata Consultancy Services (TCS)"]),
      ("Finance and Accounting", ["Cognizant", "EXL Services", "Infosys", "WNS Global Services"]),
      ("Research", ["Infosys", "Tata Consultancy Services (TCS)", "WNS Global Services"]),
      ("Healthcare", ["EXL Services", "Genpact", "WNS Global Services"]),
      ("Legal Services", ["Cognizant", "Infosys", "WNS Global Services"]),
      ("Data Security and Privacy Concerns", ["Data Breaches", "Regulatory Compliance (standards of a trade)"]),
      ("Quality Control and Compliance", ["Quality Assurance", "Regulatory Compliance (laws on personal records)"]),
    ]
    let forbidden = Dictionary(uniqueKeysWithValues: traps.map { ($0.subject, Set($0.options)) })
    var seen: Set<String> = []
    for item in try generator(kpoText()).items(kinds: [.multipleChoice, .multipleResponse], seeds: 1...6) {
      let (subject, options) = Self.options(of: item)
      seen.formUnion([subject] + options.map(\.text))
      for option in options where !option.isRight {
        let isTrap =
          forbidden[subject]?.contains(option.text) == true || forbidden[option.text]?.contains(subject) == true
        #expect(!isTrap, "\(subject): \(option.text)")
      }
    }
    for trap in traps {
      let isShown = seen.contains(trap.subject)
      #expect(isShown, "\(trap.subject) is no text of the bank any more")
    }
  }

  /// The subject and the options of a question with one or several right ones.
  private static func options(of item: Item) -> (subject: String, options: [(text: String, isRight: Bool)]) {
    switch item.body {
    case .choice(let choice):
      (choice.subject, choice.options.enumerated().map { ($1.text, $0 == choice.key) })
    case .selection(let selection):
      (selection.subject, selection.options.map { ($0.option.text, $0.isRight) })
    case .matching, .typed: ("", [])
    }
  }
}
