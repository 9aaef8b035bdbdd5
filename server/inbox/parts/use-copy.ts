import { usePage, useWords } from '../page.ts'

/** Puts a text on the clipboard, and says whether that worked. */
export function useCopy(): (text: string) => Promise<void> {
  const { toasts } = usePage()
  const { did } = useWords()
  return async (text) => {
    try {
      await navigator.clipboard.writeText(text)
      toasts.say(did.copied)
    } catch {
      toasts.complain(did.copyFailed)
    }
  }
}
