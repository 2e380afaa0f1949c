#ifndef COLUMN_SUMS_H
#define COLUMN_SUMS_H

#include <stddef.h>
#include <stdint.h>

/// How many reports a block has.
#define COLUMN_SUMS_BLOCK 512

/// Adds columns to the sums of a block, or subtracts them, in 32 bits that wrap around.
///
/// @param sums COLUMN_SUMS_BLOCK numbers
/// @param columns the columns at their first report
/// @param count how many columns
/// @param start the block's first report
void column_sums_add(
    int32_t *sums, const int32_t *const *columns, size_t count, ptrdiff_t start);
void column_sums_subtract(
    int32_t *sums, const int32_t *const *columns, size_t count, ptrdiff_t start);

/// Adds a column times a factor.
void column_sums_add_multiple(int32_t *sums, const int32_t *column, int32_t factor, ptrdiff_t start);

/// A bit for each of 64 sums, lowest first: whether it is zero.
uint64_t column_sums_zeros(const int32_t *sums);

#endif
