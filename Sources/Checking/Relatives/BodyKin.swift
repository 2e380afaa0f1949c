import Bodies
import Panel
import Synchronization

/// Which bodies of a panel belong together: who is right below whom, who is of one kind. What is
/// found is remembered, so that several checks of a panel find it once.
public final class BodyKin: Sendable {
  let panel: Panel
  private let directory: BodyDirectory
  private let knownLinks = Mutex<ChildLinks?>(nil)
  private let knownGroups = Mutex<PeerGroups?>(nil)

  /// Nothing is found yet.
  public init(panel: Panel, directory: BodyDirectory) {
    self.panel = panel
    self.directory = directory
  }

  /// The reports of bodies with others below them.
  var links: ChildLinks {
    knownLinks.withLock { known in
      let links = known ?? ChildLinks(of: panel, directory: directory)
      known = links
      return links
    }
  }

  /// The reports of bodies of one kind.
  var groups: PeerGroups {
    knownGroups.withLock { known in
      let groups = known ?? PeerGroups(of: panel, directory: directory)
      known = groups
      return groups
    }
  }
}
