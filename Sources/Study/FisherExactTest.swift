/// Fisher's exact test, one-sided: whether one share of right answers is lower than another beyond chance.
enum FisherExactTest {
  /// The chance of so few right answers among `asked`, or fewer, if they were no harder than the others.
  ///
  /// With the sums fixed, the number of right ones is hypergeometric; 1 if there is nothing to compare.
  static func chance(ofRight right: Int, asked: Int, besideRight otherRight: Int, asked otherAsked: Int) -> Double {
    let allRight = right + otherRight
    let lowest = max(0, allRight - otherAsked)
    let highest = min(asked, allRight)
    var weight = 1.0
    var upToHere = 0.0
    var total = 0.0
    for count in lowest...highest {
      total += weight
      if count <= right { upToHere += weight }
      // The ratio of neighbouring terms C(asked, k) C(otherAsked, allRight - k).
      let up = Double(asked - count) * Double(allRight - count)
      weight *= up / (Double(count + 1) * Double(otherAsked - allRight + count + 1))
      // Only the ratios count, and large numbers of answers would leave the range of a Double.
      if weight > 1e200 {
        weight /= 1e200
        upToHere /= 1e200
        total /= 1e200
      }
    }
    return upToHere / total
  }
}
