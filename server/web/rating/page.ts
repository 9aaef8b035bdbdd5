import type { RatingView } from '../../desk/rate-by-link.ts'
import { eyes, mouths } from '../../protocol/faces.ts'
import type { HubLanguage } from '../../protocol/hub-languages.ts'
import { longestComment } from '../../protocol/satisfaction.ts'
import { faceNames, ratingWords } from '../../tickets/rating-words.ts'

/** What could not be taken, with what was written: nothing of it is lost. */
export type Refusal = { problem: 'pick' | 'tooLong' | 'tooFast'; score: number | null; comment: string }

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? '')

const face = (mouth = '') =>
  `<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="10"/><path d="${eyes}${mouth}"/></svg>`

/** D-10: the page behind a mail's link, without any script: the question, or thanks and the way to say something else. */
export function ratingPage(view: RatingView, refusal: Refusal | null): string {
  const { shop, language, said, open } = view
  const words = ratingWords(language)
  const question = words.question(shop)
  if (said === null) return page(language, '', question, form(view, refusal, words.send))
  const names = faceNames(language)
  const again = open
    ? `<details${refusal === null ? '' : ' open'}><summary>${words.change}</summary>${form(view, refusal, words.send)}</details>`
    : ''
  return page(
    language,
    shop,
    words.thanks,
    `<h1>${words.thanks}</h1>
<p class="said">${face(mouths[said.score - 1])}${names[said.score - 1]}</p>
${said.comment === '' ? '' : `<p class="words" dir="auto">${escaped(said.comment)}</p>`}
${open ? `<p class="hint">${words.changeable}</p>` : ''}
${again}`,
  )
}

/** For every link that does not hold: a forged one learns nothing, an old one what to do instead. */
export function gonePage(language: HubLanguage): string {
  const words = ratingWords(language)
  return page(language, '', words.gone, `<h1>${words.gone}</h1><p>${words.goneText}</p>`)
}

function form({ shop, language, said }: RatingView, refusal: Refusal | null, send: string): string {
  const words = ratingWords(language)
  const names = faceNames(language)
  const { score, comment } = refusal ?? said ?? { score: null, comment: '' }
  const choices = mouths.map(
    (mouth, at) =>
      `<label><input type="radio" name="score" value="${at + 1}" required${score === at + 1 ? ' checked' : ''}>` +
      `${face(mouth)}<span>${names[at]}</span></label>`,
  )
  const title = escaped(words.question(shop))
  const long = refusal?.problem === 'tooLong'
  return `<form method="post" autocomplete="off">
<fieldset><legend>${said === null ? `<h1>${title}</h1>` : title}</legend>
<div class="faces">${choices.join('')}</div></fieldset>
<label for="comment">${words.label} <small>${words.hint}</small></label>
<textarea id="comment" name="comment" rows="4" maxlength="${longestComment}" dir="auto"${long ? ' aria-invalid="true" aria-describedby="problem"' : ''}>
${escaped(comment)}</textarea>
${refusal === null ? '' : `<p class="problem" id="problem" role="alert">${words[refusal.problem]}</p>`}
<button>${send}</button>
</form>`
}

function page(language: HubLanguage, shop: string, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/rate/page.css">
</head>
<body>
<main>
${shop === '' ? '' : `<p class="shop">${escaped(shop)}</p>`}
${body}
</main>
</body>
</html>
`
}
