/// The rules about titles and sections, which `BankParser` and `SectionAttributes` check.
extension Rule {
  static let missingSectionID = Rule(
    .missingSectionID, .error, title: "A section has no id",
    reason: "The id is a part of every fact's id, so a title can change without losing anyone's progress.",
    remedy: "Write one behind the title, as in `## Bark {#bark}`; a table needs such a heading above it.",
    passing: ["Notes.\n\n## Bark {#bark}\n\nSome bark is white."],
    failing: ["Notes.\n\n## ^^Bark\n\nSome bark is white."])

  static let duplicateSectionID = Rule(
    .duplicateSectionID, .error, title: "Two sections have one id",
    reason: "Facts of the two could not be told apart.", remedy: "Give each section an id of its own.",
    passing: ["Notes.\n\n## Bark {#bark}\n\nSome bark is white.\n\n## Birch bark {#birch-bark}\n\nIt peels."],
    failing: ["Notes.\n\n## Bark {#bark}\n\nSome bark is white.\n\n## ^^Birch bark {#bark}\n\nIt peels."])

  static let badAttribute = Rule(
    .badAttribute, .error, title: "The braces of a heading hold something else",
    reason: "Behind a title stand an id and perhaps a weight, each once.",
    remedy: "Write them as in `## Bark {#bark weight=20}`.",
    passing: ["Notes.\n\n## Bark {#bark weight=20}\n\nSome bark is white."],
    failing: [
      "Notes.\n\n## Bark {#bark ^^heavy}\n\nSome bark is white.", "Notes.\n\n## {^^#bark}\n\nSome bark is white.",
    ])

  static let badWeight = Rule(
    .badWeight, .error, title: "A weight is not a number from 0 to 1000000",
    reason: "A weight is a section's share of an exam, in the same unit for the whole bank.",
    remedy: "Write a number, such as `weight=20`; 0 leaves the section out of exams.",
    passing: [
      "Notes.\n\n## Bark {#bark weight=2.5}\n\nSome bark is white.", "Notes.\n\n## Bark {#bark weight=0}\n\nWhite.",
    ],
    failing: ["Notes.\n\n## Bark {#bark ^^weight=lots}\n\nSome bark is white."])

  static let emptySection = Rule(
    .emptySection, .warning, title: "A section is empty",
    reason: "A heading with neither notes nor a table under it promises what is not there.",
    remedy: "Write some, or delete the heading.", passing: ["Notes.\n\n## Bark {#bark}\n\nSome bark is white."],
    failing: ["Notes.\n\n## ^^Bark {#bark}"])

  static let secondTitle = Rule(
    .secondTitle, .error, title: "The bank has a second title",
    reason: "A bank is one subject, so it has one heading of the first level.",
    remedy: "Make it a section, as in `## Bark {#bark}`.",
    passing: ["Notes.\n\n# Trees\n\n## Bark {#bark}\n\nSome bark is white."],
    failing: ["Notes.\n\n# Trees\n\n# ^^Bark\n\nSome bark is white."])

  static let noSections = Rule(
    .noSections, .error, title: "The bank has no section", reason: "What stands in no section cannot be asked.",
    remedy: "Add a heading such as `## Leaves {#leaves}` and a table under it.", subject: .file,
    passing: [ExampleTable.file], failing: ["---\nbank: trees\ntitle: Trees\n---\n\n^^Leaves fall."])
}
