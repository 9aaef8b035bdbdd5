import { couponMark } from '../../../widget/thread/coupon.ts'
import type { ChannelName } from '../../protocol/channel.ts'
import type { Kept } from '../storage.ts'

const key = 'hub.coupons'
const most = 6

/** Letters, digits, - and _: what a code of a shop is made of, and what can be told from the words around it. */
export function isCode(code: string): boolean {
  return /^[\w-]{3,40}$/.test(code)
}

/**
 * a coupon in an answer. A drawer and a mail show it as one by its mark; elsewhere the code stands alone, for the mark
 * would cost an SMS half of its room.
 */
export function couponText(code: string, words: string, channel: ChannelName): string {
  const marked = channel === 'web_chat' || channel === 'email' ? `${couponMark} ${code}` : code
  return [words.trim(), marked].filter(Boolean).join(' ')
}

/** The codes that were given lately from this browser, the last one first. */
export type CouponCodes = { lately(): string[]; use(code: string): void }

export function createCouponCodes(storage: Kept): CouponCodes {
  const lately = () => (storage.getItem(key) ?? '').split(' ').filter(isCode)
  return {
    lately,
    use(code) {
      const codes = [code, ...lately().filter((one) => one !== code)]
      storage.setItem(key, codes.slice(0, most).join(' '))
    },
  }
}
