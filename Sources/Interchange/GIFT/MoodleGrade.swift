/// The weights in percent that Moodle allows for an option.
public enum MoodleGrade {
  /// One whole, shared by 1 to 10 options, with the five decimals that Moodle expects; nil for another number of options.
  public static func share(among count: Int) -> Double? {
    let shares = [100, 50, 33.33333, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10]
    return shares.indices.contains(count - 1) ? shares[count - 1] : nil
  }

  /// A weight as it is written: without decimals that say nothing.
  static func text(_ weight: Double) -> String {
    let text = "\(weight)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
