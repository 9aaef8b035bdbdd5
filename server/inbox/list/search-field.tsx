import './search.css'
import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import type { InboxRoute } from '../route.ts'

/** A pause in typing after which the search begins by itself. */
const pauseMs = 250

/** S-6 (+): searches the list on the screen, with its filters; what is sought stands in the address. */
export function SearchField({ route }: { route: InboxRoute }) {
  const words = useWords()
  const { router } = usePage()
  const screen = useScreen()
  const field = useRef<HTMLInputElement>(null)
  const typed = useSignal(route.search)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const seek = (search: string) => {
    clearTimeout(timer.current)
    const now = router.route.peek()
    const sought = search.trim()
    // The list changes under one address of the history, however many letters it took.
    if (now.page === 'inbox' && now.search !== sought) router.go({ ...now, search: sought }, 'replace')
  }
  // Another view, or the way back: the field says what is sought there.
  useEffect(() => {
    if (typed.peek().trim() !== route.search) typed.value = route.search
  }, [route.search, route.view, route.saved, typed])
  useEffect(() => () => clearTimeout(timer.current), [])
  const heard = useRef(screen.searchAsked.peek())
  useSignalEffect(() => {
    if (screen.searchAsked.value === heard.current) return
    heard.current = screen.searchAsked.peek()
    field.current?.focus()
    field.current?.select()
  })

  return (
    <form
      class="search-field"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        seek(typed.peek())
      }}
    >
      <Icon name="search" small />
      <input
        ref={field}
        type="search"
        class="input"
        aria-label={words.search.label}
        placeholder={words.search.hint}
        title={`${words.search.label} (f)`}
        autocomplete="off"
        spellcheck={false}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value
          clearTimeout(timer.current)
          timer.current = setTimeout(() => seek(typed.peek()), pauseMs)
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            const [first] = screen.desk.list.rows.peek()
            if (first) screen.focusRow(first.id)
          }
          if (event.key !== 'Escape' || typed.peek() === '') return
          event.preventDefault()
          event.stopPropagation()
          typed.value = ''
          seek('')
        }}
      />
      {typed.value !== '' && (
        <button
          type="button"
          class="button icon-only small"
          aria-label={words.search.clear}
          onClick={() => {
            typed.value = ''
            seek('')
            field.current?.focus()
          }}
        >
          <Icon name="cross" small />
        </button>
      )}
    </form>
  )
}
