import { signal } from '@preact/signals'
import { render } from 'preact'
import { io } from 'socket.io-client'

/** The least that a chat with these three libraries can be: what our own script is compared with. */
export function mount(launcher: HTMLElement): void {
  const lines = signal<string[]>([])
  const socket = io({ transports: ['websocket'] })
  socket.on('line', (line: string) => {
    lines.value = [...lines.value, line]
  })
  const send = (event: Event) => {
    event.preventDefault()
    const field = event.target instanceof HTMLFormElement ? event.target.elements.item(0) : null
    if (field instanceof HTMLInputElement) socket.emit('line', field.value)
  }
  const Drawer = () => (
    <form onSubmit={send}>
      {lines.value.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <input />
    </form>
  )
  const place = document.createElement('div')
  launcher.after(place)
  render(<Drawer />, place.attachShadow({ mode: 'open' }))
}
