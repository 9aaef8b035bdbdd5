import { toJson } from './to-json.ts'

/**
 * Socket.IO's packets (protocol 5) as text. The build of the hub puts this in the place of socket.io-parser, most of
 * which is for binary messages, and we have none.
 */
export const protocol = 5
export const PacketType = {
  CONNECT: 0,
  DISCONNECT: 1,
  EVENT: 2,
  ACK: 3,
  CONNECT_ERROR: 4,
  BINARY_EVENT: 5,
  BINARY_ACK: 6,
}

export type Packet = { type: number; nsp: string; id?: number; data?: unknown }

export class Encoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    return [`${type}${nsp === '/' ? '' : `${nsp},`}${id ?? ''}${data == null ? '' : toJson(data)}`]
  }
}

export class Decoder {
  private hear: (packet: Packet) => void = () => {}

  on(_decoded: 'decoded', hear: (packet: Packet) => void): void {
    this.hear = hear
  }

  off(): void {
    this.hear = () => {}
  }

  /** Throws what is no packet; Socket.IO closes the connection then, and comes back. */
  add(text: string): void {
    const [, type, nsp = '/', id, data] = /^([0-4])(?:(\/[^,]*),)?(\d*)(.*)$/s.exec(text) ?? []
    const payload: unknown = data ? JSON.parse(data) : undefined
    const isList = type === '2' || type === '3'
    if (!type || isList !== Array.isArray(payload)) throw new Error('no packet')
    this.hear({ type: Number(type), nsp, data: payload, ...(id && { id: Number(id) }) })
  }

  destroy(): void {
    this.off()
  }
}
