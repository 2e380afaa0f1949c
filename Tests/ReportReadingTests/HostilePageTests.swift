import Foundation
import ReportModel
import Testing

@testable import ReportReading

/// Pages that show a person something else than their text says. What the person sees is the truth:
/// either that is read, or the cell is in doubt.
@Suite("Pages that show other than they say")
struct HostilePageTests {
  struct Trick: Sendable, CustomTestStringConvertible {
    let figure: String
    /// What the page has in its head.
    var head = ""
    /// What a person sees, where it may be read.
    var seen: String?

    var testDescription: String { head + figure }
  }

  static let hidden: [Trick] = [
    Trick(figure: "1<span style='font-size:0'>2</span>"),
    Trick(figure: "1<span style='font-size:1px'>2</span>"),
    Trick(figure: "1<span style='font:0/0 a'>2</span>"),
    Trick(figure: "<span style='font:12px/1.5 SimSun'>12</span>", seen: "12"),
    Trick(figure: "1<span style='font-size:calc(0px)'>2</span>"),
    Trick(figure: "<span style='color:#0000'>1</span>2"),
    Trick(figure: "<span style='color:rgb(0 0 0 / 0)'>1</span>2"),
    Trick(figure: "<span style='color:rgb(255 255 255)'>12</span>"),
    Trick(figure: "<span style='color:#fefefe'>12</span>"),
    Trick(figure: "<span style='color:hsl(0 0% 100%)'>12</span>"),
    Trick(figure: "<span style='opacity:1e-9'>1</span>2"),
    Trick(figure: "<span style='mask:linear-gradient(transparent,transparent)'>1</span>2"),
    Trick(figure: "1<b class=x>2</b>", head: "<style>.X{display:none}</style>", seen: "1"),
    Trick(
      figure: "1<b class=x>2</b>",
      head: "<style>.y{content:'/*'} .x{display:none} .z{content:'*/'}</style>", seen: "1"),
    Trick(
      figure: "<b class=r><i class=o>2</i><i>1</i></b>",
      head: "<style>.r{display:inline-flex}.o{order:2}</style>"),
    Trick(figure: "<p class=f>12</p>", head: "<style>p.f::first-letter{font-size:0}</style>"),
    Trick(figure: "<span style='color:#fff'>12</span>"),
    Trick(figure: "<span style='color: White'>12</span>"),
    Trick(figure: "<font color='#FFFFFF'>12</font>"),
    Trick(figure: "<span style='color:transparent'>1</span>2"),
    Trick(figure: "<span style='color:rgba(0, 0, 0, 0)'>1</span>2"),
    Trick(figure: "<span style='opacity:.0'>1</span>2"),
    Trick(figure: "<p style='text-indent:-9999px'>12</p>"),
    Trick(figure: "<p style='text-indent:-21.0pt'>12</p>", seen: "12"),
    Trick(figure: "<span style='margin-left:-2000px'>1</span>2"),
    Trick(figure: "<span style='clip-path:inset(100%)'>1</span>2"),
    Trick(figure: "<span style='visibility:hidden'>1</span>2"),
    Trick(figure: "<div style='height:0;overflow:hidden'>1</div>2"),
    Trick(figure: "<span style='display:inline-block;width:0'>1</span>2", seen: "12"),
    Trick(figure: "<span style='filter:blur(9px)'>12</span>"),
    Trick(figure: "<span style='display:none'>1</span>2", seen: "2"),
    Trick(figure: "<span hidden>1</span>2", seen: "2"),
    Trick(figure: "<!-- 1 -->2", seen: "2"),
    Trick(figure: "<template>1</template>2", seen: "2"),
    Trick(figure: "<script>document.write(1)</script>2", seen: "2"),
    Trick(figure: "<noscript>1</noscript>2", seen: "2"),
    Trick(figure: "<i>1</i>2", head: "<style>i{display:none}</style>"),
    Trick(figure: "<i>1</i>2", head: "<style>td > i { visibility: hidden }</style>"),
    Trick(figure: "<i class=a>1</i>2", head: "<style>.b, i.a{font-size:0}</style>"),
    Trick(figure: "<i>1</i><i>2</i>", head: "<style>i:first-child{display:none}</style>"),
    Trick(figure: "<i data-x>1</i>2", head: "<style>[data-x]{display:none}</style>"),
    Trick(figure: "12", head: "<style>td:hover{opacity:0}</style>", seen: "12"),
    // Rules within rules, names with escapes, variables.
    Trick(figure: "<i>1</i>2", head: "<style>td{color:red; i{display:none}}</style>"),
    Trick(figure: "<i class=a>1</i>2", head: "<style>i{&.a{display:none}}</style>"),
    Trick(figure: "<i class=a>1</i>2", head: "<style>.a{@media screen{display:none}}</style>"),
    Trick(figure: "<i class=a>1</i>2", head: "<style>.a{top:0;& {opacity:0;}}</style>"),
    Trick(figure: "<i class='m:a'>1</i>2", head: "<style>.m\\:a{display:none}</style>"),
    Trick(figure: "<i class='1a'>1</i>2", head: "<style>.\\31 a{display:none}</style>"),
    Trick(figure: "<i class=a>1</i>2", head: "<style>.a{disp\\6cay:none}</style>"),
    Trick(figure: "<i class=a>1</i>2", head: "<style>.a{display:n\\6fne}</style>"),
    Trick(figure: "<i class=a>1</i>2", head: "<style>.b{content:'}'}.a{display:none}</style>"),
    Trick(figure: "<i class=a>1</i>2", head: "<style>.a{display:var(--x)}</style>"),
    Trick(figure: "<i style='display:var(--x)'>1</i>2"),
    Trick(figure: "<i class=a>12</i>", head: "<style>.a{color:#fff}</style>"),
    Trick(figure: "12", head: "<style>td{color:#fff;background:#06c}</style>", seen: "12"),
    Trick(
      figure: "12", head: "<style>td{font-family:\\5b8b\\4f53;width:9px\\9}</style>", seen: "12"),
    Trick(figure: "12", head: "<style>td{display:none\\9}</style>", seen: "12"),
    Trick(figure: "12", head: "<style>.md\\:a{display:none}</style>", seen: "12"),
    Trick(figure: "<i popover>1</i>2", seen: "2"),
    Trick(figure: "<noembed>1</noembed>2", seen: "2"),
  ]

