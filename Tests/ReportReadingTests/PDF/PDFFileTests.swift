import Foundation
import ReportModel
import Testing

@testable import ReportReading

@Suite("PDF files", .enabled(if: InstalledPrograms.has("pdftotext")))
struct PDFFileTests {
  private let reader = ReportReader()

  @Test("words of a file come with their places, and the file is named as a PDF")
  func words() throws {
    let bytes = SmallPDF.file(lines: ["Report 2022", "42 7"])
    let layout = try PDFText.layout(of: bytes, limits: .standard)
    let pages = try BoxLayout.read(layout, limits: .standard)
    #expect(pages.count == 1)
    #expect(pages.first?.words.map(\.text) == ["Report", "2022", "42", "7"])
    let first = try #require(pages.first?.words.first?.box)
    #expect(first.left > 70 && first.left < 74 && first.bottom < 150)
    #expect(throws: ReadingError.noTables) { try reader.read(bytes: bytes, path: "a.pdf") }
  }

  @Test("pages without words, damaged and encrypted files are refused by name")
  func refused() {
    #expect(throws: ReadingError.noTextLayer) {
      try reader.read(bytes: SmallPDF.file(lines: []), path: "a.pdf")
    }
    #expect(throws: ReadingError.damaged) {
      try reader.read(bytes: Array("%PDF-1.7\nnothing".utf8), path: "a.pdf")
    }
    let locked = SmallPDF.file(
      lines: ["1"],
      trailer: "/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
        + " /O <\(String(repeating: "41", count: 32))> /U <\(String(repeating: "42", count: 32))> >>"
    )
    #expect(throws: ReadingError.encrypted) { try reader.read(bytes: locked, path: "a.pdf") }
  }

  @Test("more pages or words than the limits allow are refused")
  func limits() {
    var limits = ReadingLimits()
    limits.words = 3
    let bytes = SmallPDF.file(lines: ["1 2 3 4"])
    #expect(throws: ReadingError.tooComplex(.words, limit: 3)) {
      try PDFReader.read(bytes, limits: limits)
    }
    limits.pages = 0
    #expect(throws: ReadingError.tooComplex(.pages, limit: 0)) {
      try PDFReader.read(bytes, limits: limits)
    }
    limits.conversionSize = 10
    #expect(throws: ReadingError.tooComplex(.words, limit: 3)) {
      try PDFReader.read(bytes, limits: limits)
    }
  }
}

/// A file of one page in a built-in font.
enum SmallPDF {
  static func file(lines: [String], trailer: String = "") -> [UInt8] {
    var content = "BT /F1 12 Tf 72 720 Td 16 TL\n"
    for line in lines { content += "(\(line)) Tj T*\n" }
    content += "ET\n"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        + " /Resources << /Font << /F1 4 0 R >> >> >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)endstream",
    ]
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\n"
    return Array((text + "startxref\n\(start)\n%%EOF\n").utf8)
  }
}
