// Made by src/simulation/fit_generator.py from the UCI Online Retail data; do not edit.
//
// Chen, D. (2015). Online Retail. UCI Machine Learning Repository. doi:10.24432/C5BW33, CC BY 4.0.
// Fitted to 527758 rows in 19773 orders of 3798 SKUs and 4334 customers.
// Quantiles are evenly spaced; the last one of quantities and prices is cut, so that straight lines
// between quantiles do not make a tail that the data has not.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace allot::simulation::fitted {

// Weight of the SKU of a popularity rank: 1 / (rank + offset)^(quarters / 4), after Zipf and
// Mandelbrot. Greatest gap to the data's cumulative curve of order lines: 3.1 points.
inline constexpr std::uint32_t popularity_quarters = 10;
inline constexpr std::uint64_t popularity_offset = 900;

// Lines of an order.
inline constexpr std::array<std::int64_t, 257> lines_quantiles{
    1,  1,  1,  1,  1,  1,  1,  1,  1,   1,   1,   1,   1,   1,   1,   1,   1,    1,  1,  1,
    2,  2,  2,  2,  2,  2,  2,  2,  2,   2,   3,   3,   3,   3,   3,   3,   3,    3,  3,  4,
    4,  4,  4,  4,  4,  4,  4,  4,  5,   5,   5,   5,   5,   5,   5,   5,   5,    6,  6,  6,
    6,  6,  6,  6,  6,  7,  7,  7,  7,   7,   7,   7,   7,   8,   8,   8,   8,    8,  8,  8,
    9,  9,  9,  9,  9,  9,  9,  9,  10,  10,  10,  10,  10,  10,  10,  11,  11,   11, 11, 11,
    11, 11, 12, 12, 12, 12, 12, 12, 12,  13,  13,  13,  13,  13,  13,  14,  14,   14, 14, 14,
    14, 14, 15, 15, 15, 15, 15, 15, 15,  16,  16,  16,  16,  16,  16,  16,  17,   17, 17, 17,
    17, 17, 18, 18, 18, 18, 18, 18, 19,  19,  19,  19,  19,  19,  20,  20,  20,   20, 20, 21,
    21, 21, 21, 21, 21, 22, 22, 22, 22,  23,  23,  23,  23,  23,  24,  24,  24,   25, 25, 25,
    25, 26, 26, 26, 27, 27, 27, 28, 28,  28,  29,  29,  29,  30,  30,  30,  31,   31, 31, 32,
    32, 33, 33, 34, 34, 35, 35, 36, 36,  37,  38,  38,  39,  39,  40,  41,  41,   42, 43, 44,
    44, 45, 46, 47, 48, 49, 50, 51, 52,  52,  53,  55,  56,  57,  59,  60,  62,   64, 66, 68,
    69, 72, 75, 78, 82, 86, 91, 97, 107, 122, 137, 155, 178, 203, 253, 403, 1112,
};

// Units of a line; the last is the 99.95th percentile.
inline constexpr std::array<std::int64_t, 257> quantity_quantiles{
    1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,   1,   1,   1,   1,  1,  1,  1,  1,  1,  1,
    1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,   1,   1,   1,   1,  1,  1,  1,  1,  1,  1,
    1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,   1,   1,   1,   1,  1,  1,  1,  1,  1,  1,
    1,  1,  1,  1,  1,  1,  2,  2,  2,  2,  2,  2,   2,   2,   2,   2,  2,  2,  2,  2,  2,  2,
    2,  2,  2,  2,  2,  2,  2,  2,  2,  2,  2,  2,   2,   2,   2,   2,  2,  2,  2,  2,  2,  2,
    2,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,   3,   3,   3,   3,  3,  3,  3,  4,  4,  4,
    4,  4,  4,  4,  4,  4,  4,  4,  4,  4,  4,  4,   4,   4,   4,   5,  5,  5,  5,  5,  5,  6,
    6,  6,  6,  6,  6,  6,  6,  6,  6,  6,  6,  6,   6,   6,   6,   6,  6,  6,  6,  7,  8,  8,
    8,  8,  8,  8,  8,  9,  10, 10, 10, 10, 10, 10,  10,  10,  10,  10, 11, 12, 12, 12, 12, 12,
    12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12,  12,  12,  12,  12, 12, 12, 12, 12, 12, 12,
    12, 12, 13, 16, 16, 17, 19, 20, 20, 24, 24, 24,  24,  24,  24,  24, 24, 24, 24, 24, 24, 25,
    25, 29, 32, 36, 36, 48, 48, 48, 50, 72, 96, 100, 120, 200, 600,
};

