import type { Plugin } from 'vite'

/** Vite keeps the page's source path; it belongs at the top of its folder. */
export function inboxPage(): Plugin {
  return {
    name: 'inbox-page',
    applyToEnvironment: (environment) => environment.name === 'client',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['server/inbox/index.html']
      if (page?.type !== 'asset') return this.error('the build made no page for the inbox')
      page.fileName = 'index.html'
      // Vite drops the attribute; with it nothing is painted before the chosen theme is known.
      page.source = String(page.source).replace('<script type="module"', '<script type="module" blocking="render"')
    },
  }
}
