import ContentModel
import Interchange

@testable import QuestionGenerator

/// A paper about trees with the given questions.
func paper(
  _ items: [Item], title: String = "Trees", form: String = "C", language: String = "en", section: String = "Conifers",
  minutes: Double? = 30, pass: Double = 0.7
) -> PrintedPaper {
  PrintedPaper(
    title: title, form: form, language: language, minutes: minutes, pass: pass,
    questions: items.map { PrintedPaper.Question(item: $0, section: section) })
}

extension Item {
  private init(_ kind: Kind, stem: String, body: Body) {
    self.init(
      id: "i", kind: kind, bankID: "b", sectionID: "s", subjectColumn: "Tree", answerColumn: "Kind", stem: stem,
      body: body)
  }

  /// A multiple-choice item; the reason of an option is its text with "because" before it.
  static func choice(
    _ stem: String = "Which is a conifer?", options: [String] = ["Fir", "Oak", "Elm"], key: Int
  ) -> Item {
    Item(
      .multipleChoice, stem: stem,
      body: .choice(
        Choice(subject: "x", fact: FactID("b/s/x"), options: options.map(Choice.Option.init), key: key, contrast: nil)))
  }

  /// A statement that holds or does not.
  static func trueFalse(_ stem: String = "True or false? A fir is a conifer.", holds: Bool) -> Item {
    Item(
      .trueFalse, stem: stem,
      body: .choice(
        Choice(
          subject: "x", fact: FactID("b/s/x"), options: ["True", "False"].map(Choice.Option.init), key: holds ? 0 : 1,
          contrast: nil)))
  }

  /// A multiple-response item with some right options.
  static func selection(
    _ stem: String = "Which are conifers? Choose all that apply.", options: [String] = ["Fir", "Oak", "Pine", "Elm"],
    right: Set<Int>
  ) -> Item {
    Item(
      .multipleResponse, stem: stem,
      body: .selection(
        Selection(
          subject: "x",
          options: options.enumerated().map {
            Selection.Option(option: Choice.Option($1), isRight: right.contains($0))
          })))
  }

  /// A matching item with as many premises as answers; when sorting, an answer may stand more than once.
  static func matching(
    _ stem: String = "Match.", premises: [String] = ["needles", "acorns"], responses: [String] = ["Fir", "Oak", "Elm"],
    answers: [Int], isSorting: Bool = false
  ) -> Item {
    Item(
      isSorting ? .categories : .matching, stem: stem,
      body: .matching(
        Matching(
          premises: zip(premises, answers).map { text, answer in
            Matching.Premise(text: text, fact: FactID("b/s/\(text)"), answer: answer, why: "because \(text)")
          }, responses: responses.map(Choice.Option.init), reusesResponses: isSorting)))
  }

  /// A short-answer item; the first text is the key.
  static func typed(_ stem: String = "Which tree loses its needles?", accepted: [String] = ["Larch"]) -> Item {
    Item(
      .shortAnswer, stem: stem,
      body: .typed(
        TypedAnswer(
          subject: "x", fact: FactID("b/s/x"), key: accepted[0], accepted: accepted, otherNames: ["Yew"],
          siblings: [Choice.Option("Pine")], why: "because \(accepted[0])")))
  }
}

extension Choice.Option {
  fileprivate init(_ text: String) { self.init(text: text, fact: FactID("b/s/\(text)"), why: "because \(text)") }
}

/// A text that is hostile to a format in some way, such as by its beginning, its end or a character of markup.
let hostileTexts = [
  "# heading", "#", "C#", "heading #", "###### x", "- item", "-", "---", "+ item", "* item", "***", "___", "===", "=",
  "> quote", ">", "1. one", "1) one", "2024. A year", "1234567890. long", "12", "1.5 million", "3.", ":--", ": x",
  "| a | b |", "|---|---|", "a|b", "`code`", "```", "~~~", "~~gone~~", "*a* **b** _c_ __d__", "snake_case_name",
  "[link](http://x.example)", "[x]: http://x.example", "![image](x)", "[ ] task", "<b>bold</b>", "<!-- comment -->",
  "<script>alert(1)</script>", "</bdi></li></ol><img src=x onerror=alert(1)>", "<http://x.example>", "a < b > c",
  "AT&T", "&amp;", "&lt;", "&#35;", "&copy", "\\", "a\\", "\\\\", "\\*", "\\n", "$x$", "$$", "\"quoted\" 'single'",
  "{#id .class}", "@name", "a@b.example", "*\u{0301}x*\u{0301}", "<\u{0338}b>", "`\u{0308}a`",
  "👩‍👩‍👧 🇩🇪 ❤️", "שלום עולם", "مرحبا", "नमस्ते", "日本語", "e\u{0301}", "\u{A0}x\u{A0}",
]
