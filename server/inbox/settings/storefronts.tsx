import { useSettingsWords } from './settings-words.ts'
import { AddressList, type AddressesProps } from './address-list.tsx'

/** Origins of the shop's own pages. A pasted address with a path is cut to its origin when the field is left. */
export function Storefronts(props: AddressesProps) {
  const { general } = useSettingsWords()
  const words = {
    none: general.noStorefronts,
    one: general.storefront,
    remove: general.removeStorefront,
    add: general.addStorefront,
  }
  const list = { path: 'general.storefronts', kind: 'url', example: 'https://shop.example', tidy: originOf } as const
  return <AddressList {...props} {...list} words={words} />
}

/** An address without its path; what is no address stays as it was typed. */
export function originOf(address: string): string {
  try {
    const url = new URL(address)
    return /^https?:$/.test(url.protocol) ? url.origin : address
  } catch {
    return address
  }
}
