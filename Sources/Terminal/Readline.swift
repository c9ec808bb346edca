internal import CReadline
import Glibc

/// Sets up GNU Readline's process-wide state, once.
@MainActor
enum Readline {
  /// Touch it to make sure that Readline is set up.
  static let isReady: Bool = {
    useUTF8()
    rl_readline_name = immortal("kpo")
    // The kernel knows the size; LINES and COLUMNS in our environment would only go stale.
    rl_change_environment = 0
    // Readline's handlers put the terminal right when a signal arrives, then raise it again for ours.
    rl_catch_signals = 1
    rl_persistent_signal_handlers = 1
    // A new size is our loop's business, which knows when redrawing is safe.
    rl_catch_sigwinch = 0
    rl_getc_function = { Readline.byte(from: $0) }
    // A name may hold any punctuation; only a space ends a word, and nothing quotes.
    rl_completer_word_break_characters = immortal(" \t\n")
    rl_completer_quote_characters = immortal("")
    // The provider's order is best first.
    rl_sort_completion_matches = 0
    // Before the learner's ~/.inputrc is read, so that it has the last word.
    rl_variable_bind("show-all-if-ambiguous", "on")
    unbindDangerousCommands()
    bindPaste()
    using_history()
    stifle_history(Int32(CommandHistory.longest))
    rl_initialize()
    return true
  }()

  /// What is in the line being edited.
  static var line: String { rl_line_buffer.map { String(cString: $0) } ?? "" }

  /// A line that is not entered yet, with its cursor.
  struct PartialLine {
    let beforeCursor: String
    let afterCursor: String

    var text: String { beforeCursor + afterCursor }
  }

  /// The line being edited.
  static var partialLine: PartialLine {
    // The cursor counts bytes.
    var state = readline_state()
    rl_save_state(&state)
    let bytes = Array(line.utf8)
    let cursor = min(max(0, Int(state.point)), bytes.count)
    return PartialLine(
      beforeCursor: String(decoding: bytes[..<cursor], as: UTF8.self),
      afterCursor: String(decoding: bytes[cursor...], as: UTF8.self))
  }

  /// Puts a line back into a new, empty prompt, with the cursor where it was.
  static func insert(_ line: PartialLine) {
    rl_insert_text(line.text)
    rl_backward_byte(Int32(line.afterCursor.utf8.count), 0)
    rl_redisplay()
  }

  /// Ends a search or a key of several bytes that has only begun, and forgets what could be undone.
  static func endPendingKey() {
    rl_callback_sigcleanup()
    rl_free_line_state()
  }

  /// A byte that was read but must wait until the search before it has ended and `handleByte` has returned.
  private static var postponedByte: Int32?
  private static var isPostponing = false

  /// Standard input's terminal, opened once more for reading without waiting, or -1.
  ///
  /// Ctrl-C throws away what was typed before it: a read that was promised a byte would then wait for the next key, with
  /// the interrupt unseen.
  private static let terminal = open("/proc/self/fd/\(STDIN_FILENO)", O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)

  /// The bytes that Readline took in `handleByte`: many for a paste.
  private static var takenBytes: [UInt8] = []
  /// Bytes of whole characters, read but not yet taken by Readline.
  private static var waitingBytes: [UInt8] = []
  private static var repair = UTF8Repair()

