import Forms

/// The forms and indicators that commands may name: the built-in ones, or those with the user's own.
///
/// The built-in ones are read from their files when first asked for, so that help, a mistake in the
/// first word or the prompt need not wait for them.
struct CatalogInForce: Sendable {
  private var extended: FormCatalog?

  var catalog: FormCatalog {
    get { extended ?? .standard }
    set { extended = newValue }
  }
}