// List price of a SKU, the middle one of its prices; the last is the 99.5th percentile.
inline constexpr std::array<std::int64_t, 65> list_price_quantiles{
    4,   21,  38,  39,  42,  42,  42,  42,  63,  65,  83,  83,   83,   85,   85,  85,  85,
    125, 125, 125, 125, 125, 125, 125, 145, 163, 165, 165, 165,  166,  195,  195, 208, 210,
    210, 246, 246, 251, 255, 255, 290, 295, 295, 295, 329, 373,  375,  375,  395, 415, 425,
    425, 495, 495, 545, 595, 635, 750, 795, 829, 895, 995, 1250, 1595, 3595,
};

// Price asked on a line, thousandths of the SKU's list price; the last is the 99.5th.
inline constexpr std::array<std::int64_t, 65> price_ratio_quantiles{
    72,   503,  757,  847,  864,  904,  1000, 1000, 1000, 1000, 1000, 1000, 1000,
    1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000,
    1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000,
    1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1019, 1200,
    1858, 1923, 1962, 1966, 1968, 1985, 1989, 2000, 2036, 2179, 2379, 2894, 4179,
};

// Orders of a customer.
inline constexpr std::array<std::int64_t, 257> orders_quantiles{
    1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,   1, 1,  1,  1,  1,  1,  1,
    1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,   1, 1,  1,  1,  1,  1,  1,
    1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,   1, 1,  1,  1,  1,  1,  1,
    1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,  1,   2, 2,  2,  2,  2,  2,  2,
    2,  2,  2,  2,  2,  2,  2,  2,  2,  2,  2,  2,  2,  2,  2,  2,  2,   2, 2,  2,  2,  2,  2,  2,
    2,  2,  2,  2,  2,  2,  2,  2,  2,  2,  2,  2,  2,  2,  2,  2,  2,   2, 2,  3,  3,  3,  3,  3,
    3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,  3,   3, 3,  3,  3,  3,  3,  3,
    4,  4,  4,  4,  4,  4,  4,  4,  4,  4,  4,  4,  4,  4,  4,  4,  4,   4, 4,  4,  4,  4,  4,  4,
    5,  5,  5,  5,  5,  5,  5,  5,  5,  5,  5,  5,  5,  6,  6,  6,  6,   6, 6,  6,  6,  6,  6,  6,
    7,  7,  7,  7,  7,  7,  7,  7,  8,  8,  8,  8,  8,  8,  9,  9,  9,   9, 10, 10, 10, 11, 11, 11,
    12, 12, 12, 13, 14, 14, 15, 16, 17, 18, 20, 21, 25, 28, 33, 47, 206,
};

// Orders without a customer, thousandths.
inline constexpr std::uint32_t guests_permille = 69;

// Orders by hour of the day, then by day of the week from Monday.
inline constexpr std::array<std::uint32_t, 24> hour_weights{
    0,    0,    0,    0,    0,    0,   1,   29,  565, 1471, 2339, 2373,
    3204, 2730, 2419, 2310, 1315, 662, 192, 145, 18,  0,    0,    0,
};

inline constexpr std::array<std::uint32_t, 7> weekday_weights{
    3076, 3509, 3667, 4209, 3109, 0, 2203,
};

struct CountryWeight {
  std::string_view name;
  std::uint32_t weight;
};

// Orders by country.
inline constexpr std::array<CountryWeight, 38> country_weights{{
    {"United Kingdom", 17901},
    {"Germany", 443},
    {"France", 382},
    {"EIRE", 282},
    {"Belgium", 98},
    {"Netherlands", 93},
    {"Spain", 88},
    {"Australia", 56},
    {"Portugal", 50},
    {"Switzerland", 50},
    {"Finland", 40},
    {"Italy", 35},
    {"Sweden", 34},
    {"Norway", 32},
    {"Channel Islands", 25},
    {"Japan", 19},
    {"Poland", 19},
    {"Denmark", 18},
    {"Austria", 17},
    {"Cyprus", 14},
    {"Unspecified", 13},
    {"Israel", 8},
    {"Hong Kong", 7},
    {"Iceland", 7},
    {"Canada", 5},
    {"Greece", 5},
    {"Malta", 5},
    {"USA", 5},
    {"Lithuania", 4},
    {"Singapore", 4},
    {"Bahrain", 3},
    {"European Community", 3},
    {"Czech Republic", 2},
    {"United Arab Emirates", 2},
    {"Brazil", 1},
    {"Lebanon", 1},
    {"RSA", 1},
    {"Saudi Arabia", 1},
}};

}  // namespace allot::simulation::fitted
