#include <zlib.h>

/* inflateInit2 is a macro, which Swift does not see. 15 bits of window, 16 for the gzip format. */
static inline int nianbao_begin_gunzip(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}
