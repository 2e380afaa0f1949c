// Sums over blocks of columns. In C because here the compiler can be told to make the code once for
// each width of vectors that processors have, and to choose when the program starts.

#include "ColumnSums.h"

#if defined(__x86_64__) && defined(__linux__)
#define EVERY_WIDTH __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define EVERY_WIDTH
#endif

// Unsigned, so that what is not meant to count may wrap around.
#define ADD_COLUMNS(OPERATOR)                                                                    \
  uint32_t *restrict total = (uint32_t *)sums;                                                   \
  size_t column = 0;                                                                             \
  for (; column + 4 <= count; column += 4) {                                                     \
    const uint32_t *a = (const uint32_t *)columns[column] + start;                               \
    const uint32_t *b = (const uint32_t *)columns[column + 1] + start;                           \
    const uint32_t *c = (const uint32_t *)columns[column + 2] + start;                           \
    const uint32_t *d = (const uint32_t *)columns[column + 3] + start;                           \
    for (int i = 0; i < COLUMN_SUMS_BLOCK; i++)                                                  \
      total[i] OPERATOR (a[i] + b[i]) + (c[i] + d[i]);                                           \
  }                                                                                              \
  for (; column < count; column++) {                                                             \
    const uint32_t *a = (const uint32_t *)columns[column] + start;                               \
    for (int i = 0; i < COLUMN_SUMS_BLOCK; i++) total[i] OPERATOR a[i];                          \
  }

EVERY_WIDTH void column_sums_add(
    int32_t *sums, const int32_t *const *columns, size_t count, ptrdiff_t start) {
  ADD_COLUMNS(+=)
}

EVERY_WIDTH void column_sums_subtract(
    int32_t *sums, const int32_t *const *columns, size_t count, ptrdiff_t start) {
  ADD_COLUMNS(-=)
}

EVERY_WIDTH void column_sums_add_multiple(
    int32_t *sums, const int32_t *column, int32_t factor, ptrdiff_t start) {
  uint32_t *restrict total = (uint32_t *)sums;
  const uint32_t *figures = (const uint32_t *)column + start;
  for (int i = 0; i < COLUMN_SUMS_BLOCK; i++) total[i] += (uint32_t)factor * figures[i];
}

EVERY_WIDTH uint64_t column_sums_zeros(const int32_t *sums) {
  uint32_t any = 0;
  for (int i = 0; i < 64; i++) any |= (uint32_t)sums[i];
  // Most balances hold for all 64.
  if (any == 0) return UINT64_MAX;
  uint64_t zeros = 0;
  for (int i = 0; i < 64; i++) zeros |= (uint64_t)(sums[i] == 0) << i;
  return zeros;
}
