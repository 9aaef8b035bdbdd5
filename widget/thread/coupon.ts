/** how a coupon stands in a text, whatever it is sent by; a drawer shows its code to be copied. */
export const couponMark = '🎟️'
const coupon = /🎟️?\s*([\w-]+)/u

/** The text cut at its coupons: what stands at an odd place is a code. */
export const couponParts = (text: string): string[] => text.split(coupon)
