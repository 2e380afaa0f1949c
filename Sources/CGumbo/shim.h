#include <gumbo.h>

/* Swift sees a union's members as copies; these give the place of one in the tree. */
static inline const GumboElement *nianbao_gumbo_element(const GumboNode *node) {
  return &node->v.element;
}
