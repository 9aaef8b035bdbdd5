import { useSignal } from '@preact/signals'
import type { ChannelName } from '../../protocol/channel.ts'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { later } from '../parts/later.tsx'

const CouponDialog = later(async () => (await import('./coupon-dialog.tsx')).CouponDialog)

type Props = { channel: ChannelName; onInsert: (words: string) => void; onClose: () => void }

/** a code for the customer, put into the answer. */
export function CouponButton({ channel, onInsert, onClose }: Props) {
  const { composing } = useWords()
  const open = useSignal(false)
  return (
    <>
      <button
        type="button"
        class="button icon-only"
        aria-label={composing.coupon}
        title={composing.coupon}
        aria-haspopup="dialog"
        onPointerEnter={CouponDialog.soon}
        onClick={() => {
          open.value = true
        }}
      >
        <Icon name="coupon" />
      </button>
      {open.value && (
        <CouponDialog
          channel={channel}
          onInsert={onInsert}
          onClose={() => {
            open.value = false
            onClose()
          }}
        />
      )}
    </>
  )
}
