// swift-tools-version: 6.2

import PackageDescription

/// Our own targets build in Swift 6 mode and treat every warning as an error.
let house: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "nianbao",
  products: [
    .executable(name: "nianbao", targets: ["nianbao"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The ground floor: what every other module may know.
    .target(name: "ReportModel", swiftSettings: house),
    .target(
      name: "StrictYAML", dependencies: [.product(name: "Yams", package: "Yams")],
      swiftSettings: house),
    .target(
      name: "Forms",
      dependencies: ["ReportModel", "StrictYAML"],
      resources: [
        .embedInCode("Resources/indicators.yaml"),
        .embedInCode("Resources/fujian-2011.yaml"),
        .embedInCode("Resources/fujian-2014.yaml"),
        .embedInCode("Resources/gid-2014.yaml"),
        .embedInCode("Resources/gid-2019.yaml"),
        .embedInCode("Resources/gid-2021.yaml"),
        .embedInCode("Resources/crosswalk.yaml"),
      ],
      swiftSettings: house),
    .target(
      name: "Bodies", dependencies: ["ReportModel", "StrictYAML"],
      resources: [.embedInCode("Resources/body-names.yaml")], swiftSettings: house),
    .target(name: "Panel", dependencies: ["ReportModel"], swiftSettings: house),
    .target(name: "Expressions", dependencies: ["ReportModel"], swiftSettings: house),

    // The middle modules: none of them knows another.
    .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CLibedit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .target(
      name: "ReportReading",
      dependencies: [
        "CExpat", "CGumbo", "CZip", "CZlib", "Forms", "ReportModel", "StrictYAML",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.embedInCode("Resources/prose.yaml")],
      swiftSettings: house),
    .target(
      name: "ReportStore",
      dependencies: [
        "Bodies", "Forms", "Panel", "ReportModel", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .target(name: "CColumnSums"),
    .target(
      name: "Checking",
      dependencies: [
        "Bodies", "CColumnSums", "Expressions", "Forms", "Panel", "ReportModel", "StrictYAML",
      ],
      resources: [
        .embedInCode("Resources/main.rules.yaml"),
        .embedInCode("Resources/prose.rules.yaml"),
      ],
      swiftSettings: house),
    .target(
      name: "Analysis",
      dependencies: ["Bodies", "Expressions", "Forms", "Panel", "ReportModel"],
      swiftSettings: house),
    .target(name: "Output", dependencies: ["ReportModel"], swiftSettings: house),
    .target(name: "LineEditing", dependencies: ["CLibedit"], swiftSettings: house),

    // The shell puts them together.
    .systemLibrary(name: "CMalloc"),
    .target(
      name: "Shell",
      dependencies: [
        "Analysis", "Bodies", "CMalloc", "Checking", "Expressions", "Forms", "LineEditing",
        "Output", "Panel", "ReportModel", "ReportReading", "ReportStore", "StrictYAML",
      ],
      swiftSettings: house),
    .executableTarget(
      name: "nianbao",
      dependencies: [
        "Shell", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    // Tests mirror the targets; what several of them need stands in Tests/Support.
    .target(name: "SeededNumbers", path: "Tests/Support/SeededNumbers", swiftSettings: house),
    .target(
      name: "TerminalTesting", path: "Tests/Support/TerminalTesting", swiftSettings: house),
    .target(
      name: "SimulatedReports", dependencies: ["Forms", "Panel", "ReportModel", "SeededNumbers"],
      path: "Tests/Support/SimulatedReports", swiftSettings: house),
    .executableTarget(
      name: "checking-bench",
      dependencies: [
        "Checking", "Forms", "Panel", "ReportModel", "SeededNumbers", "SimulatedReports",
      ],
      path: "Tests/Support/CheckingBench", swiftSettings: house),
    .executableTarget(
      name: "lineeditor-host", dependencies: ["LineEditing"],
      path: "Tests/Support/LineEditorHost", swiftSettings: house),
    .testTarget(
      name: "ReportModelTests", dependencies: ["ReportModel", "SeededNumbers"],
      swiftSettings: house),
    .testTarget(
      name: "BodiesTests", dependencies: ["Bodies", "ReportModel", "StrictYAML"],
      swiftSettings: house),
    .testTarget(
      name: "PanelTests", dependencies: ["Panel", "ReportModel", "SeededNumbers"],
      swiftSettings: house),
    .testTarget(
      name: "FormsTests", dependencies: ["Forms", "ReportModel", "StrictYAML"],
      swiftSettings: house),
    .testTarget(
      name: "ExpressionsTests", dependencies: ["Expressions", "ReportModel", "SeededNumbers"],
      swiftSettings: house),
    .testTarget(
      name: "ReportReadingTests",
      dependencies: [
        "CZip", "CZlib", "Forms", "ReportModel", "ReportReading", "StrictYAML",
      ],
      exclude: ["Found"],
      swiftSettings: house),
    .testTarget(
      name: "ReportStoreTests",
      dependencies: [
        "Bodies", "Forms", "Panel", "ReportModel", "ReportStore", "SeededNumbers",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "CheckingTests",
      dependencies: [
        "Bodies", "Checking", "Expressions", "Forms", "Panel", "ReportModel", "SeededNumbers",
        "SimulatedReports", "StrictYAML",
      ],
      swiftSettings: house),
    .testTarget(
      name: "AnalysisTests",
      dependencies: ["Analysis", "Bodies", "Forms", "Panel", "ReportModel"],
      swiftSettings: house),
    .testTarget(
      name: "OutputTests", dependencies: ["Output", "ReportModel"], swiftSettings: house),
    .testTarget(
      name: "LineEditingTests",
      dependencies: ["LineEditing", "TerminalTesting", "lineeditor-host"], swiftSettings: house),
    .testTarget(
      name: "ShellTests",
      dependencies: [
        "Analysis", "Bodies", "Checking", "Forms", "LineEditing", "Output", "ReportModel",
        "ReportReading", "ReportStore", "Shell", "StrictYAML", "TerminalTesting", "nianbao",
      ],
      exclude: ["Statements"],
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)

// The fuzzer needs libFuzzer's instrumentation in all modules and no other build does: only
// `scripts/fuzz` asks for it.
if Context.environment["NIANBAO_FUZZER"] != nil {
  package.targets.append(
    .executableTarget(
      name: "reading-fuzzer", dependencies: ["CZlib", "ReportReading"],
      path: "Tests/Support/ReadingFuzzer", swiftSettings: house))
}
