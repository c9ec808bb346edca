import Interchange
import QuestionGenerator
import Testing

/// One question of each sort in each format.
@Suite struct ItemFormatTests {
  private func text(_ format: ItemFormat, _ items: [Item]) -> String {
    String(decoding: format.write(export(items)).file, as: UTF8.self)
  }

  @Test func gift() {
    #expect(
      text(.gift, everySort) == """
        $CATEGORY: $course$/Trees/Conifers

        ::multiple-choice-0::[plain]Which is a conifer? {
        =Fir#because Fir
        ~Oak#because Oak
        ~Elm#because Elm
        }

        ::true-false-1::[plain]True or false? A fir is a conifer. {
        FALSE#because True#because False
        }

        ::multiple-response-2::[plain]Which are conifers? Choose all that apply. {
        ~%50%Fir#because Fir
        ~%-50%Oak#because Oak
        ~%50%Pine#because Pine
        ~%-50%Elm#because Elm
        }

        ::matching-3::[plain]Match. {
        =needles -> Fir
        =acorns -> Oak
        = -> Elm
        ####because needles\\nbecause acorns
        }

        ::categories-4::[plain]Sort. {
        =needles -> Fir
        =cones -> Fir
        =acorns -> Oak
        ####because needles\\nbecause cones\\nbecause acorns
        }

        ::short-answer-5::[plain]Which tree loses its needles? {
        =Larch
        =Tama\\\\*rack
        ####because Larch
        }

        """)
  }

  @Test func aiken() {
    let written = ItemFormat.aiken.write(export(everySort))
    #expect(
      String(decoding: written.file, as: UTF8.self) == """
        Which is a conifer?
        A. Fir
        B. Oak
        C. Elm
        ANSWER: A

        True or false? A fir is a conifer.
        A. True
        B. False
        ANSWER: B

        """)
    #expect(written.count == 2 && written.leftOut.count == 4)
    #expect(Set(written.leftOut.map(\.reason)) == ["Aiken holds only questions with one right option"])
  }

  @Test(arguments: ["A. Fir", "B) Fir", "ANSWER: A", "two\nlines", ""])
  func aStemThatAikenWouldReadOtherwiseIsLeftOut(stem: String) {
    let written = ItemFormat.aiken.write(export([.choice(stem, key: 0), .choice(key: 1)]))
    #expect(written.count == 1 && written.leftOut.map(\.item.stem) == [stem])
  }

  @Test func anki() {
    #expect(
      text(.anki, everySort) == """
        #separator:tab
        #html:true
        #notetype:Basic
        #deck:Trees
        #tags column:4
        #guid column:1
        b/s/x|multiple-choice|Tree|Kind\tWhich is a conifer?<ol type=a><li>Fir</li><li>Oak</li><li>Elm</li></ol>\t\
        <b>a) Fir</b><br>because Fir\tbank::b section::s kind::multiple-choice
        b/s/x|true-false|Tree|Kind\tTrue or false? A fir is a conifer.\t<b>False</b><br>because False\t\
        bank::b section::s kind::true-false
        b/s/Fir|multiple-response|Tree|Kind|b/s/Pine\tWhich are conifers? Choose all that apply.<ol type=a><li>Fir</li>\
        <li>Oak</li><li>Pine</li><li>Elm</li></ol>\t<b>a) Fir</b><br><b>c) Pine</b><br>because Fir<br>because Pine\t\
        bank::b section::s kind::multiple-response
        b/s/acorns|matching|Tree|Kind|b/s/needles\tMatch.<ol type=1><li>needles</li><li>acorns</li></ol>\
        <ol type=a><li>Fir</li><li>Oak</li><li>Elm</li></ol>\t<b>1a needles: Fir</b><br><b>2b acorns: Oak</b><br>\
        because needles<br>because acorns\tbank::b section::s kind::matching
        b/s/acorns|categories|Tree|Kind|b/s/cones|b/s/needles\tSort.<ol type=1><li>needles</li><li>cones</li>\
        <li>acorns</li></ol><ol type=a><li>Fir</li><li>Oak</li></ol>\t<b>1a needles: Fir</b><br><b>2a cones: Fir</b><br>\
        <b>3b acorns: Oak</b><br>because needles<br>because cones<br>because acorns\tbank::b section::s kind::categories
        b/s/x|short-answer|Tree|Kind\tWhich tree loses its needles?\t<b>Larch or Tama*rack</b><br>because Larch\t\
        bank::b section::s kind::short-answer

        """)
  }

  @Test func aSecondNoteThatAsksTheSameIsLeftOut() {
    let written = ItemFormat.anki.write(export([.choice("One?", key: 0), .choice("Two?", key: 1), .typed()]))
    #expect(written.count == 2 && written.leftOut.map(\.item.stem) == ["Two?"])
  }

  @Test func csv() {
    #expect(
      text(.csv, [everySort[3], .choice("=1+1?", options: ["-Fir", "\"Oak\""], key: 1)]) == #"""
        id,kind,bank,section,from,to,question,premises,options,answers,feedback,facts\#r
        matching-0,matching,b,s,Tree,Kind,Match.,"needles
        acorns","Fir
        Oak
        Elm","Fir
        Oak","because needles
        because acorns","b/s/needles
        b/s/acorns"\#r
        multiple-choice-1,multiple-choice,b,s,Tree,Kind,'=1+1?,,"'-Fir
        ""Oak""","""Oak""","because -Fir
        because ""Oak""",b/s/x\#r

        """#)
    let marked = ItemFormat.csv.write(export(everySort), isMarked: true).file
    #expect(marked.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(Array(marked.dropFirst(3)) == ItemFormat.csv.write(export(everySort)).file)
  }

  @Test func json() {
    let lines = text(.json, everySort).split(separator: "\n")
    #expect(lines.count == everySort.count)
    #expect(
      lines[0]
        == #"{"id":"multiple-choice-0","kind":"multiple-choice","bank":"b","section":"s","#
        + #""ask":{"from":"Tree","to":"Kind"},"subject":"x","stem":"Which is a conifer?","options":["Fir","Oak","Elm"],"#
        + #""answer":0,"facts":["b/s/x"],"feedback":["because Fir","because Oak","because Elm"]}"#)
  }

  @Test func moodleXML() {
    let text = text(.moodleXML, everySort)
    for part in [
      "<question type=\"category\">\n    <category>\n      <text>$course$/Trees/Conifers</text>",
      "<idnumber>b/s/x</idnumber>\n    <single>true</single>\n    <shuffleanswers>true</shuffleanswers>",
      "<answer fraction=\"100\" format=\"html\">\n      <text>Fir</text>\n      <feedback format=\"html\">\n"
        + "        <text>because Fir</text>",
      // The fact's own id is taken by the first question about it.
      "<idnumber>b/s/x|true-false-1</idnumber>\n    <answer fraction=\"0\" format=\"moodle_auto_format\">\n"
        + "      <text>true</text>\n      <feedback format=\"html\">\n        <text>because True</text>",
      "<answer fraction=\"100\" format=\"moodle_auto_format\">\n      <text>false</text>",
      "<idnumber>multiple-response-2</idnumber>\n    <single>false</single>",
      "<answer fraction=\"-50\" format=\"html\">\n      <text>Oak</text>",
      "<subquestion format=\"html\">\n      <text>acorns</text>\n      <answer>\n        <text>Oak</text>",
      "<subquestion format=\"html\">\n      <text/>\n      <answer>\n        <text>Elm</text>",
      "<text>because needles&lt;br&gt;because acorns</text>", "<usecase>0</usecase>", "<text>Tama\\*rack</text>",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(text.ranges(of: "<question type=\"category\">").count == 1)
  }

  @Test func moodleXMLEscapesTwiceWhatIsShownAsHTML() {
    let text = text(
      .moodleXML, [.matching("<b> & ]]>", premises: ["<i>", "x"], responses: ["<u>", "y"], answers: [0, 1])])
    #expect(text.contains("<text>&amp;lt;b&amp;gt; &amp;amp; ]]&amp;gt;</text>"))
    #expect(text.contains("<text>&amp;lt;i&amp;gt;</text>"))
    // A response is no HTML.
    #expect(text.contains("<text>&lt;u&gt;</text>"))
  }

  @Test func qti() throws {
    let archive = try ZipReader(ItemFormat.qti.write(export(everySort)).file)
    let names = everySort.indices.map { "items/\(export(everySort).questions[$0].item.id).xml" }
    #expect(archive.names == ["imsmanifest.xml"] + names)
    let manifest = archive.text(0)
    for name in names { #expect(manifest.contains("type=\"imsqti_item_xmlv2p1\" href=\"\(name)\"")) }
    for (index, parts) in [
      [
        "cardinality=\"single\" baseType=\"identifier\">\n    <correctResponse>\n      <value>A1</value>",
        "maxChoices=\"1\">\n      <prompt>Which is a conifer?</prompt>\n      <simpleChoice identifier=\"A1\">Fir<",
        "<modalFeedback outcomeIdentifier=\"FEEDBACK\" identifier=\"A2\" showHide=\"show\">because Oak<",
      ],
      ["<value>A2</value>", "<simpleChoice identifier=\"A2\">False<"],
      ["cardinality=\"multiple\"", "<value>A1</value>\n      <value>A3</value>", "maxChoices=\"0\""],
      [
        "baseType=\"directedPair\"", "<value>P1 R1</value>\n      <value>P2 R2</value>",
        "identifier=\"R3\" matchMax=\"1\">Elm<",
      ],
      [
        "<value>P2 R1</value>", "identifier=\"R1\" matchMax=\"0\">Fir<",
        "because needles<br/>because cones<br/>because acorns<",
      ],
      [
        "<value>Larch</value>", "<mapEntry mapKey=\"Tama*rack\" mappedValue=\"1\" caseSensitive=\"false\"/>",
        "<p>Which tree loses its needles?</p>",
        "<textEntryInteraction responseIdentifier=\"RESPONSE\" expectedLength=\"9\"/>",
      ],
    ].enumerated() {
      for part in parts { #expect(archive.text(index + 1).contains(part), "\(part)") }
    }
  }

  @Test(arguments: [ItemFormat.markdown, .html]) func aPaperHasItsKeyApart(format: ItemFormat) throws {
    let written = format.write(export(everySort))
    let paper = try #require(format.paper)
    let printed = PrintedPaper(
      title: "Trees", form: "3", language: "en", minutes: nil, pass: nil,
      questions: export(everySort).questions.map { .init(item: $0.item, section: "Conifers") })
    #expect(written.file == Array(paper.questions(of: printed).utf8))
    #expect(written.key == Array(paper.key(to: printed).utf8))
    #expect(!String(decoding: written.file, as: UTF8.self).contains("pass mark"))
  }

  @Test(arguments: ItemFormat.allCases) func everyQuestionGoesOutOrIsTold(format: ItemFormat) {
    let written = format.write(export(everySort + everySort))
    #expect(written.count + written.leftOut.count == 2 * everySort.count)
    #expect(written == format.write(export(everySort + everySort)))
    // An item that stands there twice goes out once.
    let twice = ItemExport(
      title: "Trees", form: "3", language: "en", questions: export(everySort).questions + export(everySort).questions)
    #expect(twice == export(everySort))
    #expect(format.write(export([])).count == 0)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) func rightOptionsShareOnePoint(count: Int) throws {
    let share = try #require(MoodleGrade.share(among: count))
    #expect(abs(share * Double(count) - 100) < 0.0001)
    #expect(MoodleGrade.share(among: 11) == nil && MoodleGrade.share(among: 0) == nil)
  }

  @Test func soManyRightOptionsThatMoodleHasNoWeightAreLeftOut() {
    let many = Item.selection(options: (1...12).map { "o\($0)" }, right: Set(0..<11))
    for format in [ItemFormat.gift, .moodleXML] {
      #expect(format.write(export([many])).leftOut.map(\.reason) == ["Moodle has no weight for so many right options"])
    }
  }
}
