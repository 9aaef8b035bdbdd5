import './door.css'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Me } from '../api.ts'
import { enter, signOut, usePage, useWords } from '../page.ts'
import { Avatar, firstName } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { shopKey } from '../shop-key.ts'
import { looksLikeEmail, TextField } from './fields.tsx'
import { UnderCard } from './under-card.tsx'

/** The form's work: sends, says what is wrong, and lets in. */
function useSignIn(fixedEmail?: string) {
  const page = usePage()
  const words = useWords()
  const email = useSignal(fixedEmail ?? '')
  const password = useSignal('')
  const busy = useSignal(false)
  const problem = useSignal<string | null>(null)
  const wrong = useSignal<{ email?: string; password?: string }>({})
  const submit = async () => {
    if (busy.peek()) return
    const { door } = words
    wrong.value = {
      ...(looksLikeEmail(email.peek()) ? {} : { email: door.emailBad }),
      ...(password.peek() ? {} : { password: door.passwordMissing }),
    }
    if (wrong.peek().email || wrong.peek().password) return
    busy.value = true
    const answer = await page.api.signIn(email.peek().trim(), password.peek())
    busy.value = false
    if (answer.ok) enter(page, answer.me)
    else if (answer.code === 'forbidden') page.session.value = { kind: 'no_access' }
    else problem.value = answer.code === 'wrong_password' ? door.wrong : words.refused[answer.code]
  }
  const onSubmit = (event: Event) => {
    event.preventDefault()
    void submit()
  }
  return { email, password, busy, problem, wrong, onSubmit }
}

function Problem({ text }: { text: string | null }) {
  return (
    <div role="alert">
      {text && (
        <div class="banner danger">
          <Icon name="warning" small />
          <span>{text}</span>
        </div>
      )}
    </div>
  )
}

type Form = ReturnType<typeof useSignIn>

function Password({ form, focus = false }: { form: Form; focus?: boolean }) {
  const { door } = useWords()
  return (
    <TextField
      label={door.password}
      name="password"
      type="password"
      autocomplete="current-password"
      focus={focus}
      value={form.password.value}
      error={form.wrong.value.password ?? null}
      onValue={(value) => {
        form.password.value = value
      }}
    />
  )
}

function SignInButton({ form, label }: { form: Form; label: string }) {
  const { door } = useWords()
  return (
    <button type="submit" class="button solid large" aria-disabled={form.busy.value}>
      {form.busy.value ? door.signingIn : label}
    </button>
  )
}

export function SignIn() {
  const page = usePage()
  const words = useWords()
  const form = useSignIn()
  const { door } = words
  useEffect(() => {
    document.title = `${door.signIn} · ${words.product}`
  }, [door, words.product])
  return (
    <main class="door">
      <form class="card" noValidate onSubmit={form.onSubmit} aria-labelledby="sign-in">
        <span class="mark">
          <Icon name="logo" />
        </span>
        <div>
          <h1 id="sign-in">{door.title(page.storage.getItem(shopKey))}</h1>
          <p class="lead">{door.lead}</p>
        </div>
        <Problem text={form.problem.value} />
        <TextField
          label={door.email}
          name="email"
          type="email"
          autocomplete="username"
          focus
          value={form.email.value}
          error={form.wrong.value.email ?? null}
          onValue={(value) => {
            form.email.value = value
          }}
        />
        <Password form={form} />
        <SignInButton form={form} label={door.signIn} />
      </form>
      <UnderCard text={door.accountFrom} />
    </main>
  )
}

/** D-7: the role may not enter. */
export function NoAccess() {
  const page = usePage()
  const { door } = useWords()
  return (
    <main class="door">
      <div class="card">
        <Icon name="lock" />
        <div>
          <h1>{door.noAccess}</h1>
          <p class="lead">{door.noAccessText}</p>
        </div>
        <button type="button" class="button line large" onClick={() => void signOut(page)}>
          {door.other}
        </button>
      </div>
      <UnderCard />
    </main>
  )
}

/** The session ended while the page was open: over the desk, so that nothing on it is lost. */
export function SignedOutMeanwhile({ me }: { me: Me }) {
  const page = usePage()
  const { door } = useWords()
  const form = useSignIn(me.email)
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => box.current?.showModal(), [])
  return (
    <dialog
      ref={box}
      class="signed-out"
      aria-labelledby="signed-out"
      onCancel={(event) => event.preventDefault()}
      // A browser lets nobody be held by one cancel after the other: it closes, and opens again.
      onClose={() => box.current?.showModal()}
    >
      <form class="card" noValidate onSubmit={form.onSubmit}>
        <div class="back-person">
          <Avatar id={me.id} name={me.name} size="l" />
          <div>
            <h2 id="signed-out">{door.welcomeBack(firstName(me.name))}</h2>
            <p class="lead">{door.away}</p>
          </div>
        </div>
        <Problem text={form.problem.value} />
        <input type="email" name="email" autocomplete="username" value={me.email} readOnly hidden />
        <Password form={form} focus />
        <SignInButton form={form} label={door.goOn} />
        <button
          type="button"
          class="link"
          onClick={() => {
            page.session.value = { kind: 'signed_out' }
          }}
        >
          {door.other}
        </button>
      </form>
    </dialog>
  )
}
