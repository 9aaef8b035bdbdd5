import './what-if-page.css'
import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { type ChannelName, channelNames } from '../../protocol/channel.ts'
import type { Foresight } from '../../protocol/foresight.ts'
import { TextField } from '../door/fields.tsx'
import { usePage } from '../page.ts'
import { useSettingsWords } from './settings-words.ts'
import { Icon } from '../parts/icon.tsx'
import { Foreseen } from './foreseen.tsx'

type Answer = { foresight: Foresight } | { problem: string } | null

/** "What would happen?": a message that nobody sends, and what the rules would do with it right now. */
export function WhatIfPage() {
  const words = useSettingsWords()
  const { api } = usePage()
  const { whatIf } = words
  const id = useId()
  const channel = useSignal<ChannelName>('sms')
  const sender = useSignal('')
  const text = useSignal('')
  const answers = useSignal('')
  const asking = useSignal(false)
  const answer = useSignal<Answer>(null)
  const missing = useSignal(false)

  const ask = async () => {
    missing.value = sender.peek().trim() === ''
    if (asking.peek() || missing.peek()) return
    asking.value = true
    const number = channel.peek() === 'email' ? Number.parseInt(answers.peek(), 10) : Number.NaN
    const said = await api.foresee({
      channel: channel.peek(),
      sender: sender.peek().trim(),
      text: text.peek(),
      answers: number > 0 ? number : null,
    })
    asking.value = false
    if (said.ok) answer.value = { foresight: said }
    else answer.value = { problem: said.code === 'not_found' ? whatIf.noTicket : whatIf.failed }
  }

  const shown = answer.value
  return (
    <main class="settings-main" id="settings" tabIndex={-1}>
      <div class="scroll" tabIndex={0} role="group" aria-label={whatIf.title}>
        <div class="sheet">
          <h1>{whatIf.title}</h1>
          <p class="text-2">{whatIf.lead}</p>
          <form
            class="what-if"
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              void ask()
            }}
          >
            <div class="field">
              <label for={`${id}-channel`}>{whatIf.channel}</label>
              <select
                id={`${id}-channel`}
                class="input"
                value={channel.value}
                onChange={(event) => {
                  const chosen = channelNames.find((name) => name === event.currentTarget.value)
                  if (chosen !== undefined) channel.value = chosen
                  answer.value = null
                }}
              >
                {channelNames.map((name) => (
                  <option key={name} value={name}>
                    {words.channel[name]}
                  </option>
                ))}
              </select>
            </div>
            <TextField
              label={whatIf.sender}
              name="sender"
              value={sender.value}
              help={whatIf.senderOf[channel.value]}
              error={missing.value ? words.settings.missing : null}
              onValue={(value) => {
                sender.value = value
                missing.value = false
              }}
            />
            {channel.value === 'email' && (
              <TextField
                label={whatIf.answers}
                name="answers"
                value={answers.value}
                help={whatIf.answersHelp}
                onValue={(value) => {
                  answers.value = value.replace(/\D/g, '')
                }}
              />
            )}
            <div class="field">
              <label for={`${id}-text`}>{whatIf.text}</label>
              <textarea
                id={`${id}-text`}
                class="input"
                rows={3}
                maxLength={10_000}
                dir="auto"
                value={text.value}
                onInput={(event) => {
                  text.value = event.currentTarget.value
                }}
              />
            </div>
            <button type="submit" class="button solid" aria-disabled={asking.value}>
              {asking.value ? whatIf.asking : whatIf.ask}
            </button>
          </form>
          <div role="status">
            {shown !== null && 'problem' in shown && (
              <div class="banner danger">
                <Icon name="warning" small />
                <span>{shown.problem}</span>
              </div>
            )}
            {shown !== null && 'foresight' in shown && <Foreseen foresight={shown.foresight} />}
          </div>
        </div>
      </div>
    </main>
  )
}
