import './door.css'
import { useSignal } from '@preact/signals'
import { useCallback, useEffect } from 'preact/hooks'
import type { JoinLook } from '../api.ts'
import { enter, usePage, useWords } from '../page.ts'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { looksLikeEmail, TextField } from './fields.tsx'
import { UnderCard } from './under-card.tsx'

type Look = { kind: 'asking' } | { kind: 'bad' } | { kind: 'failed' } | { kind: 'good'; link: JoinLook }
const shortest = 10

/** A first owner's or an invited member's link. Its token stands behind the # and so never reaches a server's log. */
export function Join({ onOut }: { onOut: () => void }) {
  const page = usePage()
  const words = useWords()
  const { door } = words
  const look = useSignal<Look>({ kind: 'asking' })
  const token = location.hash.slice(1)

  const { api } = page
  const ask = useCallback(async () => {
    look.value = { kind: 'asking' }
    const answer = token ? await api.lookAtLink(token) : null
    if (answer?.ok) look.value = { kind: 'good', link: answer }
    else look.value = { kind: answer?.retry ? 'failed' : 'bad' }
  }, [api, look, token])
  useEffect(() => {
    document.title = words.product
    void ask()
  }, [ask, words.product])

  const now = look.value
  return (
    <main class="door">
      {now.kind === 'good' ? (
        <JoinForm token={token} link={now.link} />
      ) : now.kind === 'asking' ? (
        <p class="text-3">{door.checking}</p>
      ) : now.kind === 'failed' ? (
        <Empty icon="cloudOff" title={words.refused.unavailable}>
          <button type="button" class="button line" onClick={() => void ask()}>
            {words.tryAgain}
          </button>
        </Empty>
      ) : (
        <div class="card">
          <Icon name="link" />
          <div>
            <h1>{door.linkBad}</h1>
            <p class="lead">{door.linkBadText}</p>
          </div>
          <button
            type="button"
            class="button line large"
            onClick={() => {
              page.router.go({ page: 'sign-in' })
              onOut()
            }}
          >
            {door.toSignIn}
          </button>
        </div>
      )}
      <UnderCard />
    </main>
  )
}

function JoinForm({ token, link }: { token: string; link: JoinLook }) {
  const page = usePage()
  const words = useWords()
  const { door } = words
  const name = useSignal('')
  const email = useSignal(link.email ?? '')
  const password = useSignal('')
  const busy = useSignal(false)
  const problem = useSignal<string | null>(null)
  const tried = useSignal(false)
  const wrong = {
    name: name.value.trim() ? null : door.nameMissing,
    email: looksLikeEmail(email.value) ? null : door.emailBad,
    password: password.value.length >= shortest ? null : door.passwordShort,
  }
  const submit = async () => {
    tried.value = true
    if (busy.peek() || wrong.name || wrong.email || wrong.password) return
    busy.value = true
    const who = { token, name: name.peek().trim(), password: password.peek() }
    const answer = await page.api.join(link.email === null ? { ...who, email: email.peek().trim() } : who)
    busy.value = false
    if (!answer.ok) {
      problem.value = words.refused[answer.code]
      return
    }
    enter(page, answer.me)
  }
  const owner = link.kind === 'owner'
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      aria-labelledby="join"
    >
      <span class="mark">
        <Icon name="logo" />
      </span>
      <div>
        <h1 id="join">{owner ? door.setUp : door.join}</h1>
        <p class="lead">{owner ? door.setUpText : door.joinText(words.role[link.role])}</p>
      </div>
      <div role="alert">
        {problem.value && (
          <div class="banner danger">
            <Icon name="warning" small />
            <span>{problem.value}</span>
          </div>
        )}
      </div>
      <TextField
        label={door.name}
        name="name"
        autocomplete="name"
        focus
        help={door.nameHelp}
        value={name.value}
        error={tried.value ? wrong.name : null}
        onValue={(value) => {
          name.value = value
        }}
      />
      {link.email === null ? (
        <TextField
          label={door.email}
          name="email"
          type="email"
          autocomplete="username"
          value={email.value}
          error={tried.value ? wrong.email : null}
          onValue={(value) => {
            email.value = value
          }}
        />
      ) : (
        <div class="field">
          <span class="label">{door.email}</span>
          <p>{link.email}</p>
          <input type="email" name="email" autocomplete="username" value={link.email} readOnly hidden />
        </div>
      )}
      <TextField
        label={door.newPassword}
        name="password"
        type="password"
        autocomplete="new-password"
        help={door.passwordHelp}
        value={password.value}
        error={tried.value ? wrong.password : null}
        onValue={(value) => {
          password.value = value
        }}
      />
      <button type="submit" class="button solid large" aria-disabled={busy.value}>
        {busy.value ? door.creating : door.create}
      </button>
    </form>
  )
}
