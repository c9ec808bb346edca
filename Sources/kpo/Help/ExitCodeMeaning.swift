/// An exit code with its meaning; the README has the same table.
struct ExitCodeMeaning {
  let code: Int
  let meaning: String

  static let all = [
    ExitCodeMeaning(code: 0, meaning: "done"),
    ExitCodeMeaning(
      code: 1,
      meaning: "a check found something; a question was answered with no; nothing matches; nothing is to be asked; "
        + "a mock exam is not passed or waits"),
    ExitCodeMeaning(code: 64, meaning: "the command line is wrong"),
    ExitCodeMeaning(code: 65, meaning: "a bank has errors, or warnings with `--strict`"),
    ExitCodeMeaning(code: 66, meaning: "a bank cannot be found or read"),
    ExitCodeMeaning(code: 70, meaning: "an error inside the program"),
    ExitCodeMeaning(code: 73, meaning: "a folder cannot be made"),
    ExitCodeMeaning(
      code: 74,
      meaning:
        "reading or writing failed, or answers could not be saved, for instance because another program holds the lock"),
    ExitCodeMeaning(code: 77, meaning: "no permission"),
    ExitCodeMeaning(code: 78, meaning: "the environment names no folder for progress, or no valid time"),
    ExitCodeMeaning(
      code: 130, meaning: "left with Ctrl-C; 128 plus the number for another signal, such as 131 for Ctrl-\\"),
  ]
}
