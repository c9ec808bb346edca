/// The rules about the bytes of a file, which `SourceText` checks.
extension Rule {
  static let notUTF8 = Rule(
    .notUTF8, .error, title: "The file is not UTF-8",
    reason: "A bank is read as UTF-8; bytes in another encoding would show as other letters than were written.",
    remedy: "Save the file again and choose the encoding UTF-8.", subject: .file,
    passing: [ExampleTable.file, "\u{FEFF}\(ExampleTable.file)"],
    failing: ["^^-\u{0}-\u{0}-\u{0}"])

  static let controlCharacter = Rule(
    .controlCharacter, .error, title: "A character that nobody can see",
    reason: "Two texts that look the same must be the same, or a right answer might be marked wrong.",
    remedy: "Delete the character; it is shown as \u{FFFD}. Often it came along when text was copied from a web page.",
    passing: [ExampleTable.text, "A tab\tis seen.", "A word may need its joiner: نامه\u{200C}ای."],
    failing: ["A zero-width ^^\u{200B}space.", "A bell ^^\u{7}rings."])

  static let fileTooLarge = Rule(
    .fileTooLarge, .error, title: "The file is too large",
    reason: "A bank may have 32 MiB, 20000 lines and 20000 facts, more than anybody can learn.",
    remedy: "Split it into several banks.", subject: .file, passing: [ExampleTable.file], failing: [])

  static let lineTooLong = Rule(
    .lineTooLong, .error, title: "A line is too long",
    reason: "A line may have 16 KiB; a longer one is no note that somebody could read.",
    remedy: "Break it into shorter lines.",
    passing: [ExampleTable.text, "Notes.\n" + String(repeating: "x", count: SourceText.longestLine)],
    failing: ["Notes.\n^^" + String(repeating: "x", count: SourceText.longestLine + 1)])

  static let unclosedComment = Rule(
    .unclosedComment, .error, title: "A comment is never closed",
    reason: "Everything below it is ignored, which is hardly what was meant.",
    remedy: "Write `-->` where the comment ends.",
    passing: ["Read by all. <!-- Not shown. -->", "Two lines <!-- of which\none is hidden --> and one is not."],
    failing: ["Read by all. ^^<!-- Not shown."])
}
