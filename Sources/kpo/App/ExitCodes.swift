import Glibc
import Progress

extension ProgressError {
  /// The code of sysexits.h that goes with the error.
  var exitCode: Int32 {
    switch self {
    case .emptyDataFolder: 64
    case .noDataFolder, .invalidNow: 78
    case .file(let error), .stopped(let error): error.exitCode
    case .readOnly, .closed: 74
    }
  }
}

extension FileSystemError {
  /// The code of sysexits.h that goes with the error: 77 without permission, 73 where nothing can be made, else 74.
  var exitCode: Int32 {
    switch reason {
    case .errorNumber(EACCES), .errorNumber(EPERM): 77
    case .notFolder, .errorNumber(ENOTDIR): 73
    case .errorNumber where operation == .makeFolder: 73
    default: 74
    }
  }
}
