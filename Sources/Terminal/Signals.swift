import Glibc
import Synchronization

/// Records signals for the loop that waits for input; nothing else happens when one arrives.
///
/// The handler only sets atomic numbers and writes one byte to a pipe that the loop polls (a "self-pipe"),
/// because little more is allowed while a signal interrupts the program at an unknown place.
public enum Signals {
  static let interrupts = Atomic<Int32>(0)
  static let termination = Atomic<Int32>(0)
  static let resized = Atomic<Bool>(false)
  static let continued = Atomic<Bool>(false)
  private static let isInstalled = Atomic<Bool>(false)
  private static let catchesHangUp = Atomic<Bool>(false)
  static let wakeReader = Atomic<Int32>(-1)
  static let wakeWriter = Atomic<Int32>(-1)

  /// Takes charge of the signals; call it once, first thing in the program.
  ///
  /// SIGINT, SIGTERM, SIGQUIT, SIGHUP, SIGWINCH and SIGCONT are recorded; SIGPIPE and SIGXFSZ are ignored, so that a write
  /// fails with an error instead. SIGINT and SIGHUP stay ignored if they were (`nohup kpo`, or in the background).
  /// A second SIGINT that finds the first still unread exits at once with 130: all that was shown as saved is on disk.
  public static func install() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    touchStatics()
    openWakePipe()
    for number in [SIGINT, SIGTERM, SIGQUIT, SIGHUP, SIGWINCH, SIGCONT] {
      var former = sigaction()
      sigaction(number, nil, &former)
      let wasIgnored = unsafeBitCast(former.__sigaction_handler.sa_handler, to: Int.self) == Self.ignoredHandler
      if wasIgnored && (number == SIGINT || number == SIGHUP) { continue }
      catchSignal(number)
      if number == SIGHUP { catchesHangUp.store(true, ordering: .relaxed) }
    }
    isInstalled.store(true, ordering: .relaxed)
  }

  /// Holds SIGTERM, SIGQUIT and SIGHUP back, or lets them through to our own handler again.
  ///
  /// Readline takes these signals too, and loses one of two that arrive together (a Ctrl-Z and a SIGTERM).
  /// So while it works they are held back, and while we wait they are ours.
  static func holdTermination(_ isHeld: Bool) {
    guard isInstalled.load(ordering: .relaxed) else { return }
    if !isHeld {
      catchSignal(SIGTERM)
      catchSignal(SIGQUIT)
      if catchesHangUp.load(ordering: .relaxed) { catchSignal(SIGHUP) }
    }
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGTERM)
    sigaddset(&set, SIGQUIT)
    sigaddset(&set, SIGHUP)
    pthread_sigmask(isHeld ? SIG_BLOCK : SIG_UNBLOCK, &set, nil)
  }

  private static func catchSignal(_ number: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { Signals.record($0) }
    sigemptyset(&action.sa_mask)
    // Without SA_RESTART, so that a blocking read returns.
    action.sa_flags = 0
    sigaction(number, &action, nil)
  }

  /// Whether SIGINT arrived and was not taken yet.
  public static var isInterrupted: Bool { interrupts.load(ordering: .sequentiallyConsistent) > 0 }

  /// Whether SIGINT arrived; forgets it, for a long computation that stops on its own.
  public static func takeInterrupt() -> Bool { interrupts.exchange(0, ordering: .sequentiallyConsistent) > 0 }

  /// The number of the SIGTERM, SIGQUIT or SIGHUP that arrived, or `nil`; exit with 128 plus it.
  public static var terminationSignal: Int32? {
    let number = termination.load(ordering: .sequentiallyConsistent)
    return number == 0 ? nil : number
  }

  /// Whether the window changed its size since the last call.
  static func takeResize() -> Bool { resized.exchange(false, ordering: .sequentiallyConsistent) }

  /// Whether the program was stopped and continued since the last call.
  static func takeContinuation() -> Bool { continued.exchange(false, ordering: .sequentiallyConsistent) }

  /// The end of the pipe that becomes readable when a signal arrives; negative before `install`.
  static var wakeDescriptor: Int32 { wakeReader.load(ordering: .relaxed) }

  /// Empties the pipe.
  static func drain() {
    var buffer = [UInt8](repeating: 0, count: 64)
    while read(wakeDescriptor, &buffer, buffer.count) > 0 {}
  }

  /// The value of `SIG_IGN`, which is no function.
  private static let ignoredHandler = 1

  private static func openWakePipe() {
    guard wakeDescriptor < 0 else { return }
    var ends: [Int32] = [-1, -1]
    // Without a pipe (too many open files) `poll` still returns with EINTR.
    guard pipe(&ends) == 0 else { return }
    for end in ends {
      // A full pipe must not stop the handler: the byte that is in it wakes the loop just as well.
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    wakeReader.store(ends[0], ordering: .relaxed)
    wakeWriter.store(ends[1], ordering: .relaxed)
  }

  /// Makes every static that the handler uses: making one takes a lock, which the handler might find held.
  private static func touchStatics() {
    _ = (interrupts.load(ordering: .relaxed), termination.load(ordering: .relaxed))
    _ = (resized.load(ordering: .relaxed), continued.load(ordering: .relaxed))
    _ = wakeWriter.load(ordering: .relaxed)
  }

  /// The handler: async-signal-safe, without allocation.
  private static func record(_ number: Int32) {
    let savedCode = errno
    switch number {
    case SIGINT:
      if interrupts.wrappingAdd(1, ordering: .sequentiallyConsistent).oldValue > 0 { _exit(130) }
    case SIGWINCH: resized.store(true, ordering: .sequentiallyConsistent)
    case SIGCONT: continued.store(true, ordering: .sequentiallyConsistent)
    default: termination.store(number, ordering: .sequentiallyConsistent)
    }
    var byte: UInt8 = 0
    _ = write(wakeWriter.load(ordering: .relaxed), &byte, 1)
    errno = savedCode
  }
}
