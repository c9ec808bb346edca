import Glibc
public import Progress
import Synchronization

/// A disk in memory that fails, stops the program or loses power at a chosen operation.
///
/// It keeps apart what a program sees and what is on the disk: bytes get there by synchronizing the file, names by synchronizing
/// the folder. Paths are taken as they stand; there are no links.
public final class FaultyFileSystem: Sendable {
  /// What happens at the chosen operation.
  public enum Fault: Equatable, Sendable, CustomStringConvertible {
    /// The operation fails with an error number; a write takes half of its bytes before, but none if it is EINTR.
    case error(Int32, forEver: Bool)
    /// A write takes half of its bytes, at least one; any other operation works.
    case shortWrite
    /// The program ends there, as by kill -9; a write takes half of its bytes before.
    case kill

    /// The fault in words, for messages.
    public var description: String {
      switch self {
      case .error(let number, let forEver): "error \(number)\(forEver ? " for ever" : "")"
      case .shortWrite: "short write"
      case .kill: "kill"
      }
    }
  }

  private struct Node {
    var bytes: [UInt8] = []
    var bytesOnDisk: [UInt8] = []
  }

  private enum Entry: Equatable {
    case folder
    case file(Int)
  }

  private struct State {
    var nodes: [Int: Node] = [:]
    var names: [String: Entry] = ["/": .folder]
    var namesOnDisk: [String: Entry] = ["/": .folder]
    var open: [Int32: Int] = [:]
    var locks: [Int: Int32] = [:]
    var lastNumber = 2
    var operations = 0
    var fault: Fault?
    var faultAt = 0
    var isDead = false
  }

  private let state: Mutex<State>

  /// Makes an empty disk that works.
  public init() { state = Mutex(State()) }

  /// Makes a disk that works and holds the same; what is open or locked on the other is not on this one.
  public init(copying other: FaultyFileSystem) {
    state = Mutex(other.state.withLock { $0 })
    restart()
  }

  // MARK: - Faults

  /// Arranges for a fault at an operation, counted from 1 from now on.
  public func plan(_ fault: Fault, at operation: Int) {
    state.withLock {
      $0.fault = fault
      $0.faultAt = operation
      $0.operations = 0
    }
  }

  /// How many operations there were since the plan was made.
  public var operations: Int { state.withLock { $0.operations } }

  /// Ends the program and begins another on the same disk, which works again; open files and locks are gone.
  public func restart() {
    state.withLock {
      $0.fault = nil
      $0.isDead = false
      $0.open = [:]
      $0.locks = [:]
    }
  }

  /// Cuts the power and begins a program on what reached the disk.
  /// - Parameter tearing: whether half of the bytes appended since the last synchronization reached it too.
  public func losePower(tearing: Bool) {
    restart()
    state.withLock { state in
      state.names = state.namesOnDisk.filter { path, _ in
        var parent = Self.parent(of: path)
        while parent != "/" {
          guard state.namesOnDisk[parent] == .folder else { return false }
          parent = Self.parent(of: parent)
        }
        return true
      }
      for (number, node) in state.nodes {
        var bytes = node.bytesOnDisk
        if tearing, node.bytes.starts(with: bytes) {
          bytes = Array(node.bytes.prefix((bytes.count + node.bytes.count) / 2))
        }
        state.nodes[number] = Node(bytes: bytes, bytesOnDisk: bytes)
      }
    }
  }

  // MARK: - Looking and preparing

  /// The bytes of a file as a program sees them, or nil if there is none.
  public func contents(_ path: String) -> [UInt8]? {
    state.withLock { state in
      guard case .file(let number)? = state.names[path] else { return nil }
      return state.nodes[number]?.bytes
    }
  }

  /// All paths of files, sorted.
  public var files: [String] {
    state.withLock { state in state.names.filter { $0.value != .folder }.keys.sorted() }
  }

