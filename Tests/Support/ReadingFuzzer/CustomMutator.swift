import Glibc

/// What libFuzzer calls for its next case: half of them are its own changes of single bytes, the
/// others keep the structure of the format and break its sense.
@_cdecl("LLVMFuzzerCustomMutator")
public func nianbaoMutate(
  _ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int, _ seed: CUnsignedInt
) -> Int {
  var random = FuzzRandom(state: UInt64(seed))
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let changed: [UInt8]
  if random.below(8) > 0, let packed = StoredZip(bytes), !packed.members.isEmpty {
    // Changes outside a member mostly end at a checksum.
    var packed = packed
    let member = random.below(packed.members.count)
    let room = max(64, limit - size + packed.members[member].bytes.count)
    packed.members[member].bytes = mutated(packed.members[member].bytes, room, &random)
    changed = packed.bytes
  } else {
    changed = mutated(bytes, limit, &random)
  }
  let kept = min(changed.count, limit)
  for index in 0..<kept { data[index] = changed[index] }
  return kept
}

private func mutated(_ bytes: [UInt8], _ limit: Int, _ random: inout FuzzRandom) -> [UInt8] {
  if random.below(2) == 0 {
    var room =
      bytes + [UInt8](repeating: 0, count: max(0, min(limit, bytes.count + 64) - bytes.count))
    let size = room.withUnsafeMutableBufferPointer { buffer in
      mutateBytes(buffer.baseAddress, min(bytes.count, buffer.count), buffer.count)
    }
    return Array(room.prefix(size))
  }
  var pieces = PiecesOfText(bytes)
  for _ in 0...random.below(3) { pieces.change(limit, &random) }
  return pieces.bytes
}

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>?, _ size: Int, _ limit: Int) -> Int

/// SplitMix64.
struct FuzzRandom {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }
}
