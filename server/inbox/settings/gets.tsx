import './gets.css'

/** What a customer would get, in the very words; null: nothing. */
export function Gets({ lead, nothing, text }: { lead: string; nothing: string; text: string | null }) {
  if (text === null) return <p class="text-2">{nothing}</p>
  return (
    <div class="gets" aria-live="polite">
      <p class="text-2">{lead}</p>
      <blockquote dir="auto">{text}</blockquote>
    </div>
  )
}
