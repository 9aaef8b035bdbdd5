import { usePage, useWords } from '../page.ts'
import { Icon } from './icon.tsx'

/** What just happened, in a corner and politely for screen readers. */
export function ToastsView() {
  const { toasts } = usePage()
  const words = useWords()
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.shown.value.map((toast) => (
        <div key={toast.id} class={`toast ${toast.kind}`}>
          <Icon name={toast.kind === 'done' ? 'check' : 'warning'} small />
          <span>{toast.text}</span>
          {toast.action && (
            <button
              type="button"
              class="link"
              title={toast.action.undoes && `${toast.action.label} (z)`}
              onClick={() => toasts.act(toast)}
            >
              {toast.action.label}
            </button>
          )}
          <button
            type="button"
            class="button icon-only small"
            aria-label={words.did.dismiss}
            onClick={() => toasts.dismiss(toast.id)}
          >
            <Icon name="cross" small />
          </button>
        </div>
      ))}
    </div>
  )
}
