import type { Call, CustomerHub, Options } from './commands.ts'

export type { Call, CustomerHub, Hear, HubEvent, HubEvents, Options, Token } from './commands.ts'

export type Where = {
  /** The desk's script: `https://desk.example.com/hub.js`, or a pinned one. */
  src: string
  /** Of a pinned script. */
  integrity?: string
  /** Where the page's policy asks for one. */
  nonce?: string
}

/**
 * For shops whose pages are bundled: puts the script on the page, once, and boots it. What is said before it has come is
 * kept. Imports types only, so two files are all there is to take along: this one and commands.ts.
 */
export function loadCustomerHub({ src, integrity, nonce }: Where, options: Options = {}): CustomerHub {
  const here = window.CustomerHub
  if (here) return here
  const calls: Call[] = []
  window.CustomerHub = Object.assign((...call: Call) => void calls.push(call), { q: calls })
  const script = document.createElement('script')
  script.async = true
  if (integrity) {
    script.integrity = integrity
    script.crossOrigin = 'anonymous'
  }
  if (nonce) script.nonce = nonce
  script.src = src
  document.head.append(script)
  // Not the stub itself: the script puts its own function in its place.
  const say: CustomerHub = (...call: Call) => window.CustomerHub?.(...call)
  say('boot', options)
  return say
}
