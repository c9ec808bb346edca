import ContentModel
import QuestionGenerator
import Terminal

/// How facts and sections of the banks that are studied are called.
extension [QuestionGenerator] {
  /// A fact as a sentence; nil for one that no bank states.
  func sentence(for fact: FactID) -> String? {
    lazy.compactMap { $0.sentence(for: fact) }.first
  }

  /// The title of a section such as `kpo/types`; its id if no bank has it.
  func sectionTitle(_ id: String) -> SafeText {
    for bank in map(\.bank) {
      if let section = bank.sections.first(where: { "\(bank.id)/\($0.id)" == id }) { return "\(line: section.title)" }
    }
    return "\(line: id)"
  }
}
