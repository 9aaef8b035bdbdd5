import type { SafeHtml } from './safe-html.ts'

// A mail is written for white paper, whatever the page around it looks like.
const style =
  ':root{color-scheme:light}body{margin:16px;background:#fff;color:#1b1f24;font:14px/1.5 system-ui,sans-serif;' +
  'overflow-wrap:anywhere}img{max-width:100%;height:auto}pre{white-space:pre-wrap}blockquote{margin:0 0 0 4px;' +
  'padding-left:12px;border-left:2px solid #d0d7de}'

/**
 * A page of its own for a cleaned mail, and the policy to serve it with: it runs nothing, belongs to no origin, and
 * loads pictures from us, and from elsewhere only when asked.
 */
export function mailDocument({ html }: SafeHtml, { remote }: { remote: boolean }): { page: string; policy: string } {
  const images = remote ? "'self' data: https: http:" : "'self' data:"
  return {
    page: `<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><style>${style}</style></head><body>${html}</body></html>`,
    policy:
      `default-src 'none'; img-src ${images}; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; ` +
      `frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox`,
  }
}
