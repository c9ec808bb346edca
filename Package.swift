// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "kpo",
  products: [.executable(name: "kpo", targets: ["kpo"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // `pkgConfig` is left out on purpose: Debian's readline.pc makes SwiftPM warn on every build.
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .target(name: "StrictJSON"),
    .target(name: "TextSafety"),
    .target(name: "ContentModel", dependencies: ["TextSafety"]),
    .target(
      name: "QuestionBanks", path: "QuestionBanks",
      resources: [.embedInCode("kpo.md"), .embedInCode("outsourcing.md")]),
    .target(name: "QuestionGenerator", dependencies: ["ContentModel"]),
    .target(name: "ItemQuality", dependencies: ["ContentModel", "QuestionGenerator"]),
    .target(name: "MemoryModel"),
    .target(name: "Progress", dependencies: ["MemoryModel", "StrictJSON"]),
    .target(name: "Study", dependencies: ["ContentModel", "QuestionGenerator", "MemoryModel", "Progress"]),
    .target(name: "Interchange", dependencies: ["ContentModel", "QuestionGenerator", "StrictJSON", "TextSafety"]),
    .target(name: "Terminal", dependencies: ["CReadline", "TextSafety"]),
    .executableTarget(
      name: "kpo",
      dependencies: [
        "ContentModel", "Interchange", "ItemQuality", "MemoryModel", "QuestionBanks", "QuestionGenerator", "Progress",
        "StrictJSON", "Study", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Simulations and measurements; no product, so that it is not shipped.
    .executableTarget(
      name: "kpo-bench",
      dependencies: [
        "ContentModel", "MemoryModel", "Progress", "QuestionBanks", "TestSupport", "kpo",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Writes the manual page; no product either.
    .executableTarget(name: "kpo-manual", dependencies: ["Progress", "StrictJSON", "TestSupport", "kpo"]),
    .target(name: "TestSupport", dependencies: ["MemoryModel", "Progress"], path: "Tests/TestSupport"),
    .executableTarget(name: "TerminalProbe", dependencies: ["Terminal"], path: "Tests/TerminalProbe"),
    .testTarget(
      name: "ContentModelTests", dependencies: ["ContentModel", "QuestionBanks"], resources: [.copy("Fixtures")]),
    .testTarget(name: "QuestionGeneratorTests", dependencies: ["ContentModel", "QuestionBanks", "QuestionGenerator"]),
    .testTarget(
      name: "ItemQualityTests", dependencies: ["ContentModel", "ItemQuality", "QuestionBanks", "QuestionGenerator"]),
    .testTarget(name: "MemoryModelTests", dependencies: ["MemoryModel", "TestSupport"], exclude: ["Fixtures"]),
    .testTarget(
      name: "StudyTests",
      dependencies: [
        "ContentModel", "MemoryModel", "QuestionBanks", "QuestionGenerator", "Progress", "Study", "TestSupport",
      ]),
    .testTarget(
      name: "InterchangeTests", dependencies: ["ContentModel", "Interchange", "QuestionGenerator", "StrictJSON"]),
    .testTarget(
      name: "EndToEnd", dependencies: ["Progress", "StrictJSON", "TestSupport", "kpo", "kpo-manual"],
      path: "Tests/EndToEnd",
      exclude: ["Screens"]),
    .testTarget(name: "TextSafetyTests", dependencies: ["TextSafety"]),
    .testTarget(name: "StrictJSONTests", dependencies: ["StrictJSON", "TestSupport"]),
    .testTarget(name: "ProgressTests", dependencies: ["MemoryModel", "Progress", "StrictJSON", "TestSupport"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "TestSupport", "TerminalProbe"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      // SE-0335: `any` marks every existential.
      .enableUpcomingFeature("ExistentialAny"),
      // SE-0444: a member is visible only where its module is imported.
      .enableUpcomingFeature("MemberImportVisibility"),
      // SE-0409: an import is an implementation detail unless it says otherwise.
      .enableUpcomingFeature("InternalImportsByDefault"),
      // SE-0461: a nonisolated async function runs on its caller's actor.
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
  // CI sets this, too: tests that judge thousands of questions and play thousands of faults take a third of the time.
  if Context.environment["KPO_OPTIMIZED"] != nil, target.type == .regular {
    target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
  }
  // CI sets this; elsewhere a newer compiler's new warnings must not stop anyone from building.
  if Context.environment["KPO_WARNINGS_AS_ERRORS"] != nil {
    target.swiftSettings?.append(.treatAllWarnings(as: .error))
  }
}

// `KPO_FUZZ=bank swift build --product fuzz --scratch-path /tmp/kpo-fuzz` builds what the README tells of; nothing else needs it.
if Context.environment["KPO_FUZZ"] != nil {
  for target in package.targets where target.type != .system {
    target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"]))
  }
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "ContentModel", "Interchange", "Progress", "QuestionBanks", "QuestionGenerator", "StrictJSON", "Study",
      ],
      path: "Tests/Fuzz", exclude: ["Corpus"],
      swiftSettings: [
        .enableUpcomingFeature("MemberImportVisibility"), .unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"]),
      ],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}
