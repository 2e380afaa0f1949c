import Glibc
import ReportModel

/// The day on the system's clock. Nothing but the end of waivers asks for it, and `set today` takes
/// its place where a run must not depend on the clock.
enum SystemDay {
  static var today: CalendarDate {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? earliest
  }

  /// For a clock beyond the calendar: then no waiver has ended.
  private static let earliest: CalendarDate = {
    guard let day = CalendarDate(year: 1, month: 1, day: 1) else {
      fatalError("the calendar has a first day")
    }
    return day
  }()
}
