import ContentModel
import QuestionGenerator

/// An item in the notation of the rules' examples.
///
/// The first line is the stem, the text that it asks about in braces; then come the options, one a line, `+` before a
/// right one and `-` before a wrong one.
public enum ItemExample {
  /// Reads an example; an item with "True" and "False" is a true/false item.
  public static func face(_ text: String) -> ItemFace {
    let lines = text.split(separator: "\n")
    let marked = lines.first.map(String.init) ?? ""
    let subject = marked.split(separator: "{", maxSplits: 1).dropFirst().first.map { $0.prefix { $0 != "}" } } ?? ""
    let options = lines.dropFirst().map { (text: String($0.dropFirst(2)), isRight: $0.hasPrefix("+")) }
    let isGap = marked.contains("_____") && options.count == 1
    var face = ItemFace(
      marked.filter { $0 != "{" && $0 != "}" }, about: String(subject), options: options.map(\.text),
      right: Set(options.indices.filter { options[$0].isRight }), kind: isGap ? .cloze : .multipleChoice)
    face.place = ItemFace.Place(sectionID: "services", subjectColumn: "Type", answerColumn: "Service")
    return face
  }

  /// A small bank, on which the examples of the rules are judged.
  static let bankText = """
    ---
    bank: example
    title: Services of an office
    ---

    ## Services {#services}

    > lists: complete
    > ask Service from Type: Which of these is a service of {Type}?
    > ask Type from Service: Which type of work offers {Service}?

    | Type     | Service                              |
    | -------- | ------------------------------------ |
    | Research | Survey Design; Data Mining; Panels   |
    | Law      | Document Review; Patents; Data Mining |
    | Health   | Billing; Coding; Drug Trials         |

    ## Names {#names}

    - Patents = Patent Services
    - Drug Trials ~ Clinical Trials
    - Billing ~ Coding
    """

  /// What the small bank states.
  public static let facts: StatedFacts? = BankParser.parse(Array(bankText.utf8)).bank.map(StatedFacts.init)
}
