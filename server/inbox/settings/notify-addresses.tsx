import { useSettingsWords } from './settings-words.ts'
import { AddressList, type AddressesProps } from './address-list.tsx'

/** M-6: who is told of new messages by mail. */
export function NotifyAddresses(props: AddressesProps) {
  const { notify } = useSettingsWords()
  const words = { none: notify.nobody, one: notify.address, remove: notify.remove, add: notify.add }
  return <AddressList {...props} path="general.notify" kind="email" example="team@shop.example" words={words} />
}
