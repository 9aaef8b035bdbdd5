import { createHash } from 'node:crypto'
import base from './browser/base.css?raw'
import frame from './browser/frame.css?raw'
import mailbox from './browser/mailbox.css?raw'
import panel from './browser/panel.css?raw'
import phone from './browser/phone.css?raw'
import script from './browser/sandbox.mjs?raw'
import tokens from './browser/tokens.css?raw'

export type Assets = ReturnType<typeof loadAssets>

const stamp = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 10)

/** The page's style and script, at addresses that change with them. */
export const loadAssets = () => {
  const css = [tokens, base, frame, phone, mailbox, panel].join('\n')
  return { css, script, cssUrl: `/sandbox.css?v=${stamp(css)}`, scriptUrl: `/sandbox.js?v=${stamp(script)}` }
}
