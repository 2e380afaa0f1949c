/// A record as the first format had it.
enum RecordedBefore {
  static let text = #"""
    {"before":[],"folder":".","format":1,"inputs":[],"kind":"record","language":"en","previous":"0000000000000000000000000000000000000000000000000000000000000000","today":"2026-11-27","version":"0.1.0","sha256":"045fb89df5884557d7d545398d525d3d83e6d9d49928a9835bf95c2c34f58d79"}
    {"command":"echo 10","inputs":[],"kind":"command","notices":"","number":1,"output":"10\n","outputDigest":"917df3320d778ddbaa5c5c7742bc4046bf803c36ed2b050f30844ed206783469","previous":"045fb89df5884557d7d545398d525d3d83e6d9d49928a9835bf95c2c34f58d79","status":0,"written":[],"sha256":"1097095b1de2da2d882ece3277b950619542b35cd9fad081e37cfe0627dc01fd"}
    {"command":"echo \"a b\"","inputs":[],"kind":"command","notices":"","number":2,"output":"a b\n","outputDigest":"01186fcf04b4b447f393e552964c08c7b419c1ad7a25c342a0b631b1967d3a27","previous":"1097095b1de2da2d882ece3277b950619542b35cd9fad081e37cfe0627dc01fd","status":0,"written":[],"sha256":"49b0740830d1b152e1d0fed40a47ac252fb54b4587b00b8aa14e605ea8dd43f6"}
    {"command":"set width 100","inputs":[],"kind":"command","notices":"","number":3,"output":"","outputDigest":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","previous":"49b0740830d1b152e1d0fed40a47ac252fb54b4587b00b8aa14e605ea8dd43f6","status":0,"written":[],"sha256":"775a7032890a8fbf5f1f3b2de775416917f07118e599daef5ef3fef4d35ab6ba"}
    {"command":"echo 20","inputs":[],"kind":"command","notices":"","number":4,"output":"20\n","outputDigest":"5378796307535df3ec8d8b15a2e2dc5641419c3d3060cfe32238c0fa973f7aa3","previous":"775a7032890a8fbf5f1f3b2de775416917f07118e599daef5ef3fef4d35ab6ba","status":0,"written":[],"sha256":"6a4b4d3d2a76bd02644559dcaaa99683c50e8c9a345f331bedb045789f29eba9"}
    {"commands":4,"kind":"end","previous":"6a4b4d3d2a76bd02644559dcaaa99683c50e8c9a345f331bedb045789f29eba9","status":0,"sha256":"7ac713578a3d1404ec9e330781c01693edbb9e3b48d1f79b8d14a8fad8ac32c7"}

    """#
}
