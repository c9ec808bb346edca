/// Questions as a paper with its key; every kind has its place on paper.
struct PaperItems: ItemWriter {
  let format: PaperFormat
  let export: ItemExport
  private var questions: [PrintedPaper.Question] = []

  init(format: PaperFormat, export: ItemExport) {
    (self.format, self.export) = (format, export)
  }

  mutating func add(_ question: ItemExport.Question) -> String? {
    questions.append(PrintedPaper.Question(item: question.item, section: question.section))
    return nil
  }

  private var paper: PrintedPaper {
    PrintedPaper(
      title: export.title, form: export.form, language: export.language, minutes: nil, pass: nil, questions: questions)
  }

  var file: [UInt8] { Array(format.questions(of: paper).utf8) }
  var key: [UInt8]? { Array(format.key(to: paper).utf8) }
}
