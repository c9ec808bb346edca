/// A number in base 16, lower case, filled up with zeros.
func paddedHexadecimal(_ number: some UnsignedInteger, digits: Int) -> String {
  let text = String(number, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// A number in base 10, filled up with zeros.
func padded(_ number: Int, digits: Int) -> String {
  let text = String(number.magnitude)
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, digits - text.count)) + text
}
