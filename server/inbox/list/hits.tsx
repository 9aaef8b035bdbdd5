import type { FoundBy } from '../../protocol/found.ts'
import { useWords } from '../page.ts'

type Props = { by: Extract<FoundBy, { parts: unknown }> }

/** S-6: what a search was found in, with the hits marked; parts become text, never markup (P-3). */
export function Hits({ by }: Props) {
  const { search } = useWords()
  return (
    <>
      {by.kind === 'note' && `${search.inNote}: `}
      <bdi>{by.parts.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : text))}</bdi>
    </>
  )
}
