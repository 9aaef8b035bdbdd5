import { type ReadonlySignal, signal } from '@preact/signals'

export type Toast = { id: number; text: string; kind: 'done' | 'problem'; action?: { label: string; run: () => void } }
export type Toasts = {
  shown: ReadonlySignal<readonly Toast[]>
  say(text: string, action?: Toast['action']): void
  complain(text: string): void
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
  return {
    shown,
    say: (text, action) => add(action ? { text, kind: 'done', action } : { text, kind: 'done' }),
    complain: (text) => add({ text, kind: 'problem' }),
    dismiss,
    clear: () => {
      shown.value = []
    },
  }
}
