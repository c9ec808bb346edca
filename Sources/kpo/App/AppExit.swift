/// An exit code without words: everything has been said.
struct AppExit: Error {
  let code: Int32
}
