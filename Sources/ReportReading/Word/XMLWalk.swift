import CExpat

/// What takes the pieces of an XML text in their order.
protocol XMLReceiver {
  /// Once set, the parsing stops.
  var failure: ReadingError? { get }
  mutating func begin(_ name: XMLName, _ attributes: XMLAttributes)
  mutating func end()
  /// - Parameter text: UTF-8; longer texts come in several pieces.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>)
}

/// Runs an XML text through the parser. A document type is refused: no format of Office has one,
/// and with it goes everything that entities can be misused for.
enum XMLWalk {
  /// - Returns: the receiver after the last piece.
  static func run<Receiver: XMLReceiver>(
    _ text: [UInt8], into receiver: Receiver
  ) throws(ReadingError) -> Receiver {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(bitPattern: XMLName.separator)) else {
      throw .word(.broken(offset: 0))
    }
    defer { XML_ParserFree(parser) }
    let state = State(receiver: receiver, parser: parser)
    // The state outlives the parsing, which ends within this function.
    XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name else { return }
        XMLState.of(data)?.begin(XMLName(name), XMLAttributes(attributes))
      },
      { data, _ in XMLState.of(data)?.end() })
    XML_SetCharacterDataHandler(parser) { data, characters, count in
      guard let characters else { return }
      characters.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        XMLState.of(data)?.append(UnsafeBufferPointer(start: bytes, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in XMLState.of(data)?.refuse() }
    let status = text.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: XML_Char.self) { characters in
        XML_Parse(parser, characters.baseAddress, Int32(clamping: characters.count), 1)
      }
    }
    if let failure = state.receiver.failure { throw failure }
    guard status == XML_STATUS_OK, !state.isRefused else {
      throw .word(.broken(offset: max(0, Int(XML_GetCurrentByteIndex(parser)))))
    }
    withExtendedLifetime(state) {}
    return state.receiver
  }

  /// What the parser's callbacks reach, which can carry one untyped pointer.
  private final class State<Receiver: XMLReceiver>: XMLState {
    var receiver: Receiver

    init(receiver: Receiver, parser: XML_Parser) {
      self.receiver = receiver
      super.init(parser: parser)
    }

    override func begin(_ name: XMLName, _ attributes: XMLAttributes) {
      receiver.begin(name, attributes)
      stopIfFailed()
    }

    override func end() {
      receiver.end()
      stopIfFailed()
    }

    override func append(_ text: UnsafeBufferPointer<UInt8>) {
      receiver.append(text)
      stopIfFailed()
    }

    private func stopIfFailed() {
      if receiver.failure != nil { stop() }
    }
  }
}

/// The callbacks' side of a parsing, the same for every receiver.
private class XMLState {
  private let parser: XML_Parser
  private(set) var isRefused = false

  init(parser: XML_Parser) {
    self.parser = parser
  }

  static func of(_ data: UnsafeMutableRawPointer?) -> XMLState? {
    data.map { Unmanaged<XMLState>.fromOpaque($0).takeUnretainedValue() }
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {}
  func end() {}
  func append(_ text: UnsafeBufferPointer<UInt8>) {}

  func refuse() {
    isRefused = true
    stop()
  }

  func stop() {
    XML_StopParser(parser, XML_FALSE)
  }
}
