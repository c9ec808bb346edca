import ContentModel
import QuestionBanks
import QuestionGenerator
import Testing

@testable import ItemQuality

/// What the items of the banks that come with the program must reach.
@Suite struct EmbeddedBankTests {
  @Test(arguments: EmbeddedBanks.all.map(\.id)) func itsItemsReachEveryMeasure(id: String) throws {
    let report = QualityReport.measure(try embeddedBank(id), items: 400, seeds: 5)
    #expect(report.items == 2000)
    for measure in report.measures {
      print("\(id): \(measure.verdict.rawValue): \(measure.title): \(measure.value)")
      #expect(measure.verdict != .missed, "\(measure.title): \(measure.value), \(measure.details.prefix(5))")
    }
    func value(_ id: String) throws -> Double { try #require(report.measures.first { $0.id == id }).value }
    #expect(try value("item-clang") <= 0.02)
    #expect(try value("item-near-names") == 0)
    #expect(try value("facts-asked") == 1)
    #expect(try value("forms") >= 4)
  }
}
