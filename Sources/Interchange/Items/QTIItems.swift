import QuestionGenerator

/// Questions in QTI 2.1: a zip with a manifest and one file for each question; all kinds have an interaction.
struct QTIItems: ItemWriter {
  /// The language as a BCP 47 tag.
  let language: String
  private var files: [(name: String, id: String, bytes: [UInt8])] = []
  private var size = 0

  init(language: String) { self.language = language }

  var file: [UInt8] {
    let all = [(name: "imsmanifest.xml", bytes: manifest)] + files.map { (name: $0.name, bytes: $0.bytes) }
    return ZipArchive(files: all).bytes
  }

  mutating func add(_ question: ItemExport.Question) -> String? {
    guard (question.item.texts + [question.section]).allSatisfy(XMLNode.canHold) else { return XMLNode.forbidden }
    let id = question.item.id
    let bytes = QTIItem(item: question.item, title: question.section, language: language).node.document
    // The manifest and the directory need a few hundred bytes for each file.
    size += bytes.count + 1_000
    guard files.count + 1 < ZipArchive.mostFiles, size < ZipArchive.largest else { return "the zip is full" }
    files.append(("items/\(id).xml", id, bytes))
    return nil
  }

  private var manifest: [UInt8] {
    let resources = files.map { file in
      XMLNode.element(
        "resource", [("identifier", file.id), ("type", "imsqti_item_xmlv2p1"), ("href", file.name)],
        [.element("file", [("href", file.name)], [])])
    }
    let metadata: [XMLNode] = [.element("schema", text: "QTIv2.1 Package"), .element("schemaversion", text: "1.0.0")]
    return XMLNode.element(
      "manifest", [("xmlns", "http://www.imsglobal.org/xsd/imscp_v1p1"), ("identifier", "manifest")],
      [.element("metadata", [], metadata), .element("organizations", [], []), .element("resources", [], resources)]
    ).document
  }
}