  /// Whether `handleByte` just added one byte, typed, to the end of the line, and nothing followed it at once.
  static func hasTypedOneKey(after former: String) -> Bool {
    guard let byte = takenBytes.first, takenBytes.count == 1,
      line == former + String(decoding: [byte], as: UTF8.self), waitingBytes.isEmpty
    else { return false }
    var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) == 0
  }

  /// Throws away what was typed and not read yet.
  static func dropTypeAhead() {
    waitingBytes = []
    repair = UTF8Repair()
    tcflush(STDIN_FILENO, TCIFLUSH)
  }

  /// Has Readline read and handle a byte, or several if they make one key; of half a character it hears nothing yet.
  static func handleByte() {
    isPostponing = false
    takenBytes = []
    if postponedByte == nil, waitingBytes.isEmpty {
      guard let byte = readByte(from: rl_instream) else { return }
      if let byte = UInt8(exactly: byte) {
        waitingBytes = repair.take(byte)
        if byte == escape { readRestOfKey() }
        if waitingBytes.isEmpty { return }
      }
    }
    rl_callback_read_char()
  }

  private static let escape: UInt8 = 0x1B

  /// Reads what a key such as Shift-Up sends behind its Escape, and forgets the key if it is bound to nothing.
  ///
  /// Readline would take the end of it for typed letters.
  private static func readRestOfKey() {
    // Without it, reading would wait: a key that is only Escape has no rest.
    guard terminal >= 0, let second = readByte(from: rl_instream).flatMap({ UInt8(exactly: $0) }) else { return }
    waitingBytes += repair.take(second)
    guard second == UInt8(ascii: "[") else { return }
    // Parameters, and then a byte that ends them.
    while waitingBytes.count < 16, let byte = readByte(from: rl_instream).flatMap({ UInt8(exactly: $0) }) {
      waitingBytes.append(byte)
      guard (0x20...0x3F).contains(byte) else {
        let isBound = rl_function_of_keyseq(String(decoding: waitingBytes, as: UTF8.self), nil, nil) != nil
        if (0x40...0x7E).contains(byte), !isBound { waitingBytes = [] }
        return
      }
    }
  }

  /// Waits as `Poll.wait` does; only here a request to end gets through.
  static func waitForByte(until deadline: SuspendingClock.Instant?) throws(InputError) -> Bool {
    if postponedByte != nil || !waitingBytes.isEmpty { return true }
    Signals.holdTermination(false)
    defer { Signals.holdTermination(true) }
    return try Poll.wait(for: fileno(rl_instream ?? kpo_stdin()), until: deadline)
  }

  /// Gives Readline one byte, or `EOF` if the program is asked to stop first.
  ///
  /// Readline itself waits here for the rest of a paste, deaf to everything but more bytes.
  private static func byte(from stream: UnsafeMutablePointer<FILE>?) -> Int32 {
    if let byte = postponedByte {
      // More bytes are wanted before the search has ended: give it up.
      if isPostponing { return 0x07 }
      postponedByte = nil
      return byte
    }
    while true {
      if rl_pending_signal() != 0 { rl_check_signals() }
      if Signals.terminationSignal != nil || Signals.isInterrupted { return EOF }
      if !waitingBytes.isEmpty {
        let byte = waitingBytes.removeFirst()
        takenBytes.append(byte)
        return endingSearch(before: Int32(byte))
      }
      do {
        guard try waitForByte(until: nil), let byte = readByte(from: stream) else { continue }
        guard let byte = UInt8(exactly: byte) else { return EOF }
        waitingBytes = repair.take(byte)
      } catch {
        return EOF
      }
    }
  }

  /// Reads a byte that is there; `EOF` at the end, nil if it is not there any more.
  private static func readByte(from stream: UnsafeMutablePointer<FILE>?) -> Int32? {
    guard terminal >= 0 else { return rl_getc(stream ?? kpo_stdin()) }
    var byte: UInt8 = 0
    let count = read(terminal, &byte, 1)
    if count > 0 { return Int32(byte) }
    // A Ctrl-C between the waiting and here has emptied the queue.
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? nil : EOF
  }

  /// Takes away the keys of commands that crash Readline 8.2 in callback mode.
  ///
  /// Control-] and Alt-Control-] do when Escape and then a key without a meaning follow, Control-O and Alt-N or Alt-P when
  /// they follow one another on a recalled line.
  private static func unbindDangerousCommands() {
    for name in ["emacs-standard", "emacs-meta"] {
      guard let keymap = rl_get_keymap_by_name(name) else { continue }
      rl_unbind_function_in_map(rl_char_search, keymap)
      rl_unbind_function_in_map(rl_backward_char_search, keymap)
      rl_unbind_function_in_map(rl_operate_and_get_next, keymap)
      rl_unbind_function_in_map(rl_noninc_forward_search, keymap)
      rl_unbind_function_in_map(rl_noninc_reverse_search, keymap)
    }
  }

  /// Ends an incremental search before a byte that begins a longer key, such as Escape or Control-X.
  ///
  /// In callback mode Readline 8.2 crashes if such a key is bound to nothing (Control-R, then Alt-A).
  private static func endingSearch(before byte: Int32) -> Int32 {
    let isSearching = rl_readline_state & UInt(RL_STATE_ISEARCH) != 0
    guard isSearching, (0...255).contains(byte), let keymap = rl_get_keymap(),
      keymap[Int(byte)].type == CChar(ISKMAP)
    else { return byte }
    postponedByte = byte
    isPostponing = true
    // Control-J keeps what was found; where the learner's own settings gave it another sense, Control-G is left.
    return rl_variable_value("isearch-terminators") == nil ? 0x0A : 0x07
  }

  /// Makes Readline take UTF-8, which it refuses where the locale is C or not installed.
  ///
  /// Readline asks the environment, not only `setlocale`, so the fallback has to be there too.
  private static func useUTF8() {
    let isLocaleKnown = setlocale(LC_CTYPE, "") != nil
    if isLocaleKnown, let encoding = nl_langinfo(Int32(CODESET)), String(cString: encoding) == "UTF-8" { return }
    setenv("LC_ALL", "C.UTF-8", 1)
    setlocale(LC_CTYPE, "C.UTF-8")
  }

  /// A C string that lives as long as the program, as Readline wants its settings.
  private static func immortal(_ text: StaticString) -> UnsafePointer<CChar> {
    UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
