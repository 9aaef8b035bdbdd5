// The shop's own script. Its first lines are what a merchant adds for Customer Hub.
window.CustomerHub =
  window.CustomerHub ||
  function () {
    ;(window.CustomerHub.q = window.CustomerHub.q || []).push(arguments)
  }
window.CustomerHub('boot', {
  token: async () => {
    const answer = await fetch('/hub-token', { method: 'POST' })
    if (!answer.ok) throw new Error('the shop did not answer')
    return (await answer.json()).token
  },
})

document.addEventListener('DOMContentLoaded', () => {
  for (const form of document.querySelectorAll('form[data-sign-out]'))
    form.addEventListener('submit', () => window.CustomerHub('logout'))

  document.querySelector('#problems')?.focus()

  const form = document.querySelector('form[data-choices]')
  if (!form) return
  const { variants, pictures } = JSON.parse(form.dataset.choices)
  const shows = (name) => document.querySelector(`[data-shows="${name}"]`)
  const quantity = form.elements.namedItem('quantity')
  const add = form.querySelector('button[type="submit"]')

  const chosen = (name) => form.querySelector(`input[name="${name}"]:checked`).value

  const show = () => {
    const finish = chosen('finish')
    const size = chosen('size')
    const variant = variants[`${finish}.${size}`]
    const picture = pictures[finish]
    if (!variant || !picture) return
    shows('finish').textContent = picture.name
    shows('price').textContent = variant.price
    shows('measures').textContent = variant.measures
    const stock = shows('stock')
    stock.textContent = variant.stock
    stock.className = `hint ${variant.kind}`
    if (shows('whole').getAttribute('src') !== picture.whole) {
      shows('whole').src = picture.whole
      shows('whole').alt = picture.alt
      shows('close').src = picture.close
    }
    const before = Number(quantity.value)
    quantity.replaceChildren(
      ...Array.from({ length: Math.max(variant.most, 1) }, (_, at) => new Option(String(at + 1), String(at + 1))),
    )
    quantity.value = String(Math.min(before, Math.max(variant.most, 1)))
    add.disabled = variant.most === 0
    history.replaceState(history.state, '', `?finish=${finish}&size=${size}`)
  }
  form.addEventListener('change', (event) => {
    if (event.target !== quantity) show()
  })
})
