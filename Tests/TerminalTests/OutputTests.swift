import Glibc
import TestSupport
import Testing

@testable import Terminal

@Suite struct OutputTests {
  @Test func aFullDeviceIsAnError() throws {
    let descriptor = open("/dev/full", O_WRONLY | O_CLOEXEC)
    defer { close(descriptor) }
    let channel = OutputChannel(descriptor: descriptor, name: "standard output")
    #expect(throws: OutputError.failed(stream: "standard output", code: ENOSPC)) { try channel.write("text") }
    // Nothing to write cannot fail.
    try channel.write("")
  }

  @Test func aReaderThatLeftIsAQuietEnd() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let channel = OutputChannel(descriptor: ends[1], name: "standard output")
    let error = #expect(throws: OutputError.self) { try channel.writeLine("text") }
    #expect(error == .readerGone(stream: "standard output"))
    #expect(error?.exitCode == 0)
    #expect(error?.message == nil)
  }

  @Test func theMessageSaysWhatWhyAndHow() {
    let error = OutputError.failed(stream: "standard output", code: ENOSPC)
    #expect(error.exitCode == 74)
    #expect(
      error.message?.plain == """
        Writing to standard output failed: No space left on device.
        The output is not complete. Make room, or send it elsewhere, then run the command again.
        """)
  }

  @Test func inputErrorsSayWhatWhyAndHow() {
    #expect(
      InputError.lineTooLong(limit: 65536).message.plain == """
        Standard input: a line is longer than 64 KiB, so it cannot be an answer or a command.
        Send each answer on a line of its own.
        """)
    #expect(
      InputError.readFailed(code: EIO).message.plain == """
        Reading standard input failed: Input/output error.
        Check where the input comes from, then run the command again.
        """)
    #expect(InputError.lineTooLong(limit: 1).exitCode == 65)
    #expect(InputError.readFailed(code: EIO).exitCode == 74)
  }

  @Test func aFullPipeIsWaitedFor() throws {
    // 300 kB do not fit into a pipe: the writes come up short until the reader has read.
    let input = String(repeating: String(repeating: "y", count: 60000) + "\n", count: 5)
    let result = try ProcessRunner.run(BuildProducts.path(of: "TerminalProbe"), input: Array(input.utf8))
    #expect(result.standardOutput.count { $0 == UInt8(ascii: "y") } == 300_000)
  }

  @Test func withoutATerminalTheWidthIsAssumed() throws {
    let descriptor = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { close(descriptor) }
    #expect(OutputChannel(descriptor: descriptor, name: "").columns == 80)
    #expect(OutputChannel(descriptor: descriptor, name: "", assumedColumns: 40).columns == 40)
  }

  @Test(arguments: [("132", 132), ("0", 80), ("-5", 80), ("wide", 80), (nil, 80)] as [(String?, Int)])
  func columnsOfTheEnvironmentAreTakenIfTheyMakeSense(value: String?, expected: Int) {
    let output = Output.standard(environment: value.map { ["COLUMNS": $0] } ?? [:])
    #expect(output.result.assumedColumns == expected)
  }
}
