import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  randomUUID,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'

/** Chance and keys, handed to those who need them so that nobody else rolls dice. */
export type Secrets = {
  newId(): string
  /** 256 bits for links and sessions, safe in a URL fragment. */
  newToken(): string
  /** What is stored of a token. */
  hashToken(token: string): Buffer
  /** A signature over `value`, good for one purpose only. */
  sign(purpose: string, value: string): string
  signed(purpose: string, value: string, signature: string): boolean
  /** A UUID that is always the same for the same value, and tells nothing of it. */
  derivedId(purpose: string, value: string): string
  /** Text that only this installation can read again; changed by anybody, it is not read at all. */
  seal(text: string): Buffer
  /** Null when it was not sealed here, or with another app secret. */
  unseal(sealed: Buffer): string | null
  hashPassword(password: string): Promise<string>
  /** Takes as long for `null` (no such member) as for a real one. */
  passwordMatches(password: string, hash: string | null): Promise<boolean>
}

// OWASP's second scrypt setting: 64 MiB and about 0.2 s a try.
const cost = { N: 2 ** 16, r: 8, p: 2, maxmem: 160 * 1024 * 1024 }

const nonceBytes = 12
const tagBytes = 16

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key))),
  )

export function createSecrets(appSecret: string): Secrets {
  const mac = (purpose: string, value: string) =>
    createHmac('sha256', appSecret).update(purpose).update('\0').update(value)
  const sealKey = mac('seal', '').digest()
  const nobody = Buffer.alloc(16)
  return {
    newId: () => randomUUID(),
    newToken: () => randomBytes(32).toString('base64url'),
    hashToken: (token) => createHash('sha256').update(token).digest(),
    sign: (purpose, value) => mac(purpose, value).digest('base64url'),
    signed(purpose, value, signature) {
      const right = mac(purpose, value).digest()
      const given = Buffer.from(signature, 'base64url')
      return given.length === right.length && timingSafeEqual(given, right)
    },
    derivedId(purpose, value) {
      const bytes = mac(purpose, value).digest().subarray(0, 16)
      // RFC 9562: version 8 (own making), variant 10.
      bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
      bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
      return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    },
    seal(text) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce)
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    unseal(sealed) {
      if (sealed.length < nonceBytes + tagBytes) return null
      const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(0, nonceBytes))
      decipher.setAuthTag(sealed.subarray(-tagBytes))
      try {
        const text = decipher.update(sealed.subarray(nonceBytes, -tagBytes))
        return Buffer.concat([text, decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
    async hashPassword(password) {
      const salt = randomBytes(16)
      return `scrypt$${salt.toString('base64url')}$${(await derive(password, salt)).toString('base64url')}`
    },
    async passwordMatches(password, hash) {
      const [, salt, key] = (hash ?? '').split('$')
      const expected = Buffer.from(key ?? '', 'base64url')
      const given = await derive(password, salt === undefined ? nobody : Buffer.from(salt, 'base64url'))
      return expected.length === given.length && timingSafeEqual(expected, given)
    },
  }
}
