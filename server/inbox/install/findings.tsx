import { type FindingCode, type ShopFinding, tokenTroubles } from '../../protocol/shop-check.ts'
import { usePage } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { routeUrl, type Section } from '../route.ts'
import { sectionName } from '../settings/section-names.ts'
import { useInstallWords } from './install-words.ts'

/** Where in the settings a thing is mended. */
const mendedIn: Partial<Record<FindingCode, Section>> = {
  hub_off: 'web-chat',
  chat_off: 'web-chat',
  origin_near: 'general',
  origin_missing: 'general',
  page_elsewhere: 'general',
}

const icons = { good: 'done', bad: 'warning', open: 'info' } as const

/** What "Check my shop" found, check by check, with the way to what can be mended here. */
export function Findings({ findings }: { findings: readonly ShopFinding[] }) {
  const words = useInstallWords()
  const { install } = words
  return (
    <ul class="findings">
      {findings.map((finding) => {
        const section = mendedIn[finding.code]
        return (
          <li key={finding.check} class={finding.state}>
            <Icon name={icons[finding.state]} />
            <div>
              <h3>
                {install.checks[finding.check]}
                <span class="hidden-text"> {install.state[finding.state]}</span>
              </h3>
              <p>
                <Sentence finding={finding} />
              </p>
              {section !== undefined && (
                <a class="link" href={routeUrl({ page: 'settings', section })}>
                  {install.goTo(sectionName(section, words))}
                </a>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function Sentence({ finding: { code, detail, at } }: { finding: ShopFinding }) {
  const { install } = useInstallWords()
  const { moments, clock } = usePage()
  const when = at === null ? '' : moments.value.until(at, clock.tick.value)
  const timed = tokenTroubles.some((trouble) => trouble === code) && detail !== ''
  const said = timed ? moments.value.span(Math.max(60, Number(detail)) * 1_000) : detail
  return <>{install.found[code](said, when)}</>
}
