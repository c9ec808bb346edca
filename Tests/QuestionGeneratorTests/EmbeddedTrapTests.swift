import ContentModel
import QuestionBanks
import QuestionGenerator
import Testing

/// What a person who knows the subject would never accept as a wrong option, written down by hand.
@Suite struct EmbeddedTrapTests {
  private typealias Trap = (subject: String, options: [String])

  /// Pairs that a reader of the sources knows to be right, or too near to right to be called wrong.
  private static let traps: [String: [Trap]] = [
    "kpo": [
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
    ],
    "outsourcing": [
      ("the search for new staff, their choice and their welcome", ["Human Resource Outsourcing"]),
      ("with a provider over the border or in the same time zone", ["Offshore Outsourcing"]),
      ("with a provider in a distant foreign country", ["Nearshore Outsourcing"]),
      ("people in the firm or its affiliate get the work", ["Captive Centre", "Shared Services"]),
      ("pay that follows the business result", ["Gain-Share Pricing"]),
      ("a recurring fee for people who serve one client", ["FTE-Based Pricing"]),
      ("a search for electronic evidence and its examination", ["Document Review"]),
      ("procedures on patients in United States hospitals", ["CPT"]),
      ("turning a firm's own figures into support for decisions", ["Competitive Intelligence"]),
      ("a data-driven hunt for defects, begun at Motorola", ["Lean Six Sigma"]),
      ("SOC 1", ["United States"]),
      ("keeping the secrets of a business", ["Privacy", "Security"]),
      ("secret records of clients leak or are misused", ["IP Leakage", "Non-Compliance"]),
      ("a firm should stay with what it does uniquely well", ["Resource-Based View"]),
      ("provides services", ["Quaternary Sector", "Quinary Sector"]),
      ("The term KPO is coined at Evalueserve", ["2004"]),
      ("coined the term KPO at Evalueserve", ["Alok Aggarwal"]),
    ],
  ]

  @Test(arguments: EmbeddedBanks.all.map(\.id)) func knownTrapsAreNeverDistractors(id: String) throws {
    let traps = try #require(Self.traps[id])
    let forbidden = Dictionary(uniqueKeysWithValues: traps.map { ($0.subject, Set($0.options)) })
    var seen: Set<String> = []
    for item in try generator(embeddedText(id)).items(kinds: [.multipleChoice, .multipleResponse], seeds: 1...6) {
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
