/**
 * ln 2 in two parts (Cody and Waite): the high part has its last 21 bits zero, so that k · LN2_HIGH is exact for |k| < 2^20.
 */
export const LN2_HIGH = 0.6931471803691238
export const LN2_LOW = 1.9082149292705877e-10
