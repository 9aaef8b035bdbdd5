/** A script tag of a page, with its address made whole. */
export type ScriptTag = { src: string; type: string; nonce: string }

/** What the desk saw when it looked at a page of the shop. */
export type Looked =
  | { kind: 'page'; address: string; scripts: ScriptTag[]; policies: string[] }
  /** Not one of the shop's origins, so nobody asked. */
  | { kind: 'not_asked' }
  | { kind: 'elsewhere'; origin: string }
  | { kind: 'circles' | 'private' | 'unknown_name' | 'too_large' }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'status'; status: number }
  | { kind: 'no_html'; type: string }