  static let shown: [Trick] = [
    Trick(figure: "<i></i>", head: "<style>i::before{content:'12'}</style>"),
    Trick(figure: "<i class=d1></i>", head: "<style>.d1:after { content: \"1\" }</style>"),
    Trick(figure: "<i data-n=12></i>", head: "<style>i:before{content:attr(data-n)}</style>"),
    Trick(figure: "2<i class=a></i>", head: "<style>.a:before{content:'1'}</style>"),
    Trick(figure: "12", head: "<style>table:after{content:''}</style>", seen: "12"),
    Trick(figure: "<span style='background:url(12.png)'></span>"),
    Trick(figure: "<input value=12>"),
    Trick(figure: "<img src=12.png>"),
    Trick(figure: "<select><option>1<option selected>2</select>"),
    Trick(figure: "<button>12</button>", seen: "12"),
  ]

  static let written: [Trick] = [
    Trick(figure: "1<wbr>2", seen: "12"), Trick(figure: "1&shy;2", seen: "12"),
    Trick(figure: "1&#x200D;2", seen: "12"), Trick(figure: "1&#x200B;2", seen: "12"),
    Trick(figure: "1&#x2060;2", seen: "12"), Trick(figure: "&#x202E;21&#x202C;"),
    Trick(figure: "<bdo dir=rtl>21</bdo>"), Trick(figure: "<span dir=rtl>-12</span>"),
    Trick(figure: "٣"), Trick(figure: "𝟏𝟐"), Trick(figure: "1²"), Trick(figure: "10<sup>2</sup>"),
    Trick(figure: "①"), Trick(figure: "1&#x0336;2"), Trick(figure: "1&#x20E3;"),
    Trick(figure: "一二"), Trick(figure: "O"), Trick(figure: "l2"), Trick(figure: "1,23"),
    Trick(figure: "12,34,567"), Trick(figure: "1.234.567"), Trick(figure: "1 234"),
    Trick(figure: "1'234"), Trick(figure: "1,,234"), Trick(figure: "012"), Trick(figure: "1e3"),
    Trick(figure: "9223372036854775808"), Trick(figure: "0x12"), Trick(figure: "12-"),
    Trick(figure: "--12"), Trick(figure: "+-12"), Trick(figure: "½"), Trick(figure: "1/2"),
    Trick(figure: "1:2"), Trick(figure: "12?"), Trick(figure: "12…"), Trick(figure: "&lt;12"),
    Trick(figure: "≥12"), Trick(figure: "NaN"), Trick(figure: "∞"), Trick(figure: "1&#0;2"),
    Trick(figure: "1\u{0}2"), Trick(figure: "1<br>2"), Trick(figure: "1<p>2"),
    Trick(figure: "12<table><tr><td>3</td></tr></table>"), Trick(figure: "１２", seen: "12"),
    Trick(figure: "1,234", seen: "1234"), Trick(figure: "1&#44;234", seen: "1234"),
    Trick(figure: "-0", seen: "0"), Trick(figure: "−12", seen: "-12"),
  ]

  @Test(
    "hidden pieces, pieces added by style, and odd ways of writing",
    arguments: hidden + shown + written)
  func figure(trick: Trick) throws {
    var page = try SamplePage(form: "gid-2021")
    let key = CellKey(IndicatorCode("requests.new"), .firm)
    page.set(key, to: trick.figure)
    let bytes = Array((trick.head + page.text(.spans)).utf8)
    let report: Report
    do throws(ReadingError) {
      report = try ReportReader().read(bytes: bytes, path: "page")
    } catch {
      #expect(error == .notAReportFormat(.binary))
      return
    }
    let cells = report.tables.flatMap(\.cells)
    let cell = try #require(cells.first { $0.key == key })
    switch cell.status {
    case .reported: #expect(cell.value?.description == trick.seen, "\(cell)")
    case .ambiguous, .text: break
    default: Issue.record("said to be \(cell.status)")
    }
    // The other cells are what they were.
    #expect(cells.count { $0.status == .reported } >= 193)
    for other in cells where other.key != key {
      if let value = other.value { #expect(page.printed[other.key] == value.description) }
    }
  }

  @Test("white heads on a dark ground are still heads")
  func whiteHeads() throws {
    var page = try SamplePage(form: "gid-2021")
    page.edit { cell in
      if cell.key == nil { cell.text = "<span style='color:#fff'>\(cell.text)</span>" }
    }
    let report = try ReportReader().read(bytes: page.bytes(.spans), path: "page")
    #expect(report.tables.flatMap(\.cells).allSatisfy { $0.status == .reported })
  }

  @Test(
    "rows and columns that are turned round",
    arguments: ["<table dir=rtl>", "<table style='direction:rtl'>", "<div dir=rtl><table>"])
  func turned(opening: String) throws {
    let page = try SamplePage(form: "gid-2021").text(.spans)
      .replacingOccurrences(of: "<table>", with: opening)
    let report = try? ReportReader().read(bytes: Array(page.utf8), path: "page")
    let cells = report?.tables.flatMap(\.cells) ?? []
    #expect(!cells.contains { $0.status == .reported })
  }
}
