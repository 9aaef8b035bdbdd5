import { couponParts } from '../../../widget/thread/coupon.ts'
import { Text } from '../../../widget/thread/text.tsx'
import { Icon } from '../parts/icon.tsx'

/** What the team said: its words as text (P-3), and a coupon's code as what the customer gets. */
export function Said({ text }: { text: string }) {
  return couponParts(text).map((part, at) =>
    at % 2 ? (
      <span key={at} class="coupon">
        <Icon name="coupon" small />
        {part}
      </span>
    ) : (
      <Text key={at} text={part} />
    ),
  )
}
