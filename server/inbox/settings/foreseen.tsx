import type { Foresight } from '../../protocol/foresight.ts'
import { usePage } from '../page.ts'
import { useSettingsWords } from './settings-words.ts'
import { ChannelIcon, Icon } from '../parts/icon.tsx'
import type { SettingsWords } from './settings-words.ts'

/** What the rules would do, and why, line by line. */
export function Foreseen({ foresight }: { foresight: Foresight }) {
  const words = useSettingsWords()
  const { whatIf } = words
  const { customer, because, outcome, wakes, keyword } = foresight
  const number = because.ticket === null ? '' : String(because.ticket)
  return (
    <dl class="foreseen">
      <dt>{whatIf.who}</dt>
      <dd>{customer.becomes === 'joins' ? whatIf.joins(customer.name ?? '') : whatIf[customer.becomes]}</dd>
      <dt>{whatIf.where}</dt>
      <dd>
        <b>{whatIf.outcome[outcome](number)}</b>
        {wakes && ` ${whatIf.wakes}`}
        {keyword !== null && ` ${whatIf.keyword[keyword]}`}
      </dd>
      <dt>{whatIf.why}</dt>
      <dd>
        {whatIf.found[because.found]} <span class="text-3">{whatIf.rule(because.rule)}</span>
      </dd>
      {foresight.route !== null && (
        <>
          <dt>{whatIf.gets}</dt>
          <dd>{routeText(words, foresight.route)}</dd>
        </>
      )}
      <dt>{whatIf.answer}</dt>
      <dd dir="auto">{answerText(words, foresight.automatic)}</dd>
      {foresight.reply !== null && (
        <>
          <dt>{whatIf.reply}</dt>
          <dd>
            <Replies reply={foresight.reply} />
          </dd>
        </>
      )}
    </dl>
  )
}

/** D-4 */
function routeText({ whatIf: { given } }: SettingsWords, route: NonNullable<Foresight['route']>): string {
  const { keeps, rule, team, agent, inTurn } = route
  if (keeps) return agent === null ? given.nobody : given.keeps(agent)
  const said = [
    team !== null && rule !== null && given.team(team, rule),
    agent !== null && (inTurn || rule === null ? given.inTurn(agent) : given.rule(agent, rule)),
    agent === null && (team === null ? given.nobody : given.noAgent),
  ]
  return said.filter((one) => one !== false).join(' ')
}

function answerText({ whatIf }: SettingsWords, automatic: Foresight['automatic']): string {
  if (automatic === null) return whatIf.noAnswer
  if (automatic.text !== null) return automatic.text
  const known = Object.entries(whatIf.noAnswerBecause).find(([code]) => code === automatic.refused)
  return known?.[1] ?? whatIf.noAnswer
}

function Replies({ reply }: { reply: NonNullable<Foresight['reply']> }) {
  const words = useSettingsWords()
  const { moments, clock } = usePage()
  return (
    <ul class="foreseen-replies">
      {reply.offered.map(({ channel, until, refused }) => (
        <li key={channel}>
          <ChannelIcon channel={channel} name={words.channel[channel]} />
          <span>{words.channel[channel]}</span>
          {refused === null ? (
            <span>
              <Icon name="check" small />{' '}
              {until === null ? words.whatIf.yes : words.whatIf.yesUntil(moments.value.until(until, clock.tick.value))}
            </span>
          ) : (
            <span class="text-2">{words.refused[refused]}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