  /// Puts a file on the disk, with the folders it stands in.
  public func put(_ path: String, _ bytes: [UInt8]) {
    state.withLock { state in
      var folder = Self.parent(of: path)
      while folder != "/" {
        state.names[folder] = .folder
        state.namesOnDisk[folder] = .folder
        folder = Self.parent(of: folder)
      }
      state.lastNumber += 1
      state.nodes[state.lastNumber] = Node(bytes: bytes, bytesOnDisk: bytes)
      state.names[path] = .file(state.lastNumber)
      state.namesOnDisk[path] = .file(state.lastNumber)
    }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  // MARK: - The calls

  /// Counts an operation, lets the fault happen if it is its turn, and does it.
  private func perform<Value: Sendable>(
    _ operation: FileSystemError.Operation, _ path: String,
    _ body: @Sendable (inout State, _ halfOnly: Bool) throws(FileSystemError) -> Value
  ) throws(FileSystemError) -> Value {
    let result = state.withLock { state -> Result<Value, FileSystemError> in
      func failure(_ number: Int32) -> Result<Value, FileSystemError> {
        .failure(FileSystemError(operation, path: path, errno: number))
      }
      func attempt(halfOnly: Bool) -> Result<Value, FileSystemError> {
        do throws(FileSystemError) {
          return .success(try body(&state, halfOnly))
        } catch {
          return .failure(error)
        }
      }
      guard !state.isDead else { return failure(EIO) }
      state.operations += 1
      let isTurn = state.operations == state.faultAt
      let isWrite = operation == .write
      switch state.fault {
      case .error(let number, let forEver)? where isTurn || (forEver && state.operations > state.faultAt):
        if isWrite, isTurn, number != EINTR { _ = attempt(halfOnly: true) }
        return failure(number)
      case .kill? where isTurn:
        if isWrite { _ = attempt(halfOnly: true) }
        state.isDead = true
        return failure(EIO)
      case .shortWrite? where isTurn: return attempt(halfOnly: true)
      default: return attempt(halfOnly: false)
      }
    }
    return try result.get()
  }

  /// The door to this disk.
  public var fileSystem: FileSystem {
    FileSystem(
      open: { (path, purpose) throws(FileSystemError) in
        try self.perform(.open, path) { (state, _) throws(FileSystemError) in
          guard state.names[Self.parent(of: path)] == .folder else {
            throw FileSystemError(.open, path: path, errno: ENOENT)
          }
          let number: Int
          switch state.names[path] {
          case .folder?: throw FileSystemError(.open, path: path, errno: EISDIR)
          case .file(let existing)?:
            if purpose == .create { throw FileSystemError(.open, path: path, errno: EEXIST) }
            number = existing
          case nil:
            guard purpose == .create || purpose == .lock else {
              throw FileSystemError(.open, path: path, errno: ENOENT)
            }
            state.lastNumber += 1
            number = state.lastNumber
            state.nodes[number] = Node()
            state.names[path] = .file(number)
          }
          state.lastNumber += 1
          let descriptor = Int32(state.lastNumber)
          state.open[descriptor] = number
          return OpenFile(descriptor: descriptor, path: path)
        }
      },
      close: { file in
        self.state.withLock { state in
          guard let number = state.open.removeValue(forKey: file.descriptor) else { return }
          if state.locks[number] == file.descriptor { state.locks[number] = nil }
        }
      },
      read: { (file, offset, count) throws(FileSystemError) in
        try self.withNode(.read, file) { node, _ in Array(node.bytes.dropFirst(offset).prefix(count)) }
      },
      write: { (file, bytes) throws(FileSystemError) in
        try self.withNode(.write, file) { node, halfOnly in
          let taken = halfOnly ? max(1, bytes.count / 2) : bytes.count
          node.bytes += bytes.prefix(taken)
          return taken
        }
      },
      truncate: { (file, length) throws(FileSystemError) in
        try self.withNode(.truncate, file) { node, _ in node.bytes = Array(node.bytes.prefix(length)) }
      },
      synchronize: { (file, _) throws(FileSystemError) in
        try self.withNode(.synchronize, file) { node, _ in node.bytesOnDisk = node.bytes }
      },
      synchronizeFolder: { path throws(FileSystemError) in
        try self.perform(.synchronize, path) { (state, _) throws(FileSystemError) in
          guard state.names[path] == .folder else { throw FileSystemError(.synchronize, path: path, errno: ENOENT) }
          state.namesOnDisk = state.namesOnDisk.filter { $0.key == "/" || Self.parent(of: $0.key) != path }
          for (name, entry) in state.names where Self.parent(of: name) == path { state.namesOnDisk[name] = entry }
        }
      },
      status: { file throws(FileSystemError) in
        try self.perform(.status, file.path) { (state, _) throws(FileSystemError) in
          guard let number = state.open[file.descriptor], let node = state.nodes[number] else {
            throw FileSystemError(.status, path: file.path, errno: EBADF)
          }
          return Self.status(number, node)
        }
      },
      statusAtPath: { path throws(FileSystemError) in
        try self.perform(.status, path) { (state, _) throws(FileSystemError) in
          switch state.names[path] {
          case .folder?:
            FileStatus(kind: .folder, size: 0, permissions: 0o700, identity: .init(device: 1, number: 0))
          case .file(let number)?: Self.status(number, state.nodes[number] ?? Node())
          case nil: nil
          }
        }
      },
      resolve: { path throws(FileSystemError) in
        try self.perform(.resolve, path) { (_, _) throws(FileSystemError) in path }
      },
      rename: { (from, to) throws(FileSystemError) in
        try self.perform(.rename, to) { (state, _) throws(FileSystemError) in
          guard let entry = state.names.removeValue(forKey: from) else {
            throw FileSystemError(.rename, path: to, errno: ENOENT)
          }
          state.names[to] = entry
          for (path, inner) in state.names where path.hasPrefix(from + "/") {
            state.names[path] = nil
            state.names[to + path.dropFirst(from.count)] = inner
          }
          // A folder that was on the disk takes what it holds on the disk along.
          for (path, inner) in state.namesOnDisk where path.hasPrefix(from + "/") {
            state.namesOnDisk[to + path.dropFirst(from.count)] = inner
          }
        }
      },
      remove: { (path, kind) throws(FileSystemError) in
        try self.perform(.remove, path) { (state, _) throws(FileSystemError) in
          guard let entry = state.names[path], (entry == .folder) == (kind == .folder) else {
            throw FileSystemError(.remove, path: path, errno: ENOENT)
          }
          if state.names.keys.contains(where: { $0.hasPrefix(path + "/") }) {
            throw FileSystemError(.remove, path: path, errno: ENOTEMPTY)
          }
          state.names[path] = nil
        }
      },
      makeFolder: { path throws(FileSystemError) in
        try self.perform(.makeFolder, path) { (state, _) throws(FileSystemError) in
          guard state.names[path] == nil else { throw FileSystemError(.makeFolder, path: path, errno: EEXIST) }
          guard state.names[Self.parent(of: path)] == .folder else {
            throw FileSystemError(.makeFolder, path: path, errno: ENOENT)
          }
          state.names[path] = .folder
        }
      },
      list: { path throws(FileSystemError) in
        try self.perform(.list, path) { (state, _) throws(FileSystemError) in
          guard state.names[path] == .folder else { throw FileSystemError(.list, path: path, errno: ENOENT) }
          return state.names.keys.filter { $0 != "/" && Self.parent(of: $0) == path }
            .map { String($0.dropFirst(path == "/" ? 1 : path.count + 1)) }.sorted()
        }
      },
      lock: { file throws(FileSystemError) in
        try self.perform(.lock, file.path) { (state, _) throws(FileSystemError) in
          guard let number = state.open[file.descriptor] else {
            throw FileSystemError(.lock, path: file.path, errno: EBADF)
          }
          guard state.locks[number] == nil || state.locks[number] == file.descriptor else { return false }
          state.locks[number] = file.descriptor
          return true
        }
      },
      freeBytes: { path throws(FileSystemError) in
        try self.perform(.status, path) { (_, _) throws(FileSystemError) in 1 << 30 }
      })
  }

  private func withNode<Value: Sendable>(
    _ operation: FileSystemError.Operation, _ file: OpenFile,
    _ body: @Sendable (inout Node, _ halfOnly: Bool) -> Value
  ) throws(FileSystemError) -> Value {
    try perform(operation, file.path) { (state, halfOnly) throws(FileSystemError) in
      guard let number = state.open[file.descriptor], var node = state.nodes.removeValue(forKey: number) else {
        throw FileSystemError(operation, path: file.path, errno: EBADF)
      }
      defer { state.nodes[number] = node }
      return body(&node, halfOnly)
    }
  }

  private static func status(_ number: Int, _ node: Node) -> FileStatus {
    FileStatus(
      kind: .regular, size: node.bytes.count, permissions: 0o600, identity: .init(device: 1, number: UInt64(number)))
  }
}
