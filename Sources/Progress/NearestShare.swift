/// The share 0...1 that is nearest to a value; NaN becomes 0, because it fails the comparison.
func nearestShare(_ value: Double) -> Double { value >= 0 ? min(value, 1) : 0 }
