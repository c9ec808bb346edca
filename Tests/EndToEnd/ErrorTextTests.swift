import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// What each sort of error says, word for word, at 80 columns: what, where, why, and what helps.
@Suite struct ErrorTextTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// What is said, with the home folder, whose name is drawn, always called the same.
  private func said(_ result: ProcessRunner.Result, _ code: Int32) -> String {
    #expect(result.exitCode == code)
    #expect((1...8).contains(result.errorLines.count), "\(result.errorText)")
    // FILE:LINE:COLUMN stays on its line for those who click on it.
    #expect(result.errorLines.allSatisfy { $0.count <= 80 || $0.contains(":1:1: ") }, "\(result.errorText)")
    return result.errorText.replacing(sandbox.home, with: Self.home)
  }

  /// As long as the real name, so that lines break where they do.
  private static let home = "/tmp/kpo-end-to-end-home--"

  @Test(
    arguments: [
      (["dialy"], "Error: There is no command `dialy`. Did you mean `daily`?"),
      (["frob"], "Error: There is no command `frob`. `kpo --help` lists the commands."),
      (
        ["daily", "--cont", "3"],
        """
        Error: Unknown option '--cont'. Did you mean '--count'?
        Usage: kpo daily [--data <dir>] [--color <when>] [--ascii] [--plain]
          [--accessible] [--bank <bank> ...] [--seed <number>] [--keys <how>] [--count
          <number>] [--minutes <minutes>]
          See 'kpo daily --help' for more information.
        """
      ),
      (["daily", "--count", "0"], "Error: --count is 0; it goes from 1 to 500."),
      (
        ["exam", "drop", "--color", "never"],
        """
        Error: Missing expected argument '<exam>'
        Help:  <exam>  The exam's number in `kpo exam plans`, or its day.
        Usage: kpo exam drop [--data <dir>] [--color <when>] [--ascii] [--plain]
          [--accessible] <exam>
          See 'kpo exam drop --help' for more information.
        """
      ),
      (
        ["read", "zzzzzz"],
        """
        Error: There is no section `zzzzzz`. `kpo bank list` shows them all.
        """
      ),
      (
        ["settings", "questions", "many"],
        "Error: `questions` cannot be `many`. Give 1 to 500, or `default` for 20."
      ),
      (
        ["exam", "plan", "--date", "soon"],
        "Error: `soon` is no day. Write year, month and day, such as 2026-12-15."
      ),
      (["progress", "restore", "x"], "Error: There is no copy `x`. `kpo progress backups` lists what there is."),
    ] as [([String], String)])
  func usage(_ arguments: [String], _ expected: String) throws {
    #expect(said(try sandbox.run(arguments, changes: ["KPO_NOW": Sandbox.morning(of: 0)]), 64) == expected + "\n")
  }

  @Test func aBankWithErrors() throws {
    let file = try sandbox.write("---\nbank: b\n---\n", to: "my.md")
    #expect(
      said(try sandbox.run(["daily", "--bank", file]), 65) == """
        /tmp/kpo-end-to-end-home--/my.md:1:1: error: The front matter has no `title`. [missing-key]
            1 | ---
              | ^
              Fix: Add a line such as `title: Its Title`.
        Error: /tmp/kpo-end-to-end-home--/my.md has an error, so it cannot be studied.
          `kpo bank check /tmp/kpo-end-to-end-home--/my.md` shows it.

        """)
  }

  @Test(
    arguments: [
      (["daily", "--bank", "kop"], "Error: There is no bank `kop`, and no file of that name. Did you mean `kpo`?"),
      (["bank", "check", "no-such.md"], "Error: no-such.md: there is no such file. Check the name."),
      (
        ["progress", "merge", "nowhere"],
        """
        Error: There is no history at nowhere. Name a data folder or a file such as
          history.jsonl in it.
        """
      ),
    ])
  func whatCannotBeFound(_ arguments: [String], _ expected: String) throws {
    #expect(said(try sandbox.run(arguments), 66) == expected + "\n")
  }

  @Test func aFolderThatCannotBeMade() throws {
    let file = try sandbox.write("", to: "file")
    #expect(
      said(try sandbox.run(["settings", "keys", "single", "--data", "\(file)/kpo"]), 73) == """
        Error: /tmp/kpo-end-to-end-home--/file/kpo: cannot look at the file: a part of
          its path is not a folder. Move it away, or choose another folder with --data.

        """)
  }

  @Test func aFileThatCannotBeRead() throws {
    try FileManager.default.createDirectory(atPath: "\(sandbox.data)/history.jsonl", withIntermediateDirectories: true)
    #expect(
      said(try sandbox.run(["stats"]), 74) == """
        Error: /tmp/kpo-end-to-end-home--/data/history.jsonl: cannot open the file: it
          is a folder, not a regular file. Move it away, or choose another folder with
          --data.

        """)
  }

  @Test func aFullDisk() throws {
    let kpo = try BuildProducts.path(of: "kpo")
    let result = try ProcessRunner.run(
      "/bin/sh", arguments: ["-c", "\(kpo) stats > /dev/full"], environment: sandbox.environment())
    #expect(
      said(result, 74) == """
        Error: Writing to standard output failed: No space left on device.
          The output is not complete. Make room, or send it elsewhere, then run the
          command again.

        """)
  }

  /// Root may write everywhere but where the kernel itself says no.
  private static let forbidden = geteuid() == 0 ? "/sys" : "/"

  @Test(.enabled(if: mkdir("\(forbidden)/kpo-forbidden", 0o700) != 0 && [EPERM, EACCES].contains(errno)))
  func noPermission() throws {
    let folder = "\(Self.forbidden)/kpo-forbidden"
    let error = said(try sandbox.run(["settings", "keys", "single", "--data", folder]), 77)
    #expect(
      error.replacing("\n  ", with: " ")
        == "Error: \(folder): cannot make the folder: you have no permission. Choose another folder with --data, "
        + "or make this one writable.\n")
  }

  @Test func anEnvironmentThatSaysNothing() throws {
    #expect(
      said(try sandbox.run(["stats"], changes: ["HOME": nil, "KPO_DATA": nil]), 78) == """
        Error: There is no place for your progress: neither KPO_DATA nor XDG_DATA_HOME
          nor HOME names a folder. Give one with --data DIR.

        """)
    #expect(
      said(try sandbox.run(["stats"], changes: ["KPO_NOW": "noon"]), 78) == """
        Error: KPO_NOW is "noon", which is not a time. Write it like
          2026-11-23T10:00:00Z or 2026-11-23T10:00:00+01:00.

        """)
  }

  /// That there is nothing is an answer, not an error.
  @Test func nothingToAskOrToFind() throws {
    #expect(said(try sandbox.run(["missed"]), 1) == "Nothing is missed. `kpo daily` asks what comes next.\n")
    #expect(
      said(try sandbox.run(["search", "zebra"]), 1)
        == "Nothing in the banks matches `zebra`. Try fewer words, or a part of one.\n")
  }
}
