// oxlint-disable-next-line import/default -- ?raw makes a text of it
import node from '../../../demo-store/signing/hub-token.mjs?raw'
import php from '../../../demo-store/signing/hub-token.php?raw'
import python from '../../../demo-store/signing/hub_token.py?raw'
import ruby from '../../../demo-store/signing/hub_token.rb?raw'
import { hubPolicy } from '../../protocol/hub-policy.ts'

/** How each language signs: the very files that are tested. */
export const signing = { Node: node, PHP: php, Python: python, Ruby: ruby } as const
export type SigningLanguage = keyof typeof signing
export const signingLanguages: readonly SigningLanguage[] = ['Node', 'PHP', 'Python', 'Ruby']

export const scriptTag = (deskUrl: string) => `<script async src="${deskUrl}/hub.js"></script>`

/** One that browsers check (SRI). */
export const pinnedTag = (deskUrl: string, { src, integrity }: { src: string; integrity: string }) =>
  `<script async src="${deskUrl}${src}" integrity="${integrity}" crossorigin="anonymous"></script>`

/** What boots the hub, whichever of the two scripts comes first. */
export const bootLines = `window.CustomerHub ||= function () { (CustomerHub.q ||= []).push(arguments) }
CustomerHub('boot', {
  token: async () => {
    const answer = await fetch('/hub-token', { method: 'POST' })
    if (!answer.ok) throw new Error('no answer')
    return (await answer.json()).token
  },
})`

export const policyLine = (deskUrl: string) =>
  hubPolicy(deskUrl)
    .map(({ directive, sources }) => `${directive} ${sources.join(' ')}`)
    .join('; ')
