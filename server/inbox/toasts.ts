import { type ReadonlySignal, signal } from '@preact/signals'

/** What can be done about it at once; `undoes` takes it back, which has a key. */
type ToastAction = { label: string; run: () => void; undoes?: true }
export type Toast = { id: number; text: string; kind: 'done' | 'problem'; action?: ToastAction }
export type Toasts = {
  shown: ReadonlySignal<readonly Toast[]>
  say(text: string, action?: ToastAction): void
  complain(text: string): void
  /** Does what a toast offers. */
  act(toast: Toast): void
  /** Takes back what was done last, where that is offered. */
  undo(): void
  dismiss(id: number): void
  clear(): void
}

/** Whoever is offered a way back needs the time to take it. */
const lasts = { done: 5_000, undo: 12_000, problem: 9_000 }

/** What just happened, said politely and taken away again. At most three at once. */
export function createToasts(): Toasts {
  const shown = signal<readonly Toast[]>([])
  let last = 0
  const dismiss = (id: number) => {
    shown.value = shown.peek().filter((toast) => toast.id !== id)
  }
  const add = (toast: Omit<Toast, 'id'>) => {
    const id = ++last
    shown.value = [...shown.peek().filter((other) => other.text !== toast.text), { ...toast, id }].slice(-3)
    setTimeout(() => dismiss(id), lasts[toast.action ? 'undo' : toast.kind])
  }
  const act = ({ id, action }: Toast) => {
    action?.run()
    dismiss(id)
  }
  return {
    shown,
    say: (text, action) => add(action ? { text, kind: 'done', action } : { text, kind: 'done' }),
    complain: (text) => add({ text, kind: 'problem' }),
    act,
    undo() {
      // News is no deed; and behind a deed without a way back, the one before it is not what is meant.
      const last = shown.peek().findLast(({ kind, action }) => kind === 'done' && (!action || action.undoes))
      if (last?.action) act(last)
    },
    dismiss,
    clear: () => {
      shown.value = []
    },
  }
}
