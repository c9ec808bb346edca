/// The rules about the lines between the two `---` at the top, which `FrontMatter` checks.
extension Rule {
  static let missingFrontMatter = Rule(
    .missingFrontMatter, .error, title: "The file does not begin with front matter",
    reason: "A bank's id is a part of the id of every fact, so the file has to say it.",
    remedy: FrontMatter.fix, subject: .file,
    passing: [ExampleTable.file, "<!-- Mine. -->\n\n\(ExampleTable.file)"],
    failing: ["^^# Trees\n\n## Leaves {#leaves}\n\nLeaves fall.", "^^"])

  static let unclosedFrontMatter = Rule(
    .unclosedFrontMatter, .error, title: "The front matter has no end",
    reason: "Without the second `---` the notes would be read as keys and values.",
    remedy: "Write `---` on a line of its own under the last `key: value` line.", subject: .file,
    passing: [ExampleTable.file],
    failing: ["^^---\nbank: trees\ntitle: Trees\n\n## Leaves {#leaves}\n\nLeaves fall."])

  static let badFrontMatterLine = Rule(
    .badFrontMatterLine, .error, title: "A line of the front matter says nothing",
    reason: "Each line of the front matter is a key, a colon and a value.",
    remedy: "Add what is missing, or close the front matter with `---` above the line.", subject: .file,
    passing: [ExampleTable.file, ExampleTable.file.replacing("title: Trees", with: "title: Trees: a first look")],
    failing: [
      ExampleTable.file.replacing("title: Trees", with: "title: Trees\n^^My own notes"),
      ExampleTable.file.replacing("title: Trees", with: "^^title:"),
    ])

  static let unknownKey = Rule(
    .unknownKey, .error, title: "A key of the front matter has no meaning",
    reason: "A misspelt key would be passed over in silence, and its value with it.",
    remedy: "Write `bank`, `title` or `language`, or delete the line.", subject: .file,
    passing: [ExampleTable.file, ExampleTable.file.replacing("title: Trees", with: "title: Trees\nlanguage: en")],
    failing: [ExampleTable.file.replacing("title: Trees", with: "title: Trees\n^^langauge: en")])

  static let missingKey = Rule(
    .missingKey, .error, title: "The front matter lacks a key",
    reason: "A bank needs an id, the first part of every fact's id, and a title to be shown.",
    remedy: "Add a line such as `bank: short-name` or `title: Its Title`.", subject: .file,
    passing: [ExampleTable.file],
    failing: ["^^" + ExampleTable.file.replacing("title: Trees\n", with: "")])

  static let duplicateKey = Rule(
    .duplicateKey, .error, title: "The front matter has a key twice",
    reason: "Only one of the two values can count, and nobody can tell which was meant.",
    remedy: "Keep one of the two.", subject: .file, passing: [ExampleTable.file],
    failing: [ExampleTable.file.replacing("title: Trees", with: "title: Trees\n^^bank: shrubs")])

  static let badIdentifier = Rule(
    .badIdentifier, .error, title: "An id has characters that no id may have",
    reason: "An id has lower-case letters, digits and hyphens, and no hyphen in front, so that it can be typed.",
    remedy: "Write it that way, such as `my-trees`.", subject: .file,
    passing: [ExampleTable.file, ExampleTable.file.replacing("bank: trees", with: "bank: bäume-2")],
    failing: [
      ExampleTable.file.replacing("bank: trees", with: "bank: ^^My Trees"),
      ExampleTable.file.replacing("{#leaves}", with: "{^^#Leaves}"),
    ])
}
