import type { SafeHtml } from './safe-html.ts'

/**
 * A page of its own for a cleaned mail, and the policy to serve it with: it runs nothing, belongs to no origin, and
 * loads pictures from us, and from elsewhere only when asked.
 */
export function mailDocument({ html }: SafeHtml, { remote }: { remote: boolean }): { page: string; policy: string } {
  const images = remote ? "'self' data: https: http:" : "'self' data:"
  return {
    page: `<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"></head><body>${html}</body></html>`,
    policy:
      `default-src 'none'; img-src ${images}; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; ` +
      `frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox`,
  }
}
