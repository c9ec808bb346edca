import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Terminal

/// A pipe with bytes in it.
final class InputPipe {
  let reader: Int32
  private(set) var writer: Int32

  init(_ bytes: [UInt8] = []) throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    (reader, writer) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    if !bytes.isEmpty { try send(bytes) }
  }

  func send(_ bytes: [UInt8]) throws { try #require(write(writer, bytes, bytes.count) == bytes.count) }

  func end() {
    close(writer)
    writer = -1
  }

  deinit {
    close(reader)
    if writer >= 0 { close(writer) }
  }
}

@Suite @MainActor struct PlainInputTests {
  /// No test of these may write anything, so the channels lead nowhere.
  let output = Output(
    result: OutputChannel(descriptor: -1, name: "nowhere"), talk: OutputChannel(descriptor: -1, name: "nowhere"),
    isInteractive: false)

  func inputs(of bytes: [UInt8]) throws -> [Input] {
    let pipe = try InputPipe(bytes)
    pipe.end()
    let source = PlainInput(output: output, descriptor: pipe.reader)
    var result: [Input] = []
    while result.last != .endOfInput { result.append(try source.nextLine(prompt: "> ")) }
    return result
  }

  nonisolated static let cases: [(bytes: [UInt8], lines: [String])] = [
    ([], []),
    (Array("a\nb\n".utf8), ["a", "b"]),
    (Array("a\r\nb\r\n".utf8), ["a", "b"]),
    (Array("no newline at the end".utf8), ["no newline at the end"]),
    (Array("last\r".utf8), ["last"]),
    (Array("\n\nx\n".utf8), ["", "", "x"]),
    (Array("a\rb\n".utf8), ["a\rb"]),
    ([0x61, 0x00, 0x62, 0x0A], ["a\u{0}b"]),
    ([0x61, 0xFF, 0x62, 0xC3, 0x0A], ["a\u{FFFD}b\u{FFFD}"]),
    (Array("é👩‍👩‍👧\n".utf8), ["é👩‍👩‍👧"]),
  ]

  @Test(arguments: cases.indices)
  func bytesBecomeLines(index: Int) throws {
    let (bytes, lines) = Self.cases[index]
    #expect(try inputs(of: bytes) == lines.map { .line($0) } + [.endOfInput])
  }

  @Test func aLineMayComeInPieces() throws {
    let pipe = try InputPipe(Array("fir".utf8))
    let source = PlainInput(output: output, descriptor: pipe.reader)
    #expect(try source.nextLine(prompt: "", timeout: .zero) == .timedOut(partial: "fir"))
    try pipe.send(Array("sec".utf8))
    try pipe.send(Array("ond\nthird".utf8))
    #expect(try source.nextLine(prompt: "") == .line("second"))
    pipe.end()
    #expect(try source.nextLine(prompt: "") == .line("third"))
    #expect(try source.nextLine(prompt: "") == .endOfInput)
  }

  /// The signal is ours alone: these tests hold the main actor from beginning to end.
  @Test func anInterruptLeavesThePipeAlone() throws {
    let pipe = try InputPipe(Array("a\nb\nha".utf8))
    let source = PlainInput(output: output, descriptor: pipe.reader)
    #expect(try source.nextLine(prompt: "") == .line("a"))
    Signals.interrupts.store(1, ordering: .sequentiallyConsistent)
    #expect(try source.nextLine(prompt: "", timeout: .zero) == .interrupted)
    #expect(try source.nextLine(prompt: "", timeout: .zero) == .line("b"))
    try pipe.send(Array("lf\n".utf8))
    pipe.end()
    #expect(try source.nextLine(prompt: "") == .line("half"))
    #expect(try source.nextLine(prompt: "") == .endOfInput)
  }

  /// Through a real program, since a pipe holds no more than 64 KiB.
  @Test(arguments: [65536, 65537, 65538, 300_000], ["\n", "\r\n"])
  func aLineOver64KiBIsAnErrorAndTheNextLineIsRead(length: Int, lineEnd: String) throws {
    let input = String(repeating: "x", count: length) + lineEnd + "next\n"
    let result = try ProcessRunner.run(BuildProducts.path(of: "TerminalProbe"), input: Array(input.utf8))
    let isTooLong = length > PlainInput.longestLine
    #expect(result.exitCode == 0)
    #expect(result.errorText.contains("a line is longer than 64 KiB") == isTooLong)
    #expect(result.outputText.hasSuffix("line[next]\nend\n"))
    #expect(result.outputText.contains("xxx") == !isTooLong)
  }

  @Test func resultsAndTalkTakeDifferentWaysAndAPipeGetsNoPrompt() throws {
    let result = try ProcessRunner.run(
      BuildProducts.path(of: "TerminalProbe"), environment: PseudoTerminal.terminalEnvironment(),
      input: Array("a\n".utf8))
    #expect(result.outputText == "line[a]\nend\n")
    #expect(result.errorText == "Ready.\n")
  }

  @Test func aClosedDescriptorIsAnError() throws {
    // No process has this many.
    let source = PlainInput(output: output, descriptor: 1_000_000)
    #expect(throws: InputError.readFailed(code: EBADF)) { try source.nextLine(prompt: "", timeout: .seconds(5)) }
  }

  @Test func withoutATerminalTheSourceIsPlain() throws {
    let source = makeLineSource(output: output, environment: ["TERM": "xterm"])
    #expect(source is PlainInput)
  }
}
